// A change is based on a version; whoever comes second is told who was first.
import type { Id } from '@regie/contract/kernel'
import { fail } from '../../platform/errors.ts'
import { latestTeller } from '../../platform/outbox.ts'
import type { Tx } from '../../platform/work.ts'
import { findAssignment, type Placed } from '../store/assignments.ts'
import { findLabelled } from '../store/labelled.ts'

/** Who changed this assignment last, as far as is known; null: nobody of late. */
const changedBy = async (tx: Tx, id: Id): Promise<string | null> =>
  (await latestTeller(tx, {
    organizationId: tx.actor.organizationId,
    parts: [{ assignment: { id } }, { assignmentIds: [id] }],
    now: Date.parse(tx.now()),
  })) ?? null

/** The row, or 404 with who took it away. */
export async function expectThere(tx: Tx, assignmentId: Id): Promise<Placed> {
  const placed = await findAssignment(tx, assignmentId)
  if (!placed)
    throw fail('not_found', { what: 'assignment', by: await changedBy(tx, assignmentId) })
  return placed
}

/** The row as it is, or 412 with it, and with who changed it, when it is not the one the change was based on. */
export async function expectVersion(
  tx: Tx,
  { assignmentId, version }: { assignmentId: Id; version: number },
): Promise<Placed> {
  const before = await expectThere(tx, assignmentId)
  if (before.version !== version)
    throw fail('stale_version', {
      current: await findLabelled(tx, assignmentId),
      by: await changedBy(tx, assignmentId),
    })
  return before
}
