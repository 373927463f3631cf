// What was done at a site before, for whoever comes next.
import type { PastWork } from '@regie/contract/fieldwork'
import type { Id, Instant } from '@regie/contract/kernel'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

const LAST = 5

export type PastRow = {
  site_id: Id
  work_order_id: Id
  reference: string
  title: string
  status: PastWork['status']
  starts_at: Instant
  technicians: string[]
  assignment_ids: Id[]
}

/** The last interventions that are over at each of these sites, the latest first. */
export async function pastWorkAt(tx: Tx, siteIds: readonly Id[]): Promise<PastRow[]> {
  if (siteIds.length === 0) return []
  return await tx.rows(sql<PastRow>`
    select site_id, work_order_id, reference, title, status, starts_at, technicians, assignment_ids
    from (
      select work_order.site_id, work_order.id as work_order_id, work_order.reference, work_order.title, work_order.status,
        min(assignment.starts_at) as starts_at, jsonb_agg(distinct technician.name) as technicians,
        jsonb_agg(assignment.id order by assignment.id) as assignment_ids,
        row_number() over (partition by work_order.site_id order by min(assignment.starts_at) desc, work_order.id) as rank
      from work_orders.v_work_orders as work_order
      join planning.v_assignments as assignment
        on assignment.organization_id = work_order.organization_id and assignment.work_order_id = work_order.id
      join workforce.v_technicians as technician
        on technician.organization_id = assignment.organization_id and technician.id = assignment.technician_id
      where work_order.organization_id = ${tx.actor.organizationId} and work_order.site_id = any(${[...siteIds]}::uuid[])
        and work_order.status in ('done', 'validated', 'closed') and assignment.state = 'finished'
      group by work_order.site_id, work_order.id, work_order.reference, work_order.title, work_order.status
    ) as past
    where rank <= ${LAST}
    order by site_id, starts_at desc, work_order_id`)
}
