// What becomes of a drop: refused with the reason before anything is sent, or done.
import { useEffectEvent } from 'react'
import { useWords } from '../lib/language.tsx'
import { standingOf } from './api.ts'
import { useBoard } from './board-context.tsx'
import { showDeed } from './deed-toast.ts'
import type { DragEffect, Grip, Target } from './engine/drag.ts'
import { planningWords } from './words.ts'

export const useDrop = () => {
  const words = useWords(planningWords)
  const board = useBoard()
  const refused = (positionId: string, target: Target): readonly string[] => {
    if (!board.book || !board.board) return []
    const placement = { positionId, technicianId: target.rowId, from: target.from }
    const judged = board.book.judge(standingOf(board.board), placement)
    return judged && !judged.allowed ? judged.reasons : []
  }
  const refuse = (reasons: readonly string[]) => {
    const text = reasons.join(' · ')
    board.say(`${words.refusals.title}. ${text}`)
    showDeed({ tone: 'bad', title: words.refusals.title, text })
  }
  const place = (target: Target) => {
    const seat = board.heldSeat.current
    if (!seat) return
    const reasons = refused(seat.positionId, target)
    if (reasons.length > 0) return refuse(reasons)
    board.select(null)
    board.attempt(`new:${seat.positionId}`, board.planner.assign(seat, target))
  }
  const move = (grip: Grip, target: Target) => {
    const bar = board.byId.get(grip.id)
    if (!bar) return
    // The browser judges places; of another length the server does, which knows all that hangs on it.
    const reasons = grip.kind === 'move' ? refused(bar.positionId, target) : []
    if (reasons.length > 0) return refuse(reasons)
    board.attempt(bar.id, board.planner.move(bar.id, target))
  }
  const onEffect = useEffectEvent((effect: DragEffect) => {
    if (effect.kind === 'cancelled') return board.say(words.cancelled)
    if (effect.kind !== 'drop') return
    if (effect.grip.kind === 'place') place(effect.target)
    else move(effect.grip, effect.target)
  })
  const onOutside = useEffectEvent((grip: Grip, element: Element): boolean => {
    if (grip.kind !== 'move' || !element.closest('[data-drop="backlog"]')) return false
    board.attempt(grip.id, board.planner.unassign(grip.id))
    return true
  })
  return { onEffect, onOutside }
}
