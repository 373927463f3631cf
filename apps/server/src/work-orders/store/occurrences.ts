// SQL of work_orders.occurrences: the visits of series, and their exceptions.
import type { Id, LocalDate } from '@regie/contract/kernel'
import type { Visit, VisitException } from '@regie/contract/series'
import type { WorkOrderStatus } from '@regie/contract/work-orders'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

export type StoredVisit = {
  readonly seriesId: Id
  readonly occursOn: LocalDate
  readonly happensOn: LocalDate
  readonly season: number
  readonly exception: VisitException | null
  readonly startTime: string | null
  readonly endTime: string | null
  readonly workOrderId: Id | null
  readonly status: WorkOrderStatus | null
  readonly reference: string | null
  readonly title: string | null
}

const columns = sql`occurrence.series_id as "seriesId", occurrence.occurs_on as "occursOn", occurrence.happens_on as "happensOn",
  occurrence.season, occurrence.exception, occurrence.start_time as "startTime", occurrence.end_time as "endTime",
  occurrence.work_order_id as "workOrderId", work_order.status, work_order.reference, work_order.title`
const tables = sql`work_orders.occurrences as occurrence
  left join work_orders.work_orders as work_order
    on work_order.organization_id = occurrence.organization_id and work_order.id = occurrence.work_order_id`

/** Visits of a series whose day by the rule is this or later, in order. Their work orders stay as they stand meanwhile. */
export async function lockVisitsFrom(
  tx: Tx,
  seriesIds: readonly Id[],
  from: LocalDate,
): Promise<StoredVisit[]> {
  const { organizationId } = tx.actor
  const ids = [...seriesIds]
  // In the order of their ids, as everybody locks work orders.
  await tx.rows(sql`
    select work_order.id from work_orders.work_orders as work_order
    where work_order.organization_id = ${organizationId} and work_order.id in (
      select occurrence.work_order_id from work_orders.occurrences as occurrence
      where occurrence.organization_id = ${organizationId} and occurrence.series_id = any(${ids}::uuid[])
        and (occurrence.occurs_on >= ${from}::date or occurrence.happens_on >= ${from}::date))
    order by work_order.id for update`)
  return await visitsOf(tx, ids, { from, until: null })
}

/** Visits whose day, by the rule or as it is, lies in the range. */
export async function visitsOf(
  tx: Tx,
  seriesIds: readonly Id[],
  { from, until }: { from: LocalDate; until: LocalDate | null },
): Promise<StoredVisit[]> {
  return await tx.rows(sql<StoredVisit>`
    select ${columns} from ${tables}
    where occurrence.organization_id = ${tx.actor.organizationId} and occurrence.series_id = any(${[...seriesIds]}::uuid[])
      and greatest(occurrence.occurs_on, occurrence.happens_on) >= ${from}::date
      and least(occurrence.occurs_on, occurrence.happens_on) <= coalesce(${until}::date, 'infinity')
    order by occurrence.series_id, occurrence.occurs_on`)
}

export async function visitOfWorkOrder(tx: Tx, workOrderId: Id): Promise<StoredVisit | undefined> {
  return await tx.maybe(sql<StoredVisit>`
    select ${columns} from ${tables}
    where occurrence.organization_id = ${tx.actor.organizationId} and occurrence.work_order_id = ${workOrderId}`)
}

export type VisitRow = Pick<
  StoredVisit,
  | 'seriesId'
  | 'occursOn'
  | 'happensOn'
  | 'season'
  | 'exception'
  | 'startTime'
  | 'endTime'
  | 'workOrderId'
>

const given = sql`"seriesId" uuid, "occursOn" date, "happensOn" date, season int, exception text, "startTime" text,
  "endTime" text, "workOrderId" uuid`
const target = sql`work_orders.occurrences (organization_id, series_id, occurs_on, happens_on, season, exception, start_time,
  end_time, work_order_id)`
const values = sql`"seriesId", "occursOn", "happensOn", season, exception, "startTime", "endTime", "workOrderId"`

