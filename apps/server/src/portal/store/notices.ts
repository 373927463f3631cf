// SQL of portal.notices: what clients are still to be told.
import type { Id, Instant } from '@regie/contract/kernel'
import type { Rows } from '../../platform/db/database.ts'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'
import type { ClockOrganization } from './visits.ts'

export type NoticeKind = 'change' | 'on_the_way' | 'survey' | 'report'
export type Notice = {
  readonly id: Id
  readonly kind: NoticeKind
  readonly workOrderId: Id
  readonly facts: Readonly<Record<string, unknown>>
}
export type NewNotice = Notice & { readonly eventId: Id; readonly tellAt: Instant }

/** An event is noted once. Of what waits already there is no second: several changes are told as one, when the first is due. */
export async function insertNotices(
  rows: Rows,
  organizationId: Id,
  notices: readonly NewNotice[],
): Promise<number> {
  if (notices.length === 0) return 0
  return await rows.run(sql`
    insert into portal.notices as known (organization_id, id, kind, work_order_id, event_id, facts, tell_at)
    select ${organizationId}::uuid, one.id, one.kind, one."workOrderId", one."eventId", one.facts, one."tellAt"
    from jsonb_to_recordset(${JSON.stringify(notices)}::jsonb)
      as one(id uuid, kind text, "workOrderId" uuid, "eventId" uuid, facts jsonb, "tellAt" timestamptz)
    where not exists (
      select from portal.notices as noted
      where noted.organization_id = ${organizationId} and noted.event_id = one."eventId" and noted.kind = one.kind
        and noted.work_order_id = one."workOrderId")
    on conflict (organization_id, work_order_id, kind) where settled_at is null
    do update set facts = excluded.facts, tell_at = least(known.tell_at, excluded.tell_at)`)
}

/** Takes what is due; what another process has in hand is left to it. */
export const claimNotices = (tx: Tx, limit: number): Promise<Notice[]> =>
  tx.rows(sql<Notice>`
    update portal.notices as notice set settled_at = ${tx.now()}
    where notice.organization_id = ${tx.actor.organizationId} and notice.id in (
      select due.id from portal.notices as due
      where due.organization_id = ${tx.actor.organizationId} and due.settled_at is null and due.tell_at <= ${tx.now()}
      order by due.tell_at, due.id limit ${limit} for update skip locked)
    returning notice.id, notice.kind, notice.work_order_id as "workOrderId", notice.facts`)

export const isAnythingDue = async (tx: Tx): Promise<boolean> =>
  (
    await tx.row(sql<{ due: boolean }>`
      select exists (select from portal.notices where organization_id = ${tx.actor.organizationId} and settled_at is null
        and tell_at <= ${tx.now()}) as due`)
  ).due

/** Visits with a window that holds: only those have something to lose by a change. */
export async function promisedAmong(
  rows: Rows,
  organizationId: Id,
  workOrderIds: readonly Id[],
): Promise<ReadonlySet<Id>> {
  const found = await rows.rows(sql<{ id: Id }>`
    select work_order_id as id from portal.promises
    where organization_id = ${organizationId} and state = 'open' and work_order_id = any(${[...workOrderIds]}::uuid[])`)
  return new Set(found.map(({ id }) => id))
}

export const everyOrganization = (rows: Rows): Promise<ClockOrganization[]> =>
  rows.rows(sql<ClockOrganization>`
    select organization_id as "organizationId", time_zone as "timeZone" from portal.organizations() order by organization_id`)

export async function zoneOf(rows: Rows, organizationId: Id): Promise<string> {
  const { zone } = await rows.row(sql<{ zone: string }>`
    select time_zone as zone from identity.v_organizations where organization_id = ${organizationId}`)
  return zone
}
