// What of the canvas a new frame changes: nothing, some rows, or all of it.
import type { BoardBar } from './model.ts'
import { rowsInSight } from './rows.ts'
import { type Area, type Scene, toCanvasY } from './scene.ts'

/** A scene before it is known which part of it is painted. */
export type Frame = Omit<Scene, 'ranks' | 'times'>

/** Outlines reach beyond their row. */
const REACH_PX = 4

const same = (before: Frame, after: Frame, keys: readonly (keyof Frame)[]): boolean =>
  keys.every((key) => before[key] === after[key])

/** Whatever one of these touches, it touches everywhere. */
const everywhere = [
  ...(['scale', 'ticks', 'palette', 'font', 'now', 'motions', 'pace', 'dayLabels'] as const),
  ...(['tickLabel', 'travelLabel', 'absenceLabel'] as const),
]

const sides = ['left', 'top', 'width', 'height', 'head', 'axis'] as const

const sameSight = ({ view: a }: Frame, { view: b }: Frame): boolean =>
  sides.every((side) => a[side] === b[side])

const sameHeights = ({ stack: a }: Frame, { stack: b }: Frame): boolean =>
  a === b ||
  (a.metrics === b.metrics &&
    a.tops.length === b.tops.length &&
    a.tops.every((top, rank) => top === b.tops[rank]))

const hasFree = ({ overlays }: Frame): boolean =>
  overlays.heat.length + overlays.moves.length + overlays.colleagues.length > 0

/** A crew that is selected is tied together across the rows between its people. */
const isTied = ({ stack, view, crewOfSelected }: Frame): boolean => {
  if (crewOfSelected === null) return false
  const { from, until } = rowsInSight(stack, view.top, view.height - view.axis)
  return stack.boxes
    .slice(from, until)
    .some(({ lanes }) => lanes.bars.some((bar) => bar.crew && bar.workId === crewOfSelected))
}

const tieMoves = (before: Frame, after: Frame): boolean =>
  (before.crewOfSelected !== after.crewOfSelected || before.stack !== after.stack) &&
  (isTied(before) || isTied(after))

const heldOf = ({ drag }: Frame): string | null => (drag.kind === 'held' ? drag.grip.id : null)

/** Whether a bar that stands where it stood looks otherwise now. */
const makeLooks = (before: Frame, after: Frame): ((bar: BoardBar) => boolean) => {
  const named = new Set<string>()
  const pairs = [
    [before.selectedId, after.selectedId],
    [before.hoveredId, after.hoveredId],
    [heldOf(before), heldOf(after)],
  ]
  for (const [was, is] of pairs) {
    if (was === is) continue
    if (was) named.add(was)
    if (is) named.add(is)
  }
  const crews = new Set<string>()
  if (before.crewOfSelected !== after.crewOfSelected) {
    if (before.crewOfSelected) crews.add(before.crewOfSelected)
    if (after.crewOfSelected) crews.add(after.crewOfSelected)
  }
  const sets: (readonly [
    ReadonlySet<string> | ReadonlyMap<string, unknown>,
    ReadonlySet<string> | ReadonlyMap<string, unknown>,
  ])[] = []
  if (before.conflicts !== after.conflicts) sets.push([before.conflicts, after.conflicts])
  if (before.clashes !== after.clashes) sets.push([before.clashes, after.clashes])
  if (before.leaving !== after.leaving) sets.push([before.leaving, after.leaving])
  if (before.overlays.picked !== after.overlays.picked)
    sets.push([before.overlays.picked, after.overlays.picked])
  const filtered = before.clear !== after.clear
  const isClear = ({ clear }: Frame, id: string) => clear === null || clear.has(id)
  return (bar) =>
    named.has(bar.id) ||
    crews.has(bar.workId) ||
    sets.some(([was, is]) => was.has(bar.id) !== is.has(bar.id)) ||
    (filtered && isClear(before, bar.id) !== isClear(after, bar.id))
}

const sameVerdict = (before: Frame, after: Frame, rowId: string): boolean => {
  const [was, is] = [before.verdicts.get(rowId), after.verdicts.get(rowId)]
  return (
    was === is ||
    (was?.enforcement === is?.enforcement &&
      was?.lasting === is?.lasting &&
      was?.reason === is?.reason)
  )
}

/** Ranks of the rows in sight that look otherwise. */
const changedRanks = (before: Frame, after: Frame): number[] => {
  const { view, stack } = after
  const { from, until } = rowsInSight(stack, view.top, view.height - view.axis)
  const looks = makeLooks(before, after)
  const verdicts = before.verdicts !== after.verdicts
  const ranks: number[] = []
  for (let rank = from; rank < until; rank++) {
    const box = stack.boxes[rank]
    if (!box) continue
    if (
      box !== before.stack.boxes[rank] ||
      (verdicts && !sameVerdict(before, after, box.row.id)) ||
      box.lanes.bars.some(looks)
    )
      ranks.push(rank)
  }
  return ranks
}

/** The areas of these rows; neighbours are one. */
const areasOf = (frame: Frame, ranks: readonly number[]): Area[] => {
  const { view, stack } = frame
  const areas: Area[] = []
  for (const rank of ranks) {
    const top = toCanvasY(frame, stack.tops[rank] ?? 0) - REACH_PX
    const bottom = toCanvasY(frame, stack.tops[rank + 1] ?? 0) + REACH_PX
    const last = areas.at(-1)
    if (last && last.bottom >= top) areas[areas.length - 1] = { ...last, bottom }
    else areas.push({ left: view.head, right: view.width, top, bottom })
  }
  return areas
}

/**
 * The areas that differ; null: everything is painted anew. Scrolling is: where the processor paints, copying what stands
 * already costs more than painting it (measured: 8 ms a frame against 7).
 */
export const areasChanged = (before: Frame, after: Frame): readonly Area[] | null => {
  if (!same(before, after, everywhere) || !sameSight(before, after)) return null
  if (!sameHeights(before, after) || tieMoves(before, after)) return null
  if (before.overlays !== after.overlays && (hasFree(before) || hasFree(after))) return null
  return areasOf(after, changedRanks(before, after))
}
