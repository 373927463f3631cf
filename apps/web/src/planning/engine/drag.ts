// Dragging as a machine without a screen: presses, moves and keys go in; a target and at last a drop come out.
import type { BarPart } from './hit-test.ts'
import { MINUTE, type Span } from './model.ts'

/** Where something would stand. */
export type Target = Span & { readonly rowId: string }

export type DragKind = 'place' | 'move' | 'copy' | 'resize-start' | 'resize-end'

/** What is held: a bar of the board, or a visit of the backlog (`origin` null). */
export type Grip = {
  readonly kind: DragKind
  readonly id: string
  readonly origin: Target | null
  readonly duration: number
  /** Time between the bar's start and the point it was taken at. */
  readonly hold: number
}

export type DragState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'pressed'
      readonly grip: Grip
      readonly x: number
      readonly y: number
      readonly touch: boolean
    }
  | {
      readonly kind: 'held'
      readonly grip: Grip
      readonly by: 'pointer' | 'keys' | 'click'
      readonly target: Target | null
    }

export type DragEvent =
  | {
      readonly kind: 'press'
      readonly grip: Grip
      readonly x: number
      readonly y: number
      readonly touch: boolean
    }
  /** A finger stayed where it was: now it drags; before that it scrolls. */
  | { readonly kind: 'long-press' }
  | {
      readonly kind: 'move'
      readonly x: number
      readonly y: number
      readonly over: { readonly rowId: string; readonly at: number } | null
    }
  | { readonly kind: 'release' }
  | {
      readonly kind: 'pick'
      readonly grip: Grip
      readonly by: 'keys' | 'click'
      readonly target: Target | null
    }
  | { readonly kind: 'nudge'; readonly ms: number; readonly rowId: string | null }
  /** Longer or shorter, its start kept. */
  | { readonly kind: 'stretch'; readonly ms: number }
  | { readonly kind: 'drop' }
  | { readonly kind: 'cancel' }

export type DragEffect =
  | { readonly kind: 'drop'; readonly grip: Grip; readonly target: Target }
  | { readonly kind: 'click'; readonly grip: Grip }
  | { readonly kind: 'cancelled' }

export type DragContext = {
  readonly snap: (at: number) => number
  /** The shortest a bar may become. */
  readonly leastMs: number
}

export const IDLE: DragState = { kind: 'idle' }

const SLACK_PX = 4

export const gripKind = (part: BarPart): DragKind =>
  part === 'body' ? 'move' : part === 'start' ? 'resize-start' : 'resize-end'

/** Where the held thing would stand if let go over that row and moment. */
export const targetFor = (
  grip: Grip,
  over: { readonly rowId: string; readonly at: number },
  context: DragContext,
): Target => {
  const { origin, duration } = grip
  if (origin && grip.kind === 'resize-start') {
    const latest = origin.until - context.leastMs
    return { ...origin, from: Math.min(context.snap(over.at), latest) }
  }
  if (origin && grip.kind === 'resize-end') {
    const earliest = origin.from + context.leastMs
    return { ...origin, until: Math.max(context.snap(over.at), earliest) }
  }
  const from = context.snap(over.at - grip.hold)
  return { rowId: over.rowId, from, until: from + duration }
}

const nudged = (
  grip: Grip,
  target: Target,
  by: { readonly ms: number; readonly rowId: string | null },
  leastMs: number,
): Target => {
  if (grip.kind === 'resize-end') {
    return { ...target, until: Math.max(target.until + by.ms, target.from + leastMs) }
  }
  if (grip.kind === 'resize-start') {
    return { ...target, from: Math.min(target.from + by.ms, target.until - leastMs) }
  }
  return { rowId: by.rowId ?? target.rowId, from: target.from + by.ms, until: target.until + by.ms }
}

export const sameTarget = (a: Target | null, b: Target | null): boolean =>
  a === b ||
  (a !== null && b !== null && a.rowId === b.rowId && a.from === b.from && a.until === b.until)

type Step = { readonly state: DragState; readonly effect: DragEffect | null }

const stay = (state: DragState): Step => ({ state, effect: null })
const ended = (effect: DragEffect | null): Step => ({ state: IDLE, effect })

const whenPressed = (
  state: Extract<DragState, { kind: 'pressed' }>,
  event: DragEvent,
  context: DragContext,
): Step => {
  if (event.kind === 'release') return ended({ kind: 'click', grip: state.grip })
  if (event.kind === 'cancel') return ended(null)
  const held = { kind: 'held', grip: state.grip, by: 'pointer', target: state.grip.origin } as const
  if (event.kind === 'long-press') return stay(state.touch ? held : state)
  if (event.kind !== 'move') return stay(state)
  if (Math.hypot(event.x - state.x, event.y - state.y) < SLACK_PX) return stay(state)
  // A finger that moves before the long press scrolls: it never moves a bar.
  if (state.touch) return ended(null)
  return stay({ ...held, target: event.over && targetFor(state.grip, event.over, context) })
}

const whenHeld = (
  state: Extract<DragState, { kind: 'held' }>,
  event: DragEvent,
  context: DragContext,
): Step => {
  const { grip, target } = state
  switch (event.kind) {
    case 'move': {
      if (state.by === 'keys') return stay(state)
      const next = event.over && targetFor(grip, event.over, context)
      return stay(sameTarget(next, target) ? state : { ...state, target: next })
    }
    case 'nudge':
      return stay(
        target ? { ...state, target: nudged(grip, target, event, context.leastMs) } : state,
      )
    case 'stretch': {
      if (!target) return stay(state)
      const until = Math.max(target.until + event.ms, target.from + context.leastMs)
      return stay({ ...state, target: { ...target, until } })
    }
    case 'release':
      // Between click-to-pick and click-to-place the button goes up once: that is not the drop.
      if (state.by !== 'pointer') return stay(state)
      return dropOf(grip, target)
    case 'drop':
      return dropOf(grip, target)
    case 'cancel':
      return ended({ kind: 'cancelled' })
    default:
      return stay(state)
  }
}

const dropOf = (grip: Grip, target: Target | null): Step =>
  ended(
    target && !sameTarget(target, grip.origin)
      ? { kind: 'drop', grip, target }
      : { kind: 'cancelled' },
  )

/** One step of the machine. */
export const drag = (state: DragState, event: DragEvent, context: DragContext): Step => {
  if (event.kind === 'pick') {
    return stay({
      kind: 'held',
      grip: event.grip,
      by: event.by,
      target: event.target ?? event.grip.origin,
    })
  }
  if (state.kind === 'idle') {
    if (event.kind !== 'press') return stay(state)
    const { grip, x, y, touch } = event
    return stay({ kind: 'pressed', grip, x, y, touch })
  }
  return state.kind === 'pressed'
    ? whenPressed(state, event, context)
    : whenHeld(state, event, context)
}

export const LEAST_DURATION_MS = 5 * MINUTE
