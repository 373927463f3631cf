// SQL of portal.promises: the ledger of windows given.
import type { Id, Instant, LocalDate, Page } from '@regie/contract/kernel'
import type { MessageChannel } from '@regie/contract/messages'
import type { PromiseFigures, PromiseGiven, PromiseState } from '@regie/contract/portal-office'
import { sql } from '../../platform/db/sql.ts'
import { readCursor, toPage } from '../../platform/keyset.ts'
import type { Tx } from '../../platform/work.ts'

export type OpenPromise = {
  readonly id: Id
  readonly workOrderId: Id
  readonly from: Instant
  readonly until: Instant
  readonly remindedAt: Instant | null
  readonly confirmedAt: Instant | null
}

/** Of each of these visits the window that holds now, locked until the end of the transaction. */
export async function openPromises(
  tx: Tx,
  workOrderIds: readonly Id[],
): Promise<ReadonlyMap<Id, OpenPromise>> {
  const rows = await tx.rows(sql<OpenPromise>`
    select id, work_order_id as "workOrderId", starts_at as "from", until, reminded_at as "remindedAt", confirmed_at as "confirmedAt"
    from portal.promises
    where organization_id = ${tx.actor.organizationId} and state = 'open' and work_order_id = any(${[...workOrderIds]}::uuid[])
    order by work_order_id for update`)
  return new Map(rows.map((row) => [row.workOrderId, row]))
}

export type NewPromise = {
  readonly workOrderId: Id
  readonly name: string
  readonly from: Instant
  readonly until: Instant
  readonly by: PromiseGiven['by']
  readonly channels: readonly MessageChannel[]
  /** The reminder itself, or given so late that there is none. */
  readonly isReminder: boolean
  readonly isConfirmed?: boolean
}

export async function insertPromises(tx: Tx, promises: readonly NewPromise[]): Promise<void> {
  if (promises.length === 0) return
  const rows = promises.map((one) => ({ ...one, id: tx.newId() }))
  await tx.run(sql`
    insert into portal.promises (organization_id, id, work_order_id, name, starts_at, until, given_at, given_by, channels, is_first,
      reminded_at, confirmed_at)
    select ${tx.actor.organizationId}::uuid, one.id, one."workOrderId", one.name, one."from", one.until, ${tx.now()}, one.by, one.channels,
      (one.channels <> '[]' or one.by = 'page') and not exists (
        select from portal.promises as earlier
        where earlier.organization_id = ${tx.actor.organizationId} and earlier.work_order_id = one."workOrderId" and earlier.is_first),
      case when one."isReminder" then ${tx.now()}::timestamptz end, case when one."isConfirmed" then ${tx.now()}::timestamptz end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as one(id uuid, "workOrderId" uuid, name text, "from" timestamptz, until timestamptz, by text, channels jsonb,
        "isReminder" boolean, "isConfirmed" boolean)`)
}

export const noteReminded = (tx: Tx, ids: readonly Id[]): Promise<number> =>
  tx.run(sql`
    update portal.promises set reminded_at = ${tx.now()}
    where organization_id = ${tx.actor.organizationId} and id = any(${[...ids]}::uuid[])`)

type Reached = { readonly id: Id; readonly channels: readonly MessageChannel[] }

/** Windows of which nobody could be told at first are given when somebody is: from then on they count. */
export const reachPromises = (tx: Tx, reached: readonly Reached[]): Promise<number> =>
  tx.run(sql`
    update portal.promises as promise set channels = one.channels, given_at = ${tx.now()}, given_by = 'visit_reminder',
      is_first = not exists (
        select from portal.promises as earlier
        where earlier.organization_id = promise.organization_id and earlier.work_order_id = promise.work_order_id and earlier.is_first)
    from jsonb_to_recordset(${JSON.stringify(reached)}::jsonb) as one(id uuid, channels jsonb)
    where promise.organization_id = ${tx.actor.organizationId} and promise.id = one.id
      and promise.channels = '[]' and promise.given_by <> 'page' and one.channels <> '[]'`)

export const confirmPromise = (tx: Tx, id: Id): Promise<number> =>
  tx.run(sql`
    update portal.promises set confirmed_at = coalesce(confirmed_at, ${tx.now()})
    where organization_id = ${tx.actor.organizationId} and id = ${id}`)

type Settled = {
  readonly state: Exclude<PromiseState, 'open'>
  readonly arrivedAt?: Instant | undefined
  readonly bySeconds?: number | undefined
}

