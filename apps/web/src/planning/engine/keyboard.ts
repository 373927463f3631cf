// Going from bar to bar with the arrows, and what each key means.
import type { BoardBar } from './model.ts'
import type { RowStack } from './rows.ts'

export type Direction = 'left' | 'right' | 'up' | 'down'

const nearest = (bars: readonly BoardBar[], at: number): BoardBar | null => {
  let best: BoardBar | null = null
  let distance = Number.POSITIVE_INFINITY
  for (const bar of bars) {
    const gap = bar.from > at ? bar.from - at : Math.max(0, at - bar.until)
    if (gap < distance) [best, distance] = [bar, gap]
  }
  return best
}

/** The bar the arrow leads to: the next in the row, or the nearest in time on the next row that has any. */
export const nextBar = (
  stack: RowStack,
  from: BoardBar | null,
  direction: Direction,
): BoardBar | null => {
  const rank = from ? (stack.rankOf.get(from.rowId) ?? -1) : -1
  const own = stack.boxes[rank]?.lanes.bars
  if (!from || !own)
    return stack.boxes.find(({ lanes }) => lanes.bars.length > 0)?.lanes.bars[0] ?? null
  if (direction === 'left' || direction === 'right') {
    const at = own.findIndex(({ id }) => id === from.id)
    return own[at + (direction === 'right' ? 1 : -1)] ?? null
  }
  const step = direction === 'down' ? 1 : -1
  for (let next = rank + step; next >= 0 && next < stack.boxes.length; next += step) {
    const bars = stack.boxes[next]?.lanes.bars ?? []
    if (bars.length > 0) return nearest(bars, from.from)
  }
  return null
}

export const directionOf = (key: string): Direction | null => {
  switch (key) {
    case 'ArrowLeft':
      return 'left'
    case 'ArrowRight':
      return 'right'
    case 'ArrowUp':
      return 'up'
    case 'ArrowDown':
      return 'down'
    default:
      return null
  }
}
