// Time to pixels and back, over days whose nights may be left out.
import { type BoardDay, HOUR, MINUTE } from './model.ts'

type Segment = { readonly day: BoardDay; readonly x: number; readonly width: number }

export type TimeScale = {
  readonly segments: readonly Segment[]
  readonly pxPerMs: number
  readonly width: number
}

/** A day takes room as it lasts: the night of 25 hours is wider, that of 23 narrower. */
export const makeTimeScale = (days: readonly BoardDay[], pxPerMs: number): TimeScale => {
  let x = 0
  const segments = days.map((day) => {
    const width = (day.closes - day.opens) * pxPerMs
    const segment = { day, x, width }
    x += width
    return segment
  })
  return { segments, pxPerMs, width: x }
}

/** Pixels per millisecond at which all days fill the width. */
export const fitting = (days: readonly BoardDay[], width: number): number => {
  const shown = days.reduce((sum, day) => sum + day.closes - day.opens, 0)
  return shown > 0 ? width / shown : 1 / MINUTE
}

/** The last segment for which `before` holds; segments are ordered by both time and x. */
const lastWhere = (
  scale: TimeScale,
  before: (segment: Segment) => boolean,
): Segment | undefined => {
  const { segments } = scale
  let low = 0
  let high = segments.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (before(segments[middle] as Segment)) low = middle + 1
    else high = middle
  }
  return segments[Math.max(0, low - 1)]
}

/** Where a moment stands; hours that are not shown fall on the edge of their day. */
export const xOf = (scale: TimeScale, at: number): number => {
  const segment = lastWhere(scale, ({ day }) => day.from <= at)
  if (!segment) return 0
  const { day, x, width } = segment
  if (at <= day.opens) return x + (at < day.from ? at - day.from : 0) * scale.pxPerMs
  if (at >= day.closes) return x + width + Math.max(0, at - day.until) * scale.pxPerMs
  return x + (at - day.opens) * scale.pxPerMs
}

export const timeAt = (scale: TimeScale, x: number): number => {
  const segment = lastWhere(scale, (one) => one.x <= x)
  return segment ? segment.day.opens + (x - segment.x) / scale.pxPerMs : 0
}

export const dayAt = (scale: TimeScale, at: number): BoardDay | undefined =>
  lastWhere(scale, ({ day }) => day.from <= at)?.day

/**
 * Rounds to the steps of the wall clock, counted from the day's midnight. Clocks change by whole hours, so a
 * step that divides the hour stays on the clock's quarters on both nights.
 */
export const snapTime = (scale: TimeScale, at: number, stepMinutes: number): number => {
  const day = dayAt(scale, at)
  if (!day || stepMinutes <= 0) return at
  const step = stepMinutes * MINUTE
  return day.from + Math.round((at - day.from) / step) * step
}

const MOST_PX_PER_HOUR = 720

/** Zooms around the pointer: the moment under it stays under it. Never further out than `least`. */
export const zoomAround = (
  scale: TimeScale,
  zoom: { readonly factor: number; readonly pointerX: number; readonly scrollLeft: number },
  least: number,
): { readonly pxPerMs: number; readonly scrollLeft: number } => {
  const pxPerMs = Math.min(
    Math.max(scale.pxPerMs * zoom.factor, least),
    Math.max(least, MOST_PX_PER_HOUR / HOUR),
  )
  const at = timeAt(scale, zoom.scrollLeft + zoom.pointerX)
  const next = makeTimeScale(
    scale.segments.map(({ day }) => day),
    pxPerMs,
  )
  return { pxPerMs, scrollLeft: Math.max(0, xOf(next, at) - zoom.pointerX) }
}
