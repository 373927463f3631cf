// SQL of work_orders.series, its settings and its nights.
import { alsatianDepartments } from '@regie/contract/french-holidays'
import type { Id, LocalDate } from '@regie/contract/kernel'
import type { Series, SeriesDraft, SeriesSettings } from '@regie/contract/series'
import type { Rows } from '../../platform/db/database.ts'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

/** A series with what its contract says of the days on which it may be. */
export type StoredSeries = SeriesDraft & {
  readonly id: Id
  readonly version: number
  readonly contractId: Id
  readonly firstOn: LocalDate
  readonly madeUntil: LocalDate | null
  readonly alsatian: boolean
  readonly contract: {
    readonly startsOn: LocalDate
    readonly endsOn: LocalDate | null
    readonly pausedFrom: LocalDate | null
    readonly pausedUntil: LocalDate | null
  }
}

type Row = {
  id: Id
  version: number
  contract_id: Id
  site_id: Id
  work: SeriesDraft['work']
  season_work: SeriesDraft['seasonWork']
  rule: SeriesDraft['rule']
  first_on: LocalDate
  preferred_technician_id: Id | null
  made_until: LocalDate | null
  alsatian: boolean
  starts_on: LocalDate
  ends_on: LocalDate | null
  paused_from: LocalDate | null
  paused_until: LocalDate | null
}

/** Series that were written before there was equipment need none. */
const withEquipment = (work: SeriesDraft['work']): SeriesDraft['work'] => ({
  ...work,
  equipment: work.equipment ?? [],
})

const toStored = (row: Row): StoredSeries => ({
  id: row.id,
  version: row.version,
  contractId: row.contract_id,
  siteId: row.site_id,
  work: withEquipment(row.work),
  seasonWork: row.season_work.map((work) => work && withEquipment(work)),
  rule: row.rule,
  firstOn: row.first_on,
  preferredTechnicianId: row.preferred_technician_id,
  madeUntil: row.made_until,
  alsatian: row.alsatian,
  contract: {
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    pausedFrom: row.paused_from,
    pausedUntil: row.paused_until,
  },
})

const tables = sql`work_orders.series as series
  join work_orders.contracts as contract
    on contract.organization_id = series.organization_id and contract.id = series.contract_id
  join clients.v_sites as site
    on site.organization_id = series.organization_id and site.id = series.site_id
  left join work_orders.series_settings as settings on settings.organization_id = series.organization_id`
/** The setting says; by site it is the département of the postcode. */
const alsatian = sql`case coalesce(settings.alsace_moselle, 'site')
    when 'always' then true when 'never' then false
    else site.country = 'FR' and left(site.postcode, 2) in (${sql.join([...alsatianDepartments])}) end`
const columns = sql`series.id, series.version, series.contract_id, series.site_id, series.work, series.season_work, series.rule,
  series.first_on, series.preferred_technician_id, series.made_until, ${alsatian} as alsatian, contract.starts_on,
  contract.ends_on, contract.paused_from, contract.paused_until`

/** One series for this transaction alone: an edit and the nightly making of visits wait for each other here. */
export async function lockSeries(tx: Tx, seriesId: Id): Promise<StoredSeries | undefined> {
  const row = await tx.maybe(sql<Row>`
    select ${columns} from ${tables}
    where series.organization_id = ${tx.actor.organizationId} and series.id = ${seriesId} for update of series`)
  return row && toStored(row)
}

export async function readSeries(tx: Tx, seriesId: Id): Promise<StoredSeries | undefined> {
  const row = await tx.maybe(sql<Row>`
    select ${columns} from ${tables}
    where series.organization_id = ${tx.actor.organizationId} and series.id = ${seriesId}`)
  return row && toStored(row)
}

export async function lockSeriesOfContract(tx: Tx, contractId: Id): Promise<StoredSeries[]> {
  const rows = await tx.rows(sql<Row>`
    select ${columns} from ${tables}
    where series.organization_id = ${tx.actor.organizationId} and series.contract_id = ${contractId}
    order by series.id for update of series`)
  return rows.map(toStored)
}

/** Series whose visits are not made up to the horizon yet, for this transaction alone; those somebody edits come later. */
export async function takeSeriesToMake(
  tx: Tx,
  { horizon, today, limit }: { horizon: LocalDate; today: LocalDate; limit: number },
): Promise<StoredSeries[]> {
  const rows = await tx.rows(sql<Row>`
    select ${columns} from ${tables}
    where series.organization_id = ${tx.actor.organizationId}
      and (series.made_until is null or series.made_until < ${horizon}::date)
      and (contract.ends_on is null or contract.ends_on >= ${today}::date)
    order by series.made_until nulls first, series.id
    limit ${limit} for update of series skip locked`)
  return rows.map(toStored)
}

/** Every series that may still bring visits from a day on, for looking ahead. */
export async function seriesFrom(tx: Tx, today: LocalDate): Promise<StoredSeries[]> {
  const rows = await tx.rows(sql<Row>`
    select ${columns} from ${tables}
    where series.organization_id = ${tx.actor.organizationId} and (contract.ends_on is null or contract.ends_on >= ${today}::date)
      and coalesce((series.rule->>'until')::date, 'infinity') >= ${today}::date
    order by series.id`)
  return rows.map(toStored)
}

export async function insertSeries(
  tx: Tx,
  series: SeriesDraft & { id: Id; contractId: Id; followsId: Id | null; firstOn: LocalDate },
): Promise<void> {
  await tx.run(sql`
    insert into work_orders.series (organization_id, id, contract_id, site_id, follows_id, work, season_work, rule, first_on,
      preferred_technician_id, created_at)
    values (${tx.actor.organizationId}, ${series.id}, ${series.contractId}, ${series.siteId}, ${series.followsId},
      ${JSON.stringify(series.work)}::jsonb, ${JSON.stringify(series.seasonWork)}::jsonb, ${JSON.stringify(series.rule)}::jsonb,
      ${series.firstOn}, ${series.preferredTechnicianId}, ${tx.now()})`)
}

