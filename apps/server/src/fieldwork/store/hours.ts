// Whose hours lie in a range of time: planned there, or told there.
import type { Planned } from '@regie/contract/hours-line'
import type { Id, Instant } from '@regie/contract/kernel'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

type Question = {
  readonly from: Instant
  readonly until: Instant
  readonly technicianId: Id | null
}

/** Published assignments that are planned in the range, or of which a step was told that may reach into it. */
export const workedIn = (tx: Tx, { from, until, technicianId }: Question): Promise<Planned[]> =>
  tx.rows(sql<Planned>`
    select assignment.id as "assignmentId", technician.id as "technicianId", technician.name as "technicianName",
      technician.team,
      work_order.id as "workOrderId", work_order.reference, work_order.title, site.name as "siteName",
      assignment.starts_at as "startsAt", assignment.ends_at as "endsAt"
    from planning.v_assignments as assignment
    join workforce.v_technicians as technician
      on technician.organization_id = assignment.organization_id and technician.id = assignment.technician_id
    join work_orders.v_work_orders as work_order
      on work_order.organization_id = assignment.organization_id and work_order.id = assignment.work_order_id
    join clients.v_sites as site on site.organization_id = work_order.organization_id and site.id = work_order.site_id
    where assignment.organization_id = ${tx.actor.organizationId}
      and (${technicianId}::uuid is null or assignment.technician_id = ${technicianId}::uuid or exists (
        select from fieldwork.entries as entry
        where entry.organization_id = assignment.organization_id and entry.assignment_id = assignment.id
          and entry.technician_id = ${technicianId}::uuid and entry.kind = 'step'))
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

/** A step told by somebody other than whose assignment it is now: they worked before it changed hands. */
export type Stranger = Pick<
  Planned,
  'assignmentId' | 'technicianId' | 'technicianName' | 'team'
> & {
  readonly entryId: Id
}

export const strangersOn = (tx: Tx, assignmentIds: readonly Id[]): Promise<Stranger[]> =>
  tx.rows(sql<Stranger>`
    select entry.id as "entryId", entry.assignment_id as "assignmentId", technician.id as "technicianId",
      technician.name as "technicianName", technician.team
    from fieldwork.entries as entry
    join planning.v_assignments as assignment
      on assignment.organization_id = entry.organization_id and assignment.id = entry.assignment_id
    join workforce.v_technicians as technician
      on technician.organization_id = entry.organization_id and technician.id = entry.technician_id
    where entry.organization_id = ${tx.actor.organizationId} and entry.assignment_id = any(${[...assignmentIds]}::uuid[])
      and entry.kind = 'step' and entry.technician_id <> assignment.technician_id
    order by entry.id`)
