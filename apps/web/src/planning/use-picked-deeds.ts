// What can be done with all the visits picked, by buttons, keys or a drop.
import { useWords } from '../lib/language.tsx'
import { useBoard } from './board-context.tsx'
import { doingWords } from './doing-words.ts'
import type { Target } from './engine/drag.ts'
import { rankOf } from './engine/rank-of.ts'
import { technicianOfRow } from './engine/row-id.ts'
import { gripOf } from './engine/surface-input.ts'
import { barOf } from './from-contract.ts'

export const usePickedDeeds = () => {
  const words = useWords(doingWords).picked
  const { picked, byId, group, attempt, say, surface, unpick, selectedBar } = useBoard()
  const ids = [...picked]
  const bars = ids.flatMap((id) => byId.get(id) ?? [])
  const canMove = bars.length > 0 && bars.every((bar) => !barOf(bar).still)
  const all = ids.join(' ')
  return {
    canMove,
    /** Takes the first of them in hand, or the one selected; the others follow it. */
    hold: (by: 'keys' | 'click') => {
      const first = bars.find(({ id }) => id === selectedBar?.id) ?? bars[0]
      if (!first || !canMove) return
      surface.current?.drag.pick(gripOf(barOf(first), 'body'), by, null)
      surface.current?.focus()
    },
    /** All by as much as the one that was dropped. */
    drop: (origin: Target, target: Target) => {
      const on = surface.current
      if (!on) return
      const { stack } = on
      const rows = (rankOf(stack, target.rowId) ?? 0) - (rankOf(stack, origin.rowId) ?? 0)
      const rowOf = (technicianId: string) => {
        if (rows === 0) return technicianId
        const row = stack.boxes[(rankOf(stack, technicianId) ?? -1) + rows]?.row
        return row ? technicianOfRow(row.id) : null
      }
      const placings = group.placings(ids, { ms: target.from - origin.from, rowOf })
      if (placings) attempt(all, group.arrange(placings))
      else say(words.off)
    },
    swap: () => {
      const [one, other] = ids
      if (one && other && canMove) attempt(all, group.swap(one, other))
    },
    unassign: () => {
      if (!canMove) return
      attempt(all, group.unassign(ids))
      unpick()
    },
    lock: (locked: boolean) => attempt(all, group.lock(ids, locked)),
  }
}
