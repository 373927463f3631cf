// The bars: what is planned, how it stands, and the road that leads to it.
import { fitText, writeText } from './fit-text.ts'
import { type Box, boxOfBar } from './hit-test.ts'
import { firstTouching } from './lanes.ts'
import { type BarPattern, type BoardBar, HOUR, isLate, LEAST_HOUR_PX, MINUTE } from './model.ts'
import { type CrewBoxes, gatherCrew, paintCrew, paintSpines, paintTie } from './paint-crew.ts'
import { paintGaps } from './paint-gaps.ts'
import { paintHeld } from './paint-overlays.ts'
import {
  BAND,
  edgeOf,
  lineOf,
  type OnBar,
  paintIcon,
  paintSigns,
  TWO_LINES,
  tellsCrew,
} from './paint-signs.ts'
import { rankOf } from './rank-of.ts'
import { rowsInSight } from './rows.ts'
import { type Scene, toCanvasX, toCanvasY } from './scene.ts'

type Context = CanvasRenderingContext2D

const RADIUS = 4

const bandPattern = (context: Context, pattern: BarPattern, box: Box, ink: string): void => {
  if (pattern === 'plain') return
  context.fillStyle = ink
  const step = pattern === 'stripes' ? 5 : 6
  for (let y = box.y + 3; y < box.y + box.height - 2; y += step) {
    if (pattern === 'stripes') context.fillRect(box.x, y, BAND, 2)
    else context.fillRect(box.x + 1.5, y, 2, 2)
  }
}

const paintWords = (
  context: Context,
  scene: Scene,
  on: OnBar & { readonly right: number },
): void => {
  const { bar, box, colours, right } = on
  // What begins left of the sight keeps its name in sight.
  const x = Math.max(box.x + BAND + 4, scene.view.head + 4)
  const two = box.height >= TWO_LINES
  const edge = box.x + box.width - 4
  const line = lineOf(bar, box)
  const start = paintIcon(context, { bar, box, colours, left: x, right })
  context.font = `600 12px ${scene.font}`
  const title = fitText(context, bar.title, two ? edge - x : right - start)
  context.fillStyle = colours.ink
  if (title) writeText(context, title, two ? x : start, two ? box.y + 12 : line)
  if (!two) return
  context.font = `400 11px ${scene.font}`
  // Two letters of a detail say nothing.
  const detail = right - start < 24 ? '' : fitText(context, bar.detail, right - start)
  context.fillStyle = colours.ink2
  if (detail) writeText(context, detail, start, line)
}

/** The road to a bar, or home from it: a thin bar joined to it, with its minutes where they fit. */
const paintRoad = (
  context: Context,
  scene: Scene,
  road: {
    readonly minutes: number
    readonly left: number
    readonly joint: number
    readonly box: Box
  },
): void => {
  const { minutes, left, joint, box } = road
  const width = minutes * MINUTE * scene.scale.pxPerMs
  if (width < 2) return
  const y = box.y + box.height / 2
  const away = joint === left ? left + width - 2 : left
  context.fillStyle = scene.palette.theme['ink-3']
  context.fillRect(left, y - 1.5, width, 3)
  context.fillRect(away, y - 5, 2, 10)
  context.font = `500 10px ${scene.font}`
  // Half a number is another number: all of it or nothing.
  const text = [scene.travelLabel(minutes, false), scene.travelLabel(minutes, true)].find(
    (one) => fitText(context, one, width - 5) === one,
  )
  if (!text || box.height < 24) return
  context.fillStyle = scene.palette.theme['ink-2']
  context.fillText(text, left + 5, y - 8)
}

const paintTravel = (context: Context, scene: Scene, bar: BoardBar, box: Box): void => {
  // In a week on one screen the roads would only be specks.
  if (scene.scale.pxPerMs * HOUR < LEAST_HOUR_PX) return
  if (bar.travelMinutes) {
    const width = bar.travelMinutes * MINUTE * scene.scale.pxPerMs
    const left = box.x - width
    paintRoad(context, scene, { minutes: bar.travelMinutes, left, joint: box.x, box })
  }
  if (bar.travelAfterMinutes) {
    const left = box.x + box.width
    paintRoad(context, scene, { minutes: bar.travelAfterMinutes, left, joint: left, box })
  }
}