/** Writes those that are not there yet, and says which: this is what makes no visit come twice. */
export async function insertNewVisits(tx: Tx, visits: readonly VisitRow[]): Promise<Set<Id>> {
  const rows = await tx.rows(sql<{ work_order_id: Id }>`
    insert into ${target}
    select ${tx.actor.organizationId}::uuid, ${values} from jsonb_to_recordset(${JSON.stringify(visits)}::jsonb) as given(${given})
    on conflict (organization_id, series_id, occurs_on) do nothing
    returning work_order_id`)
  return new Set(rows.map((row) => row.work_order_id))
}

/** Puts these in the place of all visits of the series from a day on, by the rule. */
export async function replaceVisits(
  tx: Tx,
  gone: readonly Pick<StoredVisit, 'seriesId' | 'occursOn'>[],
  visits: readonly VisitRow[],
): Promise<void> {
  await tx.run(sql`
    delete from work_orders.occurrences as occurrence
    using jsonb_to_recordset(${JSON.stringify(gone)}::jsonb) as gone("seriesId" uuid, "occursOn" date)
    where occurrence.organization_id = ${tx.actor.organizationId} and occurrence.series_id = gone."seriesId"
      and occurrence.occurs_on = gone."occursOn"`)
  await tx.run(sql`
    insert into ${target}
    select ${tx.actor.organizationId}::uuid, ${values} from jsonb_to_recordset(${JSON.stringify(visits)}::jsonb) as given(${given})`)
}

/** Writes one visit, new or known. */
export async function saveVisit(tx: Tx, visit: VisitRow): Promise<void> {
  await tx.run(sql`
    insert into ${target}
    values (${tx.actor.organizationId}, ${visit.seriesId}, ${visit.occursOn}, ${visit.happensOn}, ${visit.season},
      ${visit.exception}, ${visit.startTime}, ${visit.endTime}, ${visit.workOrderId})
    on conflict (organization_id, series_id, occurs_on) do update
    set happens_on = excluded.happens_on, exception = excluded.exception, start_time = excluded.start_time,
      end_time = excluded.end_time, work_order_id = excluded.work_order_id`)
}

export async function removeVisit(
  tx: Tx,
  { seriesId, occursOn }: Pick<Visit, 'seriesId' | 'occursOn'>,
): Promise<void> {
  await tx.run(sql`
    delete from work_orders.occurrences
    where organization_id = ${tx.actor.organizationId} and series_id = ${seriesId} and occurs_on = ${occursOn}`)
}

/** A visit that was changed by hand is an exception from now on; one that is one already stays what it is. */
export async function noteChangedByHand(tx: Tx, workOrderId: Id): Promise<void> {
  await tx.run(sql`
    update work_orders.occurrences set exception = 'changed'
    where organization_id = ${tx.actor.organizationId} and work_order_id = ${workOrderId} and exception is null`)
}

/** Moved visits of these series that have no work order yet and come up by a day. */
export async function movedToMake(
  tx: Tx,
  seriesIds: readonly Id[],
  { from, until }: { from: LocalDate; until: LocalDate },
): Promise<StoredVisit[]> {
  return await tx.rows(sql<StoredVisit>`
    select ${columns} from ${tables}
    where occurrence.organization_id = ${tx.actor.organizationId} and occurrence.series_id = any(${[...seriesIds]}::uuid[])
      and occurrence.exception = 'moved' and occurrence.work_order_id is null
      and occurrence.happens_on between ${from}::date and ${until}::date
    order by occurrence.series_id, occurrence.occurs_on`)
}

export async function giveWorkOrders(
  tx: Tx,
  visits: readonly Pick<VisitRow, 'seriesId' | 'occursOn' | 'workOrderId'>[],
): Promise<void> {
  await tx.run(sql`
    update work_orders.occurrences as occurrence set work_order_id = given."workOrderId"
    from jsonb_to_recordset(${JSON.stringify(visits)}::jsonb) as given("seriesId" uuid, "occursOn" date, "workOrderId" uuid)
    where occurrence.organization_id = ${tx.actor.organizationId} and occurrence.series_id = given."seriesId"
      and occurrence.occurs_on = given."occursOn"`)
}
