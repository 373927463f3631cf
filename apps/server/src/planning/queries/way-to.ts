// How long somebody who leaves now is on the road to a visit: from the stop before it on that day, else from home.
import type { Id, Position } from '@regie/contract/kernel'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'
import { legsBetween } from '../travel/legs.ts'

type Row = {
  latitude: number | null
  longitude: number | null
  fromLatitude: number | null
  fromLongitude: number | null
}

/** Seconds; undefined when one of the two places is not known, or no way leads there. */
export async function wayTo(tx: Tx, assignmentId: Id): Promise<number | undefined> {
  const { organizationId, timeZone } = tx.actor
  const row = await tx.maybe(sql<Row>`
    select site.latitude, site.longitude, coalesce(before.latitude, technician.latitude) as "fromLatitude",
      coalesce(before.longitude, technician.longitude) as "fromLongitude"
    from planning.assignments as assignment
    join work_orders.v_work_orders as work_order
      on work_order.organization_id = assignment.organization_id and work_order.id = assignment.work_order_id
    join clients.v_sites as site on site.organization_id = work_order.organization_id and site.id = work_order.site_id
    join workforce.v_technicians as technician
      on technician.organization_id = assignment.organization_id and technician.id = assignment.technician_id
    left join lateral (
      select earlier_site.latitude, earlier_site.longitude
      from planning.assignments as earlier
      join work_orders.v_work_orders as earlier_order
        on earlier_order.organization_id = earlier.organization_id and earlier_order.id = earlier.work_order_id
      join clients.v_sites as earlier_site
        on earlier_site.organization_id = earlier_order.organization_id and earlier_site.id = earlier_order.site_id
      where earlier.organization_id = assignment.organization_id and earlier.technician_id = assignment.technician_id
        and earlier.live and earlier.state in ('started', 'paused', 'finished') and earlier.starts_at < assignment.starts_at
        and (earlier.starts_at at time zone ${timeZone})::date = (assignment.starts_at at time zone ${timeZone})::date
      order by earlier.starts_at desc limit 1
    ) as before on true
    where assignment.organization_id = ${organizationId} and assignment.id = ${assignmentId}`)
  if (!row) return undefined
  const { latitude, longitude, fromLatitude, fromLongitude } = row
  if (latitude === null || longitude === null || fromLatitude === null || fromLongitude === null)
    return undefined
  const from = { latitude: fromLatitude, longitude: fromLongitude }
  return await travelSeconds(tx, from, { latitude, longitude })
}

/** By what a routing service has told of it, else estimated; undefined when no way leads there. */
export async function travelSeconds(
  tx: Tx,
  from: Position,
  to: Position,
): Promise<number | undefined> {
  const { legs } = await legsBetween(tx, [from, to], [[0, 1]])
  return legs[0]?.seconds ?? undefined
}
