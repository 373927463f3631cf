// Who hears what when seats are put back: colleagues each change, technicians what was theirs.
import type { Assignment } from '@regie/contract/planning'
import type { Tx } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { labelledById } from '../store/labelled.ts'
import { tellTechnicians } from './news.ts'

type News = Parameters<typeof tellTechnicians>[1][number]

/** `was`: the assignments as they stood until now; `ids`: those that stand there again. */
export async function tellRestored(
  tx: Tx,
  { was, ids }: { was: readonly Assignment[]; ids: readonly string[] },
): Promise<void> {
  const shown = await labelledById(tx, ids)
  const old = new Map(was.map((one) => [one.id, one]))
  const back = new Set(ids)
  for (const assignment of was)
    if (!back.has(assignment.id))
      tx.emit(happened.assignment_removed({ assignment: { ...assignment, state: 'withdrawn' } }))
  await tellTechnicians(
    tx,
    shown.flatMap((assignment) => tellOne(tx, assignment, old.get(assignment.id))),
  )
}

function tellOne(tx: Tx, assignment: Assignment, old: Assignment | undefined): News[] {
  const { technicianId } = assignment
  if (!old) {
    tx.emit(happened.assignment_created({ assignment }))
    return assignment.publishedAt ? [{ technicianId, kind: 'published', assignment }] : []
  }
  const previous = { technicianId: old.technicianId, startsAt: old.startsAt, endsAt: old.endsAt }
  tx.emit(happened.assignment_moved({ assignment, previous }))
  if (!assignment.publishedAt) return []
  if (old.technicianId === technicianId) return [{ technicianId, kind: 'moved', assignment }]
  return [
    { technicianId, kind: 'published', assignment },
    { technicianId: old.technicianId, kind: 'removed', assignment: old },
  ]
}
