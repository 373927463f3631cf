// How full each day of a row is: a thin strip along its foot, so that an uneven week shows at a glance.
import type { BoardRow } from './model.ts'
import { type Scene, toCanvasX } from './scene.ts'

const STRIP_PX = 3
const NEARLY_FULL = 0.85
/** Of a single day the head of the row already tells. */
const LEAST_DAYS = 2

export const loadTone = (share: number): 'good' | 'warn' | 'bad' =>
  share > 1 ? 'bad' : share > NEARLY_FULL ? 'warn' : 'good'

export const paintLoads = (
  context: CanvasRenderingContext2D,
  scene: Scene,
  on: { readonly row: BoardRow; readonly bottom: number },
): void => {
  const { scale, view, palette } = scene
  const { loads } = on.row
  if (!loads || scale.segments.length < LEAST_DAYS) return
  for (const { day, x, width } of scale.segments) {
    const share = loads.get(day.date)
    if (!share) continue
    const begin = toCanvasX(scene, x) + 1
    const left = Math.max(view.head, begin)
    const room = Math.min(view.width, begin + (width - 2) * Math.min(1, share)) - left
    if (room <= 0) continue
    context.fillStyle = palette.theme[loadTone(share)]
    context.fillRect(left, on.bottom - STRIP_PX, room, STRIP_PX)
  }
}
