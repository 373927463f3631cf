// The ground of the board: rows, time that nobody works, hours and days, now.
import { fitText } from './fit-text.ts'
import type { Span } from './model.ts'
import { paintLoads } from './paint-loads.ts'
import { type Scene, toCanvasX, toCanvasY } from './scene.ts'
import { hoursOf } from './ticks.ts'
import { timeAt, xOf } from './time-scale.ts'

type Context = CanvasRenderingContext2D

let hatch: { readonly key: string; readonly pattern: CanvasPattern | null } | null = null

/** Oblique lines for absences: grey alone would not tell them from the evening. */
const hatchOf = (context: Context, colour: string): CanvasPattern | string => {
  if (hatch?.key === colour) return hatch.pattern ?? colour
  const tile = document.createElement('canvas')
  tile.width = 8
  tile.height = 8
  const pen = tile.getContext('2d')
  if (pen) {
    pen.strokeStyle = colour
    pen.lineWidth = 1
    pen.beginPath()
    pen.moveTo(-2, 10)
    pen.lineTo(10, -2)
    pen.moveTo(-2, 2)
    pen.lineTo(2, -2)
    pen.moveTo(6, 10)
    pen.lineTo(10, 6)
    pen.stroke()
  }
  hatch = { key: colour, pattern: pen ? context.createPattern(tile, 'repeat') : null }
  return hatch.pattern ?? colour
}

export const spanBox = (
  scene: Scene,
  span: Span,
): { readonly x: number; readonly width: number } => {
  const least = scene.view.head
  const x = Math.max(least, toCanvasX(scene, xOf(scene.scale, span.from)))
  const end = Math.min(scene.view.width, toCanvasX(scene, xOf(scene.scale, span.until)))
  return { x, width: Math.max(0, end - x) }
}

const paintAbsences = (
  context: Context,
  scene: Scene,
  row: {
    readonly y: number
    readonly height: number
    readonly absences: readonly (Span & { reason: string })[]
  },
): void => {
  const { theme } = scene.palette
  for (const absence of row.absences) {
    const { x, width } = spanBox(scene, absence)
    if (width <= 0) continue
    context.fillStyle = theme.sunken
    context.fillRect(x, row.y, width, row.height - 1)
    context.fillStyle = hatchOf(context, theme.line)
    context.fillRect(x, row.y, width, row.height - 1)
    const text = scene.absenceLabel(absence.reason)
    context.fillStyle = theme['ink-2']
    // A letter or two of the reason say nothing.
    if (fitText(context, text, width - 12) === text)
      context.fillText(text, x + 6, row.y + row.height / 2)
  }
}

/** Not known yet: a dashed line under the hours, for they may still be planned. */
const paintPending = (
  context: Context,
  scene: Scene,
  {
    y,
    height,
    pending,
  }: { readonly y: number; readonly height: number; readonly pending: readonly Span[] },
): void => {
  const { theme } = scene.palette
  for (const span of pending) {
    const { x, width } = spanBox(scene, span)
    if (width <= 0) continue
    context.strokeStyle = theme.warn
    context.lineWidth = 1.5
    context.setLineDash([4, 3])
    context.strokeRect(x + 1.5, y + 1.5, Math.max(0, width - 3), height - 4)
    context.setLineDash([])
    const text = scene.absenceLabel('pending')
    context.fillStyle = theme['ink-2']
    if (fitText(context, text, width - 12) === text) context.fillText(text, x + 6, y + height / 2)
  }
}

const paintRow = (context: Context, scene: Scene, rank: number): void => {
  const box = scene.stack.boxes[rank]
  if (!box) return
  const { theme } = scene.palette
  const y = toCanvasY(scene, scene.stack.tops[rank] ?? 0)
  if (box.row.heading) {
    context.fillStyle = theme.canvas
    context.fillRect(scene.view.head, y, scene.view.width - scene.view.head, box.height)
    context.fillStyle = theme['line-strong']
    context.fillRect(scene.view.head, y + box.height - 1, scene.view.width - scene.view.head, 1)
    return
  }
  context.fillStyle = theme.surface
  for (const span of box.row.work) {
    const { x, width } = spanBox(scene, span)
    if (width > 0) context.fillRect(x, y, width, box.height - 1)
  }
  paintAbsences(context, scene, { y, height: box.height, absences: box.row.absences })
  paintPending(context, scene, { y, height: box.height, pending: box.row.pending ?? [] })
  paintLoads(context, scene, { row: box.row, bottom: y + box.height - 1 })
  context.fillStyle = theme.line
  context.fillRect(scene.view.head, y + box.height - 1, scene.view.width - scene.view.head, 1)
}