const paintBody = (context: Context, scene: Scene, on: OnBar): void => {
  const { bar, box, colours } = on
  const isOpen = bar.state === 'open'
  const isDashed = isOpen || bar.state === 'draft'
  context.fillStyle = bar.state === 'finished' || isDashed ? colours.quiet : colours.fill
  context.beginPath()
  context.roundRect(box.x, box.y, box.width, box.height, RADIUS)
  context.fill()
  context.strokeStyle = edgeOf(scene, bar, colours)
  context.lineWidth = scene.conflicts.has(bar.id) || isLate(bar, scene.now) ? 2 : isOpen ? 1.5 : 1
  if (isDashed) context.setLineDash(isOpen ? [3, 3] : [4, 3])
  context.stroke()
  if (isDashed) context.setLineDash([])
  const band: Box = { ...box, width: Math.min(BAND, Math.max(3, box.width * 0.25)) }
  context.fillStyle = isOpen ? scene.palette.theme.bad : colours.band
  context.beginPath()
  context.roundRect(band.x, band.y, band.width, band.height, [RADIUS, 0, 0, RADIUS])
  context.fill()
  if (box.width > 3 * BAND) bandPattern(context, bar.pattern, band, colours.bandInk)
}

const DOT_PX = 3

/** Changed and not seen yet: a dot at the corner, for bars that have no room for signs. */
const paintUnseen = (context: Context, scene: Scene, box: Box): void => {
  const { theme } = scene.palette
  context.beginPath()
  context.arc(box.x + box.width - 1, box.y + 1, DOT_PX, 0, 2 * Math.PI)
  context.fillStyle = theme.warn
  context.fill()
  context.strokeStyle = theme.surface
  context.lineWidth = 1
  context.stroke()
}

const outline = (context: Context, box: Box, colour: string, width: number): void => {
  context.strokeStyle = colour
  context.lineWidth = width
  context.beginPath()
  context.roundRect(box.x - 1.5, box.y - 1.5, box.width + 3, box.height + 3, RADIUS + 2)
  context.stroke()
}

const paintBar = (context: Context, scene: Scene, bar: BoardBar, box: Box): void => {
  const colours = scene.palette.bar(bar.colour)
  const held = scene.drag.kind === 'held' && scene.drag.grip.id === bar.id
  const faint =
    held || scene.leaving.has(bar.id) || (scene.clear !== null && !scene.clear.has(bar.id))
  context.globalAlpha = faint ? 0.35 : 1
  paintTravel(context, scene, bar, box)
  paintBody(context, scene, { bar, box, colours })
  if (bar.crew && tellsCrew(bar)) paintCrew(context, bar.crew, box, colours)
  if (box.width > 22) {
    const right = paintSigns(context, scene, { bar, box, colours })
    paintWords(context, scene, { bar, box, colours, right })
  }
  if (bar.unseen) paintUnseen(context, scene, box)
  context.globalAlpha = 1
  const colleague = scene.held.get(bar.id)
  const glow = scene.motions.glow(bar.id, scene.frameAt)
  if (colleague) paintHeld(context, scene, box, colleague)
  if (scene.clashes.has(bar.id)) outline(context, box, scene.palette.theme.bad, 2.5)
  if (glow > 0) {
    context.globalAlpha = glow
    outline(context, box, scene.palette.theme.tally, 3)
    context.globalAlpha = 1
  }
  if (scene.selectedId === bar.id || scene.overlays.picked.has(bar.id))
    outline(context, box, scene.palette.theme.accent, 2.5)
  else if (bar.crew && bar.workId === scene.crewOfSelected) {
    context.setLineDash([3, 3])
    outline(context, box, scene.palette.theme.accent, 2)
    context.setLineDash([])
  } else if (scene.hoveredId === bar.id)
    outline(context, box, scene.palette.theme['line-strong'], 1.5)
}

/** The box on its way from where the bar stood. */
const glided = (scene: Scene, bar: BoardBar, box: Box): Box => {
  const glide = scene.motions.glide(bar.id, scene.frameAt)
  const rank = glide && rankOf(scene.stack, glide.from.rowId)
  if (!glide || rank === undefined || rank === null) return box
  const old = boxOfBar(scene.scale, scene.stack, { rank, lane: 0, bar: glide.from })
  const x = box.x + (toCanvasX(scene, old.x) - box.x) * glide.left
  const y = box.y + (toCanvasY(scene, old.y) - box.y) * glide.left
  return { ...box, x, y }
}

