// SQL of relief.requests and relief.asks, with the labels of the work they are about.
import type { Id, Instant } from '@regie/contract/kernel'
import type { AskState, ReliefAsk, ReliefKind, ReliefState } from '@regie/contract/relief'
import { databaseFault } from '../../platform/db/database.ts'
import { sql } from '../../platform/db/sql.ts'
import { fail } from '../../platform/errors.ts'
import type { Tx } from '../../platform/work.ts'

/** A search as it is stored, with what is said of the work. */
export type Search = {
  readonly id: Id
  readonly version: number
  readonly kind: ReliefKind
  readonly state: ReliefState
  readonly workOrderId: Id
  readonly positionId: Id
  readonly reference: string
  readonly title: string
  readonly siteName: string
  readonly city: string
  readonly positionName: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly assignmentId: Id | null
  readonly fromTechnicianId: Id | null
  readonly fromName: string | null
  readonly inReturnId: Id | null
  readonly absenceId: Id | null
  readonly reason: string
  readonly createdAt: Instant
  readonly createdBy: string
  readonly alarmAt: Instant
  readonly closesAt: Instant
  readonly nextWaveAt: Instant | null
  readonly wave: number
  readonly exhausted: boolean
  readonly alarmed: boolean
  readonly escalatesAt: Instant | null
  readonly escalated: boolean
  readonly takerId: Id | null
  readonly takerName: string | null
  readonly settledAt: Instant | null
  readonly decidedBy: string | null
}

const columns = sql`request.id, request.version, request.kind, request.state, request.work_order_id as "workOrderId",
  request.position_id as "positionId", work_order.reference, work_order.title, site.name as "siteName", site.city,
  coalesce(seat.label, '') as "positionName", request.starts_at as "startsAt", request.ends_at as "endsAt",
  request.assignment_id as "assignmentId", request.from_technician_id as "fromTechnicianId", giver.name as "fromName",
  request.in_return_id as "inReturnId", request.absence_id as "absenceId", request.reason, request.created_at as "createdAt",
  request.created_by as "createdBy", request.alarm_at as "alarmAt", request.closes_at as "closesAt",
  request.next_wave_at as "nextWaveAt", request.wave, request.exhausted, request.alarmed, request.escalates_at as "escalatesAt",
  request.escalated, request.taker_id as "takerId", taker.name as "takerName", request.settled_at as "settledAt",
  request.decided_by as "decidedBy"`

const sources = sql`
  from relief.requests as request
  join work_orders.v_work_orders as work_order on work_order.organization_id = request.organization_id and work_order.id = request.work_order_id
  join clients.v_sites as site on site.organization_id = work_order.organization_id and site.id = work_order.site_id
  left join work_orders.v_positions as seat on seat.organization_id = request.organization_id and seat.id = request.position_id
  left join workforce.v_technicians as giver on giver.organization_id = request.organization_id and giver.id = request.from_technician_id
  left join workforce.v_technicians as taker on taker.organization_id = request.organization_id and taker.id = request.taker_id`

export const findSearch = (tx: Pick<Tx, 'maybe' | 'actor'>, id: Id): Promise<Search | undefined> =>
  tx.maybe(sql<Search>`
    select ${columns} ${sources} where request.organization_id = ${tx.actor.organizationId} and request.id = ${id}`)

/** Whoever answers or decides waits here for the other who does: the first to commit is the first. */
export const lockSearch = (tx: Tx, id: Id): Promise<{ id: Id } | undefined> =>
  tx.maybe(sql<{ id: Id }>`
    select id from relief.requests where organization_id = ${tx.actor.organizationId} and id = ${id} for update`)

/** Open ones, or all of the last 30 days; those that start first before the others. */
export const listSearches = (tx: Tx, open: boolean): Promise<Search[]> =>
  tx.rows(sql<Search>`
    select ${columns} ${sources}
    where request.organization_id = ${tx.actor.organizationId}
      and ${open ? sql`request.state in ('proposed', 'asking', 'to_approve')` : sql`request.created_at > ${tx.now()}::timestamptz - interval '30 days'`}
    order by request.state in ('proposed', 'asking', 'to_approve') desc, request.starts_at, request.id limit 500`)

