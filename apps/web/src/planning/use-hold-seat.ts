// A seat of the backlog taken in hand: by the mouse or a finger, by a click, or by the keys.
import type { BacklogItem } from '@regie/contract/planning-backlog'
import type { PointerEvent } from 'react'
import { useWords } from '../lib/language.tsx'
import { useBoard } from './board-context.tsx'
import type { Grip } from './engine/drag.ts'
import { MINUTE } from './engine/model.ts'
import { technicianOfRow } from './engine/row-id.ts'
import { snapTime } from './engine/time-scale.ts'
import type { Seat } from './plan-writer.ts'
import { planningWords } from './words.ts'

/** Work of unknown length is drawn as an hour; its mark says so. */
const UNKNOWN_MINUTES = 60

export const seatOf = (item: BacklogItem, positionId?: string): Seat | null => {
  const open = item.open.find((one) => one.positionId === positionId) ?? item.open[0]
  if (!open) return null
  return {
    workOrderId: item.workOrderId,
    positionId: open.positionId,
    positionName: open.name,
    item,
  }
}

export const minutesOf = (item: BacklogItem): number => item.durationMinutes ?? UNKNOWN_MINUTES

const gripOfSeat = (seat: Seat, minutes: number): Grip => ({
  kind: 'place',
  id: seat.positionId,
  origin: null,
  duration: minutes * MINUTE,
  hold: 0,
})

export const useHoldSeat = () => {
  const words = useWords(planningWords)
  const { surface, heldSeat, say, mayPlan, days, view, now } = useBoard()
  const take = (item: BacklogItem, positionId?: string): Grip | null => {
    const seat = mayPlan ? seatOf(item, positionId) : null
    if (!seat) return null
    heldSeat.current = seat
    return gripOfSeat(seat, minutesOf(item))
  }
  /** By keys it starts in sight: on the first row shown, now or when the first day opens. */
  const firstPlace = (duration: number) => {
    const on = surface.current
    const rowId = on?.rowsInSight().find((id) => technicianOfRow(id) !== null)
    const first = days[0]
    if (!on || !rowId || !first) return null
    const inSight = now > first.opens && now < (days.at(-1)?.closes ?? 0)
    const from = snapTime(on.scale, inSight ? now + 30 * MINUTE : first.opens, view.step)
    return { rowId, from, until: from + duration }
  }
  return {
    press: (item: BacklogItem, event: PointerEvent) => {
      const grip = event.button === 0 ? take(item) : null
      if (grip) surface.current?.drag.press(grip, event.nativeEvent)
    },
    pick: (item: BacklogItem, by: 'keys' | 'click', positionId?: string) => {
      const grip = take(item, positionId)
      const on = surface.current
      if (!grip || !on) return
      const target = by === 'keys' ? firstPlace(grip.duration) : null
      on.drag.pick(grip, by, target)
      if (target) on.reveal(target)
      on.focus()
      say(words.held(item.siteName))
    },
  }
}
