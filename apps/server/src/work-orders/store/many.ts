// SQL of many work orders at once, with their seats.
import type { Id } from '@regie/contract/kernel'
import type { WorkOrder, WorkOrderDraft } from '@regie/contract/work-orders'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'
import { asksSkill, bounds, type Seat } from '../model.ts'
import type { NewWorkOrder } from './changes.ts'
import { workOrdersBetween } from './work-orders.ts'

const ALWAYS = '1970-01-01T00:00:00Z'

/** Work orders that have one of these external ids. */
export async function workOrdersWithExternalIds(
  tx: Tx,
  externalIds: readonly string[],
): Promise<WorkOrder[]> {
  const rows = await tx.rows(sql<{ id: Id }>`
    select id from work_orders.work_orders
    where organization_id = ${tx.actor.organizationId} and external_id = any(${[...externalIds]}::text[])`)
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const found = await workOrdersBetween(tx, { from: ALWAYS, until: ALWAYS, ids, statuses: [] })
  return found.map(({ priorityRank: _, ...workOrder }) => workOrder)
}

/** The first of `count` running numbers of this name that are nobody else's. */
export async function takeNumbers(tx: Tx, name: string, count: number): Promise<number> {
  const { last } = await tx.row(sql<{ last: number }>`
    insert into work_orders.counters (organization_id, name, last)
    values (${tx.actor.organizationId}, ${name}, ${count})
    on conflict (organization_id, name) do update set last = counters.last + ${count}
    returning last`)
  return last - count + 1
}

/** What the row keeps of a draft; jsonb as it is, arrays of ids as text of an array. */
const columnsOf = (draft: WorkOrderDraft) => ({
  ...draft,
  ...bounds(draft),
  asksSkill: asksSkill(draft),
  assetIds: `{${draft.assetIds.join(',')}}`,
  certificationKindIds: `{${draft.certificationKindIds.join(',')}}`,
})

const given = sql`id uuid, version int, number int, reference text, status text, "externalId" text, "siteId" uuid,
  "assetIds" uuid[], "projectId" uuid, "templateId" uuid, title text, description text, nature text, category text,
  "priorityId" uuid, "durationMinutes" int, windows jsonb, "earliestAt" timestamptz, "dueAt" timestamptz,
  "opensAt" timestamptz, "closesAt" timestamptz, skills jsonb, "certificationKindIds" uuid[], "asksSkill" boolean,
  "requiredProducts" jsonb, equipment jsonb, contact jsonb, notes text`

export async function insertWorkOrders(tx: Tx, workOrders: readonly NewWorkOrder[]): Promise<void> {
  const rows = workOrders.map(({ draft, ...known }) => ({ ...known, ...columnsOf(draft) }))
  await tx.run(sql`
    insert into work_orders.work_orders (organization_id, id, number, reference, external_id, site_id, asset_ids,
      project_id, template_id, title, description, nature, category, priority_id, duration_minutes, windows, earliest_at,
      due_at, opens_at, closes_at, skills, certification_kind_ids, asks_skill, required_products, equipment, contact, notes,
      status, created_at)
    select ${tx.actor.organizationId}, id, number, reference, "externalId", "siteId", "assetIds", "projectId",
      "templateId", title, description, nature, category, "priorityId", "durationMinutes", windows, "earliestAt", "dueAt",
      "opensAt", "closesAt", skills, "certificationKindIds", "asksSkill", "requiredProducts", equipment, contact, notes,
      status, ${tx.now()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(${given})`)
}

type Changed = { readonly id: Id; readonly version: number; readonly draft: WorkOrderDraft }

/** The number of rows changed: fewer than given when somebody changed one in the meantime. */
export async function saveWorkOrders(tx: Tx, workOrders: readonly Changed[]): Promise<number> {
  const rows = workOrders.map(({ draft, ...known }) => ({ ...known, ...columnsOf(draft) }))
  return await tx.run(sql`
    update work_orders.work_orders as work_order
    set site_id = given."siteId", asset_ids = given."assetIds", project_id = given."projectId",
      template_id = given."templateId", title = given.title, description = given.description, nature = given.nature,
      category = given.category, priority_id = given."priorityId", duration_minutes = given."durationMinutes",
      windows = given.windows, earliest_at = given."earliestAt", due_at = given."dueAt", opens_at = given."opensAt",
      closes_at = given."closesAt", skills = given.skills, certification_kind_ids = given."certificationKindIds",
      asks_skill = given."asksSkill", required_products = given."requiredProducts", equipment = given.equipment,
      contact = given.contact, notes = given.notes, version = work_order.version + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(${given})
    where work_order.organization_id = ${tx.actor.organizationId} and work_order.id = given.id
      and work_order.version = given.version`)
}

/** Makes the seats of these work orders just these; returns the ids of seats that are gone, by work order. */
export async function saveSeatsOfMany(
  tx: Tx,
  seats: ReadonlyMap<Id, readonly Seat[]>,
): Promise<Map<Id, Id[]>> {
  const { organizationId } = tx.actor
  const rows = [...seats].flatMap(([workOrderId, own]) =>
    own.map((seat, index) => ({
      ...seat,
      workOrderId,
      seatNo: index + 1,
      certificationKindIds: `{${seat.certificationKindIds.join(',')}}`,
    })),
  )
  const gone = await tx.rows(sql<{ id: Id; work_order_id: Id }>`
    delete from work_orders.positions
    where organization_id = ${organizationId} and work_order_id = any(${[...seats.keys()]}::uuid[])
      and id <> all(${rows.map(({ id }) => id)}::uuid[])
    returning id, work_order_id`)
  await tx.run(sql`
    insert into work_orders.positions (organization_id, id, work_order_id, group_no, seat_no, label, skills,
      certification_kind_ids, mandatory)
    select ${organizationId}, id, "workOrderId", "groupNo", "seatNo", label, skills, "certificationKindIds", mandatory
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as seat(id uuid, "workOrderId" uuid, "groupNo" int,
      "seatNo" int, label text, skills jsonb, "certificationKindIds" uuid[], mandatory boolean)
    on conflict (organization_id, id) do update
    set group_no = excluded.group_no, seat_no = excluded.seat_no, label = excluded.label, skills = excluded.skills,
      certification_kind_ids = excluded.certification_kind_ids, mandatory = excluded.mandatory`)
  const removed = new Map<Id, Id[]>()
  for (const { id, work_order_id } of gone)
    removed.set(work_order_id, [...(removed.get(work_order_id) ?? []), id])
  return removed
}
