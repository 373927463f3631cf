// Assignments with the labels a bar needs, read in one statement over the views of the modules below.
import type { Category } from '@regie/contract/catalog'
import type { Id, Instant } from '@regie/contract/kernel'
import type { Assignment, AssignmentState } from '@regie/contract/planning'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

type Row = {
  id: Id
  version: number
  work_order_id: Id
  position_id: Id
  technician_id: Id
  technician_name: string
  starts_at: Instant
  ends_at: Instant
  state: AssignmentState
  locked: boolean
  published_at: Instant | null
  declined_reason: string | null
  reference: string
  title: string
  position_name: string
  client_name: string
  site_id: Id
  site_name: string
  city: string
  latitude: number | null
  longitude: number | null
  priority_id: Id | null
  priority_rank: number | null
  colour: string | null
  icon: string | null
  category: Category
  project_id: Id | null
  seats: number
  seats_filled: number
}

/** Work without a priority is drawn in this colour. */
export const plainColour = '#64748b'
export const plainIcon = 'circle'
export const plainRank = 99

const toAssignment = (row: Row): Assignment => ({
  id: row.id,
  version: row.version,
  workOrderId: row.work_order_id,
  positionId: row.position_id,
  technicianId: row.technician_id,
  technicianName: row.technician_name,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  state: row.state,
  locked: row.locked,
  publishedAt: row.published_at,
  declinedReason: row.declined_reason,
  reference: row.reference,
  title: row.title,
  positionName: row.position_name,
  clientName: row.client_name,
  siteId: row.site_id,
  siteName: row.site_name,
  city: row.city,
  position:
    row.latitude === null || row.longitude === null
      ? null
      : { latitude: row.latitude, longitude: row.longitude },
  priorityId: row.priority_id,
  priorityRank: row.priority_rank ?? plainRank,
  colour: row.colour ?? plainColour,
  icon: row.icon ?? plainIcon,
  category: row.category,
  projectId: row.project_id,
  seats: row.seats,
  seatsFilled: row.seats_filled,
})

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
  select chosen.id, chosen.version, chosen.work_order_id, chosen.position_id, chosen.technician_id, technician.name as technician_name,
    chosen.starts_at, chosen.ends_at, chosen.state, chosen.locked, chosen.published_at, chosen.declined_reason,
    work_order.reference, work_order.title, coalesce(position.label, '') as position_name,
    client.name as client_name, site.id as site_id, site.name as site_name, site.city, site.latitude, site.longitude,
    work_order.priority_id, priority.rank as priority_rank, priority.colour, priority.icon, work_order.category, work_order.project_id,
    coalesce(seat.seats, 0) as seats, coalesce(filled.seats_filled, 0) as seats_filled
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
