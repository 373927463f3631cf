// The row of a technician, whatever the rows are grouped by: of several the first.
import { technicianOfRow } from './row-id.ts'
import type { RowStack } from './rows.ts'

const known = new WeakMap<RowStack, ReadonlyMap<string, number>>()

const ranksOf = (stack: RowStack): ReadonlyMap<string, number> => {
  const found = known.get(stack)
  if (found) return found
  const ranks = new Map<string, number>()
  stack.boxes.forEach(({ row }, rank) => {
    const technicianId = technicianOfRow(row.id)
    if (technicianId && !ranks.has(technicianId)) ranks.set(technicianId, rank)
  })
  known.set(stack, ranks)
  return ranks
}

/** Undefined where the board has no row of theirs. */
export const rankOf = (stack: RowStack, technicianId: string): number | undefined =>
  stack.rankOf.get(technicianId) ?? ranksOf(stack).get(technicianId)
