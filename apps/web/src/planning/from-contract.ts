// What the server tells of the board, as the engine draws it.
import type { Bar, Board, BoardTechnician } from '@regie/contract/planning'
import type { BarPattern, BarState, BoardBar, BoardRow, Span } from './engine/model.ts'

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

const patterns: Readonly<Record<Bar['category'], BarPattern>> = {
  urgent: 'stripes',
  seasonal: 'dots',
  recurrent: 'plain',
  one_off: 'plain',
}

const stateOf = (bar: Bar): BarState =>
  bar.state === 'offered' && bar.publishedAt === null ? 'draft' : (bar.state as BarState)

const crewOf = (bar: Bar): BoardBar['crew'] => {
  if (bar.seats < 2) return null
  if (bar.seatsFilled < bar.seats) return 'uncovered'
  return bar.state === 'offered' ? 'offered' : 'covered'
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
    crew: crewOf(bar),
  }
  bars.set(bar, made)
  return made
}

const spanOf = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }): Span => ({
  from: Date.parse(startsAt),
  until: Date.parse(endsAt),
})

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
  const made = { id: technician.id, name: technician.name, work, absences, loads }
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
]
