// What the server tells of the board, as the engine draws it.
import { paceOfBoard } from '@regie/contract/board-gaps'
import type { Bar, Board, BoardPace, BoardTechnician, OpenSeat } from '@regie/contract/planning'
import type { Pace } from './engine/gaps.ts'
import type {
  BarPattern,
  BarState,
  BoardBar,
  BoardRow,
  Crew,
  SeatState,
  Span,
} from './engine/model.ts'

/** States that take the technician's time; the others are not on the board. */
const standing: ReadonlySet<string> = new Set([
  'offered',
  'accepted',
  'en_route',
  'started',
  'paused',
  'finished',
])

export const isStanding = (bar: Pick<Bar, 'state'>): boolean => standing.has(bar.state)

export const patterns: Readonly<Record<Bar['category'], BarPattern>> = {
  urgent: 'stripes',
  seasonal: 'dots',
  recurrent: 'plain',
  one_off: 'plain',
}

const stateOf = (bar: Bar): BarState =>
  bar.state === 'offered' && bar.publishedAt === null ? 'draft' : (bar.state as BarState)

const seatOf = ({ state }: Bar): SeatState => (state === 'offered' ? 'offered' : 'covered')

const worst = (seats: readonly SeatState[]): SeatState =>
  seats.includes('uncovered') ? 'uncovered' : seats.includes('offered') ? 'offered' : 'covered'

const ranks: Readonly<Record<SeatState, number>> = { covered: 0, offered: 1, uncovered: 2 }

/**
 * A crew from those of its bars that are known; seats held by bars out of sight are told as this one stands. `open`: seats
 * that nobody has, where that is known better than by the count.
 */
const crewOf = (bar: Bar, known: readonly Bar[], open = 0): Crew | null => {
  if (bar.seats < 2) return null
  const own = seatOf(bar)
  const filled = open > 0 ? bar.seats - open : bar.seatsFilled
  const seats = Array.from({ length: bar.seats }, (_, rank): SeatState => {
    const other = known[rank]
    if (other) return seatOf(other)
    return rank < filled ? own : 'uncovered'
  }).sort((a, b) => ranks[a] - ranks[b])
  return { seats, whole: worst(seats) }
}

/** A crew that only has seats nobody took, or whose others are out of sight. */
export const crewOfOpen = (seat: OpenSeat, known: readonly Bar[], open: number): Crew | null => {
  if (seat.seats < 2) return null
  const seats = Array.from({ length: seat.seats }, (_, rank): SeatState => {
    const other = known[rank]
    if (other) return seatOf(other)
    return rank < seat.seats - open ? 'covered' : 'uncovered'
  }).sort((a, b) => ranks[a] - ranks[b])
  return { seats, whole: worst(seats) }
}

const bars = new WeakMap<Bar, BoardBar>()

/** The same answer of the server gives the very same bar, which is how a redraw knows what did not change. */
export const barOf = (bar: Bar): BoardBar => {
  const known = bars.get(bar)
  if (known) return known
  const made: BoardBar = {
    id: bar.id,
    rowId: bar.technicianId,
    from: Date.parse(bar.startsAt),
    until: Date.parse(bar.endsAt),
    title: bar.siteName,
    detail: [bar.positionName || bar.title, bar.clientName].filter(Boolean).join(' · '),
    colour: bar.colour,
    pattern: patterns[bar.category],
    state: stateOf(bar),
    locked: bar.locked,
    overridden: bar.override !== null,
    clientConfirmed: bar.clientConfirmed,
    unseen: bar.unseen !== null,
    still: bar.locked || !['offered', 'accepted'].includes(bar.state),
    travelMinutes:
      bar.travelSecondsBefore === null ? null : Math.round(bar.travelSecondsBefore / 60),
    travelAfterMinutes:
      bar.travelSecondsAfter === null ? null : Math.round(bar.travelSecondsAfter / 60),
    workId: bar.workOrderId,
    crew: crewOf(bar, [bar]),
    icon: bar.icon,
    attachments: bar.attachments,
  }
  bars.set(bar, made)
  return made
}

