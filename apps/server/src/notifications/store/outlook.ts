// SQL: what became of the last news of the plan, and what still waits to be told.
import type { Id, Instant } from '@regie/contract/kernel'
import type { NewsOutlook } from '@regie/contract/news-outlook'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

type Last = NonNullable<NewsOutlook['last']>

/** By technician, the newest message about their plan since the moment asked for. */
export async function lastNews(
  tx: Tx,
  asked: readonly { technicianId: Id; since: Instant | null }[],
): Promise<ReadonlyMap<Id, Last>> {
  const rows = await tx.rows(sql<Last & { technicianId: Id }>`
    select distinct on (message.technician_id) message.technician_id as "technicianId", message.channel, message.state,
      coalesce(message.settled_at, message.not_before) as at
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as one("technicianId" uuid, since timestamptz)
    join notifications.messages as message on message.organization_id = ${tx.actor.organizationId}
      and message.technician_id = one."technicianId" and message.kind = 'assignment_news' and message.created_at >= one.since
    order by message.technician_id, message.created_at desc, message.id desc`)
  return new Map(rows.map(({ technicianId, ...last }) => [technicianId, last]))
}

/** By technician, when the first news that waits is to be told. */
export async function waitingNews(
  tx: Tx,
  technicianIds: readonly Id[],
): Promise<ReadonlyMap<Id, Instant>> {
  const rows = await tx.rows(sql<{ technicianId: Id; at: Instant }>`
    select technician_id as "technicianId", min(tell_at) as at from notifications.notices
    where organization_id = ${tx.actor.organizationId} and settled_at is null and kind = 'assignment_news'
      and technician_id = any(${[...technicianIds]}::uuid[])
    group by technician_id`)
  return new Map(rows.map(({ technicianId, at }) => [technicianId, at]))
}
