// Paints frames upon each other: what a frame has in common with the one before is not painted again.
import { areasChanged, type Frame } from './frame-diff.ts'
import { paintAll, paintArea } from './paint.ts'
import type { Area } from './scene.ts'

/** Past this share of the rows, areas cost more than the whole. */
const MOST_SHARE = 0.7

export class FramePainter {
  readonly #context: CanvasRenderingContext2D
  #last: { readonly frame: Frame; readonly ratio: number } | null = null

  constructor(canvas: HTMLCanvasElement) {
    const context = canvas.getContext('2d', { alpha: false })
    if (!context) throw new Error('This browser gives no canvas')
    this.#context = context
  }

  /** What stands on the canvas is no longer to be trusted: it was resized, or a font came in. */
  forget(): void {
    this.#last = null
  }

  /** `restless`: things move or glow in this frame or did in the last. */
  paint(frame: Frame, ratio: number, restless: boolean): void {
    const last = this.#last
    const areas = last && last.ratio === ratio && !restless ? areasChanged(last.frame, frame) : null
    // A restless frame leaves behind what the next must not keep.
    this.#last = restless ? null : { frame, ratio }
    this.#context.setTransform(ratio, 0, 0, ratio, 0, 0)
    if (!areas || isMost(areas, frame)) {
      paintAll(this.#context, frame)
      return
    }
    for (const area of areas) {
      const clipped = onPixels(frame, area, ratio)
      if (clipped) paintArea(this.#context, frame, clipped)
    }
  }
}

/** Cut to the rows and grown to whole pixels: half a pixel painted twice would shine through. */
const onPixels = ({ view }: Frame, area: Area, ratio: number): Area | null => {
  const left = Math.floor(Math.max(view.head, area.left) * ratio) / ratio
  const top = Math.floor(Math.max(view.axis, area.top) * ratio) / ratio
  const right = Math.ceil(Math.min(view.width, area.right) * ratio) / ratio
  const bottom = Math.ceil(Math.min(view.height, area.bottom) * ratio) / ratio
  return right > left && bottom > top ? { left, top, right, bottom } : null
}

const isMost = (areas: readonly Area[], { view }: Frame): boolean => {
  const whole = (view.width - view.head) * (view.height - view.axis)
  const sum = areas.reduce(
    (total, { left, right, top, bottom }) => total + (right - left) * (bottom - top),
    0,
  )
  return sum > whole * MOST_SHARE
}
