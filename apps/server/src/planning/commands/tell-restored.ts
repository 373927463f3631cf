// Colleagues hear of every seat that is put back; who was told of it, notifications decides.
import type { Assignment } from '@regie/contract/planning'
import type { Tx } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { labelledById } from '../store/labelled.ts'

/** `was`: the assignments as they stood until now; `ids`: those that stand there again. */
export async function tellRestored(
  tx: Tx,
  { was, ids }: { was: readonly Assignment[]; ids: readonly string[] },
): Promise<void> {
  const old = new Map(was.map((one) => [one.id, one]))
  const back = new Set(ids)
  for (const assignment of was)
    if (!back.has(assignment.id))
      tx.emit(happened.assignment_removed({ assignment: { ...assignment, state: 'withdrawn' } }))
  for (const assignment of await labelledById(tx, ids)) {
    const before = old.get(assignment.id)
    if (!before) tx.emit(happened.assignment_created({ assignment }))
    else {
      const { technicianId, startsAt, endsAt } = before
      tx.emit(
        happened.assignment_moved({ assignment, previous: { technicianId, startsAt, endsAt } }),
      )
    }
  }
}
