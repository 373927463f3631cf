// The few elements that stand over the canvas: laid in the frame that paints it, so that nothing trembles.
import type { Target } from './drag.ts'
import { type Box, boxOfBar, findBar, LEAST_BAR_PX } from './hit-test.ts'
import type { BoardBar } from './model.ts'
import type { RowStack } from './rows.ts'
import type { Viewport } from './scene.ts'
import type { TimeScale } from './time-scale.ts'

/** Room that the ghost's words may take. */
const LABEL_PX = 290

/** Lays an element over a box of the surface; null hides it. */
const layOver = (element: HTMLElement, box: Box | null, view: Viewport): void => {
  element.style.display = box ? '' : 'none'
  if (!box) return
  const left = Math.max(box.x - view.left + view.head, view.head)
  const width = Math.max(LEAST_BAR_PX, box.x + box.width - view.left + view.head - left)
  element.style.transform = `translate(${left}px, ${box.y - view.top + view.axis}px)`
  element.style.width = `${width}px`
  element.style.height = `${box.height}px`
}

/** Lays the ghost; its words turn to where there is room for them. */
const layGhost = (ghost: HTMLElement, box: Box | null, view: Viewport): void => {
  layOver(ghost, box, view)
  const isRight = box !== null && box.x - view.left + view.head + LABEL_PX > view.width
  const isLow = box !== null && box.y - view.top + view.axis + LABEL_PX / 2 > view.height
  ghost.toggleAttribute('data-end', isRight)
  ghost.toggleAttribute('data-up', isLow)
}

type Ground = { readonly scale: TimeScale; readonly stack: RowStack; readonly view: Viewport }

/** The element of focus stands over the selected bar. */
export const layOverBar = (
  focus: HTMLElement,
  selected: Pick<BoardBar, 'id' | 'rowId'> | null,
  { scale, stack, view }: Ground,
): void => {
  const place = selected && findBar(stack, selected)
  layOver(focus, place && boxOfBar(scale, stack, place), view)
}

/** The ghost stands where what is held would be put down. */
export const layGhostAt = (
  ghost: HTMLElement,
  target: Target | null,
  { scale, stack, view }: Ground,
): void => {
  const rank = target ? stack.rankOf.get(target.rowId) : undefined
  const box =
    target && rank !== undefined ? boxOfBar(scale, stack, { rank, lane: 0, bar: target }) : null
  layGhost(ghost, box, view)
}

/** The canvas with its pixels, and the stage it fills. */
export const sizeParts = (
  { canvas, stage }: { readonly canvas: HTMLCanvasElement; readonly stage: HTMLElement },
  { width, height }: { readonly width: number; readonly height: number },
  ratio: number,
): void => {
  canvas.width = Math.round(width * ratio)
  canvas.height = Math.round(height * ratio)
  for (const { style } of [canvas, stage]) {
    style.width = `${width}px`
    style.height = `${height}px`
  }
}
