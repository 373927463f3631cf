// Shift held, a rectangle drawn over the board picks every bar it touches.
import { boxOfBar, type Hit } from './hit-test.ts'
import { firstTouching } from './lanes.ts'
import type { BoardBar } from './model.ts'
import type { RowStack } from './rows.ts'
import { type TimeScale, timeAt } from './time-scale.ts'

export type Rectangle = {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Visits that the rectangle touches, in the coordinates of the whole surface. */
export const barsWithin = (scale: TimeScale, stack: RowStack, area: Rectangle): BoardBar[] => {
  const found: BoardBar[] = []
  const [from, until] = [timeAt(scale, area.left), timeAt(scale, area.right)]
  stack.boxes.forEach(({ lanes, height }, rank) => {
    const top = stack.tops[rank] ?? 0
    if (top + height < area.top || top > area.bottom) return
    for (let i = firstTouching(lanes, from); i < lanes.bars.length; i++) {
      const bar = lanes.bars[i] as BoardBar
      if (bar.from > until) break
      const box = boxOfBar(scale, stack, { rank, lane: lanes.lanes[i] ?? 0, bar })
      const touches =
        box.x <= area.right &&
        box.x + box.width >= area.left &&
        box.y <= area.bottom &&
        box.y + box.height >= area.top
      if (touches && bar.state !== 'open') found.push(bar)
    }
  })
  return found
}

type Ground = {
  readonly scale: TimeScale
  readonly stack: RowStack
  readonly placeAt: (clientX: number, clientY: number) => Hit | null
  /** From a point of the window to the whole surface. */
  readonly surfacePoint: (
    clientX: number,
    clientY: number,
  ) => { readonly x: number; readonly y: number }
}

type Hands = {
  readonly parts: { readonly scroller: HTMLElement; readonly stage: HTMLElement }
  readonly events: { readonly onPick: (bars: readonly BoardBar[]) => void }
  readonly signal: AbortSignal
}

const SLACK_PX = 6

const makeFrame = (stage: HTMLElement): HTMLElement => {
  const frame = document.createElement('div')
  frame.className =
    'pointer-events-none absolute z-20 rounded border-2 border-accent border-dashed bg-accent-soft/40'
  frame.dataset.testid = 'lasso'
  stage.append(frame)
  return frame
}

const layFrame = (frame: HTMLElement, area: Rectangle, origin: DOMRect): void => {
  frame.style.left = `${area.left - origin.left}px`
  frame.style.top = `${area.top - origin.top}px`
  frame.style.width = `${area.right - area.left}px`
  frame.style.height = `${area.bottom - area.top}px`
}

/** Draws the lasso from an empty place on; what it touches when it is let go is picked. */
export const listenForLasso = (ground: Ground, { parts, events, signal }: Hands): void => {
  const begin = (down: PointerEvent): void => {
    if (down.button !== 0 || !down.shiftKey || down.pointerType === 'touch') return
    const hit = ground.placeAt(down.clientX, down.clientY)
    if (!hit || hit.bar) return
    let frame: HTMLElement | null = null
    const ending = new AbortController()
    const areaOf = (event: PointerEvent): Rectangle => ({
      left: Math.min(down.clientX, event.clientX),
      right: Math.max(down.clientX, event.clientX),
      top: Math.min(down.clientY, event.clientY),
      bottom: Math.max(down.clientY, event.clientY),
    })
    const end = () => {
      frame?.remove()
      ending.abort()
    }
    const move = (event: PointerEvent) => {
      const area = areaOf(event)
      if (!frame && area.right - area.left + area.bottom - area.top < SLACK_PX) return
      frame ??= makeFrame(parts.stage)
      layFrame(frame, area, parts.stage.getBoundingClientRect())
    }
    const up = (event: PointerEvent) => {
      const drawn = frame !== null
      end()
      if (!drawn) return
      const area = areaOf(event)
      const first = ground.surfacePoint(area.left, area.top)
      const last = ground.surfacePoint(area.right, area.bottom)
      const within = { left: first.x, top: first.y, right: last.x, bottom: last.y }
      events.onPick(barsWithin(ground.scale, ground.stack, within))
    }
    const key = (event: KeyboardEvent) => event.key === 'Escape' && end()
    addEventListener('pointermove', move, { signal: ending.signal })
    addEventListener('pointerup', up, { signal: ending.signal })
    addEventListener('pointercancel', end, { signal: ending.signal })
    addEventListener('keydown', key, { signal: ending.signal, capture: true })
  }
  parts.scroller.addEventListener('pointerdown', begin, { signal })
}
