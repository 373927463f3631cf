// Whose hours lie in a range of time: planned there, or told there.
import type { Id, Instant } from '@regie/contract/kernel'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

export type Worked = {
  assignmentId: Id
  technicianId: Id
  technicianName: string
  workOrderId: Id
  reference: string
  title: string
  siteName: string
  startsAt: Instant
  endsAt: Instant
}

type Question = {
  readonly from: Instant
  readonly until: Instant
  readonly technicianId: Id | null
}

/** Published assignments that are planned in the range, or of which a step was told that may reach into it. */
export const workedIn = (tx: Tx, { from, until, technicianId }: Question): Promise<Worked[]> =>
  tx.rows(sql<Worked>`
    select assignment.id as "assignmentId", technician.id as "technicianId", technician.name as "technicianName",
      work_order.id as "workOrderId", work_order.reference, work_order.title, site.name as "siteName",
      assignment.starts_at as "startsAt", assignment.ends_at as "endsAt"
    from planning.v_assignments as assignment
    join workforce.v_technicians as technician
      on technician.organization_id = assignment.organization_id and technician.id = assignment.technician_id
    join work_orders.v_work_orders as work_order
      on work_order.organization_id = assignment.organization_id and work_order.id = assignment.work_order_id
    join clients.v_sites as site on site.organization_id = work_order.organization_id and site.id = work_order.site_id
    where assignment.organization_id = ${tx.actor.organizationId}
      and (${technicianId}::uuid is null or assignment.technician_id = ${technicianId}::uuid)
      and (
        (assignment.published_at is not null and assignment.state not in ('declined', 'withdrawn')
          and assignment.starts_at < ${until}::timestamptz and assignment.ends_at > ${from}::timestamptz)
        or assignment.id in (
          select entry.assignment_id from fieldwork.entries as entry
          where entry.organization_id = ${tx.actor.organizationId} and entry.kind in ('step', 'correction')
            and entry.at >= ${from}::timestamptz - interval '31 days' and entry.at < ${until}::timestamptz + interval '31 days'
        )
      )
    order by platform.fold(technician.name), technician.id, assignment.starts_at, assignment.id`)
