// Bars of one row that overlap stand below one another: no bar hides another.
import type { BoardBar } from './model.ts'

export type RowLanes = {
  /** Ordered by start. */
  readonly bars: readonly BoardBar[]
  /** Lane of each bar, by the same rank. */
  readonly lanes: Uint16Array
  readonly count: number
  /** Longest bar of the row, which bounds how far back a search by time must look. */
  readonly longest: number
}

const EMPTY: RowLanes = { bars: [], lanes: new Uint16Array(0), count: 0, longest: 0 }

const inCrew = (a: BoardBar, b: BoardBar): number =>
  Number(a.state === 'open') - Number(b.state === 'open') ||
  (a.state === 'open' && a.title !== b.title ? (a.title < b.title ? -1 : 1) : a.id < b.id ? -1 : 1)

export const byStart = (a: BoardBar, b: BoardBar): number =>
  a.from - b.from ||
  b.until - a.until ||
  // Those of one crew stand together, the holes in it last.
  (a.workId === b.workId ? inCrew(a, b) : a.workId < b.workId ? -1 : 1)

/**
 * Gives each bar the first lane that is free at its start. `leastMs` is the time that the narrowest drawn bar
 * covers, so that bars of one minute do not lie upon each other when a week fills the screen.
 */
export const layLanes = (bars: readonly BoardBar[], leastMs = 0): RowLanes => {
  if (bars.length === 0) return EMPTY
  const ordered = [...bars].sort(byStart)
  const lanes = new Uint16Array(ordered.length)
  const ends: number[] = []
  let longest = 0
  ordered.forEach((bar, rank) => {
    const end = Math.max(bar.until, bar.from + leastMs)
    let lane = 0
    while (lane < ends.length && (ends[lane] as number) > bar.from) lane++
    ends[lane] = end
    lanes[rank] = lane
    longest = Math.max(longest, end - bar.from)
  })
  return { bars: ordered, lanes, count: ends.length, longest }
}

/** Rank of the first bar that may touch `from`; those before it surely ended. */
export const firstTouching = (row: RowLanes, from: number): number => {
  const earliest = from - row.longest
  let low = 0
  let high = row.bars.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((row.bars[middle] as BoardBar).from < earliest) low = middle + 1
    else high = middle
  }
  return low
}