/** What somebody gives away: open, or ended within the last days. */
export const searchesFrom = (tx: Tx, technicianId: Id): Promise<Search[]> =>
  tx.rows(sql<Search>`
    select ${columns} ${sources}
    where request.organization_id = ${tx.actor.organizationId} and request.from_technician_id = ${technicianId}
      and request.kind in ('release', 'swap') and request.ends_at > ${tx.now()}::timestamptz - interval '2 days'
    order by request.created_at desc limit 50`)

export const openSearchOn = (tx: Tx, positionId: Id): Promise<{ id: Id } | undefined> =>
  tx.maybe(sql<{ id: Id }>`
    select id from relief.requests
    where organization_id = ${tx.actor.organizationId} and position_id = ${positionId} and state in ('proposed', 'asking', 'to_approve')`)

export type NewSearch = Pick<
  Search,
  | 'id'
  | 'kind'
  | 'state'
  | 'workOrderId'
  | 'positionId'
  | 'startsAt'
  | 'endsAt'
  | 'assignmentId'
  | 'fromTechnicianId'
  | 'inReturnId'
  | 'absenceId'
  | 'reason'
  | 'alarmAt'
  | 'closesAt'
  | 'nextWaveAt'
  | 'escalatesAt'
>

export async function insertSearch(tx: Tx, one: NewSearch): Promise<void> {
  try {
    await tx.run(sql`
      insert into relief.requests (organization_id, id, kind, state, work_order_id, position_id, starts_at, ends_at, assignment_id,
        from_technician_id, in_return_id, absence_id, reason, created_at, created_by, alarm_at, closes_at, next_wave_at, escalates_at)
      values (${tx.actor.organizationId}, ${one.id}, ${one.kind}, ${one.state}, ${one.workOrderId}, ${one.positionId}, ${one.startsAt},
        ${one.endsAt}, ${one.assignmentId}::uuid, ${one.fromTechnicianId}::uuid, ${one.inReturnId}::uuid, ${one.absenceId}::uuid,
        ${one.reason}, ${tx.now()}, ${tx.actor.name}, ${one.alarmAt}, ${one.closesAt}, ${one.nextWaveAt}::timestamptz,
        ${one.escalatesAt}::timestamptz)`)
  } catch (error) {
    if (databaseFault(error)?.constraint !== 'requests_one_open') throw error
    throw fail('conflict', { reason: 'somebody is sought for this seat already' })
  }
}

export type SearchChange = Partial<
  Pick<
    Search,
    | 'state'
    | 'startsAt'
    | 'endsAt'
    | 'nextWaveAt'
    | 'wave'
    | 'exhausted'
    | 'alarmed'
    | 'escalated'
    | 'takerId'
    | 'settledAt'
    | 'decidedBy'
  >
>

/** The row is locked by whoever calls. */
export async function saveSearch(tx: Tx, before: Search, change: SearchChange): Promise<void> {
  const now = { ...before, ...change }
  await tx.run(sql`
    update relief.requests
    set state = ${now.state}, starts_at = ${now.startsAt}, ends_at = ${now.endsAt}, next_wave_at = ${now.nextWaveAt}::timestamptz,
      wave = ${now.wave}, exhausted = ${now.exhausted}, alarmed = ${now.alarmed}, escalated = ${now.escalated},
      taker_id = ${now.takerId}::uuid, settled_at = ${now.settledAt}::timestamptz, decided_by = ${now.decidedBy}, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${before.id}`)
}

/** In the search of an ask no next wave comes before so many minutes after `at`. */
export const postponeWave = (tx: Tx, askId: Id, at: Instant, minutes: number): Promise<number> =>
  tx.run(sql`
    update relief.requests
    set next_wave_at = greatest(next_wave_at, ${at}::timestamptz + make_interval(mins => ${minutes})), version = version + 1
    where organization_id = ${tx.actor.organizationId} and state = 'asking' and next_wave_at is not null
      and id = (select request_id from relief.asks where organization_id = ${tx.actor.organizationId} and id = ${askId})`)

