// SQL that writes work orders with their seats and dependencies.
import type { Id } from '@regie/contract/kernel'
import type { Dependency, WorkOrderDraft, WorkOrderStatus } from '@regie/contract/work-orders'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'
import { asksSkill, bounds, type Edge, type Seat } from '../model.ts'

const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`

export type NewWorkOrder = {
  id: Id
  number: number
  reference: string
  status: WorkOrderStatus
  draft: WorkOrderDraft
}

export async function insertWorkOrder(
  tx: Tx,
  { id, number, reference, status, draft }: NewWorkOrder,
): Promise<void> {
  const { opensAt, closesAt } = bounds(draft)
  await tx.run(sql`
    insert into work_orders.work_orders (organization_id, id, number, reference, external_id, site_id, asset_ids,
      project_id, template_id, title, description, nature, category, priority_id, duration_minutes, windows, earliest_at,
      due_at, opens_at, closes_at, skills, certification_kind_ids, asks_skill, required_products, equipment, contact, notes,
      status, created_at)
    values (${tx.actor.organizationId}, ${id}, ${number}, ${reference}, ${draft.externalId}, ${draft.siteId},
      ${draft.assetIds}::uuid[], ${draft.projectId}, ${draft.templateId}, ${draft.title}, ${draft.description},
      ${draft.nature}, ${draft.category}, ${draft.priorityId}, ${draft.durationMinutes}, ${json(draft.windows)},
      ${draft.earliestAt}, ${draft.dueAt}, ${opensAt}, ${closesAt}, ${json(draft.skills)},
      ${draft.certificationKindIds}::uuid[], ${asksSkill(draft)}, ${json(draft.requiredProducts)},
      ${json(draft.equipment)}, ${json(draft.contact)}, ${draft.notes}, ${status}, ${tx.now()})`)
}

/** Changes the row if it still has `version`; returns whether it had. */
export async function saveWorkOrder(
  tx: Tx,
  workOrderId: Id,
  version: number,
  draft: WorkOrderDraft,
): Promise<boolean> {
  const { opensAt, closesAt } = bounds(draft)
  const changed = await tx.run(sql`
    update work_orders.work_orders
    set external_id = ${draft.externalId}, site_id = ${draft.siteId}, asset_ids = ${draft.assetIds}::uuid[],
      project_id = ${draft.projectId}, template_id = ${draft.templateId}, title = ${draft.title},
      description = ${draft.description}, nature = ${draft.nature}, category = ${draft.category},
      priority_id = ${draft.priorityId}, duration_minutes = ${draft.durationMinutes}, windows = ${json(draft.windows)},
      earliest_at = ${draft.earliestAt}, due_at = ${draft.dueAt}, opens_at = ${opensAt}, closes_at = ${closesAt},
      skills = ${json(draft.skills)}, certification_kind_ids = ${draft.certificationKindIds}::uuid[],
      asks_skill = ${asksSkill(draft)}, required_products = ${json(draft.requiredProducts)},
      equipment = ${json(draft.equipment)}, contact = ${json(draft.contact)}, notes = ${draft.notes}, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${workOrderId} and version = ${version}`)
  return changed === 1
}

export async function seatIdsOf(tx: Tx, workOrderId: Id): Promise<Id[]> {
  const rows = await tx.rows(sql<{ id: Id }>`
    select id from work_orders.positions
    where organization_id = ${tx.actor.organizationId} and work_order_id = ${workOrderId}
    order by group_no, seat_no`)
  return rows.map(({ id }) => id)
}

/** Makes the seats of the work order these, in this order. */
export async function saveSeats(tx: Tx, workOrderId: Id, seats: readonly Seat[]): Promise<void> {
  const { organizationId } = tx.actor
  const ids = seats.map(({ id }) => id)
  await tx.run(sql`
    delete from work_orders.positions
    where organization_id = ${organizationId} and work_order_id = ${workOrderId} and id <> all(${ids}::uuid[])`)
  await tx.run(sql`
    insert into work_orders.positions (organization_id, id, work_order_id, group_no, seat_no, label, skills,
      certification_kind_ids, mandatory)
    select ${organizationId}, (seat->>'id')::uuid, ${workOrderId}, (seat->>'groupNo')::int, ordinal, seat->>'label',
      seat->'skills', array(select jsonb_array_elements_text(seat->'certificationKindIds'))::uuid[],
      (seat->>'mandatory')::boolean
    from jsonb_array_elements(${JSON.stringify(seats)}::jsonb) with ordinality as listed (seat, ordinal)
    on conflict (organization_id, id) do update
    set group_no = excluded.group_no, seat_no = excluded.seat_no, label = excluded.label, skills = excluded.skills,
      certification_kind_ids = excluded.certification_kind_ids, mandatory = excluded.mandatory`)
}

export async function saveDependencies(
  tx: Tx,
  workOrderId: Id,
  dependencies: readonly Dependency[],
): Promise<void> {
  const { organizationId } = tx.actor
  await tx.run(sql`
    delete from work_orders.dependencies
    where organization_id = ${organizationId} and work_order_id = ${workOrderId}`)
  await tx.run(sql`
    insert into work_orders.dependencies (organization_id, work_order_id, after_id, lag_minutes, ordinal)
    select ${organizationId}, ${workOrderId}, (item->>'afterId')::uuid, (item->>'lagMinutes')::int, ordinal
    from jsonb_array_elements(${JSON.stringify(dependencies)}::jsonb) with ordinality as listed (item, ordinal)`)
}

/** One at a time changes what waits for what: two changes that each look harmless could close a circle. */
export async function lockDependencies(tx: Tx): Promise<void> {
  await tx.rows(
    sql`select pg_advisory_xact_lock(hashtextextended('work-orders.dependencies ' || ${tx.actor.organizationId}, 0))`,
  )
}

/** Everything these wait for, directly or not. */
export async function edgesFrom(tx: Tx, ids: readonly Id[]): Promise<Edge[]> {
  const { organizationId } = tx.actor
  const rows = await tx.rows(sql<{ work_order_id: Id; after_id: Id }>`
    with recursive reached as (
      select work_order_id, after_id from work_orders.dependencies
      where organization_id = ${organizationId} and work_order_id = any(${[...ids]}::uuid[])
      union
      select next.work_order_id, next.after_id from work_orders.dependencies as next
      join reached on next.work_order_id = reached.after_id
      where next.organization_id = ${organizationId}
    )
    select work_order_id, after_id from reached order by work_order_id, after_id`)
  return rows.map((row) => ({ workOrderId: row.work_order_id, afterId: row.after_id }))
}

export type Standing = {
  id: Id
  reference: string
  title: string
  status: WorkOrderStatus
  siteId: Id
  projectId: Id | null
}

/** Where these stand, locked until the transaction ends, in the order of their ids so that nobody waits in a circle. */
export async function lockStandings(tx: Tx, ids: readonly Id[]): Promise<Standing[]> {
  return await tx.rows(sql<Standing>`
    select id, reference, title, status, site_id as "siteId", project_id as "projectId"
    from work_orders.work_orders
    where organization_id = ${tx.actor.organizationId} and id = any(${[...ids]}::uuid[])
    order by id for update`)
}

export async function referencesOf(tx: Tx, ids: readonly Id[]): Promise<Map<Id, string>> {
  const rows = await tx.rows(sql<{ id: Id; reference: string }>`
    select id, reference from work_orders.work_orders
    where organization_id = ${tx.actor.organizationId} and id = any(${[...ids]}::uuid[])
    order by id`)
  return new Map(rows.map(({ id, reference }) => [id, reference]))
}

export async function findWorkOrderIdByExternalId(
  tx: Tx,
  externalId: string,
): Promise<{ id: Id } | undefined> {
  return await tx.maybe(sql<{ id: Id }>`
    select id from work_orders.work_orders
    where organization_id = ${tx.actor.organizationId} and external_id = ${externalId}`)
}

/** Moves by planning leave the version as it is: a form that somebody has open is not contradicted. */
export async function saveStatus(
  tx: Tx,
  ids: readonly Id[],
  status: WorkOrderStatus,
): Promise<void> {
  await tx.run(sql`
    update work_orders.work_orders set status = ${status}
    where organization_id = ${tx.actor.organizationId} and id = any(${[...ids]}::uuid[])`)
}

/** A move by a person, from the version that was read; returns whether it still was that. */
export async function saveMove(
  tx: Tx,
  move: { workOrderId: Id; version: number; status: WorkOrderStatus; cancelReason: string },
): Promise<boolean> {
  const changed = await tx.run(sql`
    update work_orders.work_orders
    set status = ${move.status}, cancel_reason = ${move.cancelReason}, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${move.workOrderId} and version = ${move.version}`)
  return changed === 1
}
