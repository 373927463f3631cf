// Best slots under the bars; a proposal's ghosts and colleagues' pointers over them.
import type { Target } from './drag.ts'
import { fitText } from './fit-text.ts'
import { type Box, boxOfBar } from './hit-test.ts'
import type { Colleague, GhostMove } from './overlays.ts'
import { rankOf } from './rank-of.ts'
import { type Scene, toCanvasX, toCanvasY } from './scene.ts'
import { xOf } from './time-scale.ts'

type Context = CanvasRenderingContext2D

const RADIUS = 4

/** Where a place is on the canvas; null when its row is not on the board or it lies beside the sight. */
const boxOf = (scene: Scene, target: Target): Box | null => {
  const rank = rankOf(scene.stack, target.rowId)
  if (rank === undefined) return null
  const box = boxOfBar(scene.scale, scene.stack, { rank, lane: 0, bar: target })
  const { view } = scene
  const [x, y] = [toCanvasX(scene, box.x), toCanvasY(scene, box.y)]
  const outside =
    x + box.width < view.head || x > view.width || y + box.height < view.axis || y > view.height
  return outside ? null : { ...box, x, y }
}

/** Strips where what is selected would do well: the warmer, the better; a number tells without colour. */
export const paintHeat = (context: Context, scene: Scene): void => {
  const { heat } = scene.overlays
  heat.forEach((slot, rank) => {
    const box = boxOf(scene, slot)
    if (!box) return
    context.globalAlpha = 0.16 + 0.34 * slot.warmth
    context.fillStyle = scene.palette.theme.good
    context.beginPath()
    context.roundRect(box.x, box.y, box.width, box.height, RADIUS)
    context.fill()
    context.globalAlpha = 1
    context.strokeStyle = scene.palette.theme.good
    context.lineWidth = rank === 0 ? 2 : 1
    context.stroke()
    if (box.width < 14) return
    context.font = `600 11px ${scene.font}`
    context.fillStyle = scene.palette.theme.ink
    context.textBaseline = 'middle'
    context.fillText(String(rank + 1), box.x + 5, box.y + box.height - 10)
  })
}

const paintArrow = (context: Context, from: Box, to: Box): void => {
  const [x1, y1] = [from.x + Math.min(from.width, 60) / 2, from.y + from.height / 2]
  const [x2, y2] = [to.x + Math.min(to.width, 60) / 2, to.y + to.height / 2]
  if (Math.hypot(x2 - x1, y2 - y1) < 24) return
  const bend = Math.min(40, Math.abs(x2 - x1) / 3 + 12)
  context.beginPath()
  context.moveTo(x1, y1)
  context.bezierCurveTo(x1 + bend, y1, x2 - bend, y2, x2, y2)
  context.stroke()
  context.beginPath()
  context.arc(x2, y2, 3, 0, 2 * Math.PI)
  context.fill()
}

const paintMove = (context: Context, scene: Scene, move: GhostMove): void => {
  const { theme } = scene.palette
  const from = move.from && boxOf(scene, move.from)
  const to = move.to && boxOf(scene, move.to)
  const colour = move.holds ? theme.accent : theme.bad
  context.strokeStyle = colour
  context.fillStyle = colour
  context.lineWidth = 1.5
  if (from) {
    // What leaves its place is crossed out there.
    context.beginPath()
    context.moveTo(from.x + 2, from.y + from.height / 2)
    context.lineTo(from.x + from.width - 2, from.y + from.height / 2)
    context.stroke()
  }
  if (from && to) paintArrow(context, from, to)
  if (!to) return
  context.globalAlpha = 0.86
  context.fillStyle = theme['accent-soft']
  context.beginPath()
  context.roundRect(to.x, to.y, to.width, to.height, RADIUS)
  context.fill()
  context.globalAlpha = 1
  context.setLineDash([5, 3])
  context.lineWidth = 2
  context.stroke()
  context.setLineDash([])
  context.font = `600 12px ${scene.font}`
  context.textBaseline = 'middle'
  context.fillStyle = theme.ink
  const text = fitText(context, move.holds ? move.title : `⚠ ${move.title}`, to.width - 10)
  if (text) context.fillText(text, to.x + 6, to.y + Math.min(14, to.height / 2))
}

const paintName = (
  context: Context,
  scene: Scene,
  tag: { readonly name: string; readonly colour: string; readonly x: number; readonly y: number },
): void => {
  context.font = `600 11px ${scene.font}`
  context.textBaseline = 'middle'
  const text = fitText(context, tag.name, 130) ?? ''
  const width = context.measureText(text).width + 10
  context.fillStyle = tag.colour
  context.beginPath()
  context.roundRect(tag.x, tag.y, width, 17, 3)
  context.fill()
  context.fillStyle = '#ffffff'
  context.fillText(text, tag.x + 5, tag.y + 9)
}

const paintColleague = (context: Context, scene: Scene, one: Colleague): void => {
  if (!one.pointer) return
  const rank = rankOf(scene.stack, one.pointer.rowId)
  const row = rank === undefined ? undefined : scene.stack.boxes[rank]
  if (rank === undefined || !row) return
  const x = toCanvasX(scene, xOf(scene.scale, one.pointer.at))
  const y = toCanvasY(scene, (scene.stack.tops[rank] ?? 0) + row.height / 2)
  context.fillStyle = one.colour
  context.strokeStyle = '#ffffff'
  context.lineWidth = 1
  context.beginPath()
  context.moveTo(x, y)
  context.lineTo(x + 4, y + 14)
  context.lineTo(x + 7, y + 8)
  context.lineTo(x + 13, y + 7)
  context.closePath()
  context.fill()
  context.stroke()
  paintName(context, scene, { name: one.name, colour: one.colour, x: x + 10, y: y + 13 })
}

/** A proposal and colleagues, over the bars. */
export const paintOverlays = (context: Context, scene: Scene): void => {
  const { moves, colleagues } = scene.overlays
  for (const move of moves) paintMove(context, scene, move)
  for (const one of colleagues) paintColleague(context, scene, one)
}

/** The bar that a colleague has in hand, with their name. */
export const paintHeld = (context: Context, scene: Scene, box: Box, one: Colleague): void => {
  context.strokeStyle = one.colour
  context.lineWidth = 2.5
  context.beginPath()
  context.roundRect(box.x - 1.5, box.y - 1.5, box.width + 3, box.height + 3, RADIUS + 2)
  context.stroke()
  paintName(context, scene, { name: one.name, colour: one.colour, x: box.x, y: box.y - 9 })
}