const ROAD_MS = 120 * MINUTE

/** Room that the way home takes behind a bar. */
const roadAfter = (scene: Scene, bar: BoardBar): number =>
  (bar.travelAfterMinutes ?? 0) * MINUTE * scene.scale.pxPerMs

const paintRowBars = (context: Context, scene: Scene, rank: number): void => {
  const lanes = scene.stack.boxes[rank]?.lanes
  if (!lanes) return
  paintGaps(context, scene, rank)
  const crews: CrewBoxes = new Map()
  const { from, until } = scene.times
  // A bar's road stands before and after it: two hours of it may be in sight when the bar is not.
  for (let i = firstTouching(lanes, from - ROAD_MS); i < lanes.bars.length; i++) {
    const bar = lanes.bars[i] as BoardBar
    if (bar.from - ROAD_MS > until) break
    const box = boxOfBar(scene.scale, scene.stack, { rank, lane: lanes.lanes[i] ?? 0, bar })
    const x = toCanvasX(scene, box.x)
    if (x + box.width + roadAfter(scene, bar) < scene.view.head) continue
    const shown = glided(scene, bar, { ...box, x, y: toCanvasY(scene, box.y) })
    paintBar(context, scene, bar, shown)
    gatherCrew(crews, bar, shown)
  }
  if (crews.size > 0) paintSpines(context, scene, crews)
}

/** The seats of the selected crew, wherever they are in sight: a tie leads across rows that are not painted now. */
const tiedBoxes = (scene: Scene): Box[] => {
  const { stack, scale, view, crewOfSelected } = scene
  if (crewOfSelected === null) return []
  const { from, until } = rowsInSight(stack, view.top, view.height - view.axis)
  const boxes: Box[] = []
  for (let rank = from; rank < until; rank++) {
    const lanes = stack.boxes[rank]?.lanes
    lanes?.bars.forEach((bar, at) => {
      if (!bar.crew || bar.workId !== crewOfSelected) return
      const box = boxOfBar(scale, stack, { rank, lane: lanes.lanes[at] ?? 0, bar })
      const x = toCanvasX(scene, box.x)
      if (x + box.width < view.head || x > view.width) return
      boxes.push(glided(scene, bar, { ...box, x, y: toCanvasY(scene, box.y) }))
    })
  }
  return boxes
}

/** All bars in sight. */
export const paintBars = (context: Context, scene: Scene): void => {
  context.textBaseline = 'middle'
  context.textAlign = 'left'
  const { from, until } = scene.ranks
  for (let rank = from; rank < until; rank++) paintRowBars(context, scene, rank)
  paintTie(context, scene, tiedBoxes(scene))
}

/** Rows that may not take what is held, veiled, with the reason in words. */
export const paintVerdicts = (context: Context, scene: Scene): void => {
  const { view, stack, palette, verdicts } = scene
  if (verdicts.size === 0) return
  const { from, until } = scene.ranks
  context.font = `500 12px ${scene.font}`
  context.textBaseline = 'middle'
  for (let rank = from; rank < until; rank++) {
    const box = stack.boxes[rank]
    const verdict = box && verdicts.get(box.row.id)
    if (!box || !verdict || verdict.enforcement === 'allow') continue
    const y = toCanvasY(scene, stack.tops[rank] ?? 0)
    // Who could at another time stays legible: there one looks for the gap.
    const veil = verdict.lasting ? 0.78 : verdict.enforcement === 'warn' ? 0.18 : 0.4
    context.globalAlpha = veil
    context.fillStyle = palette.theme.canvas
    context.fillRect(view.head, y, view.width - view.head, box.height - 1)
    context.globalAlpha = 1
    if (!verdict.lasting) continue
    const text = fitText(context, verdict.reason, view.width - view.head - 24)
    if (!text) continue
    const width = context.measureText(text).width + 12
    context.fillStyle = palette.theme['bad-soft']
    context.beginPath()
    context.roundRect(view.head + 8, y + box.height / 2 - 11, width, 22, RADIUS)
    context.fill()
    context.fillStyle = palette.theme.bad
    context.fillText(text, view.head + 14, y + box.height / 2)
  }
}
