// The few elements that stand over the canvas: laid in the frame that paints it, so that nothing trembles.
import { type Box, LEAST_BAR_PX } from './hit-test.ts'
import type { Viewport } from './scene.ts'

/** Room that the ghost's words may take. */
const LABEL_PX = 290

/** Lays an element over a box of the surface; null hides it. */
export const layOver = (element: HTMLElement, box: Box | null, view: Viewport): void => {
  element.style.display = box ? '' : 'none'
  if (!box) return
  const left = Math.max(box.x - view.left + view.head, view.head)
  const width = Math.max(LEAST_BAR_PX, box.x + box.width - view.left + view.head - left)
  element.style.transform = `translate(${left}px, ${box.y - view.top + view.axis}px)`
  element.style.width = `${width}px`
  element.style.height = `${box.height}px`
}

/** Lays the ghost; its words turn to where there is room for them. */
export const layGhost = (ghost: HTMLElement, box: Box | null, view: Viewport): void => {
  layOver(ghost, box, view)
  const isRight = box !== null && box.x - view.left + view.head + LABEL_PX > view.width
  const isLow = box !== null && box.y - view.top + view.axis + LABEL_PX / 2 > view.height
  ghost.toggleAttribute('data-end', isRight)
  ghost.toggleAttribute('data-up', isLow)
}
