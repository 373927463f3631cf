// SQL of what people leave on a review: lines seen, remarks, signatures, and who changed what was signed.
import type { Id } from '@regie/contract/kernel'
import type { Remark, ReviewDepartment, ReviewLine } from '@regie/contract/production-reviews'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'
import type { Noted, Seen, Signature } from '../review-model.ts'

export async function signaturesOf(tx: Tx, reviewId: Id): Promise<Signature[]> {
  return await tx.rows(sql<Signature>`
    select department, signed_at as "signedAt", signed_by as "signedBy", signer_id as "signerId", by_link as "byLink", digest, lines
    from productions.review_signatures
    where organization_id = ${tx.actor.organizationId} and review_id = ${reviewId}
    order by department`)
}

export async function saveSignature(
  tx: Tx,
  reviewId: Id,
  signature: Pick<Signature, 'department' | 'signerId' | 'byLink' | 'digest' | 'lines'>,
): Promise<void> {
  const { department, signerId, byLink, digest, lines } = signature
  await tx.run(sql`
    insert into productions.review_signatures (organization_id, review_id, department, signed_at, signed_by, signer_id, by_link, digest, lines)
    values (${tx.actor.organizationId}, ${reviewId}, ${department}, ${tx.now()}, ${tx.actor.name}, ${signerId}, ${byLink}, ${digest},
      ${JSON.stringify(lines)}::jsonb)
    on conflict (organization_id, review_id, department) do update
      set signed_at = excluded.signed_at, signed_by = excluded.signed_by, signer_id = excluded.signer_id,
        by_link = excluded.by_link, digest = excluded.digest, lines = excluded.lines`)
}

export async function seenOf(tx: Tx, projectId: Id): Promise<Seen[]> {
  return await tx.rows(sql<Seen>`
    select position_id as "positionId", seen_by as "seenBy", line from productions.review_seen
    where organization_id = ${tx.actor.organizationId} and project_id = ${projectId}
    order by position_id`)
}

export async function saveSeen(
  tx: Tx,
  projectId: Id,
  { lines, seenBy }: { lines: readonly ReviewLine[]; seenBy: Id },
): Promise<void> {
  await tx.run(sql`
    insert into productions.review_seen (organization_id, project_id, position_id, seen_by, seen_at, line)
    select ${tx.actor.organizationId}::uuid, ${projectId}::uuid, (line->>'positionId')::uuid, ${seenBy}::uuid, ${tx.now()}::timestamptz, line
    from jsonb_array_elements(${JSON.stringify(lines)}::jsonb) as line
    on conflict (organization_id, project_id, position_id) do update
      set seen_by = excluded.seen_by, seen_at = excluded.seen_at, line = excluded.line`)
}

export async function forgetSeen(tx: Tx, projectId: Id, positionIds: readonly Id[]): Promise<void> {
  await tx.run(sql`
    delete from productions.review_seen
    where organization_id = ${tx.actor.organizationId} and project_id = ${projectId}
      and position_id = any(${[...positionIds]}::uuid[])`)
}

const remarkColumns = sql`id, position_id as "positionId", department, text, written_by as by, written_at as at, answer,
  answered_by as "answeredBy", answered_at as "answeredAt", withdrawn_at as "withdrawnAt"`

export async function remarksOf(tx: Tx, reviewId: Id): Promise<Remark[]> {
  return await tx.rows(sql<Remark>`
    select ${remarkColumns} from productions.review_remarks
    where organization_id = ${tx.actor.organizationId} and review_id = ${reviewId}
    order by id`)
}

type NewRemark = {
  readonly positionId: Id
  readonly department: ReviewDepartment
  readonly text: string
  readonly writerId: Id
}

export async function insertRemark(tx: Tx, reviewId: Id, remark: NewRemark): Promise<void> {
  const { positionId, department, text, writerId } = remark
  await tx.run(sql`
    insert into productions.review_remarks (organization_id, id, review_id, position_id, department, text, written_by, writer_id, written_at)
    values (${tx.actor.organizationId}, ${tx.newId()}, ${reviewId}, ${positionId}, ${department}, ${text}, ${tx.actor.name},
      ${writerId}, ${tx.now()})`)
}

export async function saveAnswer(tx: Tx, remarkId: Id, answer: string): Promise<void> {
  await tx.run(sql`
    update productions.review_remarks
    set answer = ${answer}, answered_by = ${tx.actor.name}, answered_at = ${tx.now()}
    where organization_id = ${tx.actor.organizationId} and id = ${remarkId}`)
}

export async function markRemarkWithdrawn(tx: Tx, remarkId: Id): Promise<void> {
  await tx.run(sql`
    update productions.review_remarks set withdrawn_at = ${tx.now()}
    where organization_id = ${tx.actor.organizationId} and id = ${remarkId} and withdrawn_at is null`)
}

/** Who made which line another one, by position. */
export async function notesOf(tx: Tx, reviewId: Id): Promise<ReadonlyMap<Id, Noted>> {
  const rows = await tx.rows(sql<Noted>`
    select position_id as "positionId", fingerprint, changed_by as by, changed_at as at from productions.review_changes
    where organization_id = ${tx.actor.organizationId} and review_id = ${reviewId}
    order by position_id`)
  return new Map(rows.map((one) => [one.positionId, one]))
}

export async function saveNotes(tx: Tx, reviewId: Id, notes: readonly Noted[]): Promise<void> {
  if (notes.length === 0) return
  await tx.run(sql`
    insert into productions.review_changes (organization_id, review_id, position_id, fingerprint, changed_by, changed_at)
    select ${tx.actor.organizationId}::uuid, ${reviewId}::uuid, one."positionId", one.fingerprint, one.by, one.at
    from jsonb_to_recordset(${JSON.stringify(notes)}::jsonb) as one("positionId" uuid, fingerprint text, by text, at timestamptz)
    on conflict (organization_id, review_id, position_id) do update
      set fingerprint = excluded.fingerprint, changed_by = excluded.changed_by, changed_at = excluded.changed_at`)
}

export async function forgetNotes(tx: Tx, reviewId: Id, positionIds: readonly Id[]): Promise<void> {
  if (positionIds.length === 0) return
  await tx.run(sql`
    delete from productions.review_changes
    where organization_id = ${tx.actor.organizationId} and review_id = ${reviewId}
      and position_id = any(${[...positionIds]}::uuid[])`)
}