/** Rows with their working time light and all other time grey. */
export const paintRows = (context: Context, scene: Scene): void => {
  const { view, palette, stack } = scene
  context.fillStyle = palette.theme.canvas
  context.fillRect(view.head, view.axis, view.width, view.height)
  context.fillStyle = palette.theme.sunken
  const bottom = Math.min(view.height, toCanvasY(scene, stack.height))
  context.fillRect(view.head, view.axis, view.width, bottom - view.axis)
  context.font = `500 11px ${scene.font}`
  context.textBaseline = 'middle'
  const { from, until } = scene.ranks
  for (let rank = from; rank < until; rank++) paintRow(context, scene, rank)
}

/** Vertical lines of hours and days over the rows. */
export const paintLines = (context: Context, scene: Scene): void => {
  const { view, palette, scale, ticks, stack } = scene
  const bottom = Math.min(view.height, toCanvasY(scene, stack.height))
  context.fillStyle = palette.theme.line
  context.globalAlpha = 0.7
  for (const tick of ticks) {
    const x = Math.round(toCanvasX(scene, tick.x))
    if (x > view.head && x < view.width && tick.minutes % 60 === 0) {
      context.fillRect(x, view.axis, 1, bottom - view.axis)
    }
  }
  context.globalAlpha = 1
  context.fillStyle = palette.theme['line-strong']
  for (const { x } of scale.segments.slice(1)) {
    const at = Math.round(toCanvasX(scene, x))
    if (at > view.head && at < view.width) context.fillRect(at, view.axis, 1, bottom - view.axis)
  }
}

const paintDayHeads = (context: Context, scene: Scene): void => {
  const { view, palette, scale } = scene
  context.font = `600 12px ${scene.font}`
  context.textAlign = 'left'
  for (const { day, x, width } of scale.segments) {
    const left = toCanvasX(scene, x)
    if (left > view.width || left + width < view.head) continue
    // The day's name stays in sight while its day is.
    const from = Math.max(left, view.head)
    const room = left + width - from - 12
    const hours = hoursOf(day)
    const long = hours === 24 ? '' : ` · ${hours} h`
    const names = scene.dayLabels(day.date).map((name) => name + long)
    const isToday = scene.now >= day.from && scene.now < day.until
    context.fillStyle = isToday ? palette.theme.accent : palette.theme.ink
    // Half a date is another date: the longest name that fits whole, or none.
    const text = names.find((name) => fitText(context, name, room) === name)
    if (text) context.fillText(text, from + 6, 13)
    if (left > view.head) {
      context.fillStyle = palette.theme['line-strong']
      context.fillRect(Math.round(left), 0, 1, view.axis)
    }
  }
}

const paintTickLabels = (context: Context, scene: Scene): void => {
  const { view, palette, ticks } = scene
  context.font = `400 11px ${scene.font}`
  context.fillStyle = palette.theme['ink-2']
  for (const tick of ticks) {
    const x = toCanvasX(scene, tick.x)
    if (!tick.labelled || x < view.head - 1 || x > view.width - 12) continue
    context.fillText(scene.tickLabel(tick), x + 4, view.axis - 12)
  }
}

/** Days and hours above the rows. */
export const paintAxis = (context: Context, scene: Scene): void => {
  const { view, palette } = scene
  context.fillStyle = palette.theme.surface
  context.fillRect(0, 0, view.width, view.axis)
  context.save()
  context.beginPath()
  context.rect(view.head, 0, view.width - view.head, view.axis)
  context.clip()
  context.textBaseline = 'middle'
  paintDayHeads(context, scene)
  paintTickLabels(context, scene)
  context.restore()
  context.fillStyle = palette.theme['line-strong']
  context.fillRect(0, view.axis - 1, view.width, 1)
}

/** Now, as a line through the rows with its head on the axis. */
export const paintNow = (context: Context, scene: Scene): void => {
  const { view, palette, scale, now, stack } = scene
  const first = scale.segments[0]?.day.opens ?? 0
  const last = scale.segments.at(-1)?.day.closes ?? 0
  if (now < first || now >= last) return
  const x = Math.round(toCanvasX(scene, xOf(scale, now)))
  if (x < view.head || x > view.width) return
  // Outside the shown hours now stands on an edge where no time is: say nothing rather than something false.
  if (Math.abs(timeAt(scale, xOf(scale, now)) - now) > 60_000) return
  const bottom = Math.min(view.height, toCanvasY(scene, stack.height))
  context.fillStyle = palette.theme.bad
  context.fillRect(x - 1, view.axis - 6, 2, bottom - view.axis + 6)
  context.beginPath()
  context.arc(x, view.axis - 6, 4, 0, 2 * Math.PI)
  context.fill()
}
