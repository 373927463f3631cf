// Where and when people are, without the labels a bar needs: for sums over many days.
import type { Id, Instant } from '@regie/contract/kernel'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

export type StopRow = {
  technician_id: Id
  starts_at: Instant
  ends_at: Instant
  latitude: number | null
  longitude: number | null
}

/** Live assignments that touch [from, until), each with its place, in order of time. */
export const stopsBetween = (
  tx: Tx,
  { from, until }: { from: Instant; until: Instant },
): Promise<StopRow[]> =>
  tx.rows(sql<StopRow>`
    select assignment.technician_id, assignment.starts_at, assignment.ends_at, site.latitude, site.longitude
    from planning.assignments as assignment
    join work_orders.v_work_orders as work_order
      on work_order.organization_id = assignment.organization_id and work_order.id = assignment.work_order_id
    join clients.v_sites as site on site.organization_id = work_order.organization_id and site.id = work_order.site_id
    where assignment.organization_id = ${tx.actor.organizationId} and assignment.live
      and assignment.starts_at < ${until} and assignment.starts_at > ${from}::timestamptz - interval '31 days'
      and assignment.ends_at > ${from}
    order by assignment.starts_at, assignment.id`)
