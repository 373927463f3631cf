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
import { useFingerHold } from './use-finger-hold.ts'

const MINUTE = 60_000
const THRESHOLD_PIXELS = 4
/** Of keys and buttons. */
export const STEP_MINUTES = 15
const LEAST_MINUTES = 15
/** Under a finger the ends of a shorter bar cannot be told from its middle. */
const GRIPPED_PIXELS = 96

type Taken = {
  readonly phaseId: string
  readonly span: Span
  /** What a finger or keys try out waits for a yes; a mouse that lets go has said it. */
  readonly by: 'pointer' | 'finger' | 'keys'
}
type Drag = {
  readonly phase: Phase
  readonly grip: Grip
  readonly before: Span
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
const isFinger = ({ pointerType }: ReactPointerEvent): boolean => pointerType === 'touch'

/** The part of a bar that was pressed. */
const gripOf = (event: ReactPointerEvent<HTMLElement>): Grip => {
  const { target, currentTarget } = event
  if (isFinger(event) && currentTarget.clientWidth < GRIPPED_PIXELS) return 'whole'
  const grip = target instanceof HTMLElement ? target.dataset.grip : undefined
  return grip === 'start' || grip === 'end' ? grip : 'whole'
}

const dragOf = (
  event: ReactPointerEvent<HTMLElement>,
  phase: Phase,
  axis: Span | null,
): Drag | null => {
  const track = event.currentTarget.closest<HTMLElement>('[data-track]')
  if (event.button !== 0 || !track || !axis) return null
  return {
    phase,
    grip: gripOf(event),
    before: spanOf(phase),
    x: event.clientX,
    pixelsPerMinute: track.clientWidth / ((axis.until - axis.from) / MINUTE),
    hasMoved: false,
  }
}

/** Where the phase is while it is held; null: the hand only trembled. */
const draggedTo = (held: Drag, clientX: number): Span | null => {
  const pixels = clientX - held.x
  if (!held.hasMoved && Math.abs(pixels) < THRESHOLD_PIXELS) return null
  held.hasMoved = true
  const step = stepOf(held.pixelsPerMinute)
  const minutes = Math.round(pixels / held.pixelsPerMinute / step) * step
  return pulled(held.before, held.grip, minutes, LEAST_MINUTES)
}

type KeyDeed = { readonly grip: Grip; readonly minutes: number } | 'drop' | 'take' | null

const keyDoes = (event: ReactKeyboardEvent, isTrying: boolean): KeyDeed => {
  if (isTrying && event.key === 'Escape') return 'drop'
  if (isTrying && event.key === 'Enter') return 'take'
  const side = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0
  if (side === 0 || event.altKey || event.ctrlKey || event.metaKey) return null
  return { grip: event.shiftKey ? 'end' : 'whole', minutes: side * STEP_MINUTES }
}

/** What is tried out, and the ways to change it, to take it and to leave it. */
const useTrying = ({ phases, along, onDrop }: Input) => {
  const [taken, setTaken] = useState<Taken | null>(null)
  const known = taken && phases.find(({ id }) => id === taken.phaseId)
  const pending: Pending =
    taken && known ? pendingOf(phases, taken.phaseId, taken.span, along) : new Map()
  const leave = () => setTaken(null)
  const take = () => {
    if (known && taken && !isSame(spanOf(known), taken.span)) onDrop(pending, known)
    leave()
  }
  const onKey = (event: ReactKeyboardEvent, phase: Phase, drop: () => void) => {
    const does = keyDoes(event, taken !== null)
    if (does === null) return
    event.preventDefault()
    if (does === 'drop') {
      event.stopPropagation()
      drop()
    } else if (does === 'take') take()
    else {
      const from = taken?.phaseId === phase.id ? taken.span : spanOf(phase)
      const span = pulled(from, does.grip, does.minutes, LEAST_MINUTES)
      setTaken({ phaseId: phase.id, span, by: 'keys' })
    }
  }
  return {
    taken: known && taken ? { ...taken, phase: known } : null,
    ...{ pending, leave, setTaken, take, onKey },
    nudge: (grip: Grip, steps: number) =>
      taken &&
      setTaken({ ...taken, span: pulled(taken.span, grip, steps * STEP_MINUTES, LEAST_MINUTES) }),
  }
}

export const usePhaseHands = (input: Input) => {
  const { axis, onOpen } = input
  const { taken, pending, leave, setTaken, take, nudge, onKey } = useTrying(input)
  const drag = useRef<Drag | null>(null)
  const finger = useFingerHold()
  /** Left while it is held, or held by a finger: the click that ends it means nothing. */
  const isLeft = useRef(false)
  const drop = () => {
    drag.current = null
    leave()
  }
  const dropHeld = () => {
    isLeft.current = drag.current !== null
    drop()
  }
  const onPointerDown = (event: ReactPointerEvent<HTMLElement>, phase: Phase) => {
    isLeft.current = false
    const held = dragOf(event, phase, axis)
    if (!held) return
    if (isFinger(event)) {
      const tried = taken?.by === 'finger' && taken.phaseId === phase.id ? taken.span : null
      finger.begin(event, tried !== null, () => {
        drag.current = { ...held, before: tried ?? held.before }
        setTaken({ phaseId: phase.id, span: tried ?? held.before, by: 'finger' })
      })
      return
    }
    drag.current = held
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const onPointerMove = (event: ReactPointerEvent) => {
    if (isFinger(event)) finger.stray(event)
    const held = drag.current
    const span = held && draggedTo(held, event.clientX)
    if (!span) return
    setTaken({ phaseId: held.phase.id, span, by: isFinger(event) ? 'finger' : 'pointer' })
  }
  const onPointerUp = (event: ReactPointerEvent) => {
    if (!isFinger(event)) return
    isLeft.current = finger.end()
    if (isLeft.current) drag.current = null
  }
  const onPointerCancel = (event: ReactPointerEvent) =>
    isFinger(event) ? onPointerUp(event) : drop()
  /** A press that went nowhere opens; the click that ends a drag does not. */
  const onClick = (phase: Phase) => {
    const hasMoved = drag.current?.hasMoved
    if (isLeft.current) isLeft.current = false
    else if (hasMoved) take()
    else if (taken) leave()
    else onOpen(phase)
    drag.current = null
  }
  return {
    ...{ taken, pending, take, nudge },
    leave: drop,
    scrollerRef: finger.scrollerRef,
    handsOf: (phase: Phase) => ({
      onPointerDown: (event: ReactPointerEvent<HTMLElement>) => onPointerDown(event, phase),
      ...{ onPointerMove, onPointerUp, onPointerCancel },
      /** A finger that rests asks for nothing else. */
      onContextMenu: (event: { preventDefault: () => void }) =>
        finger.isBusy() && event.preventDefault(),
      onClick: () => onClick(phase),
      onKeyDown: (event: ReactKeyboardEvent) => onKey(event, phase, dropHeld),
      /** Whoever tabs on leaves it as it was. */
      onBlur: () => taken?.by === 'keys' && drop(),
    }),
  }
}
export type PhaseHands = ReturnType<typeof usePhaseHands>
