// Equipment as planning looks at it: which planned work holds it, and when.
import type { Id, Instant } from '@regie/contract/kernel'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

export type Span = { readonly from: Instant; readonly until: Instant }

/** Planned work around a time that needs the same equipment as some of these. */
export async function sharingEquipment(
  tx: Tx,
  workOrderIds: readonly Id[],
  { from, until }: Span,
): Promise<Id[]> {
  if (workOrderIds.length === 0) return []
  const rows = await tx.rows(sql<{ id: Id }>`
    with needed as (
      select distinct need->>'equipmentId' as id
      from work_orders.v_work_orders as work_order, jsonb_array_elements(work_order.equipment) as need
      where work_order.organization_id = ${tx.actor.organizationId}
        and work_order.id = any(${[...workOrderIds]}::uuid[]) and work_order.equipment <> '[]')
    select distinct work_order.id
    from work_orders.v_work_orders as work_order
    join planning.assignments as assignment
      on assignment.organization_id = work_order.organization_id and assignment.work_order_id = work_order.id
    where work_order.organization_id = ${tx.actor.organizationId} and work_order.equipment <> '[]'
      and exists (
        select from jsonb_array_elements(work_order.equipment) as need
        where need->>'equipmentId' in (select id from needed))
      and assignment.live and assignment.starts_at < ${until} and assignment.ends_at > ${from}
    order by work_order.id`)
  return rows.map(({ id }) => id)
}

/** Planned work that holds equipment: from the first of its people to the last. */
export type EquipmentUse = {
  readonly equipmentId: Id
  readonly quantity: number
  readonly workOrderId: Id
  readonly reference: string
  readonly title: string
  readonly siteName: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly technicianNames: string[]
}

/** Uses that touch the span, by their start. */
export const usesBetween = (tx: Tx, { from, until }: Span): Promise<EquipmentUse[]> =>
  tx.rows(sql<EquipmentUse>`
    select (need->>'equipmentId')::uuid as "equipmentId", (need->>'quantity')::int as quantity, work_order.id as "workOrderId",
      work_order.reference, work_order.title, site.name as "siteName", held."startsAt", held."endsAt", held."technicianNames"
    from work_orders.v_work_orders as work_order
    join clients.v_sites as site
      on site.organization_id = work_order.organization_id and site.id = work_order.site_id
    cross join lateral jsonb_array_elements(work_order.equipment) as need
    cross join lateral (
      select min(assignment.starts_at) as "startsAt", max(assignment.ends_at) as "endsAt",
        array_agg(technician.name order by technician.name) as "technicianNames"
      from planning.assignments as assignment
      join workforce.v_technicians as technician
        on technician.organization_id = assignment.organization_id and technician.id = assignment.technician_id
      where assignment.organization_id = work_order.organization_id and assignment.work_order_id = work_order.id
        and assignment.live) as held
    where work_order.organization_id = ${tx.actor.organizationId} and work_order.equipment <> '[]'
      and held."startsAt" < ${until} and held."endsAt" > ${from}
    order by held."startsAt", work_order.id`)

/** Planned work of people while a booking keeps them, or their own vehicle, elsewhere. */
export type KeptPerson = {
  readonly bookingId: Id
  readonly label: string
  readonly technicianId: Id
  readonly technicianName: string
  readonly workOrderId: Id
  readonly title: string
  readonly siteName: string
  readonly startsAt: Instant
  readonly endsAt: Instant
}

type Keeping = {
  bookingId: Id
  label: string
  technicianId: Id
  startsAt: Instant
  endsAt: Instant
}

export async function workDuring(tx: Tx, keeping: readonly Keeping[]): Promise<KeptPerson[]> {
  if (keeping.length === 0) return []
  return await tx.rows(sql<KeptPerson>`
    select kept."bookingId", kept.label, technician.id as "technicianId", technician.name as "technicianName",
      work_order.id as "workOrderId", work_order.title, site.name as "siteName",
      assignment.starts_at as "startsAt", assignment.ends_at as "endsAt"
    from jsonb_to_recordset(${JSON.stringify(keeping)}::jsonb)
      as kept("bookingId" uuid, label text, "technicianId" uuid, "startsAt" timestamptz, "endsAt" timestamptz)
    join planning.assignments as assignment
      on assignment.organization_id = ${tx.actor.organizationId} and assignment.technician_id = kept."technicianId"
        and assignment.live and assignment.starts_at < kept."endsAt" and assignment.ends_at > kept."startsAt"
    join workforce.v_technicians as technician
      on technician.organization_id = assignment.organization_id and technician.id = assignment.technician_id
    join work_orders.v_work_orders as work_order
      on work_order.organization_id = assignment.organization_id and work_order.id = assignment.work_order_id
    join clients.v_sites as site
      on site.organization_id = work_order.organization_id and site.id = work_order.site_id
    order by assignment.starts_at, assignment.id`)
}
