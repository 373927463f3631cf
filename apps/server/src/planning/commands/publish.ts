// Drafts become the plan, and technicians are told.
import type { Publication } from '@regie/contract/planning-publishing'
import { command } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { byTechnician, draftsIn, type PublicationRange } from '../queries/drafts.ts'
import { lockPlanning, publishAssignments } from '../store/assignments.ts'

/** Publishing twice tells nobody twice: what is published is no draft any more. */
export const publishPlan = command(
  'planning.publish-plan',
  { permission: 'planning.write' },
  async (tx, range: PublicationRange): Promise<Publication> => {
    const seen = await draftsIn(tx, range)
    await lockPlanning(
      tx,
      seen.map(({ technicianId }) => technicianId),
    )
    const ids = new Set(seen.map(({ id }) => id))
    const assignments = (await draftsIn(tx, range)).filter(({ id }) => ids.has(id))
    if (assignments.length === 0) return { technicians: [] }
    await publishAssignments(
      tx,
      assignments.map(({ id }) => id),
    )
    const publication = byTechnician(assignments)
    for (const one of publication.technicians)
      tx.emit(
        happened.assignments_published({
          ...one,
          from: range.from,
          until: range.until,
          publishedAt: tx.now(),
        }),
      )
    return publication
  },
)