/** The bars of each work order that several do. */
export const crewsOf = (all: readonly Bar[]): ReadonlyMap<string, readonly Bar[]> =>
  Map.groupBy(
    all.filter(({ seats }) => seats > 1),
    ({ workOrderId }) => workOrderId,
  )

const crewed = new WeakMap<BoardBar, Map<string, BoardBar>>()

/** The bars as the canvas draws them, each with the whole of its crew; the same crew gives the very same bar. */
export const barsOf = (all: readonly Bar[], open: readonly OpenSeat[] = []): BoardBar[] => {
  const crews = crewsOf(all)
  const holes = Map.groupBy(open, ({ workOrderId }) => workOrderId)
  return all.map((bar) => {
    const made = barOf(bar)
    const { workOrderId } = bar
    const crew = crewOf(bar, crews.get(workOrderId) ?? [], holes.get(workOrderId)?.length)
    if (!crew) return made
    const key = crew.seats.map((seat) => ranks[seat]).join('')
    const versions = crewed.get(made) ?? new Map<string, BoardBar>()
    crewed.set(made, versions)
    const known = versions.get(key) ?? { ...made, crew }
    versions.set(key, known)
    return known
  })
}

const paces = new WeakMap<BoardPace, Pace>()
export const NO_PACE: Pace = { bufferMs: 0, breaks: [] }

export const paceOf = (pace: BoardPace | undefined): Pace => {
  if (!pace) return NO_PACE
  const made = paces.get(pace) ?? paceOfBoard(pace)
  paces.set(pace, made)
  return made
}

const spans = new WeakMap<object, Span>()

/** Read once: with each change of a board all of its spans are looked at again. */
const spanOf = (one: { readonly startsAt: string; readonly endsAt: string }): Span => {
  const known = spans.get(one)
  if (known) return known
  const made = { from: Date.parse(one.startsAt), until: Date.parse(one.endsAt) }
  spans.set(one, made)
  return made
}

const without = (span: Span, hole: Span): Span[] =>
  hole.until <= span.from || hole.from >= span.until
    ? [span]
    : [
        ...(hole.from > span.from ? [{ from: span.from, until: hole.from }] : []),
        ...(hole.until < span.until ? [{ from: hole.until, until: span.until }] : []),
      ]

const rows = new WeakMap<BoardTechnician, BoardRow>()

export const rowOf = (technician: BoardTechnician): BoardRow => {
  const known = rows.get(technician)
  if (known) return known
  const absences = technician.absences.map((absence) => ({
    ...spanOf(absence),
    reason: absence.reason,
  }))
  const work = technician.shifts.flatMap((shift) =>
    absences.reduce<Span[]>(
      (left, absence) => left.flatMap((span) => without(span, absence)),
      [spanOf(shift)],
    ),
  )
  const loads = new Map(
    technician.days.map(({ date, plannedMinutes, capacityMinutes }) => [
      date,
      // Work on a day off is more than full.
      capacityMinutes > 0 ? plannedMinutes / capacityMinutes : plannedMinutes > 0 ? 2 : 0,
    ]),
  )
  const pending = technician.pending.map(spanOf)
  const made = { id: technician.id, name: technician.name, work, absences, pending, loads }
  rows.set(technician, made)
  return made
}

/** Planned and possible minutes of a technician over the days shown. */
export const loadOf = (technician: BoardTechnician): { planned: number; capacity: number } =>
  technician.days.reduce(
    (sum, day) => ({
      planned: sum.planned + day.plannedMinutes,
      capacity: sum.capacity + day.capacityMinutes,
    }),
    { planned: 0, capacity: 0 },
  )

/** Spans that the hours shown must hold: everybody's work and everything planned. */
export const spansOf = (board: Board): Span[] => [
  ...board.technicians.flatMap(({ shifts }) => shifts.map(spanOf)),
  ...board.bars.filter(isStanding).map(spanOf),
  ...board.openSeats.map(spanOf),
]
