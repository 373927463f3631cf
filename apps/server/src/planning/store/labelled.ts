// Assignments with the labels a bar needs, read in one statement over the views of the modules below.
import type { Id, Instant } from '@regie/contract/kernel'
import type { Assignment } from '@regie/contract/planning'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

/** Work without a priority is drawn like this, and planned last. */
export const plainColour = '#64748b'
export const plainIcon = 'circle'
export const plainRank = 99

/** A row is the noun itself but for its position: a board has thousands, and copying each would cost as much as reading it. */
type Row = Omit<Assignment, 'position'> & {
  position?: Assignment['position']
  latitude: number | null | undefined
  longitude: number | null | undefined
}

function toAssignment(row: Row): Assignment {
  const { latitude, longitude } = row
  row.position =
    typeof latitude === 'number' && typeof longitude === 'number' ? { latitude, longitude } : null
  // Undefined is left out where rows become JSON.
  row.latitude = undefined
  row.longitude = undefined
  return row as Assignment
}

/** The labels of the assignments that the CTE `chosen` (organization_id, id) names. */
const labelled = sql`
  , filled as (
    select assignment.work_order_id, count(*) as seats_filled
    from planning.assignments as assignment
    where assignment.organization_id = (select chosen.organization_id from chosen limit 1) and assignment.live
      and assignment.work_order_id in (select chosen.work_order_id from chosen)
    group by assignment.work_order_id
  ), seat as (
    select position.work_order_id, count(*) as seats
    from work_orders.v_positions as position
    where position.organization_id = (select chosen.organization_id from chosen limit 1)
      and position.work_order_id in (select chosen.work_order_id from chosen)
    group by position.work_order_id
  )
  select chosen.id, chosen.version, chosen.work_order_id as "workOrderId", chosen.position_id as "positionId",
    chosen.technician_id as "technicianId", technician.name as "technicianName", chosen.starts_at as "startsAt",
    chosen.ends_at as "endsAt", chosen.state, chosen.locked, chosen.published_at as "publishedAt",
    chosen.declined_reason as "declinedReason", work_order.reference, work_order.title,
    coalesce(position.label, '') as "positionName", client.name as "clientName", site.id as "siteId", site.name as "siteName",
    site.city, site.latitude, site.longitude, work_order.priority_id as "priorityId",
    coalesce(priority.rank, ${plainRank}::int) as "priorityRank", coalesce(priority.colour, ${plainColour}::text) as colour,
    coalesce(priority.icon, ${plainIcon}::text) as icon, work_order.category, work_order.project_id as "projectId",
    coalesce(seat.seats, 0)::int as seats, coalesce(filled.seats_filled, 0)::int as "seatsFilled"
  from chosen
  join work_orders.v_work_orders as work_order on work_order.organization_id = chosen.organization_id and work_order.id = chosen.work_order_id
  join clients.v_sites as site on site.organization_id = work_order.organization_id and site.id = work_order.site_id
  join clients.v_clients as client on client.organization_id = site.organization_id and client.id = site.client_id
  join workforce.v_technicians as technician on technician.organization_id = chosen.organization_id and technician.id = chosen.technician_id
  left join work_orders.v_positions as position on position.organization_id = chosen.organization_id and position.id = chosen.position_id
  left join catalog.v_priorities as priority on priority.organization_id = work_order.organization_id and priority.id = work_order.priority_id
  left join filled on filled.work_order_id = chosen.work_order_id
  left join seat on seat.work_order_id = chosen.work_order_id
  order by chosen.starts_at, chosen.id`

export async function labelledById(tx: Tx, ids: readonly Id[]): Promise<Assignment[]> {
  if (ids.length === 0) return []
  const rows = await tx.rows(sql<Row>`
    with chosen as (
      select * from planning.assignments
      where organization_id = ${tx.actor.organizationId} and id = any(${[...ids]}::uuid[])
    )${labelled}`)
  return rows.map(toAssignment)
}

export async function findLabelled(tx: Tx, assignmentId: Id): Promise<Assignment | undefined> {
  return (await labelledById(tx, [assignmentId]))[0]
}

/** Live assignments that touch [from, until), of these people (null: all). */
export async function labelledBetween(
  tx: Tx,
  range: { from: Instant; until: Instant; technicianIds: readonly Id[] | null },
): Promise<Assignment[]> {
  const { from, until, technicianIds } = range
  const rows = await tx.rows(sql<Row>`
    with chosen as (
      select * from planning.assignments
      where organization_id = ${tx.actor.organizationId} and live
        and starts_at < ${until} and starts_at > ${from}::timestamptz - interval '31 days' and ends_at > ${from}
        and (${technicianIds === null} or technician_id = any(${[...(technicianIds ?? [])]}::uuid[]))
    )${labelled}`)
  return rows.map(toAssignment)
}
