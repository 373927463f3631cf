// What the mouse, a finger and the wheel do on the board.

import { type Grip, gripKind, type Target } from './drag.ts'
import type { DragSession } from './drag-session.ts'
import type { BarPart, Hit } from './hit-test.ts'
import type { BoardBar } from './model.ts'

/** The surface as its pointer sees it. */
type Ground = {
  readonly drag: DragSession
  readonly placeAt: (clientX: number, clientY: number) => Hit | null
  readonly zoomBy: (factor: number, clientX?: number) => void
  readonly repaint: () => void
  readonly hoverOn: (hit: Hit | null, point: { readonly x: number; readonly y: number }) => void
}

type Hands = {
  readonly scroller: HTMLElement
  readonly events: {
    readonly onSelect: (bar: BoardBar | null) => void
    readonly onOpen: (bar: BoardBar) => void
    readonly onPick: (bars: readonly BoardBar[]) => void
    readonly onPoint: (over: { readonly rowId: string; readonly at: number } | null) => void
    readonly mayDrag: (bar: BoardBar) => boolean
  }
  readonly signal: AbortSignal
}

/** Where a bar stands now. */
export const targetOf = ({ rowId, from, until }: BoardBar): Target => ({ rowId, from, until })

/** A bar taken at one of its parts. */
export const gripOf = (bar: BoardBar, part: BarPart, at: number = bar.from): Grip => ({
  kind: gripKind(part),
  id: bar.id,
  origin: targetOf(bar),
  duration: bar.until - bar.from,
  hold: at - bar.from,
})

const press = (ground: Ground, { events }: Hands, event: PointerEvent): void => {
  const hit = event.button === 0 ? ground.placeAt(event.clientX, event.clientY) : null
  if (!hit) return
  const state = ground.drag.get()
  if (state.kind === 'held') {
    if (state.by === 'click') ground.drag.dropAt(event.clientX, event.clientY)
    return
  }
  const touch = event.pointerType === 'touch'
  if (event.shiftKey && !touch) {
    if (hit.bar) events.onPick([hit.bar])
    return
  }
  // A finger that comes to scroll selects nothing; its tap does (see `click` below).
  if (!touch) events.onSelect(hit.bar)
  if (!hit.bar || !events.mayDrag(hit.bar)) return
  // On a finger's width there is no telling an edge from the middle: touch moves, the details resize.
  // What nobody has is as long as its crew's work.
  const isOpen = hit.bar.state === 'open'
  const grip = gripOf(hit.bar, touch || isOpen ? 'body' : hit.part, hit.at)
  // With Ctrl (or Cmd) held, what is dragged away is a copy.
  const copies = (event.ctrlKey || event.metaKey) && grip.kind === 'move' && !isOpen
  ground.drag.press(copies ? { ...grip, kind: 'copy' } : grip, event)
}

const hover = (ground: Ground, { events, scroller }: Hands, event: PointerEvent): void => {
  if (event.pointerType === 'touch' || ground.drag.get().kind === 'pressed') return
  events.onPoint(ground.placeAt(event.clientX, event.clientY))
  if (ground.drag.get().kind === 'held') {
    ground.hoverOn(null, { x: 0, y: 0 })
    return
  }
  const hit = ground.placeAt(event.clientX, event.clientY)
  ground.hoverOn(hit, { x: event.clientX, y: event.clientY })
  const may = hit?.bar ? events.mayDrag(hit.bar) : false
  const isBody = hit?.part === 'body' || hit?.bar?.state === 'open'
  scroller.style.cursor = !may ? '' : isBody ? 'grab' : 'ew-resize'
}

/** Ties the events of the scroller to the surface until the signal. */
export const listenToSurface = (ground: Ground, hands: Hands): void => {
  const { scroller, signal, events } = hands
  scroller.addEventListener(
    'scroll',
    () => {
      ground.repaint()
      ground.drag.follow()
    },
    { signal, passive: true },
  )
  const wheel = (event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return
    event.preventDefault()
    ground.zoomBy(Math.exp(-event.deltaY / 300), event.clientX)
  }
  scroller.addEventListener('wheel', wheel, { signal, passive: false })
  scroller.addEventListener('pointerdown', (event) => press(ground, hands, event), { signal })
  scroller.addEventListener('pointermove', (event) => hover(ground, hands, event), { signal })
  const leave = () => {
    ground.hoverOn(null, { x: 0, y: 0 })
    events.onPoint(null)
  }
  scroller.addEventListener('pointerleave', leave, { signal })
  const tap = (event: MouseEvent) => {
    const isTouch = (event as PointerEvent).pointerType === 'touch'
    const hit = isTouch ? ground.placeAt(event.clientX, event.clientY) : null
    if (hit && ground.drag.get().kind === 'idle') events.onSelect(hit.bar)
  }
  scroller.addEventListener('click', tap, { signal })
  const open = (event: MouseEvent) => {
    const bar = ground.placeAt(event.clientX, event.clientY)?.bar
    if (bar) events.onOpen(bar)
  }
  scroller.addEventListener('dblclick', open, { signal })
}
