// Seats of a work order that nobody holds.
import type { Id } from '@regie/contract/kernel'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

type Seat = {
  readonly positionId: Id
  readonly positionName: string
  readonly durationMinutes: number | null
}

const LIVE_WORK = sql`('requested', 'qualified', 'planned', 'in_progress')`

export const openSeats = (tx: Tx, workOrderId: Id): Promise<Seat[]> =>
  tx.rows(sql<Seat>`
    select seat.id as "positionId", seat.label as "positionName", work_order.duration_minutes as "durationMinutes"
    from work_orders.v_positions as seat
    join work_orders.v_work_orders as work_order on work_order.organization_id = seat.organization_id and work_order.id = seat.work_order_id
    left join planning.v_assignments as assignment
      on assignment.organization_id = seat.organization_id and assignment.position_id = seat.id and assignment.live
    where seat.organization_id = ${tx.actor.organizationId} and seat.work_order_id = ${workOrderId} and assignment.id is null
      and work_order.status in ${LIVE_WORK}
    order by seat.group_no, seat.seat_no`)

export async function isEmergency(
  tx: Tx,
  workOrderId: Id,
  priorityIds: readonly Id[],
): Promise<boolean> {
  if (priorityIds.length === 0) return false
  const row = await tx.maybe(sql<{ id: Id }>`
    select id from work_orders.v_work_orders
    where organization_id = ${tx.actor.organizationId} and id = ${workOrderId} and status in ('qualified', 'planned')
      and priority_id = any(${[...priorityIds]}::uuid[])`)
  return row !== undefined
}

export async function isSeatHeld(tx: Tx, positionId: Id): Promise<boolean> {
  const row = await tx.maybe(sql<{ id: Id }>`
    select id from planning.v_assignments
    where organization_id = ${tx.actor.organizationId} and position_id = ${positionId} and live limit 1`)
  return row !== undefined
}
