// Drafts become the plan, and technicians are told.
import type { Id } from '@regie/contract/kernel'
import type { Publication, SeenChange } from '@regie/contract/planning-publishing'
import { fail } from '../../platform/errors.ts'
import { command, type Tx } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { byTechnician, differencesIn, type PublicationRange } from '../queries/drafts.ts'
import { lockPlanning, publishAssignments } from '../store/assignments.ts'
import { markSeen, unseenOf } from '../store/unseen.ts'

/** Publishing twice tells nobody twice: what is published is no draft any more, and what was told before counts as known. */
export const publishPlan = command(
  'planning.publish-plan',
  { permission: 'planning.write' },
  async (tx, range: PublicationRange): Promise<Publication> => {
    const seen = await differencesIn(tx, range)
    await lockPlanning(
      tx,
      [...seen.drafts, ...seen.unseen].map(({ technicianId }) => technicianId),
    )
    const now = await differencesIn(tx, range)
    const ids = new Set(seen.drafts.map(({ id }) => id))
    const drafts = now.drafts.filter(({ id }) => ids.has(id))
    if (drafts.length + now.unseen.length === 0) return { technicians: [] }
    const publication = await byTechnician(tx, range, { ...now, drafts })
    await publishAssignments(
      tx,
      drafts.map(({ id }) => id),
    )
    for (const one of publication.technicians) await tell(tx, range, one)
    return publication
  },
)

type Told = Publication['technicians'][number]

async function tell(
  tx: Tx,
  { from, until }: PublicationRange,
  { technicianId, technicianName, assignmentIds, changes }: Told,
): Promise<void> {
  const known = changes.filter(({ kind }) => kind !== 'new').map(({ assignmentId }) => assignmentId)
  await settle(tx, { technicianId, technicianName }, 'publication', known)
  if (assignmentIds.length === 0) return
  const publishedAt = tx.now()
  const told = { technicianId, technicianName, assignmentIds, from, until, publishedAt }
  tx.emit(happened.assignments_published(told))
}

type Who = { technicianId: Id; technicianName: string }

async function settle(
  tx: Tx,
  who: Who,
  how: 'phone' | 'publication',
  ids: readonly Id[],
): Promise<number> {
  if (ids.length === 0) return 0
  const wanted = new Set(ids)
  const open = await unseenOf(tx, who.technicianId)
  const changes = open.filter(({ assignmentId }) => wanted.has(assignmentId))
  const assignmentIds = await markSeen(tx, who.technicianId, changes)
  if (assignmentIds.length > 0) tx.emit(happened.changes_seen({ ...who, assignmentIds, how }))
  return assignmentIds.length
}

/** The technician's phone has shown what changed; what changed again meanwhile stays unseen. */
export const seePlan = command(
  'planning.see-plan',
  { permission: 'planning.answer' },
  async (tx, { changes }: { changes: SeenChange[] }): Promise<{ seen: number }> => {
    const { technicianId, name: technicianName } = tx.actor
    if (technicianId === null) throw fail('forbidden', { permission: 'planning.answer' })
    const assignmentIds = await markSeen(tx, technicianId, changes)
    if (assignmentIds.length > 0)
      tx.emit(happened.changes_seen({ technicianId, technicianName, assignmentIds, how: 'phone' }))
    return { seen: assignmentIds.length }
  },
)
