// Phases taken by mouse, finger or keys: what is tried out, and what happens when it is let go.
import type { Phase } from '@regie/contract/productions'
import {
  type KeyboardEvent as ReactKeyboardEvent,
  type PointerEvent as ReactPointerEvent,
  useRef,
  useState,
} from 'react'
import { type Grip, pendingOf, pulled, spanOf, stepOf } from './timeline-moves.ts'
import type { Pending, Span } from './timeline-rows.ts'

const MINUTE = 60_000
const THRESHOLD_PIXELS = 4
const KEY_MINUTES = 15
const LEAST_MINUTES = 15

type Taken = { readonly phaseId: string; readonly span: Span; readonly by: 'pointer' | 'keys' }
type Drag = {
  readonly phase: Phase
  readonly grip: Grip
  readonly x: number
  readonly pixelsPerMinute: number
  hasMoved: boolean
}
type Input = {
  readonly phases: readonly Phase[]
  readonly axis: Span | null
  /** What waits for the phase goes along. */
  readonly along: boolean
  readonly onDrop: (pending: Pending, phase: Phase) => void
  readonly onOpen: (phase: Phase) => void
}

const isSame = (a: Span, b: Span): boolean => a.from === b.from && a.until === b.until

/** The part of a bar that was pressed. */
const gripOf = (target: EventTarget): Grip => {
  const grip = target instanceof HTMLElement ? target.dataset.grip : undefined
  return grip === 'start' || grip === 'end' ? grip : 'whole'
}

const dragOf = (
  { target, clientX }: ReactPointerEvent,
  phase: Phase,
  width: number,
  axis: Span,
): Drag => ({
  phase,
  grip: gripOf(target),
  x: clientX,
  pixelsPerMinute: width / ((axis.until - axis.from) / MINUTE),
  hasMoved: false,
})

type KeyDeed = { readonly grip: Grip; readonly minutes: number } | 'drop' | 'take' | null

const keyDoes = (event: ReactKeyboardEvent, isTrying: boolean): KeyDeed => {
  if (isTrying && event.key === 'Escape') return 'drop'
  if (isTrying && event.key === 'Enter') return 'take'
  const side = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0
  if (side === 0 || event.altKey || event.ctrlKey || event.metaKey) return null
  return { grip: event.shiftKey ? 'end' : 'whole', minutes: side * KEY_MINUTES }
}

export const usePhaseHands = ({ phases, axis, along, onDrop, onOpen }: Input) => {
  const [taken, setTaken] = useState<Taken | null>(null)
  const drag = useRef<Drag | null>(null)
  /** Left by Escape while it is held: the click that ends it means nothing. */
  const isLeft = useRef(false)
  const known = taken && phases.find(({ id }) => id === taken.phaseId)
  const pending: Pending =
    taken && known ? pendingOf(phases, taken.phaseId, taken.span, along) : new Map()
  const drop = () => {
    drag.current = null
    setTaken(null)
  }
  const letGo = () => {
    if (known && taken && !isSame(spanOf(known), taken.span)) onDrop(pending, known)
    drop()
  }

  const onPointerDown = (event: ReactPointerEvent<HTMLElement>, phase: Phase) => {
    const track = event.currentTarget.closest<HTMLElement>('[data-track]')
    if (event.button !== 0 || !track || !axis) return
    drag.current = dragOf(event, phase, track.clientWidth, axis)
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const onPointerMove = (event: ReactPointerEvent) => {
    const held = drag.current
    if (!held) return
    const pixels = event.clientX - held.x
    if (!held.hasMoved && Math.abs(pixels) < THRESHOLD_PIXELS) return
    held.hasMoved = true
    const step = stepOf(held.pixelsPerMinute)
    const minutes = Math.round(pixels / held.pixelsPerMinute / step) * step
    const span = pulled(spanOf(held.phase), held.grip, minutes, LEAST_MINUTES)
    setTaken({ phaseId: held.phase.id, span, by: 'pointer' })
  }
  /** A press that went nowhere opens; the click that ends a drag does not. */
  const onClick = (phase: Phase) => {
    const hasMoved = drag.current?.hasMoved
    if (isLeft.current) isLeft.current = false
    else if (hasMoved) letGo()
    else if (taken) drop()
    else onOpen(phase)
    drag.current = null
  }
  const onKeyDown = (event: ReactKeyboardEvent, phase: Phase) => {
    const does = keyDoes(event, taken !== null)
    if (does === null) return
    event.preventDefault()
    if (does === 'drop') {
      event.stopPropagation()
      isLeft.current = drag.current !== null
      drop()
    } else if (does === 'take') letGo()
    else {
      const from = taken?.phaseId === phase.id ? taken.span : spanOf(phase)
      const span = pulled(from, does.grip, does.minutes, LEAST_MINUTES)
      setTaken({ phaseId: phase.id, span, by: 'keys' })
    }
  }
  return {
    taken: known && taken ? { ...taken, phase: known } : null,
    pending,
    handsOf: (phase: Phase) => ({
      onPointerDown: (event: ReactPointerEvent<HTMLElement>) => onPointerDown(event, phase),
      onPointerMove,
      onPointerCancel: drop,
      onClick: () => onClick(phase),
      onKeyDown: (event: ReactKeyboardEvent) => onKeyDown(event, phase),
      /** Whoever tabs on leaves it as it was. */
      onBlur: () => taken?.by === 'keys' && drop(),
    }),
  }
}
export type PhaseHands = ReturnType<typeof usePhaseHands>
