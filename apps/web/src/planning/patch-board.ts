// One assignment changed: the board as it stands, without asking for all of it again.
import type { Assignment, Bar, Board, OpenSeat } from '@regie/contract/planning'
import { isStanding } from './from-contract.ts'

/** The same technician and hours, and still there. */
export const isSamePlace = (a: Assignment, b: Assignment): boolean =>
  a.technicianId === b.technicianId &&
  a.startsAt === b.startsAt &&
  a.endsAt === b.endsAt &&
  isStanding(a) === isStanding(b)

const withRoad = (assignment: Assignment, known: Bar | undefined): Bar => {
  // Elsewhere the road is another one: unknown until the server tells, rather than wrong.
  const road = known && isSamePlace(known, assignment) ? known : null
  return {
    ...assignment,
    travelSecondsBefore: road?.travelSecondsBefore ?? null,
    travelMetresBefore: road?.travelMetresBefore ?? null,
    travelSecondsAfter: road?.travelSecondsAfter ?? null,
  }
}

const touches = (board: Board, assignment: Assignment): boolean =>
  Date.parse(assignment.startsAt) < Date.parse(board.until) &&
  Date.parse(assignment.endsAt) > Date.parse(board.from)

/** Who leaves a crew leaves a hole in it, at the hour they had. */
const openedBy = ({ openSeats }: Board, bar: Bar): readonly OpenSeat[] =>
  bar.seats < 2 || openSeats.some(({ positionId }) => positionId === bar.positionId)
    ? openSeats
    : [...openSeats, bar]

/** The board with the assignment as it is now; what is older than what is known changes nothing. */
export const putAssignment = (board: Board, assignment: Assignment): Board => {
  const known = board.bars.find(({ id }) => id === assignment.id)
  if (known && known.version > assignment.version) return board
  const others = board.bars.filter(({ id }) => id !== assignment.id)
  if (!isStanding(assignment) || !touches(board, assignment)) {
    return known ? { ...board, bars: others, openSeats: [...openedBy(board, known)] } : board
  }
  const next = withRoad(assignment, known)
  return {
    ...board,
    bars: known ? board.bars.map((bar) => (bar === known ? next : bar)) : [...board.bars, next],
  }
}

export const dropAssignment = (board: Board, id: string): Board =>
  board.bars.some((bar) => bar.id === id)
    ? { ...board, bars: board.bars.filter((bar) => bar.id !== id) }
    : board

const sameSeats = (a: readonly OpenSeat[], b: readonly OpenSeat[]): boolean =>
  a.length === b.length && JSON.stringify(a) === JSON.stringify(b)

/**
 * The rows asked for, as the server has them: hours, roads, and bars that came or went. What is newer here, or on its way
 * there, stays as it is shown.
 */
export const putRows = (
  board: Board,
  rows: Board,
  asked: ReadonlySet<string>,
  isPending: (id: string) => boolean,
): Board => {
  const known = new Map(board.bars.map((bar) => [bar.id, bar]))
  const fresh = new Map(rows.technicians.map((one) => [one.id, one]))
  const told = new Set(rows.bars.map(({ id }) => id))
  const isOurs = ({ id }: Bar) => isPending(id) || id.startsWith('new:')
  const kept = board.bars.filter((bar) => {
    if (told.has(bar.id)) return false
    return isOurs(bar) || !asked.has(bar.technicianId)
  })
  const put = rows.bars.map((bar) => {
    const shown = known.get(bar.id)
    return shown && (isPending(bar.id) || shown.version > bar.version) ? shown : bar
  })
  return {
    ...board,
    technicians: board.technicians.map((one) => fresh.get(one.id) ?? one),
    bars: [...kept, ...put],
    openSeats: sameSeats(board.openSeats, rows.openSeats) ? board.openSeats : rows.openSeats,
  }
}

/** Puts back what an optimistic change replaced, whatever its version. */
export const restoreAssignment = (board: Board, bar: Bar): Board => ({
  ...board,
  bars: [...board.bars.filter(({ id }) => id !== bar.id), bar],
})

/** The technician knows now how these visits stand. */
export const markSeen = (board: Board, technicianId: string, ids: readonly string[]): Board => {
  const seen = new Set(ids)
  const isSeen = (bar: Bar) =>
    bar.unseen !== null && bar.technicianId === technicianId && seen.has(bar.id)
  if (!board.bars.some(isSeen)) return board
  return { ...board, bars: board.bars.map((bar) => (isSeen(bar) ? { ...bar, unseen: null } : bar)) }
}

/** Published: the drafts named become offers, each one version further. */
export const markPublished = (board: Board, ids: readonly string[], publishedAt: string): Board => {
  const told = new Set(ids)
  return {
    ...board,
    bars: board.bars.map((bar) =>
      told.has(bar.id) && bar.publishedAt === null
        ? { ...bar, publishedAt, version: bar.version + 1 }
        : bar,
    ),
  }
}
