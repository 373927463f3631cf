// The bars of a board as JSON. A wide board has thousands of them, and most of what they tell repeats: work, sites, clients
// and names are read once each and their text is joined here. One statement that joins it all wrote every label of every
// bar, sorted that on disk, and took ten times as long.
import type { Id, Instant, Position } from '@regie/contract/kernel'
import { planAnew, sql } from '../../platform/db/sql.ts'
import { positionIn } from '../../platform/position.ts'
import type { Tx } from '../../platform/work.ts'
import { hourKey } from './client-word.ts'
import { plainColour, plainIcon, plainRank, territoryOfSite } from './labelled.ts'
import { unseenColumn, unseenOfHolder } from './unseen.ts'

type Range = {
  readonly from: Instant
  readonly until: Instant
  readonly technicianIds: readonly Id[] | null
}

/** What the assignments `chosen` are: live, in the range, of these people. */
const within = (tx: Tx, { from, until, technicianIds }: Range) => sql`
  chosen.organization_id = ${tx.actor.organizationId} and chosen.live
    and chosen.starts_at < ${until} and chosen.starts_at > ${from}::timestamptz - interval '31 days' and chosen.ends_at > ${from}
    and (${technicianIds === null} or chosen.technician_id = any(${[...(technicianIds ?? [])]}::uuid[]))`

const workOf = (tx: Tx, range: Range) =>
  sql`select chosen.work_order_id from planning.assignments as chosen where ${within(tx, range)}`

/** A bar before its ways are known. */
export type BarRow = {
  readonly id: Id
  readonly version: number
  readonly work_order_id: Id
  readonly position_id: Id
  readonly technician_id: Id
  readonly starts_at: Instant
  readonly ends_at: Instant
  readonly state: string
  readonly locked: boolean
  readonly published_at: Instant | null
  readonly declined_reason: string | null
  readonly override: string | null
}

const readPlaced = (tx: Tx, range: Range) =>
  tx.rows(
    planAnew(sql<BarRow>`
      select chosen.id, chosen.version, chosen.work_order_id, chosen.position_id, chosen.technician_id, chosen.starts_at,
        chosen.ends_at, chosen.state, chosen.locked, chosen.published_at, chosen.declined_reason, chosen.override::text as override
      from planning.assignments as chosen where ${within(tx, range)}`),
  )

type Work = {
  id: Id
  reference: string
  title: string
  category: string
  site_id: Id
  priority_id: Id | null
  project_id: Id | null
  seats: number
  filled: number
  attachments: number
}

const readWork = (tx: Tx, range: Range) => {
  const { organizationId } = tx.actor
  return tx.rows(
    planAnew(sql<Work>`
      with work as materialized (select distinct work_order_id from (${workOf(tx, range)}) as one), crew as (
        -- Most work has one seat, which its bar fills: only crews are counted.
        select distinct work_order_id from work_orders.v_positions
        where organization_id = ${organizationId} and seat_no > 1 and work_order_id in (select work_order_id from work)
      ), seat as (
        select work_order_id, count(*)::int as seats from work_orders.v_positions
        where organization_id = ${organizationId} and work_order_id in (select work_order_id from crew) group by work_order_id
      ), taken as (
        select work_order_id, count(*)::int as filled from planning.assignments
        where organization_id = ${organizationId} and live and work_order_id in (select work_order_id from crew) group by work_order_id
      ), attached as (
        select work_order_id, count(*)::int as attachments from work_orders.v_attachments
        where organization_id = ${organizationId} and work_order_id in (select work_order_id from work) group by work_order_id
      )
      select work_order.id, work_order.reference, work_order.title, work_order.category, work_order.site_id,
        work_order.priority_id, work_order.project_id, coalesce(seat.seats, 1) as seats, coalesce(taken.filled, 1) as filled,
        coalesce(attached.attachments, 0) as attachments
      from work join work_orders.v_work_orders as work_order
        on work_order.organization_id = ${organizationId} and work_order.id = work.work_order_id
      left join seat on seat.work_order_id = work_order.id
      left join taken on taken.work_order_id = work_order.id
      left join attached on attached.work_order_id = work_order.id`),
  )
}

type Site = {
  id: Id
  name: string
  city: string
  territory: string
  client_id: Id
  client_name: string
  latitude: number | null
  longitude: number | null
}

const readSites = (tx: Tx, range: Range) =>
  tx.rows(
    planAnew(sql<Site>`
      select site.id, site.name, site.city, ${territoryOfSite} as territory, site.client_id, client.name as client_name,
        site.latitude, site.longitude
      from clients.v_sites as site
      join clients.v_clients as client on client.organization_id = site.organization_id and client.id = site.client_id
      where site.organization_id = ${tx.actor.organizationId} and site.id in (
        select work_order.site_id from work_orders.v_work_orders as work_order
        where work_order.organization_id = ${tx.actor.organizationId} and work_order.id in (${workOf(tx, range)}))`),
  )

type Named = { id: Id; name: string }
type Priority = Named & { rank: number; colour: string; icon: string }

