// The outbox: events written in the transaction of the command, read by live screens and reactions.
import type { Id, Instant } from '@regie/contract/kernel'
import type { Actor } from './actor.ts'
import { newId } from './clock.ts'
import type { Rows } from './db/database.ts'
import { sql } from './db/sql.ts'
import type { Emitted, EventPayload, StoredEvent } from './events.ts'

/** A place in the outbox, ordered by transaction, then by row. */
export type Cursor = { readonly xid: string; readonly seq: number }

export type OutboxRow = StoredEvent & { readonly cursor: Cursor; readonly settled: boolean }

/** The channel on which processes tell each other that there is something new to read. */
export const CHANNEL = 'regie_outbox'

type Appended = {
  readonly actor: Actor
  readonly events: readonly Emitted[]
  readonly at: Instant
  readonly requestId: string | undefined
  readonly newId: () => Id
}

export async function appendEvents(
  rows: Rows,
  { actor, events, at, requestId, newId }: Appended,
): Promise<void> {
  const facts = events.map((event) => ({
    id: newId(),
    name: event.kind.name,
    payload: event.payload,
  }))
  await rows.run(sql`
    insert into platform.outbox (organization_id, id, name, payload, actor_id, actor_name, request_id, at)
    select ${actor.organizationId}, fact.id, fact.name, fact.payload, ${actor.memberId}::uuid, ${actor.name}, ${requestId ?? null}, ${at}
    from jsonb_to_recordset(${JSON.stringify(facts)}::jsonb) as fact(id uuid, name text, payload jsonb)`)
}

type Row = {
  xid: string
  seq: number
  settled: boolean
  id: Id
  organization_id: Id
  name: string
  payload: EventPayload
  actor_id: Id | null
  actor_name: string
  at: Instant
}

/** By the number: a bare `xid` would mean the text that is selected, by which 1000 comes before 999. */
const inOrder = sql`event.xid, event.seq`

/**
 * Up to `limit` events behind `after`, in order. An event is settled once no older transaction can
 * still commit before it: a cursor may move past settled events only, or it would miss some.
 */
export async function eventsAfter(
  rows: Rows,
  after: Cursor,
  limit: number,
  organizationId?: Id,
): Promise<OutboxRow[]> {
  const found = await rows.rows(sql<Row>`
    select event.xid::text, event.seq, event.xid < pg_snapshot_xmin(pg_current_snapshot()) as settled,
      event.id, event.organization_id, event.name, event.payload, event.actor_id, event.actor_name, event.at
    from platform.outbox as event
    where (event.xid, event.seq) > (${after.xid}::xid8, ${after.seq}::bigint)
      and (${organizationId ?? null}::uuid is null or event.organization_id = ${organizationId ?? null}::uuid)
    order by ${inOrder}
    limit ${limit}`)
  return found.map((row) => ({
    cursor: { xid: row.xid, seq: row.seq },
    settled: row.settled,
    id: row.id,
    organizationId: row.organization_id,
    name: row.name,
    payload: row.payload,
    actorId: row.actor_id,
    actorName: row.actor_name,
    at: row.at,
  }))
}

type OutboxName = Cursor & { readonly name: string; readonly settled: boolean }

/** What happened behind `after`, in order, by name only: enough to know whom it concerns. */
export const namesAfter = (rows: Rows, after: Cursor, limit: number): Promise<OutboxName[]> =>
  rows.rows(sql<OutboxName>`
    select event.xid::text, event.seq, event.name, event.xid < pg_snapshot_xmin(pg_current_snapshot()) as settled
    from platform.outbox as event
    where (event.xid, event.seq) > (${after.xid}::xid8, ${after.seq}::bigint)
    order by ${inOrder}
    limit ${limit}`)

/** The place from which everything is still to come. */
export async function present(rows: Rows): Promise<Cursor> {
  const { xid } = await rows.row(
    sql<{ xid: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as xid`,
  )
  return { xid: String(BigInt(xid) - 1n), seq: Number.MAX_SAFE_INTEGER }
}

/** Looked back so far for who told something of late: a conflict is about what happened just now. */
const OF_LATE_MS = 86_400_000

/** Who told the latest fact whose payload holds `part`, within a day; undefined: nobody did. */
export async function latestTeller(
  rows: Rows,
  {
    organizationId,
    parts,
    now,
  }: { organizationId: Id; parts: readonly EventPayload[]; now: number },
): Promise<string | undefined> {
  const row = await rows.maybe(sql<{ actor_name: string }>`
    select actor_name from platform.outbox
    where organization_id = ${organizationId} and id > ${newId(now - OF_LATE_MS)}
      and payload @> any(array(select part from jsonb_array_elements(${JSON.stringify(parts)}::jsonb) as part))
    order by id desc
    limit 1`)
  return row?.actor_name
}

/** Drops events older than `before`; the audit trail keeps its own copy. */
export const pruneOutbox = (rows: Rows, before: Instant): Promise<number> =>
  rows.run(sql`delete from platform.outbox where at < ${before}`)
