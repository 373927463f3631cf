// The bars of a board as they travel. A wide board has thousands of them: what many share (sites, clients, priorities,
// projects) is read once, and what few have (crews, documents, names of seats) apart from the rest.
import type { Id, Instant, Position } from '@regie/contract/kernel'
import type { ToldBoard } from '@regie/contract/planning-board'
import { planAnew, sql } from '../../platform/db/sql.ts'
import { positionIn } from '../../platform/position.ts'
import type { Tx } from '../../platform/work.ts'
import { hourKey } from './client-word.ts'
import { territoryOfSite } from './labelled.ts'
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
  readonly reference: string
  readonly title: string
  readonly category: string
  readonly site_id: Id
  readonly priority_id: Id | null
  readonly project_id: Id | null
}

const readRows = (tx: Tx, range: Range) =>
  tx.rows(
    planAnew(sql<BarRow>`
      select chosen.id, chosen.version, chosen.work_order_id, chosen.position_id, chosen.technician_id, chosen.starts_at,
        chosen.ends_at, chosen.state, chosen.locked, chosen.published_at, chosen.declined_reason, chosen.override::text as override,
        work_order.reference, work_order.title, work_order.category, work_order.site_id, work_order.priority_id, work_order.project_id
      from planning.assignments as chosen
      join work_orders.v_work_orders as work_order
        on work_order.organization_id = chosen.organization_id and work_order.id = chosen.work_order_id
      where ${within(tx, range)}
      order by chosen.starts_at, chosen.id`),
  )

/** What many bars share. */
export type Shared = Pick<ToldBoard, 'sites' | 'clients' | 'priorities' | 'projects'>

type Site = Omit<Shared['sites'][number], 'position'> & {
  latitude: number | null
  longitude: number | null
  clientName: string
}

const readSites = (tx: Tx, ids: readonly Id[]) =>
  tx.rows(
    planAnew(sql<Site>`
      select site.id, site.name, site.city, ${territoryOfSite} as territory, site.client_id as "clientId",
        site.latitude, site.longitude, client.name as "clientName"
      from clients.v_sites as site
      join clients.v_clients as client on client.organization_id = site.organization_id and client.id = site.client_id
      where site.organization_id = ${tx.actor.organizationId} and site.id = any(${[...ids]}::uuid[])
      order by site.id`),
  )

const readPriorities = (tx: Tx) =>
  tx.rows(sql<Shared['priorities'][number]>`
    select id, name, rank, colour, icon from catalog.v_priorities
    where organization_id = ${tx.actor.organizationId} order by id`)

const readProjects = (tx: Tx, ids: readonly Id[]) =>
  tx.rows(sql<Shared['projects'][number]>`
    select id, name from work_orders.v_projects
    where organization_id = ${tx.actor.organizationId} and id = any(${[...ids]}::uuid[]) order by id`)

async function readShared(tx: Tx, rows: readonly BarRow[]): Promise<Shared> {
  const [sites, priorities, projects] = await Promise.all([
    readSites(tx, [...new Set(rows.map((row) => row.site_id))]),
    readPriorities(tx),
    readProjects(tx, [...new Set(rows.flatMap((row) => row.project_id ?? []))]),
  ])
  const clients = new Map(sites.map((one) => [one.clientId, one.clientName]))
  return {
    sites: sites.map(({ clientName: _, latitude, longitude, ...site }) => ({
      ...site,
      position: positionIn({ latitude, longitude }),
    })),
    clients: Array.from(clients, ([id, name]) => ({ id, name })),
    priorities,
    projects,
  }
}

type Crew = { id: Id; seats: number; filled: number }

