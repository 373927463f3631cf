// What lies under a point of the board, in the coordinates of its whole surface.
import { firstTouching } from './lanes.ts'
import type { BoardBar } from './model.ts'
import { type RowStack, rowAt } from './rows.ts'
import { type TimeScale, timeAt, xOf } from './time-scale.ts'

/** The narrowest a bar is drawn, so that one minute in a week can still be seen and pressed. */
export const LEAST_BAR_PX = 5
const GRIP_PX = 7

export type Box = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type BarPart = 'start' | 'body' | 'end'

export type Hit = {
  readonly rowId: string
  readonly at: number
  readonly bar: BoardBar | null
  readonly part: BarPart
}

/** The rectangle of a bar, by row and lane. */
export const boxOfBar = (
  scale: TimeScale,
  stack: RowStack,
  place: {
    readonly rank: number
    readonly lane: number
    readonly bar: { readonly from: number; readonly until: number }
  },
): Box => {
  const box = stack.boxes[place.rank]
  const x = xOf(scale, place.bar.from)
  const width = Math.max(LEAST_BAR_PX, xOf(scale, place.bar.until) - x - 1)
  const top = (stack.tops[place.rank] ?? 0) + stack.metrics.pad
  const laneHeight = box?.laneHeight ?? stack.metrics.lane
  return { x, y: top + place.lane * laneHeight, width, height: laneHeight - 2 }
}

/** Where a known bar stands; null when its row is not on the board. */
export const findBar = (
  stack: RowStack,
  bar: Pick<BoardBar, 'id' | 'rowId'>,
): { readonly rank: number; readonly lane: number; readonly bar: BoardBar } | null => {
  const rank = stack.rankOf.get(bar.rowId)
  const row = rank === undefined ? undefined : stack.boxes[rank]?.lanes
  if (rank === undefined || !row) return null
  const at = row.bars.findIndex(({ id }) => id === bar.id)
  const found = row.bars[at]
  return found ? { rank, lane: row.lanes[at] ?? 0, bar: found } : null
}

const partOf = (box: Box, x: number): BarPart => {
  // A narrow bar is first of all something to move: its grips must leave a body between them.
  const grip = Math.min(GRIP_PX, box.width / 4)
  if (x < box.x + grip) return 'start'
  return x > box.x + box.width - grip ? 'end' : 'body'
}

export const hitTest = (scale: TimeScale, stack: RowStack, x: number, y: number): Hit | null => {
  const rank = rowAt(stack, y)
  const box = stack.boxes[rank]
  if (!box) return null
  const at = timeAt(scale, x)
  const { lanes } = box
  for (let i = firstTouching(lanes, at); i < lanes.bars.length; i++) {
    const bar = lanes.bars[i] as BoardBar
    if (bar.from > at) break
    const rect = boxOfBar(scale, stack, { rank, lane: lanes.lanes[i] ?? 0, bar })
    const inside =
      x >= rect.x && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height
    if (inside) return { rowId: box.row.id, at, bar, part: partOf(rect, x) }
  }
  return { rowId: box.row.id, at, bar: null, part: 'body' }
}
