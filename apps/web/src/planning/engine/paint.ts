// A frame from the ground up, or the areas of it that changed.
import { paintBars, paintVerdicts } from './paint-bars.ts'
import { paintAxis, paintLines, paintNow, paintRows } from './paint-grid.ts'
import { paintHeat, paintOverlays } from './paint-overlays.ts'
import { rowsInSight } from './rows.ts'
import type { Area, Scene } from './scene.ts'
import { timeAt } from './time-scale.ts'

type Context = CanvasRenderingContext2D

/** Frames and outlines of a row reach a little into its neighbours. */
const SPARE_ROWS = 1
const SPARE_PX = 4

/** Rows and time that an area of the canvas shows. */
const within = (scene: Omit<Scene, 'ranks' | 'times'>, area: Area): Scene => {
  const { view, stack, scale } = scene
  const top = view.top + area.top - view.axis
  const left = view.left - view.head
  return {
    ...scene,
    ranks: rowsInSight(stack, top, area.bottom - area.top, SPARE_ROWS),
    times: {
      from: timeAt(scale, Math.max(0, left + area.left - SPARE_PX)),
      until: timeAt(scale, left + area.right + SPARE_PX),
    },
  }
}

/** The rows, and all that lies on them. */
const bodyOf = ({ view }: Pick<Scene, 'view'>): Area => ({
  left: view.head,
  top: view.axis,
  right: view.width,
  bottom: view.height,
})

/** Paints what the area shows; the canvas is opaque, so nothing stays of what was there. */
export const paintArea = (
  context: Context,
  scene: Omit<Scene, 'ranks' | 'times'>,
  area: Area,
): void => {
  const part = within(scene, area)
  context.save()
  context.beginPath()
  context.rect(area.left, area.top, area.right - area.left, area.bottom - area.top)
  context.clip()
  context.textAlign = 'left'
  paintRows(context, part)
  paintLines(context, part)
  paintHeat(context, part)
  paintBars(context, part)
  paintOverlays(context, part)
  paintVerdicts(context, part)
  paintNow(context, part)
  context.restore()
}

/** Days and hours over the rows, with the head of the now-line. */
const paintTop = (context: Context, scene: Omit<Scene, 'ranks' | 'times'>): void => {
  const part = within(scene, bodyOf(scene))
  context.textAlign = 'left'
  paintAxis(context, part)
  paintNow(context, part)
}

export const paintAll = (context: Context, scene: Omit<Scene, 'ranks' | 'times'>): void => {
  paintArea(context, scene, bodyOf(scene))
  paintTop(context, scene)
}