export const settlePromise = (tx: Tx, id: Id, settled: Settled): Promise<number> =>
  tx.run(sql`
    update portal.promises set state = ${settled.state}, settled_at = ${tx.now()},
      arrived_at = ${settled.arrivedAt ?? null}::timestamptz, by_seconds = ${settled.bySeconds ?? null}::int
    where organization_id = ${tx.actor.organizationId} and id = ${id} and state = 'open'`)

const labelled = sql`promise.id, promise.work_order_id as "workOrderId", work_order.reference, work_order.title, site.name as "siteName",
  client.id as "clientId", client.name as "clientName", promise.name, promise.starts_at as "from", promise.until,
  promise.given_at as "givenAt", promise.given_by as by, promise.channels, promise.confirmed_at as "confirmedAt",
  promise.is_first as "isFirst", promise.state, promise.arrived_at as "arrivedAt", promise.by_seconds as "bySeconds"`
const tables = sql`portal.promises as promise
  join work_orders.v_work_orders as work_order
    on work_order.organization_id = promise.organization_id and work_order.id = promise.work_order_id
  join clients.v_sites as site on site.organization_id = work_order.organization_id and site.id = work_order.site_id
  join clients.v_clients as client on client.organization_id = site.organization_id and client.id = site.client_id`

export const promisesOfVisit = (tx: Tx, workOrderId: Id): Promise<PromiseGiven[]> =>
  tx.rows(sql<PromiseGiven>`
    select ${labelled} from ${tables}
    where promise.organization_id = ${tx.actor.organizationId} and promise.work_order_id = ${workOrderId}
    order by promise.given_at desc, promise.id desc`)

type Period = { readonly from: LocalDate; readonly until: LocalDate }

/** Windows that begin on these local days, both included. */
const inPeriod = (
  tx: Tx,
  { from, until }: Period,
) => sql`promise.organization_id = ${tx.actor.organizationId}
  and promise.starts_at >= (${from}::date)::timestamp at time zone ${tx.actor.timeZone}
  and promise.starts_at < (${until}::date + 1)::timestamp at time zone ${tx.actor.timeZone}`

type Query = Period & {
  cursor?: string | undefined
  limit: number
  search?: string | undefined
  state?: PromiseState | undefined
}

export async function pageOfPromises(tx: Tx, query: Query): Promise<Page<PromiseGiven>> {
  const after = readCursor(query.cursor, ['from', 'id'])
  const matches = sql`${inPeriod(tx, query)} and (promise.channels <> '[]' or promise.given_by = 'page')
    and (${query.state ?? null}::text is null or promise.state = ${query.state ?? null})
    and (${query.search ?? ''} = '' or strpos(platform.fold(client.name || ' ' || site.name || ' ' || work_order.reference || ' ' || promise.name),
      platform.fold(${query.search ?? ''})) > 0)`
  const { total } = await tx.row(
    sql<{ total: number }>`select count(*)::int as total from ${tables} where ${matches}`,
  )
  const rows = await tx.rows(sql<PromiseGiven>`
    select ${labelled} from ${tables}
    where ${matches} and (${after?.from ?? null}::timestamptz is null
      or (promise.starts_at, promise.id) < (${after?.from ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    order by promise.starts_at desc, promise.id desc limit ${query.limit + 1}`)
  return toPage(rows, query.limit, total, ({ from, id }) => [from, id])
}

type Counted = Omit<PromiseFigures, 'ratings' | 'averageStars'>

/** Each visit counts once among the punctual ones, by the first window it was given: moving it later does not make it so. */
export const countPromises = (tx: Tx, period: Period): Promise<Counted> =>
  tx.row(sql<Counted>`
    select count(*) filter (where reached)::int as given, count(*) filter (where confirmed_at is not null)::int as confirmed,
      count(*) filter (where reached and state = 'open')::int as open, count(*) filter (where reached and state = 'kept')::int as kept,
      count(*) filter (where reached and state = 'late')::int as late, count(*) filter (where reached and state = 'withdrawn')::int as withdrawn,
      count(*) filter (where state = 'released')::int as released,
      count(*) filter (where is_first and came is not null)::int as visits,
      count(*) filter (where is_first and came <= until)::int as "onFirst",
      (percentile_cont(0.5) within group (order by by_seconds) filter (where state = 'late'))::int as "medianLateSeconds",
      count(*) filter (where not reached)::int as unreachable
    from (
      select promise.*, (promise.channels <> '[]' or promise.given_by = 'page') as reached,
        (select max(later.arrived_at) from portal.promises as later
          where later.organization_id = promise.organization_id and later.work_order_id = promise.work_order_id) as came
      from portal.promises as promise where ${inPeriod(tx, period)}
    ) as promise`)
