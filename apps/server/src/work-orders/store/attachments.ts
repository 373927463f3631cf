// SQL of work_orders.attachments.
import type { Id, Instant } from '@regie/contract/kernel'
import type { Attachment } from '@regie/contract/work-order-files'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

const columns = sql`id, work_order_id as "workOrderId", name, media_type as type, bytes, added_at as "addedAt"`

export async function attachmentsOf(tx: Tx, workOrderId: Id): Promise<Attachment[]> {
  return await tx.rows(sql<Attachment>`
    select ${columns} from work_orders.attachments
    where organization_id = ${tx.actor.organizationId} and work_order_id = ${workOrderId} and removed_at is null
    order by added_at, id`)
}

export async function findAttachment(
  tx: Tx,
  { workOrderId, attachmentId }: { workOrderId: Id; attachmentId: Id },
): Promise<Attachment | undefined> {
  return await tx.maybe(sql<Attachment>`
    select ${columns} from work_orders.attachments
    where organization_id = ${tx.actor.organizationId} and work_order_id = ${workOrderId} and id = ${attachmentId}
      and removed_at is null`)
}

export async function insertAttachment(tx: Tx, one: Omit<Attachment, 'addedAt'>): Promise<void> {
  await tx.run(sql`
    insert into work_orders.attachments (organization_id, id, work_order_id, name, media_type, bytes, added_at)
    values (${tx.actor.organizationId}, ${one.id}, ${one.workOrderId}, ${one.name}, ${one.type}, ${one.bytes}, ${tx.now()})`)
}

/** The row stays, so that what happened can still be told; its file goes. */
export async function markRemoved(tx: Tx, attachmentId: Id, at: Instant): Promise<void> {
  await tx.run(sql`
    update work_orders.attachments set removed_at = ${at}
    where organization_id = ${tx.actor.organizationId} and id = ${attachmentId}`)
}
