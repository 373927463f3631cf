// Technicians are told what concerns them: one letter each for one thing a planner did.
import { createHash } from 'node:crypto'
import type { Id } from '@regie/contract/kernel'
import type { Assignment } from '@regie/contract/planning'
import type { Tx } from '../../platform/work.ts'
import { type Letter, tellTechnicianOrder } from '../queue.ts'

type Kind = Letter['news'][number]['kind']
type Item = { technicianId: Id; kind: Kind; assignment: Assignment }

/** Queues the letters; the same news is never waiting twice. */
export async function tellTechnicians(tx: Tx, items: readonly Item[]): Promise<void> {
  for (const [technicianId, own] of Map.groupBy(items, (item) => item.technicianId)) {
    const news = own.map(({ kind, assignment }) => ({
      kind,
      assignmentId: assignment.id,
      title: assignment.title,
      siteName: assignment.siteName,
      startsAt: assignment.startsAt,
    }))
    const versions = own.map(({ kind, assignment }) => [kind, assignment.id, assignment.version])
    const digest = createHash('sha256').update(JSON.stringify(versions)).digest('base64url')
    await tx.enqueue(
      tellTechnicianOrder,
      { technicianId, news },
      { key: `${technicianId} ${digest}` },
    )
  }
}
