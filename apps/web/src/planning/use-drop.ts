// What becomes of a drop: refused with the reason before anything is sent, or done.
import { useEffectEvent } from 'react'
import { useWords } from '../lib/language.tsx'
import { standingOf } from './api.ts'
import { useBoard } from './board-context.tsx'
import { showDeed } from './deed-toast.ts'
import type { DragEffect, Grip, Target } from './engine/drag.ts'
import { seatOfOpen } from './open-bars.ts'
import type { Seat } from './plan-writer.ts'
import { useRefusalOfRow, useTargetOnto } from './row-target.ts'
import { usePickedDeeds } from './use-picked-deeds.ts'
import { planningWords } from './words.ts'

/** What the rules in the browser say of a place; null while they are read. */
const useJudge = () => {
  const board = useBoard()
  return (positionId: string, { rowId: technicianId, from, until }: Target) => {
    if (!board.book || !board.board) return null
    const placement = { positionId, technicianId, from, until }
    return board.book.judge(standingOf(board.board), placement)
  }
}

export const useDrop = () => {
  const general = useWords(planningWords)
  const board = useBoard()
  const onto = useTargetOnto()
  const refusalOfRow = useRefusalOfRow()
  const many = usePickedDeeds()
  const judge = useJudge()
  const refuse = (reasons: readonly string[]) => {
    const text = reasons.join(' · ')
    board.say(`${general.refusals.title}. ${text}`)
    showDeed({ tone: 'bad', title: general.refusals.title, text })
  }
  /** Refused at once, asked why, or done; the server judges again. */
  const judged = async (
    positionId: string,
    target: Target,
    act: (why: string | undefined) => void,
  ) => {
    const said = judge(positionId, target)
    if (!said || said.enforcement === 'allow') return act(undefined)
    if (said.enforcement === 'block') return refuse(said.reasons)
    const why = await board.askWhy(said.reasons)
    if (why === null) board.say(general.cancelled)
    else act(why)
  }
  const place = (seat: Seat | null, aimed: Target) => {
    if (!seat) return
    const target = onto(null, aimed)
    if (!target) return refuse([refusalOfRow(aimed.rowId)])
    void judged(seat.positionId, target, (why) => {
      board.select(null)
      board.attempt(`new:${seat.positionId}`, board.planner.assign(seat, target, why))
    })
  }
  const move = (grip: Grip, aimed: Target) => {
    const open = board.open.get(grip.id)
    if (open) return place(seatOfOpen(open), aimed)
    const bar = board.byId.get(grip.id)
    if (!bar) return
    const target = onto(bar, aimed)
    if (!target) return refuse([refusalOfRow(aimed.rowId)])
    void judged(bar.positionId, target, (why) =>
      board.attempt(bar.id, board.planner.move(bar.id, target, why)),
    )
  }
  const copy = (grip: Grip, aimed: Target) => {
    const bar = board.byId.get(grip.id)
    const target = bar && onto(bar, aimed)
    // Judged by the server: the copy is work of its own, which the rules here know nothing of.
    if (bar && target) board.attempt(bar.id, board.group.duplicate(bar.id, target))
  }
  const onEffect = useEffectEvent((effect: DragEffect) => {
    if (effect.kind === 'cancelled') return board.say(general.cancelled)
    if (effect.kind !== 'drop') return
    const { grip, target } = effect
    if (grip.kind === 'place') place(board.heldSeat.current, target)
    else if (grip.kind === 'copy') copy(grip, target)
    else if (grip.kind === 'move' && grip.origin && board.picked.has(grip.id)) {
      if (many.canMove) many.drop(grip.origin, target)
    } else move(grip, target)
  })
  const onOutside = useEffectEvent((grip: Grip, element: Element): boolean => {
    if (grip.kind !== 'move' || !element.closest('[data-drop="backlog"]')) return false
    // What nobody has waits already.
    if (board.open.has(grip.id)) return false
    if (board.picked.has(grip.id)) many.unassign()
    else board.attempt(grip.id, board.planner.unassign(grip.id))
    return true
  })
  return { onEffect, onOutside }
}