export type NewAsk = Omit<ReliefAsk, 'technicianName' | 'state' | 'askedAt' | 'answeredAt'>

/** Who was asked before is not asked again. */
export const insertAsks = (tx: Tx, requestId: Id, asks: readonly NewAsk[]): Promise<number> =>
  tx.run(sql`
    insert into relief.asks (organization_id, id, request_id, technician_id, wave, rank, starts_at, ends_at, added_travel_seconds,
      added_travel_metres, planned_minutes, asked_at)
    select ${tx.actor.organizationId}::uuid, one.id, ${requestId}::uuid, one."technicianId", one.wave, one.rank, one."startsAt",
      one."endsAt", one."addedTravelSeconds", one."addedTravelMetres", one."plannedMinutes", ${tx.now()}
    from jsonb_to_recordset(${JSON.stringify(asks)}::jsonb) as one(id uuid, "technicianId" uuid, wave int, rank int,
      "startsAt" timestamptz, "endsAt" timestamptz, "addedTravelSeconds" int, "addedTravelMetres" int, "plannedMinutes" int)
    on conflict (organization_id, request_id, technician_id) do nothing`)

/** An ask with the search it belongs to. */
export type Ask = ReliefAsk & { readonly requestId: Id }

const askColumns = sql`ask.id, ask.request_id as "requestId", ask.technician_id as "technicianId", technician.name as "technicianName",
  ask.wave, ask.rank, ask.starts_at as "startsAt", ask.ends_at as "endsAt", ask.added_travel_seconds as "addedTravelSeconds",
  ask.added_travel_metres as "addedTravelMetres", ask.planned_minutes as "plannedMinutes", ask.state, ask.asked_at as "askedAt",
  ask.answered_at as "answeredAt"`
const askSources = sql`from relief.asks as ask
  join workforce.v_technicians as technician on technician.organization_id = ask.organization_id and technician.id = ask.technician_id`

export const asksOf = (tx: Tx, requestIds: readonly Id[]): Promise<Ask[]> =>
  tx.rows(sql<Ask>`
    select ${askColumns} ${askSources}
    where ask.organization_id = ${tx.actor.organizationId} and ask.request_id = any(${[...requestIds]}::uuid[])
    order by ask.wave, ask.rank, ask.id`)

export const findAsks = (tx: Pick<Tx, 'rows' | 'actor'>, ids: readonly Id[]): Promise<Ask[]> =>
  tx.rows(sql<Ask>`
    select ${askColumns} ${askSources}
    where ask.organization_id = ${tx.actor.organizationId} and ask.id = any(${[...ids]}::uuid[])`)

/** What somebody was asked: still open, or of the last days. */
export const asksTo = (tx: Tx, technicianId: Id): Promise<Ask[]> =>
  tx.rows(sql<Ask>`
    select ${askColumns} ${askSources}
    where ask.organization_id = ${tx.actor.organizationId} and ask.technician_id = ${technicianId}
      and ask.ends_at > ${tx.now()}::timestamptz - interval '2 days'
    order by ask.starts_at, ask.id limit 100`)

export const saveAsk = (tx: Tx, askId: Id, state: AskState): Promise<number> =>
  tx.run(sql`
    update relief.asks set state = ${state}, answered_at = ${tx.now()}
    where organization_id = ${tx.actor.organizationId} and id = ${askId}`)

/** Those who did not answer yet, or were not first: nobody waits for them any more. */
export const missAsks = (
  tx: Tx,
  requestId: Id,
  except: Id | null,
): Promise<{ askId: Id; technicianId: Id }[]> =>
  tx.rows(sql<{ askId: Id; technicianId: Id }>`
    update relief.asks set state = 'missed'
    where organization_id = ${tx.actor.organizationId} and request_id = ${requestId} and state = 'asked'
      and (${except}::uuid is null or technician_id <> ${except}::uuid)
    returning id as "askId", technician_id as "technicianId"`)