/** What there is but little of, whatever the range. */
const readNames = (tx: Tx, range: Range) => {
  const { organizationId } = tx.actor
  return Promise.all([
    tx.rows(sql<Named>`
      select id, name from workforce.v_technicians where organization_id = ${organizationId}`),
    tx.rows(sql<Priority>`
      select id, name, rank, colour, icon from catalog.v_priorities where organization_id = ${organizationId}`),
    tx.rows(
      planAnew(sql<Named>`
        select id, name from work_orders.v_projects where organization_id = ${organizationId} and id in (
          select project_id from work_orders.v_work_orders
          where organization_id = ${organizationId} and id in (${workOf(tx, range)}))`),
    ),
    tx.rows(
      planAnew(sql<Named>`
        select id, label as name from work_orders.v_positions
        where organization_id = ${organizationId} and label <> '' and work_order_id in (${workOf(tx, range)})`),
    ),
  ])
}

/** What few bars have: the client's word for their hour, and changes their technician has not seen. */
const readRarities = (tx: Tx, range: Range) =>
  Promise.all([
    tx.rows(sql<{ work_order_id: Id; starts_at: Instant }>`
      select work_order_id, starts_at from planning.confirmations
      where organization_id = ${tx.actor.organizationId} and starts_at < ${range.until}
        and starts_at > ${range.from}::timestamptz - interval '31 days'`),
    tx.rows(
      planAnew(sql<{ id: Id; unseen: unknown }>`
        select chosen.id, ${unseenColumn} from planning.assignments as chosen ${unseenOfHolder}
        where ${within(tx, range)} and unseen.changed_at is not null`),
    ),
  ])

const text = (value: string | null): string => JSON.stringify(value)

const siteText = (site: Site): string =>
  `"clientId":"${site.client_id}","clientName":${text(site.client_name)},"siteId":"${site.id}","siteName":${text(site.name)},"city":${text(site.city)},"territory":${text(site.territory)},"position":${JSON.stringify(positionIn(site))}`

const priorityText = (priority: Priority | undefined): string =>
  `"priorityId":${text(priority?.id ?? null)},"priorityName":${text(priority?.name ?? '')},"priorityRank":${priority?.rank ?? plainRank},"colour":${text(priority?.colour ?? plainColour)},"icon":${text(priority?.icon ?? plainIcon)}`

const projectText = ({ id, name }: Named): string =>
  `"projectId":"${id}","projectName":${text(name)}`
const NO_PROJECT = '"projectId":null,"projectName":""'

const workText = (work: Work): string =>
  `"workOrderId":"${work.id}","reference":${text(work.reference)},"title":${text(work.title)},"category":${text(work.category)},"seats":${work.seats},"seatsFilled":${work.filled},"attachments":${work.attachments}`

const mapOf = <R extends { readonly id: Id }, T>(
  rows: readonly R[],
  take: (row: R) => T,
): ReadonlyMap<Id, T> => new Map(rows.map((row) => [row.id, take(row)]))

const nameText = ({ name }: Named): string => text(name)

/** The bars of a range, and what there is to tell of each. */
export type Bars = {
  /** In the order of their beginning. */
  readonly rows: readonly BarRow[]
  readonly positionOf: (row: BarRow) => Position | null
  /** Members of a JSON object: all but instants and ways. Made when it is written, so that no long text is held before. */
  readonly textOf: (row: BarRow) => string
}

const earlier = (a: BarRow, b: BarRow): boolean =>
  a.starts_at < b.starts_at || (a.starts_at === b.starts_at && a.id < b.id)

export async function barsBetween(tx: Tx, range: Range): Promise<Bars> {
  const [placed, works, sites, [people, priorities, projects, labels], [confirmed, changed]] =
    await Promise.all([
      readPlaced(tx, range),
      readWork(tx, range),
      readSites(tx, range),
      readNames(tx, range),
      readRarities(tx, range),
    ])
  const siteOf = mapOf(sites, (site) => ({ position: positionIn(site), text: siteText(site) }))
  const placeOf = mapOf(works, (work) => ({ work, site: siteOf.get(work.site_id) }))
  type Place = { readonly work: Work; readonly site: { position: Position | null; text: string } }
  const priorityOf = mapOf(priorities, priorityText)
  const plain = priorityText(undefined)
  const projectOf = mapOf(projects, projectText)
  const personOf = mapOf(people, nameText)
  const labelOf = mapOf(labels, nameText)
  const hours = new Set(confirmed.map((one) => hourKey(one.work_order_id, one.starts_at)))
  const unseen = mapOf(changed, (one) => JSON.stringify(one.unseen))
  const ownText = (row: BarRow): string => {
    const isConfirmed = hours.size > 0 && hours.has(hourKey(row.work_order_id, row.starts_at))
    return `"id":"${row.id}","version":${row.version},"positionId":"${row.position_id}","technicianId":"${row.technician_id}","technicianName":${personOf.get(row.technician_id) ?? '""'},"state":"${row.state}","locked":${row.locked},"declinedReason":${text(row.declined_reason)},"override":${row.override ?? 'null'},"positionName":${labelOf.get(row.position_id) ?? '""'},"clientConfirmed":${isConfirmed},"unseen":${unseen.get(row.id) ?? 'null'}`
  }
  return {
    rows: placed
      .filter((row) => placeOf.get(row.work_order_id)?.site)
      .sort((a, b) => (earlier(a, b) ? -1 : 1)),
    positionOf: (row) => placeOf.get(row.work_order_id)?.site?.position ?? null,
    textOf: (row) => {
      const { work, site } = placeOf.get(row.work_order_id) as Place
      const project = projectOf.get(work.project_id ?? '') ?? NO_PROJECT
      const priority = priorityOf.get(work.priority_id ?? '') ?? plain
      return `${ownText(row)},${workText(work)},${project},${site.text},${priority}`
    },
  }
}
