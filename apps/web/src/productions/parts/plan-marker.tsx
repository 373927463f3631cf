import type { PlanPlace } from '@regie/contract/production-stage-plans'
import { clsx } from 'clsx'
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { nudged, placeOfPoint, type Side, type Size } from '../plan-geometry.ts'
import type { RoleNow } from '../plan-moment.ts'
import { DOT } from './plan-label.ts'
import { PlanMark, useMarkLines } from './plan-mark.tsx'
import { useRoleText } from './use-role-text.ts'

type Props = {
  readonly role: RoleNow
  readonly name: string
  readonly place: PlanPlace
  readonly side: Side
  readonly isSelected: boolean
  /** Takes the focus as soon as it is there. */
  readonly isFresh: boolean
  readonly mayWrite: boolean
  readonly size: Size
  readonly box: () => DOMRect | undefined
  readonly onSelect: () => void
  readonly onMove: (to: PlanPlace) => void
  readonly onRemove: () => void
}

const FAR_PX = 4
const KEYS_REST_MS = 600

/** Follows the pointer from where it took hold of the dot; let go, it says where. */
const useDrag = ({ place, isSelected, mayWrite, box, onMove }: Props) => {
  const [hand, setHand] = useState<PlanPlace | null>(null)
  const held = useRef<{ x: number; y: number; dx: number; dy: number; moved: boolean } | null>(null)
  const at = (event: PointerEvent) => {
    const frame = box()
    const from = held.current
    return frame && from
      ? placeOfPoint(frame, event.clientX - from.dx, event.clientY - from.dy)
      : null
  }
  return {
    hand,
    /** True right after a drag: the click that ends it means nothing more. */
    wasDragged: () => held.current?.moved ?? false,
    handlers: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        const frame = box()
        // A finger scrolls the plan; it moves only what was chosen before.
        const isScrolling = event.pointerType === 'touch' && !isSelected
        held.current = null
        if (!mayWrite || !frame || isScrolling || event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        const { clientX: x, clientY: y } = event
        const dx = x - (frame.left + place.x * frame.width)
        held.current = { x, y, dx, dy: y - (frame.top + place.y * frame.height), moved: false }
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const from = held.current
        if (!from || !event.currentTarget.hasPointerCapture(event.pointerId)) return
        from.moved ||= Math.hypot(event.clientX - from.x, event.clientY - from.y) > FAR_PX
        if (from.moved) setHand(at(event))
      },
      onPointerUp: (event: PointerEvent<HTMLElement>) => {
        const to = held.current?.moved ? at(event) : null
        setHand(null)
        if (to) onMove(to)
      },
      onPointerCancel: () => {
        held.current = null
        setHand(null)
      },
    },
  }
}

/** Arrow keys gather into one move, said once they rest. */
const useKeys = ({ place, mayWrite, size, onMove, onRemove }: Props) => {
  const [keyed, setKeyed] = useState<PlanPlace | null>(null)
  const say = useRef(onMove)
  useEffect(() => {
    say.current = onMove
  })
  useEffect(() => {
    if (!keyed) return undefined
    const rest = () => {
      say.current(keyed)
      setKeyed(null)
    }
    const timer = setTimeout(rest, KEYS_REST_MS)
    return () => clearTimeout(timer)
  }, [keyed])
  const onKeyDown = (event: KeyboardEvent) => {
    if (!mayWrite) return
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault()
      onRemove()
      return
    }
    const to = nudged(keyed ?? place, event.key, event.shiftKey, size)
    if (!to) return
    event.preventDefault()
    setKeyed(to)
  }
  return { keyed, onKeyDown }
}

/** A role on the plan: pressed it is chosen; dragged, or by the arrow keys, it moves. */
export const PlanMarker = (props: Props) => {
  const { role, name, place, side, isSelected, isFresh, onSelect } = props
  const { stateText } = useRoleText()(role)
  const linesOf = useMarkLines()
  const { hand, wasDragged, handlers } = useDrag(props)
  const { keyed, onKeyDown } = useKeys(props)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isFresh) button.current?.focus()
  }, [isFresh])
  const shown = hand ?? keyed ?? place
  return (
    <button
      ref={button}
      type="button"
      aria-pressed={isSelected}
      aria-label={[...new Set([...linesOf(role, name), stateText])].join(', ')}
      onClick={() => wasDragged() || onSelect()}
      onKeyDown={onKeyDown}
      {...handlers}
      style={{
        left: `calc(${shown.x * 100}% - ${DOT / 2}px)`,
        top: `calc(${shown.y * 100}% - ${DOT / 2}px)`,
        width: DOT,
        height: DOT,
      }}
      className={clsx(
        'group absolute rounded-full',
        isSelected ? 'z-20 touch-none' : 'z-10 hover:z-20 focus-visible:z-20',
        role.state === 'idle' && !isSelected && 'z-0',
        hand ? 'cursor-grabbing' : props.mayWrite ? 'cursor-grab' : 'cursor-default',
      )}
    >
      <PlanMark role={role} name={name} side={side} isSelected={isSelected} />
    </button>
  )
}
