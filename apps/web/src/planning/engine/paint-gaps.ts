// Between the bars: buffers as dots, breaks with a cup, meals by their cup alone.
import { type Gap, gapsOf } from './gaps.ts'
import { GLYPH_PX, paintGlyph } from './glyphs.ts'
import { boxOfBar } from './hit-test.ts'
import { HOUR, LEAST_HOUR_PX, MINUTE } from './model.ts'
import { type Scene, toCanvasX, toCanvasY } from './scene.ts'
import { xOf } from './time-scale.ts'

type Context = CanvasRenderingContext2D

const DOT = 2
const DOT_STEP = 4

type Place = {
  readonly gap: Gap
  readonly left: number
  readonly width: number
  readonly y: number
  readonly height: number
}

const paintDots = (context: Context, scene: Scene, { gap, left, width, y, height }: Place) => {
  const { theme } = scene.palette
  context.fillStyle = gap.kind === 'tight' ? theme.warn : theme['ink-3']
  const middle = y + height / 2
  for (let x = left + 2; x + DOT <= left + width; x += DOT_STEP)
    context.fillRect(x, middle - DOT / 2, DOT, DOT)
  // The end of the buffer, so that its length shows beside a road.
  if (width > 6) context.fillRect(left + width - 1, middle - 3, 1, 6)
}

const paintBreak = (context: Context, scene: Scene, { gap, left, width, y, height }: Place) => {
  const { theme } = scene.palette
  const size = Math.min(22, height - 4)
  const top = y + (height - size) / 2
  context.fillStyle = theme.sunken
  context.strokeStyle = theme['ink-3']
  context.lineWidth = 1
  context.beginPath()
  context.roundRect(left + 0.5, top, Math.max(3, width - 1), size, 4)
  context.fill()
  context.stroke()
  // A quarter of an hour is as wide as its cup when a day fills the screen.
  if (width < GLYPH_PX - 2) return
  const text = scene.travelLabel(Math.round((gap.until - gap.from) / MINUTE), true)
  context.font = `500 10px ${scene.font}`
  const words = context.measureText(text).width
  const fits = width >= GLYPH_PX + words + 10
  const whole = fits ? GLYPH_PX + 3 + words : GLYPH_PX
  const x = left + (width - whole) / 2
  paintGlyph(context, 'break', { x, y: top + (size - GLYPH_PX) / 2 }, theme['ink-2'])
  if (!fits) return
  context.fillStyle = theme['ink-2']
  context.fillText(text, x + GLYPH_PX + 3, top + size / 2)
}

const paintMeal = (context: Context, scene: Scene, { left, width, y, height }: Place) => {
  if (width < GLYPH_PX + 6 || left < scene.view.head) return
  const at = { x: left + (width - GLYPH_PX) / 2, y: y + (height - GLYPH_PX) / 2 }
  paintGlyph(context, 'break', at, scene.palette.theme['ink-3'])
}

/** What lies between the visits of one row; rows of work have none. */
export const paintGaps = (context: Context, scene: Scene, rank: number): void => {
  const { scale, stack, view, pace } = scene
  const box = stack.boxes[rank]
  if (!box?.row.loads || scale.pxPerMs * HOUR < LEAST_HOUR_PX) return
  for (const gap of gapsOf(box.lanes, box.row, pace)) {
    const left = toCanvasX(scene, xOf(scale, gap.from))
    const width = xOf(scale, gap.until) - xOf(scale, gap.from)
    if (left > view.width || left + width < view.head || width < 2) continue
    const lane = boxOfBar(scale, stack, { rank, lane: gap.lane, bar: gap })
    const place = { gap, left, width, y: toCanvasY(scene, lane.y), height: lane.height }
    if (gap.kind === 'meal') paintMeal(context, scene, place)
    else if (gap.kind === 'break') paintBreak(context, scene, place)
    else paintDots(context, scene, place)
  }
}
