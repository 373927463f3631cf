// Assignments with the labels a bar needs, read in one statement over the views of the modules below.
import type { Id, Instant } from '@regie/contract/kernel'
import { type Assignment, plainPriority } from '@regie/contract/planning'
import { planAnew, sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'
import { unseenColumn, unseenOfHolder } from './unseen.ts'

export const { colour: plainColour, icon: plainIcon, rank: plainRank } = plainPriority

/** Where the table alias `site` lies: the département of a French postcode, the country elsewhere. */
export const territoryOfSite = sql`case when site.country <> 'FR' then site.country
    when site.postcode ~ '^9[78]\\d{3}$' then left(site.postcode, 3)
    when site.postcode ~ '^\\d{5}$' then left(site.postcode, 2) else '' end`

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

/** How many seats the work of the CTE `chosen` has, how many of them are held, and how many documents come with it. */
export const counts = sql`
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
  ), attached as (
    select attachment.work_order_id, count(*) as attachments
    from work_orders.v_attachments as attachment
    where attachment.organization_id = (select chosen.organization_id from chosen limit 1)
      and attachment.work_order_id in (select chosen.work_order_id from chosen)
    group by attachment.work_order_id
  )`

const nothing = sql``

/** Where the labels of the work of `chosen` come from; `people` and `theirs` are joined where the order costs least. */
export const sourcesWith = (people = nothing, theirs = nothing) => sql`
  from chosen
  join work_orders.v_work_orders as work_order on work_order.organization_id = chosen.organization_id and work_order.id = chosen.work_order_id
  join clients.v_sites as site on site.organization_id = work_order.organization_id and site.id = work_order.site_id
  join clients.v_clients as client on client.organization_id = site.organization_id and client.id = site.client_id
  ${people}
  left join work_orders.v_positions as position on position.organization_id = chosen.organization_id and position.id = chosen.position_id
  left join catalog.v_priorities as priority on priority.organization_id = work_order.organization_id and priority.id = work_order.priority_id
  left join work_orders.v_projects as project on project.organization_id = work_order.organization_id and project.id = work_order.project_id
  ${theirs}
  left join filled on filled.work_order_id = chosen.work_order_id
  left join seat on seat.work_order_id = chosen.work_order_id
  left join attached on attached.work_order_id = chosen.work_order_id`

const people = sql`join workforce.v_technicians as technician
    on technician.organization_id = chosen.organization_id and technician.id = chosen.technician_id`
const theirs = sql`left join planning.confirmations as confirmed on confirmed.organization_id = chosen.organization_id
    and confirmed.work_order_id = chosen.work_order_id and confirmed.starts_at = chosen.starts_at
  ${unseenOfHolder}`

/** Where the labels of the assignments of `chosen` come from. */
const sources = sql`${sourcesWith(people, theirs)}
  order by chosen.starts_at, chosen.id`

/** What is told of the work of a seat, but for where it is. */
export const workLabels = sql`chosen.work_order_id as "workOrderId", chosen.position_id as "positionId", work_order.reference, work_order.title,
    coalesce(position.label, '') as "positionName", client.id as "clientId", client.name as "clientName", site.id as "siteId", site.name as "siteName",
    site.city, ${territoryOfSite} as territory, work_order.priority_id as "priorityId", coalesce(priority.name, '') as "priorityName", coalesce(priority.rank, ${plainRank}::int) as "priorityRank",
    coalesce(priority.colour, ${plainColour}::text) as colour, coalesce(priority.icon, ${plainIcon}::text) as icon,
    work_order.category, work_order.project_id as "projectId", coalesce(project.name, '') as "projectName", coalesce(seat.seats, 0)::int as seats,
    coalesce(filled.seats_filled, 0)::int as "seatsFilled", coalesce(attached.attachments, 0)::int as attachments`

/** Every column but the instants and the position. */
const labels = sql`chosen.id, chosen.version, chosen.technician_id as "technicianId", technician.name as "technicianName", chosen.state, chosen.locked,
    chosen.declined_reason as "declinedReason", chosen.override, ${workLabels},
    confirmed.starts_at is not null as "clientConfirmed", ${unseenColumn}`

/** The labels of the assignments that the CTE `chosen` names. */
const labelled = sql`${counts}
  select ${labels}, chosen.starts_at as "startsAt", chosen.ends_at as "endsAt", chosen.published_at as "publishedAt",
    site.latitude, site.longitude ${sources}`

/** Up to so many rows any plan is quick. */
const FEW = 20

export async function labelledById(
  tx: Pick<Tx, 'rows' | 'actor'>,
  ids: readonly Id[],
): Promise<Assignment[]> {
  if (ids.length === 0) return []
  const query = sql<Row>`
    with chosen as (
      select * from planning.assignments
      where organization_id = ${tx.actor.organizationId} and id = any(${[...ids]}::uuid[])
    )${labelled}`
  const rows = await tx.rows(ids.length > FEW ? planAnew(query) : query)
  return rows.map(toAssignment)
}

export async function findLabelled(tx: Tx, assignmentId: Id): Promise<Assignment | undefined> {
  return (await labelledById(tx, [assignmentId]))[0]
}

type Range = {
  from: Instant
  until: Instant
  technicianIds: readonly Id[] | null
  /** Only what technicians do not see yet. */
  draftsOnly?: boolean
}

/** The CTE `chosen`: live assignments that touch [from, until), of these people (null: all). */
const chosenBetween = (tx: Tx, { from, until, technicianIds, draftsOnly = false }: Range) => sql`
    with chosen as (
      select * from planning.assignments
      where organization_id = ${tx.actor.organizationId} and live
        and starts_at < ${until} and starts_at > ${from}::timestamptz - interval '31 days' and ends_at > ${from}
        and (${technicianIds === null} or technician_id = any(${[...(technicianIds ?? [])]}::uuid[]))
        and (not ${draftsOnly} or published_at is null)
    )`

export async function labelledBetween(tx: Tx, range: Range): Promise<Assignment[]> {
  const rows = await tx.rows(planAnew(sql<Row>`${chosenBetween(tx, range)}${labelled}`))
  return rows.map(toAssignment)
}