/** What every visit of it asks for, and when; the row is locked already. */
export async function saveSeries(
  tx: Tx,
  seriesId: Id,
  draft: Pick<SeriesDraft, 'work' | 'seasonWork' | 'rule' | 'preferredTechnicianId'>,
): Promise<void> {
  await tx.run(sql`
    update work_orders.series
    set work = ${JSON.stringify(draft.work)}::jsonb, season_work = ${JSON.stringify(draft.seasonWork)}::jsonb,
      rule = ${JSON.stringify(draft.rule)}::jsonb, preferred_technician_id = ${draft.preferredTechnicianId},
      version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${seriesId}`)
}

export async function markMade(
  tx: Tx,
  seriesIds: readonly Id[],
  until: LocalDate | null,
): Promise<void> {
  await tx.run(sql`
    update work_orders.series set made_until = ${until}
    where organization_id = ${tx.actor.organizationId} and id = any(${[...seriesIds]}::uuid[])`)
}

export async function readSeriesSettings(tx: Tx): Promise<SeriesSettings> {
  const row = await tx.maybe(sql<SeriesSettings>`
    select version, horizon_weeks as "horizonWeeks", alsace_moselle as "alsaceMoselle" from work_orders.series_settings
    where organization_id = ${tx.actor.organizationId}`)
  return row ?? { version: 0, horizonWeeks: 8, alsaceMoselle: 'site' }
}

/** Version 0 stands for the settings nobody has touched yet. */
export async function saveSeriesSettings(tx: Tx, settings: SeriesSettings): Promise<boolean> {
  const { version, horizonWeeks, alsaceMoselle } = settings
  const changed = await tx.run(sql`
    insert into work_orders.series_settings as known (organization_id, version, horizon_weeks, alsace_moselle)
    values (${tx.actor.organizationId}, ${version + 1}, ${horizonWeeks}, ${alsaceMoselle})
    on conflict (organization_id) do update
    set version = known.version + 1, horizon_weeks = excluded.horizon_weeks, alsace_moselle = excluded.alsace_moselle
    where known.version = ${version}`)
  return changed === 1
}

/** Whether this local night is begun here for the first time. */
export async function claimSeriesNight(tx: Tx, date: LocalDate): Promise<boolean> {
  const claimed = await tx.run(sql`
    insert into work_orders.series_nights (organization_id, local_date) values (${tx.actor.organizationId}, ${date})
    on conflict (organization_id, local_date) do nothing`)
  return claimed === 1
}

export async function organizationsWithSeries(
  rows: Rows,
): Promise<{ organizationId: Id; timeZone: string }[]> {
  const found = await rows.rows(
    sql<{ organization_id: Id; time_zone: string }>`
      select organization_id, time_zone from work_orders.organizations_with_series() order by organization_id`,
  )
  return found.map((row) => ({ organizationId: row.organization_id, timeZone: row.time_zone }))
}

type ShownRow = Row & {
  contract_name: string
  client_name: string
  site_name: string
  site_city: string
  preferred_technician_name: string | null
  follows_id: Id | null
  exceptions: number
  next_visit_on: LocalDate | null
}

const toShown = (row: ShownRow): Series => {
  const { contract: _, firstOn: __, ...stored } = toStored(row)
  return {
    ...stored,
    contractName: row.contract_name,
    clientName: row.client_name,
    siteName: row.site_name,
    siteCity: row.site_city,
    preferredTechnicianName: row.preferred_technician_name,
    followsId: row.follows_id,
    exceptions: row.exceptions,
    nextVisitOn: row.next_visit_on,
  }
}

/** As a screen shows them: those of a contract, or one; by site and title. */
export async function shownSeries(
  tx: Tx,
  by: { contractId: Id } | { seriesIds: readonly Id[] },
  today: LocalDate,
): Promise<Series[]> {
  const which =
    'contractId' in by
      ? sql`series.contract_id = ${by.contractId}`
      : sql`series.id = any(${[...by.seriesIds]}::uuid[])`
  const rows = await tx.rows(sql<ShownRow>`
    select ${columns}, contract.name as contract_name, client.name as client_name, site.name as site_name,
      site.city as site_city, series.follows_id, technician.name as preferred_technician_name,
      (select count(*) from work_orders.occurrences as occurrence
        where occurrence.organization_id = series.organization_id and occurrence.series_id = series.id
          and occurrence.exception is not null and occurrence.occurs_on >= ${today}::date) as exceptions,
      (select min(occurrence.happens_on) from work_orders.occurrences as occurrence
        join work_orders.work_orders as work_order
          on work_order.organization_id = occurrence.organization_id and work_order.id = occurrence.work_order_id
        where occurrence.organization_id = series.organization_id and occurrence.series_id = series.id
          and occurrence.happens_on >= ${today}::date
          and work_order.status in ('requested', 'qualified', 'planned', 'in_progress')) as next_visit_on
    from ${tables}
    join clients.v_clients as client
      on client.organization_id = site.organization_id and client.id = site.client_id
    left join workforce.v_technicians as technician
      on technician.organization_id = series.organization_id and technician.id = series.preferred_technician_id
    where series.organization_id = ${tx.actor.organizationId} and ${which}
    order by site.name, series.work->>'title', series.first_on, series.id`)
  return rows.map(toShown)
}
