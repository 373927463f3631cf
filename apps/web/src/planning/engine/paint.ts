// One frame, from the ground up.
import { paintBars, paintVerdicts } from './paint-bars.ts'
import { paintAxis, paintLines, paintNow, paintRows } from './paint-grid.ts'
import { paintHeat, paintOverlays } from './paint-overlays.ts'
import type { Scene } from './scene.ts'

/** Paints everything in sight; the canvas is opaque, so nothing of the frame before stays. */
export const paintScene = (
  context: CanvasRenderingContext2D,
  scene: Scene,
  ratio: number,
): void => {
  const { view } = scene
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  context.textAlign = 'left'
  context.save()
  context.beginPath()
  context.rect(view.head, view.axis, view.width - view.head, view.height - view.axis)
  context.clip()
  paintRows(context, scene)
  paintLines(context, scene)
  paintHeat(context, scene)
  paintBars(context, scene)
  paintOverlays(context, scene)
  paintVerdicts(context, scene)
  context.restore()
  paintAxis(context, scene)
  paintNow(context, scene)
}
