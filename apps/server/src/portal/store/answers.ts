// SQL of portal.answers: what clients said.
import type { Id, Instant, LocalDate, Page } from '@regie/contract/kernel'
import type { ClientAnswer, ClientAnswerKind } from '@regie/contract/portal-office'
import { sql } from '../../platform/db/sql.ts'
import { readCursor, toPage } from '../../platform/keyset.ts'
import type { Tx } from '../../platform/work.ts'

export type NewAnswer = {
  readonly kind: ClientAnswerKind
  readonly workOrderId: Id
  readonly linkId: Id
  readonly name: string
  readonly startsAt?: Instant | null
  readonly phone?: string
  readonly comment?: string
  readonly stars?: number
  readonly solved?: boolean
  readonly quotable?: boolean
  readonly waits: boolean
}

/** One opinion for each visit: another replaces it, and waits again if it has to. */
export const insertAnswer = (tx: Tx, answer: NewAnswer): Promise<number> =>
  tx.run(sql`
    insert into portal.answers (organization_id, id, kind, work_order_id, link_id, name, starts_at, phone, comment, stars, solved,
      quotable, at, waits)
    values (${tx.actor.organizationId}, ${tx.newId()}, ${answer.kind}, ${answer.workOrderId}, ${answer.linkId}, ${answer.name},
      ${answer.startsAt ?? null}::timestamptz, ${answer.phone ?? ''}, ${answer.comment ?? ''}, ${answer.stars ?? null}::int,
      ${answer.solved ?? null}::boolean, ${answer.quotable ?? false}, ${tx.now()}, ${answer.waits})
    on conflict (organization_id, work_order_id) where kind = 'rated' do update
    set comment = excluded.comment, stars = excluded.stars, solved = excluded.solved, quotable = excluded.quotable, at = excluded.at,
      waits = excluded.waits, settled_at = null, settled_by = '', outcome = ''`)

/** What of this kind somebody at the office has not dealt with yet. */
export const findWaiting = (
  tx: Tx,
  workOrderId: Id,
  kind: ClientAnswerKind,
): Promise<{ id: Id; startsAt: Instant | null; phone: string; comment: string } | undefined> =>
  tx.maybe(sql<{ id: Id; startsAt: Instant | null; phone: string; comment: string }>`
    select id, starts_at as "startsAt", phone, comment from portal.answers
    where organization_id = ${tx.actor.organizationId} and work_order_id = ${workOrderId} and kind = ${kind} and waits
      and settled_at is null
    order by at desc, id desc limit 1`)

export const changeCall = (tx: Tx, id: Id, phone: string, comment: string): Promise<number> =>
  tx.run(sql`
    update portal.answers set phone = ${phone}, comment = ${comment}
    where organization_id = ${tx.actor.organizationId} and id = ${id}`)

export const settleAnswer = (tx: Tx, id: Id, outcome: string): Promise<number> =>
  tx.run(sql`
    update portal.answers set settled_at = ${tx.now()}, settled_by = ${tx.actor.name}, outcome = ${outcome}
    where organization_id = ${tx.actor.organizationId} and id = ${id} and settled_at is null`)

const labelled = sql`answer.id, answer.kind, answer.work_order_id as "workOrderId", work_order.reference, work_order.title,
  site.name as "siteName", client.id as "clientId", client.name as "clientName", answer.name, answer.starts_at as "startsAt",
  answer.phone, answer.comment, answer.stars, answer.solved, answer.quotable, answer.at, answer.waits,
  answer.settled_at as "settledAt", answer.settled_by as "settledBy", answer.outcome`
const tables = sql`portal.answers as answer
  join work_orders.v_work_orders as work_order
    on work_order.organization_id = answer.organization_id and work_order.id = answer.work_order_id
  join clients.v_sites as site on site.organization_id = work_order.organization_id and site.id = work_order.site_id
  join clients.v_clients as client on client.organization_id = site.organization_id and client.id = site.client_id`

export const findAnswer = (tx: Tx, id: Id): Promise<ClientAnswer | undefined> =>
  tx.maybe(sql<ClientAnswer>`
    select ${labelled} from ${tables} where answer.organization_id = ${tx.actor.organizationId} and answer.id = ${id}`)

export const answersOfVisit = (tx: Tx, workOrderId: Id): Promise<ClientAnswer[]> =>
  tx.rows(sql<ClientAnswer>`
    select ${labelled} from ${tables}
    where answer.organization_id = ${tx.actor.organizationId} and answer.work_order_id = ${workOrderId}
    order by answer.at desc, answer.id desc`)

type Query = {
  cursor?: string | undefined
  limit: number
  search?: string | undefined
  waits?: boolean | undefined
  kind?: ClientAnswerKind | undefined
  minStars?: number | undefined
}

/** What waits: the oldest first, for it has waited longest. Else the newest first. */
export async function pageOfAnswers(tx: Tx, query: Query): Promise<Page<ClientAnswer>> {
  const after = readCursor(query.cursor, ['at', 'id'])
  const matches = sql`answer.organization_id = ${tx.actor.organizationId}
    and (${query.waits ?? null}::boolean is null or (answer.waits and answer.settled_at is null) = ${query.waits ?? null})
    and (${query.kind ?? null}::text is null or answer.kind = ${query.kind ?? null})
    and (${query.minStars ?? null}::int is null or answer.stars >= ${query.minStars ?? null})
    and (${query.search ?? ''} = '' or strpos(platform.fold(client.name || ' ' || site.name || ' ' || work_order.reference || ' ' || answer.comment),
      platform.fold(${query.search ?? ''})) > 0)`
  const { total } = await tx.row(
    sql<{ total: number }>`select count(*)::int as total from ${tables} where ${matches}`,
  )
  const [past, order] = query.waits ? [sql`>`, sql`asc`] : [sql`<`, sql`desc`]
  const rows = await tx.rows(sql<ClientAnswer>`
    select ${labelled} from ${tables}
    where ${matches} and (${after?.at ?? null}::timestamptz is null
      or (answer.at, answer.id) ${past} (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    order by answer.at ${order}, answer.id ${order} limit ${query.limit + 1}`)
  return toPage(rows, query.limit, total, ({ at, id }) => [at, id])
}

export const countRatings = (
  tx: Tx,
  { from, until }: { from: LocalDate; until: LocalDate },
): Promise<{ ratings: number; averageStars: number | null }> =>
  tx.row(sql<{ ratings: number; averageStars: number | null }>`
    select count(*)::int as ratings, round(avg(stars), 2)::float8 as "averageStars" from portal.answers
    where organization_id = ${tx.actor.organizationId} and kind = 'rated'
      and at >= (${from}::date)::timestamp at time zone ${tx.actor.timeZone}
      and at < (${until}::date + 1)::timestamp at time zone ${tx.actor.timeZone}`)

export type Rating = { stars: number; solved: boolean; comment: string; quotable: boolean }

/** The opinion a client gave of this visit. */
export const findRating = (tx: Tx, workOrderId: Id): Promise<Rating | undefined> =>
  tx.maybe(sql<Rating>`
    select stars, solved, comment, quotable from portal.answers
    where organization_id = ${tx.actor.organizationId} and work_order_id = ${workOrderId} and kind = 'rated'`)
