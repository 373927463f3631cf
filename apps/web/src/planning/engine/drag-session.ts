// Leads a drag from the pointer to the machine: the same for a bar of the board and a card of the backlog.
import {
  type DragContext,
  type DragEffect,
  type DragEvent,
  type DragState,
  drag,
  type Grip,
  IDLE,
  type Target,
} from './drag.ts'

type Over = { readonly rowId: string; readonly at: number } | null

type Surroundings = {
  readonly context: () => DragContext
  /** The row and moment under a point of the window; null beside the board. */
  readonly over: (clientX: number, clientY: number) => Over
  readonly onEffect: (effect: DragEffect) => void
  /** Let go over an element that is not the board; true when it took the thing. */
  readonly onOutside: (grip: Grip, element: Element) => boolean
  /** Scrolls when the pointer is near an edge; true while there is somewhere to go. */
  readonly scrollEdge: (clientX: number, clientY: number) => boolean
}

const LONG_PRESS_MS = 320

/** One drag at a time; who watches is told whenever the state changes. */
export class DragSession {
  #state: DragState = IDLE
  #point = { x: 0, y: 0 }
  #timer: ReturnType<typeof setTimeout> | null = null
  #frame = 0
  readonly #watchers = new Set<() => void>()
  readonly #around: Surroundings
  #listening: AbortController | null = null

  constructor(around: Surroundings) {
    this.#around = around
  }

  readonly get = (): DragState => this.#state

  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher)
    return () => void this.#watchers.delete(watcher)
  }

  /** Something was pressed; whether it will be dragged shows itself. */
  press(grip: Grip, event: Pick<PointerEvent, 'clientX' | 'clientY' | 'pointerType'>): void {
    if (this.#state.kind !== 'idle') return
    const touch = event.pointerType === 'touch'
    this.#point = { x: event.clientX, y: event.clientY }
    this.#step({ kind: 'press', grip, ...this.#point, touch })
    if (touch) this.#timer = setTimeout(() => this.#longPress(), LONG_PRESS_MS)
  }

  pick(grip: Grip, by: 'keys' | 'click', target: Target | null): void {
    this.#step({ kind: 'pick', grip, by, target })
  }

  nudge(ms: number, rowId: string | null): void {
    this.#step({ kind: 'nudge', ms, rowId })
  }

  stretch(ms: number): void {
    this.#step({ kind: 'stretch', ms })
  }

  /** What is held is led by something other than our own pointer events. */
  pointAt(clientX: number, clientY: number): void {
    this.#point = { x: clientX, y: clientY }
    this.#move()
    this.#edge()
  }

  /** Click-to-place: the point decides, wherever the ghost stood before. */
  dropAt(clientX: number, clientY: number): void {
    this.#point = { x: clientX, y: clientY }
    this.#move()
    this.#step({ kind: 'drop' })
  }

  drop(): void {
    this.#step({ kind: 'drop' })
  }

  cancel(): void {
    this.#step({ kind: 'cancel' })
  }

  /** The ground moved under the pointer (scroll, zoom): what is held stands elsewhere now. */
  follow(): void {
    if (this.#state.kind === 'held' && this.#state.by !== 'keys') this.#move()
  }

  close(): void {
    this.#end()
    this.#watchers.clear()
  }

  #longPress(): void {
    this.#step({ kind: 'long-press' })
    if (this.#state.kind === 'held') globalThis.navigator?.vibrate?.(12)
    this.#move()
  }

  #move(): void {
    const { x, y } = this.#point
    this.#step({ kind: 'move', x, y, over: this.#around.over(x, y) })
  }

  #step(event: DragEvent): void {
    const { state, effect } = drag(this.#state, event, this.#around.context())
    const changed = state !== this.#state
    this.#state = state
    if (state.kind === 'idle') this.#end()
    else this.#listen()
    if (changed) for (const watcher of this.#watchers) watcher()
    if (effect) this.#around.onEffect(effect)
  }

  #listen(): void {
    if (this.#listening) return
    this.#listening = new AbortController()
    const { signal } = this.#listening
    addEventListener('pointermove', this.#onMove, { signal })
    addEventListener('pointerup', this.#onUp, { signal })
    addEventListener('pointercancel', () => this.cancel(), { signal })
    addEventListener('blur', () => this.cancel(), { signal })
    addEventListener('keydown', this.#onKey, { signal, capture: true })
    // Once a finger holds a bar the page must not scroll away under it.
    const hold = (event: TouchEvent) => this.#state.kind === 'held' && event.preventDefault()
    addEventListener('touchmove', hold, { signal, passive: false })
    const noMenu = (event: Event) => event.preventDefault()
    addEventListener('contextmenu', noMenu, { signal })
  }

  #end(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
    this.#listening?.abort()
    this.#listening = null
  }

  readonly #onMove = (event: PointerEvent): void => {
    this.#point = { x: event.clientX, y: event.clientY }
    this.#move()
    this.#edge()
  }

  readonly #onUp = (event: PointerEvent): void => {
    const state = this.#state
    if (state.kind === 'held' && state.by === 'pointer' && !state.target) {
      const element = document.elementFromPoint(event.clientX, event.clientY)
      if (element && this.#around.onOutside(state.grip, element)) {
        this.cancel()
        return
      }
    }
    this.#step({ kind: 'release' })
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    this.cancel()
  }

  /** Keeps scrolling while the pointer rests at an edge. */
  #edge(): void {
    if (this.#frame || this.#state.kind !== 'held' || this.#state.by === 'keys') return
    const turn = () => {
      this.#frame = 0
      if (this.#state.kind !== 'held') return
      if (!this.#around.scrollEdge(this.#point.x, this.#point.y)) return
      this.#move()
      this.#frame = requestAnimationFrame(turn)
    }
    this.#frame = requestAnimationFrame(turn)
  }
}
