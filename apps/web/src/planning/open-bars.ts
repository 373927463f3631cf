// What of a crew nobody has, as bars: one for all of a work order among people, one for each seat among its crew.
import type { Bar, OpenSeat } from '@regie/contract/planning'
import type { BoardBar, Crew } from './engine/model.ts'
import { SEATS_ROW } from './engine/row-id.ts'
import { crewOfOpen, crewsOf, patterns } from './from-contract.ts'
import type { Seat } from './plan-writer.ts'

/** A bar with the seats it stands for: filling it fills the first of them. */
export type OpenBar = {
  readonly bar: BoardBar
  readonly seats: readonly [OpenSeat, ...OpenSeat[]]
}

/** The first of its seats, to be filled. */
export const seatOfOpen = ({ seats: [seat] }: OpenBar): Seat => ({ ...seat, item: seat })

const OPEN = 'open:'

const barOfSeats = (
  seats: OpenBar['seats'],
  crew: Crew | null,
  place: Pick<BoardBar, 'id' | 'rowId' | 'title' | 'detail'>,
): BoardBar => {
  const [first] = seats
  return {
    ...place,
    from: Date.parse(first.startsAt),
    until: Date.parse(first.endsAt),
    colour: first.colour,
    pattern: patterns[first.category],
    state: 'open',
    locked: false,
    overridden: false,
    clientConfirmed: false,
    unseen: false,
    still: false,
    travelMinutes: null,
    travelAfterMinutes: null,
    workId: first.workOrderId,
    crew,
    icon: first.icon,
    attachments: first.attachments,
  }
}

type Known = { readonly open: OpenBar; readonly look: string }
const known = new WeakMap<OpenSeat, Map<string, Known>>()

const sameSeats = (a: readonly OpenSeat[], b: readonly OpenSeat[]): boolean =>
  a.length === b.length && a.every((seat, rank) => seat === b[rank])

/** The same seats in the same crew give the very same bar. */
const openBar = (
  seats: OpenBar['seats'],
  crew: Crew | null,
  place: Pick<BoardBar, 'id' | 'rowId' | 'title' | 'detail'>,
): OpenBar => {
  const versions = known.get(seats[0]) ?? new Map<string, Known>()
  known.set(seats[0], versions)
  const look = `${crew?.seats.join()} ${place.title} ${place.detail}`
  const key = `${place.id} ${place.rowId}`
  const before = versions.get(key)
  if (before?.look === look && sameSeats(before.open.seats, seats)) return before.open
  const open = { bar: barOfSeats(seats, crew, place), seats }
  versions.set(key, { open, look })
  return open
}

const makeCrews = (bars: readonly Bar[], seats: readonly OpenSeat[]) => {
  const crews = crewsOf(bars)
  const works = Map.groupBy(seats, ({ workOrderId }) => workOrderId)
  const crewOf = (seat: OpenSeat): Crew | null => {
    const { workOrderId } = seat
    return crewOfOpen(seat, crews.get(workOrderId) ?? [], works.get(workOrderId)?.length ?? 1)
  }
  return { works, crewOf }
}

const nameOf = (seat: OpenSeat): string => seat.positionName || seat.title

/** `2 × Son, Lumière` */
export const namesOf = (seats: readonly OpenSeat[]): string =>
  [...Map.groupBy(seats, nameOf)]
    .map(([name, own]) => (own.length > 1 ? `${own.length} × ${name}` : name))
    .join(', ')

/** One bar a work order, in the row of what nobody has. */
export const openWorks = (bars: readonly Bar[], seats: readonly OpenSeat[]): OpenBar[] => {
  const { works, crewOf } = makeCrews(bars, seats)
  return [...works].flatMap(([workOrderId, own]) => {
    const [first, ...rest] = own
    if (!first) return []
    return openBar([first, ...rest], crewOf(first), {
      id: `${OPEN}${workOrderId}`,
      rowId: SEATS_ROW,
      title: first.siteName,
      detail: [namesOf(own), first.clientName].filter(Boolean).join(' · '),
    })
  })
}

/** One bar a seat, in the row of its work. */
export const openSeatBars = (
  bars: readonly Bar[],
  seats: readonly OpenSeat[],
  rowOf: (seat: OpenSeat) => string,
): OpenBar[] => {
  const { crewOf } = makeCrews(bars, seats)
  return seats.map((seat) =>
    openBar([seat], crewOf(seat), {
      id: `${OPEN}${seat.positionId}`,
      rowId: rowOf(seat),
      title: nameOf(seat),
      detail: [seat.siteName, seat.positionName && seat.title, seat.clientName]
        .filter(Boolean)
        .join(' · '),
    }),
  )
}
