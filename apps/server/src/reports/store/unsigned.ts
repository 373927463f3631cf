// Work whose paper nobody has signed, read over the views of the modules below.
import type { UnsignedLine } from '@regie/contract/reports'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

const MOST = 200

/** Work that is done, and work whose link waits for its signer. */
export const unsignedWork = (tx: Tx): Promise<UnsignedLine[]> =>
  tx.rows(sql<UnsignedLine>`
    select work_order.id as "workOrderId", work_order.reference, work_order.title, client.name as "clientName",
      site.name as "siteName", coalesce(latest.state, 'none') as state, crew.technicians, crew."endedAt"
    from work_orders.v_work_orders as work_order
    join clients.v_sites as site on site.organization_id = work_order.organization_id and site.id = work_order.site_id
    join clients.v_clients as client on client.organization_id = site.organization_id and client.id = site.client_id
    left join lateral (
      select report.state from reports.reports as report
      where report.organization_id = work_order.organization_id and report.work_order_id = work_order.id
      order by report.number desc limit 1
    ) as latest on true
    left join lateral (
      select coalesce(array_agg(distinct technician.name), '{}') as technicians, max(assignment.ends_at) as "endedAt"
      from planning.v_assignments as assignment
      join workforce.v_technicians as technician
        on technician.organization_id = assignment.organization_id and technician.id = assignment.technician_id
      where assignment.organization_id = work_order.organization_id and assignment.work_order_id = work_order.id
        and (assignment.live or assignment.state = 'finished')
    ) as crew on true
    where work_order.organization_id = ${tx.actor.organizationId}
      and (work_order.status = 'done' or (work_order.status = 'in_progress' and latest.state = 'awaiting'))
      and coalesce(latest.state, 'none') in ('none', 'draft', 'awaiting')
    order by crew."endedAt" desc nulls last, work_order.id desc limit ${MOST}`)
