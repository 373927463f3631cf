// What of the surface is in sight: bringing a place into it, and scrolling while something is held at an edge.
import type { BoardDay, BoardRow, Span } from './model.ts'
import { rankOf } from './rank-of.ts'
import type { BarsByRow, RowStack } from './rows.ts'
import { type TimeScale, xOf, zoomAround } from './time-scale.ts'

type Frame = {
  readonly scroller: HTMLElement
  readonly scale: TimeScale
  readonly stack: RowStack
  readonly size: { readonly width: number; readonly height: number }
  readonly head: number
  readonly axis: number
}

/** When the first shift or visit of a day begins; null when there is none, or none is read yet. */
export const firstBegin = (
  day: BoardDay | undefined,
  rows: readonly BoardRow[],
  bars: BarsByRow,
): number | null => {
  if (!day) return null
  let first = day.closes
  const look = ({ from }: Span) => {
    if (from >= day.opens && from < first) first = from
  }
  for (const { id, work } of rows) {
    work.forEach(look)
    bars.get(id)?.forEach(look)
  }
  return first === day.closes ? null : first
}

export const isOtherDays = (before: readonly BoardDay[], after: readonly BoardDay[]): boolean =>
  before !== after && (before.length !== after.length || before[0]?.date !== after[0]?.date)

const EDGE_PX = 48
/** Room left beside what is brought into sight. */
const MARGIN_PX = 40

/** Brings a bar, or the place where one is held, into sight. */
export const revealIn = (
  { scroller, scale, stack, size, head, axis }: Frame,
  place: { readonly rowId: string; readonly from: number; readonly until: number },
): void => {
  const rank = rankOf(stack, place.rowId)
  if (rank === undefined) return
  const top = stack.tops[rank] ?? 0
  const bottom = top + (stack.boxes[rank]?.height ?? 0)
  const height = size.height - axis
  if (top < scroller.scrollTop) scroller.scrollTop = top
  else if (bottom > scroller.scrollTop + height) scroller.scrollTop = bottom - height
  const [x, end] = [xOf(scale, place.from), xOf(scale, place.until)]
  const width = size.width - head
  if (x < scroller.scrollLeft) scroller.scrollLeft = Math.max(0, x - MARGIN_PX)
  else if (end > scroller.scrollLeft + width)
    scroller.scrollLeft = Math.min(x - MARGIN_PX, end - width + MARGIN_PX)
}

/** Scrolls when the pointer is near an edge; true while there is somewhere to go. */
export const scrollAtEdge = (
  { scroller, head, axis }: Pick<Frame, 'scroller' | 'head' | 'axis'>,
  clientX: number,
  clientY: number,
): boolean => {
  const bounds = scroller.getBoundingClientRect()
  const pull = (at: number, from: number, until: number) => {
    if (at < from - EDGE_PX || at > until + EDGE_PX) return 0
    return Math.min(0, at - from - EDGE_PX) + Math.max(0, at - until + EDGE_PX)
  }
  const inside = clientY > bounds.top - EDGE_PX && clientY < bounds.bottom + EDGE_PX
  const left = bounds.left + head
  const x = inside && clientX > left - EDGE_PX ? pull(clientX, left, bounds.right) : 0
  const y = clientX > left ? pull(clientY, bounds.top + axis, bounds.bottom) : 0
  const before = scroller.scrollLeft + scroller.scrollTop
  scroller.scrollBy(x / 3, y / 3)
  return scroller.scrollLeft + scroller.scrollTop !== before
}

type Ground = { readonly scroller: HTMLElement; readonly head: number; readonly axis: number }

/** From a point of the window to the whole surface, and whether it is on the rows. */
export const pointOn = (
  { scroller, head, axis }: Ground,
  clientX: number,
  clientY: number,
): { readonly x: number; readonly y: number; readonly inside: boolean } => {
  const bounds = scroller.getBoundingClientRect()
  const [x, y] = [clientX - bounds.left - head, clientY - bounds.top - axis]
  const inside =
    x >= 0 && y >= 0 && x <= scroller.clientWidth - head && y <= scroller.clientHeight - axis
  return { x: x + scroller.scrollLeft, y: y + scroller.scrollTop, inside }
}

/** Zooms around a point of the window, or around the middle of the sight. */
export const zoomedBy = (
  scale: TimeScale,
  at: Pick<Ground, 'scroller' | 'head'> & { readonly width: number; readonly least: number },
  factor: number,
  clientX?: number,
): { readonly pxPerMs: number; readonly scrollLeft: number } => {
  const { scroller, head, width, least } = at
  const { left } = scroller.getBoundingClientRect()
  const pointerX = clientX === undefined ? (width - head) / 2 : clientX - left - head
  return zoomAround(scale, { factor, pointerX, scrollLeft: scroller.scrollLeft }, least)
}
