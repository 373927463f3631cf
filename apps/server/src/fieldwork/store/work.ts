// What fieldwork asks of the work order behind an assignment.
import type { FieldSeat } from '@regie/contract/fieldwork'
import type { Id } from '@regie/contract/kernel'
import type { Attachment } from '@regie/contract/work-order-files'
import type { WorkOrderStatus } from '@regie/contract/work-orders'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

export async function statusOf(tx: Tx, workOrderId: Id): Promise<WorkOrderStatus | undefined> {
  const row = await tx.maybe(sql<{ status: WorkOrderStatus }>`
    select status from work_orders.v_work_orders
    where organization_id = ${tx.actor.organizationId} and id = ${workOrderId}`)
  return row?.status
}

/** Mandatory seats of a work order that nobody has finished. */
export async function unfinishedSeats(tx: Tx, workOrderId: Id): Promise<number> {
  const { total } = await tx.row(sql<{ total: number }>`
    select count(*) as total
    from work_orders.v_positions as position
    left join planning.v_assignments as assignment
      on assignment.organization_id = position.organization_id and assignment.position_id = position.id and assignment.live
    where position.organization_id = ${tx.actor.organizationId} and position.work_order_id = ${workOrderId}
      and (assignment.state <> 'finished' or (assignment.state is null and position.mandatory))`)
  return total
}

/** Does the technician have, or had, published work at this site? */
export async function worksAt(tx: Tx, technicianId: Id, siteId: Id): Promise<boolean> {
  const row = await tx.maybe(sql<{ id: Id }>`
    select assignment.id
    from planning.v_assignments as assignment
    join work_orders.v_work_orders as work_order
      on work_order.organization_id = assignment.organization_id and work_order.id = assignment.work_order_id
    where assignment.organization_id = ${tx.actor.organizationId} and assignment.technician_id = ${technicianId}
      and assignment.published_at is not null and work_order.site_id = ${siteId}
    order by assignment.id limit 1`)
  return row !== undefined
}

/** Does the technician have, or had, a published place on this work order? */
export async function worksOn(tx: Tx, technicianId: Id, workOrderId: Id): Promise<boolean> {
  const row = await tx.maybe(sql<{ id: Id }>`
    select id from planning.v_assignments
    where organization_id = ${tx.actor.organizationId} and technician_id = ${technicianId} and work_order_id = ${workOrderId}
      and published_at is not null
    order by id limit 1`)
  return row !== undefined
}

export type StoredDocument = Omit<Attachment, 'addedAt'>

export const findDocument = (tx: Tx, id: Id): Promise<StoredDocument | undefined> =>
  tx.maybe(sql<StoredDocument>`
    select id, work_order_id as "workOrderId", name, media_type as type, bytes
    from work_orders.v_attachments where organization_id = ${tx.actor.organizationId} and id = ${id}`)

type Seat = Omit<FieldSeat, 'entries'>

/** Every place on a work order that was published, by time; also those taken back, for something may be told there. */
export const seatsOf = (tx: Tx, workOrderId: Id): Promise<Seat[]> =>
  tx.rows(sql<Seat>`
    select assignment.id as "assignmentId", technician.name as "technicianName", coalesce(position.label, '') as "positionName",
      assignment.state, assignment.starts_at as "startsAt", assignment.ends_at as "endsAt"
    from planning.v_assignments as assignment
    join workforce.v_technicians as technician
      on technician.organization_id = assignment.organization_id and technician.id = assignment.technician_id
    left join work_orders.v_positions as position
      on position.organization_id = assignment.organization_id and position.id = assignment.position_id
    where assignment.organization_id = ${tx.actor.organizationId} and assignment.work_order_id = ${workOrderId}
      and assignment.published_at is not null
    order by assignment.starts_at, assignment.id`)
