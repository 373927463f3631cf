// SQL of fieldwork.entries and what was decided about them.
import type { AsideReason, EntryBody, FieldEntry } from '@regie/contract/field-entries'
import type { Id, Instant } from '@regie/contract/kernel'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

type Row = {
  id: Id
  assignment_id: Id
  member_id: Id | null
  by_name: string
  body: EntryBody
  at: Instant
  device_at: Instant
  server_at: Instant
  aside: AsideReason | null
  standing: FieldEntry['standing']
}

/** What was decided last about an entry, else what its arrival made of it. */
const standing = sql`coalesce((
    select case when decision.counts then 'counted' else 'dismissed' end from fieldwork.decisions as decision
    where decision.organization_id = entry.organization_id and decision.entry_id = entry.id
    order by decision.id desc limit 1
  ), case when entry.aside is null then 'counted' when entry.aside = 'sealed' then 'to_decide' else 'aside' end)`

const columns = sql`entry.id, entry.assignment_id, entry.member_id, entry.by_name, entry.body, entry.at, entry.device_at,
  entry.server_at, entry.aside, ${standing} as standing`

const toEntry = (tx: Tx, row: Row): FieldEntry => ({
  id: row.id,
  assignmentId: row.assignment_id,
  by: row.by_name,
  mine: row.member_id !== null && row.member_id === tx.actor.memberId,
  at: row.at,
  deviceAt: row.device_at,
  serverAt: row.server_at,
  standing: row.standing,
  why: row.aside,
  what: row.body,
})

export async function entriesOf(tx: Tx, assignmentIds: readonly Id[]): Promise<FieldEntry[]> {
  if (assignmentIds.length === 0) return []
  const rows = await tx.rows(sql<Row>`
    select ${columns} from fieldwork.entries as entry
    where entry.organization_id = ${tx.actor.organizationId} and entry.assignment_id = any(${[...assignmentIds]}::uuid[])
    order by entry.at, entry.id`)
  return rows.map((row) => toEntry(tx, row))
}

export async function findEntries(tx: Tx, ids: readonly Id[]): Promise<FieldEntry[]> {
  const rows = await tx.rows(sql<Row>`
    select ${columns} from fieldwork.entries as entry
    where entry.organization_id = ${tx.actor.organizationId} and entry.id = any(${[...ids]}::uuid[])
    order by entry.at, entry.id`)
  return rows.map((row) => toEntry(tx, row))
}

export type NewEntry = Omit<FieldEntry, 'by' | 'mine' | 'standing'> & { baseVersion: number | null }

/** False when an entry of this id is there already. */
export async function insertEntry(tx: Tx, entry: NewEntry): Promise<boolean> {
  const inserted = await tx.run(sql`
    insert into fieldwork.entries (organization_id, id, assignment_id, technician_id, member_id, by_name, kind, body, at, device_at,
      server_at, base_version, aside)
    values (${tx.actor.organizationId}, ${entry.id}, ${entry.assignmentId}, ${tx.actor.technicianId}::uuid, ${tx.actor.memberId}::uuid,
      ${tx.actor.name}, ${entry.what.kind}, ${JSON.stringify(entry.what)}::jsonb, ${entry.at}, ${entry.deviceAt}, ${entry.serverAt},
      ${entry.baseVersion}::int, ${entry.why}::text)
    on conflict (organization_id, id) do nothing`)
  return inserted === 1
}

/** Where an entry of this id belongs, if there is one. */
export async function entryPlace(
  tx: Tx,
  id: Id,
): Promise<{ aside: AsideReason | null } | undefined> {
  return await tx.maybe(sql<{ aside: AsideReason | null }>`
    select aside from fieldwork.entries where organization_id = ${tx.actor.organizationId} and id = ${id}`)
}

type OpenRow = Row & { work_order_id: Id; reference: string; title: string; site_name: string }

/** Entries that nobody has decided about yet, oldest first. */
export async function openEntries(tx: Tx) {
  const rows = await tx.rows(sql<OpenRow>`
    select ${columns}, work_order.id as work_order_id, work_order.reference, work_order.title, site.name as site_name
    from fieldwork.entries as entry
    join planning.v_assignments as assignment
      on assignment.organization_id = entry.organization_id and assignment.id = entry.assignment_id
    join work_orders.v_work_orders as work_order
      on work_order.organization_id = assignment.organization_id and work_order.id = assignment.work_order_id
    join clients.v_sites as site on site.organization_id = work_order.organization_id and site.id = work_order.site_id
    where entry.organization_id = ${tx.actor.organizationId} and entry.aside is not null and not exists (
      select from fieldwork.decisions as decision
      where decision.organization_id = entry.organization_id and decision.entry_id = entry.id)
    order by entry.server_at, entry.id
    limit 500`)
  return rows.map((row) => ({
    entry: toEntry(tx, row),
    workOrderId: row.work_order_id,
    reference: row.reference,
    title: row.title,
    siteName: row.site_name,
  }))
}

export async function insertDecisions(
  tx: Tx,
  entryIds: readonly Id[],
  { counts, reason }: { counts: boolean; reason: string },
): Promise<void> {
  const rows = entryIds.map((entryId) => ({ id: tx.newId(), entry_id: entryId }))
  await tx.run(sql`
    insert into fieldwork.decisions (organization_id, id, entry_id, counts, reason, by_name, at)
    select ${tx.actor.organizationId}::uuid, id, entry_id, ${counts}, ${reason}, ${tx.actor.name}, ${tx.now()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as one(id uuid, entry_id uuid)`)
}

/** When the work was signed or sealed; undefined: it was not. */
export async function sealOf(
  tx: Tx,
  assignmentId: Id,
): Promise<{ sealed_at: Instant } | undefined> {
  return await tx.maybe(sql<{ sealed_at: Instant }>`
    select sealed_at from fieldwork.seals
    where organization_id = ${tx.actor.organizationId} and assignment_id = ${assignmentId}`)
}

/** Work may go on: what was signed was sent back. */
export async function removeSeals(tx: Tx, assignmentIds: readonly Id[]): Promise<void> {
  await tx.run(sql`
    delete from fieldwork.seals
    where organization_id = ${tx.actor.organizationId} and assignment_id = any(${[...assignmentIds]}::uuid[])`)
}

export async function insertSeal(tx: Tx, assignmentId: Id): Promise<void> {
  await tx.run(sql`
    insert into fieldwork.seals (organization_id, assignment_id, sealed_at)
    values (${tx.actor.organizationId}, ${assignmentId}, ${tx.now()})
    on conflict (organization_id, assignment_id) do nothing`)
}
