// Rows stacked from top to bottom: heights, offsets and which of them are in sight.
import { layLanes, type RowLanes } from './lanes.ts'
import type { BoardBar, BoardRow, Density } from './model.ts'

export type Metrics = {
  readonly lane: number
  /** Room above and below the lanes of a row. */
  readonly pad: number
  readonly least: number
}

const densities: Readonly<Record<Density, Metrics>> = {
  compact: { lane: 26, pad: 2, least: 36 },
  normal: { lane: 42, pad: 4, least: 52 },
  large: { lane: 58, pad: 5, least: 68 },
}

const HEADING_PX = 30

/** A crowded row keeps its bars apart but makes them thinner. */
const CROWDED = 6
const THIN_LANE = 24

export type RowBox = {
  readonly row: BoardRow
  readonly lanes: RowLanes
  readonly laneHeight: number
  readonly height: number
}

export type RowStack = {
  readonly boxes: readonly RowBox[]
  /** Top of each row, and the whole height as the last entry. */
  readonly tops: Float64Array
  readonly height: number
  readonly metrics: Metrics
  readonly rankOf: ReadonlyMap<string, number>
}

const boxOf = (row: BoardRow, lanes: RowLanes, metrics: Metrics): RowBox => {
  if (row.heading) return { row, lanes, laneHeight: HEADING_PX, height: HEADING_PX }
  const laneHeight = lanes.count > CROWDED ? Math.min(metrics.lane, THIN_LANE) : metrics.lane
  const height = Math.max(metrics.least, lanes.count * laneHeight + 2 * metrics.pad)
  return { row, lanes, laneHeight, height }
}

const stackOf = (boxes: readonly RowBox[], metrics: Metrics): RowStack => {
  const tops = new Float64Array(boxes.length + 1)
  const rankOf = new Map<string, number>()
  boxes.forEach((box, rank) => {
    tops[rank + 1] = (tops[rank] ?? 0) + box.height
    rankOf.set(box.row.id, rank)
  })
  return { boxes, tops, height: tops[boxes.length] ?? 0, metrics, rankOf }
}

export type BarsByRow = ReadonlyMap<string, readonly BoardBar[]>

const NONE: readonly BoardBar[] = []

/** `before`: a row whose bars are the very same keeps its list, so that its lanes are not laid anew. */
export const groupByRow = (bars: readonly BoardBar[], before?: BarsByRow): BarsByRow => {
  const groups = new Map<string, BoardBar[]>()
  for (const bar of bars) {
    const group = groups.get(bar.rowId)
    if (group) group.push(bar)
    else groups.set(bar.rowId, [bar])
  }
  for (const [rowId, group] of groups) {
    const known = before?.get(rowId)
    const same = known?.length === group.length && group.every((bar, rank) => bar === known[rank])
    if (known && same) groups.set(rowId, known as BoardBar[])
  }
  return groups
}

/**
 * Stacks the rows. `before` makes an update cheap: a row whose very bars (by identity) did not change keeps its
 * lanes.
 */
export const stackRows = (
  rows: readonly BoardRow[],
  bars: BarsByRow,
  options: { readonly density: Density; readonly leastMs: number },
  before: {
    readonly stack: RowStack
    readonly bars: BarsByRow
    readonly leastMs: number
  } | null = null,
): RowStack => {
  const metrics = densities[options.density]
  const boxes = rows.map((row) => {
    const own = bars.get(row.id) ?? NONE
    const rank = before?.leastMs === options.leastMs ? before.stack.rankOf.get(row.id) : undefined
    const known = rank === undefined ? undefined : before?.stack.boxes[rank]
    const same = known && (before?.bars.get(row.id) ?? NONE) === own
    if (same && known.row === row && before?.stack.metrics === metrics) return known
    return boxOf(row, same ? known.lanes : layLanes(own, options.leastMs), metrics)
  })
  return stackOf(boxes, metrics)
}

/** What stands before the rows is the same, whatever their bars are. */
export const sameHeads = (a: RowStack, b: RowStack): boolean =>
  a.boxes.length === b.boxes.length &&
  a.boxes.every((box, rank) => {
    const other = b.boxes[rank]
    return box === other || (box.row === other?.row && box.height === other.height)
  })

/** Rank of the row at a height; -1 above the first and below the last. */
export const rowAt = (stack: RowStack, y: number): number => {
  if (y < 0 || y >= stack.height) return -1
  let low = 0
  let high = stack.boxes.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((stack.tops[middle] as number) <= y) low = middle
    else high = middle - 1
  }
  return low
}

/** Ranks of the rows in sight, `until` excluded, with some to spare on both sides. */
export const rowsInSight = (
  stack: RowStack,
  top: number,
  height: number,
  spare = 0,
): { readonly from: number; readonly until: number } => {
  if (stack.boxes.length === 0) return { from: 0, until: 0 }
  const first = Math.max(0, rowAt(stack, Math.max(0, Math.min(top, stack.height - 1))))
  const last = rowAt(stack, Math.min(top + height, stack.height - 1))
  return {
    from: Math.max(0, first - spare),
    until: Math.min(stack.boxes.length, (last < 0 ? first : last) + 1 + spare),
  }
}