/** What few bars have: others on the same work, documents, a name of their seat, the client's word, changes not seen. */
const readRarities = (tx: Tx, range: Range) => {
  const { organizationId } = tx.actor
  return Promise.all([
    tx.rows(
      planAnew(sql<Crew>`
        with crew as (
          select distinct work_order_id from work_orders.v_positions
          where organization_id = ${organizationId} and seat_no > 1 and work_order_id in (${workOf(tx, range)})
        ), taken as (
          select work_order_id, count(*)::int as filled from planning.assignments
          where organization_id = ${organizationId} and live and work_order_id in (select work_order_id from crew) group by work_order_id
        )
        select work_order_id as id, count(*)::int as seats, taken.filled from work_orders.v_positions join taken using (work_order_id)
        where organization_id = ${organizationId} group by work_order_id, taken.filled`),
    ),
    tx.rows(
      planAnew(sql<{ id: Id; count: number }>`
        select work_order_id as id, count(*)::int as count from work_orders.v_attachments
        where organization_id = ${organizationId} and work_order_id in (${workOf(tx, range)}) group by work_order_id`),
    ),
    tx.rows(
      planAnew(sql<{ id: Id; name: string }>`
        select id, label as name from work_orders.v_positions
        where organization_id = ${organizationId} and label <> '' and work_order_id in (${workOf(tx, range)})`),
    ),
    tx.rows(sql<{ work_order_id: Id; starts_at: Instant }>`
      select work_order_id, starts_at from planning.confirmations
      where organization_id = ${organizationId} and starts_at < ${range.until}
        and starts_at > ${range.from}::timestamptz - interval '31 days'`),
    tx.rows(
      planAnew(sql<{ id: Id; unseen: unknown }>`
        select chosen.id, ${unseenColumn} from planning.assignments as chosen ${unseenOfHolder}
        where ${within(tx, range)} and unseen.changed_at is not null`),
    ),
  ])
}

const mapOf = <R extends { readonly id: Id }, T>(
  rows: readonly R[],
  take: (row: R) => T,
): ReadonlyMap<Id, T> => new Map(rows.map((row) => [row.id, take(row)]))

const text = (value: string | null): string => JSON.stringify(value)

/** The bars of a range, what they share, and what there is to tell of each. */
export type Bars = {
  /** In the order of their beginning. */
  readonly rows: readonly BarRow[]
  readonly shared: Shared
  readonly positionOf: (row: BarRow) => Position | null
  /** Members of a JSON object: all but the ways. Made when it is written, so that no long text is held before. */
  readonly textOf: (row: BarRow) => string
}

export async function barsBetween(tx: Tx, range: Range): Promise<Bars> {
  const reading = readRows(tx, range)
  const [rows, shared, [crews, attached, labels, confirmed, changed]] = await Promise.all([
    reading,
    reading.then((rows) => readShared(tx, rows)),
    readRarities(tx, range),
  ])
  const siteOf = mapOf(shared.sites, ({ position }) => position)
  const crewOf = mapOf(crews, ({ seats, filled }) => `,"seats":${seats},"seatsFilled":${filled}`)
  const attachedTo = mapOf(attached, ({ count }) => `,"attachments":${count}`)
  const labelOf = mapOf(labels, ({ name }) => `,"positionName":${text(name)}`)
  const unseenOf = mapOf(changed, ({ unseen }) => `,"unseen":${JSON.stringify(unseen)}`)
  const hours = new Set(confirmed.map((one) => hourKey(one.work_order_id, one.starts_at)))
  const isConfirmed = (row: BarRow) =>
    hours.size > 0 && hours.has(hourKey(row.work_order_id, row.starts_at))
  const rareText = (row: BarRow): string =>
    [
      crewOf.get(row.work_order_id),
      attachedTo.get(row.work_order_id),
      labelOf.get(row.position_id),
      unseenOf.get(row.id),
      isConfirmed(row) ? ',"clientConfirmed":true' : '',
    ].join('')
  return {
    rows,
    shared,
    positionOf: (row) => siteOf.get(row.site_id) ?? null,
    textOf: (row) => `${usualText(row)}${rareText(row)}`,
  }
}

/** What is as usual is left out: see the contract. Ids, instants and states need no escaping. */
const usualText = (row: BarRow): string =>
  `"id":"${row.id}","version":${row.version},"workOrderId":"${row.work_order_id}","positionId":"${row.position_id}","technicianId":"${row.technician_id}","siteId":"${row.site_id}","startsAt":"${row.starts_at}","endsAt":"${row.ends_at}","state":"${row.state}","category":"${row.category}","reference":${text(row.reference)},"title":${text(row.title)}${
    row.priority_id ? `,"priorityId":"${row.priority_id}"` : ''
  }${row.project_id ? `,"projectId":"${row.project_id}"` : ''}${
    row.published_at ? `,"publishedAt":"${row.published_at}"` : ''
  }${row.locked ? ',"locked":true' : ''}${
    row.declined_reason === null ? '' : `,"declinedReason":${text(row.declined_reason)}`
  }${row.override ? `,"override":${row.override}` : ''}`
