// SQL of notifications.messages: the queue of what goes out, and the log of what became of it.
import type { Id, Instant, Page } from '@regie/contract/kernel'
import type { MessageChannel, MessageKind } from '@regie/contract/messages'
import type { InboxTarget, Message, MessageState } from '@regie/contract/notifications'
import { sql } from '../../platform/db/sql.ts'
import { readCursor, toPage } from '../../platform/keyset.ts'
import type { Tx } from '../../platform/work.ts'

/** A visit as it stood when the message was written: theirs at that hour; without an hour, theirs no more. */
export type About = {
  readonly assignmentId: Id
  readonly technicianId: Id
  readonly startsAt: Instant | null
}

/** What the next channel would say, should this one fail. */
export type Draft = {
  readonly channel: MessageChannel
  readonly address: string
  readonly subject: string
  readonly body: string
}

export type NewMessage = Draft & {
  readonly id: Id
  readonly kind: MessageKind
  readonly technicianId: Id | null
  readonly recipientName: string
  readonly about: readonly About[]
  /** The text asks for a yes or a no. */
  readonly asks: boolean
  readonly fallback: readonly Draft[]
  readonly notBefore: Instant
  /** A member of the office, who is no technician. */
  readonly memberId?: Id | null
  /** The ask it puts: it does not go out once that is settled. */
  readonly askId?: Id | null
  /** The poll it asks about: likewise. */
  readonly pollId?: Id | null
  readonly target?: InboxTarget | null
  /** The visit of a client, with the hour it tells of, if any. */
  readonly workOrderId?: Id | null
  readonly visitStartsAt?: Instant | null
  /** Of e-mail besides the usual ones. */
  readonly headers?: Readonly<Record<string, string>> | null
}

export const insertMessages = (tx: Tx, messages: readonly NewMessage[]): Promise<number> =>
  tx.run(sql`
    insert into notifications.messages (organization_id, id, kind, channel, technician_id, recipient_name, address, subject, body,
      about, asks, fallback, work_order_id, visit_starts_at, headers, member_id,
      ask_id, poll_id, target, state, not_before, created_at)
    select ${tx.actor.organizationId}::uuid, one.id, one.kind, one.channel, one."technicianId", one."recipientName", one.address,
      one.subject, one.body, one.about, one.asks, one.fallback, one."workOrderId", one."visitStartsAt", one.headers, one."memberId",
      one."askId", one."pollId", one.target, 'queued',
      one."notBefore", ${tx.now()}
    from jsonb_to_recordset(${JSON.stringify(messages)}::jsonb)
      as one(id uuid, kind text, channel text, "technicianId" uuid, "recipientName" text, address text, subject text, body text,
        about jsonb, asks boolean, fallback jsonb, "workOrderId" uuid, "visitStartsAt" timestamptz, headers jsonb, "memberId" uuid,
        "askId" uuid, "pollId" uuid, target jsonb,
        "notBefore" timestamptz)`)

/** A message in hand, since `claimedAt`. */
export type Claimed = Draft & {
  readonly id: Id
  readonly kind: MessageKind
  readonly technicianId: Id | null
  readonly recipientName: string
  readonly about: readonly About[]
  readonly asks: boolean
  readonly fallback: readonly Draft[]
  readonly workOrderId: Id | null
  readonly visitStartsAt: Instant | null
  readonly memberId: Id | null
  readonly askId: Id | null
  readonly pollId: Id | null
  readonly target: InboxTarget | null
  readonly headers: Readonly<Record<string, string>> | null
  readonly attempts: number
  readonly claimedAt: Instant | null
}

/** Which of these visits no longer stand as they were told. */
export async function overtakenVisits(tx: Tx, about: readonly About[]): Promise<ReadonlySet<Id>> {
  if (about.length === 0) return new Set()
  const rows = await tx.rows(sql<{ id: Id }>`
    select told."assignmentId" as id
    from jsonb_to_recordset(${JSON.stringify(about)}::jsonb) as told("assignmentId" uuid, "technicianId" uuid, "startsAt" timestamptz)
    left join planning.v_assignments as assignment
      on assignment.organization_id = ${tx.actor.organizationId} and assignment.id = told."assignmentId" and assignment.live
    where case when told."startsAt" is null then assignment.technician_id = told."technicianId"
      else (assignment.technician_id, assignment.starts_at) is distinct from (told."technicianId", told."startsAt") end`)
  return new Set(rows.map((row) => row.id))
}

/** Messages to clients whose visit no longer begins when they say: it moved, or is off the published plan. */
export async function overtakenForClients(
  tx: Tx,
  claimed: readonly Pick<Claimed, 'id' | 'workOrderId' | 'visitStartsAt'>[],
): Promise<ReadonlySet<Id>> {
  const told = claimed.filter(({ visitStartsAt }) => visitStartsAt !== null)
  if (told.length === 0) return new Set()
  const rows = await tx.rows(sql<{ id: Id }>`
    select told.id
    from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as told(id uuid, "workOrderId" uuid, "visitStartsAt" timestamptz)
    where told."visitStartsAt" is distinct from (
      select min(assignment.starts_at) from planning.v_assignments as assignment
      where assignment.organization_id = ${tx.actor.organizationId} and assignment.work_order_id = told."workOrderId"
        and assignment.live and assignment.published_at is not null)`)
  return new Set(rows.map((row) => row.id))
}

type Outcome = { state: MessageState; providerId?: string | undefined; error?: string | undefined }

export const settleMessage = (
  tx: Tx,
  id: Id,
  { state, providerId, error }: Outcome,
): Promise<number> =>
  tx.run(sql`
    update notifications.messages
    set state = ${state}, provider_id = coalesce(${providerId ?? null}, provider_id), error = ${error ?? null}, settled_at = ${tx.now()}
    where organization_id = ${tx.actor.organizationId} and id = ${id}`)

export const postponeMessage = (
  tx: Tx,
  id: Id,
  notBefore: Instant,
  error: string,
): Promise<number> =>
  tx.run(sql`
    update notifications.messages set state = 'queued', claimed_at = null, not_before = ${notBefore}, error = ${error}
    where organization_id = ${tx.actor.organizationId} and id = ${id}`)

export const requeueMessage = (tx: Tx, id: Id): Promise<number> =>
  tx.run(sql`
    update notifications.messages set state = 'queued', claimed_at = null, not_before = ${tx.now()}, attempts = 0, error = null, settled_at = null
    where organization_id = ${tx.actor.organizationId} and id = ${id} and state = 'failed'`)

/** What a client answered stands beside the last message they had about the visit. */
export const keepClientReply = (tx: Tx, workOrderId: Id, text: string): Promise<number> =>
  tx.run(sql`
    update notifications.messages set reply = ${text}, replied_at = ${tx.now()}
    where organization_id = ${tx.actor.organizationId} and id = (
      select id from notifications.messages
      where organization_id = ${tx.actor.organizationId} and work_order_id = ${workOrderId} and technician_id is null
        and state in ('handed_over', 'delivered', 'kept')
      order by created_at desc, id desc limit 1)`)

export const keepReply = (tx: Tx, id: Id, text: string): Promise<number> =>
  tx.run(sql`
    update notifications.messages set reply = ${text}, replied_at = ${tx.now()}
    where organization_id = ${tx.actor.organizationId} and id = ${id}`)

type Row = Omit<Message, 'reply'> & { reply: string | null; replied_at: Instant | null }

const columns = sql`id, kind, channel, recipient_name as "recipientName", technician_id as "technicianId", work_order_id as "workOrderId",
  address, subject, body, state, attempts, error, created_at as "createdAt", settled_at as "settledAt", reply, replied_at`

const toMessage = ({ reply, replied_at, ...row }: Row): Message => ({
  ...row,
  reply: reply !== null && replied_at !== null ? { text: reply, at: replied_at } : null,
})

export async function findMessage(tx: Tx, id: Id): Promise<Message | undefined> {
  const row = await tx.maybe(sql<Row>`
    select ${columns} from notifications.messages where organization_id = ${tx.actor.organizationId} and id = ${id}`)
  return row && toMessage(row)
}

export const readClaimed = (
  tx: Tx,
  id: Id,
): Promise<(Claimed & { state: MessageState }) | undefined> =>
  tx.maybe(sql<Claimed & { state: MessageState }>`
    select id, kind, channel, technician_id as "technicianId", recipient_name as "recipientName", address, subject, body, about, asks,
      fallback, work_order_id as "workOrderId", visit_starts_at as "visitStartsAt", headers, member_id as "memberId", ask_id as "askId", poll_id as "pollId", target, attempts, claimed_at as "claimedAt", state
    from notifications.messages where organization_id = ${tx.actor.organizationId} and id = ${id} for update`)

/** Messages that ask for what nobody can say yes to any more, or that was answered on another channel. */
export async function overtakenAsks(
  tx: Tx,
  claimed: readonly Pick<Claimed, 'id' | 'askId'>[],
): Promise<ReadonlySet<Id>> {
  const asking = claimed.filter(({ askId }) => askId !== null)
  if (asking.length === 0) return new Set()
  const rows = await tx.rows(sql<{ id: Id }>`
    select told.id from jsonb_to_recordset(${JSON.stringify(asking)}::jsonb) as told(id uuid, "askId" uuid)
    join relief.v_asks as ask on ask.organization_id = ${tx.actor.organizationId} and ask.id = told."askId"
    where ask.state <> 'asked' or ask.request_state <> 'asking'`)
  return new Set(rows.map((row) => row.id))
}

/** Messages about a poll that is over, or that the person has answered, or is asked in no longer. */
export async function overtakenPolls(
  tx: Tx,
  claimed: readonly Pick<Claimed, 'id' | 'pollId' | 'technicianId'>[],
): Promise<ReadonlySet<Id>> {
  const asking = claimed.filter(({ pollId }) => pollId !== null)
  if (asking.length === 0) return new Set()
  const rows = await tx.rows(sql<{ id: Id }>`
    select told.id from jsonb_to_recordset(${JSON.stringify(asking)}::jsonb) as told(id uuid, "pollId" uuid, "technicianId" uuid)
    left join polls.v_people as person on person.organization_id = ${tx.actor.organizationId}
      and person.poll_id = told."pollId" and person.technician_id = told."technicianId"
    where person.poll_id is null or (person.answered_at is not null and person.answered_at >= coalesce(person.link_since, '-infinity'))
      or person.closes_at <= ${tx.now()}`)
  return new Set(rows.map((row) => row.id))
}

type Asked = {
  technicianId: Id | null
  about: About[]
  kind: MessageKind
  askId: Id | null
  pollId: Id | null
}

/** Which visits a message asked about, which ask it put, or which poll. */
export async function askedVisits(tx: Tx, id: Id): Promise<Asked | undefined> {
  return await tx.maybe(sql<Asked>`
    select technician_id as "technicianId", about, kind, ask_id as "askId", poll_id as "pollId"
    from notifications.messages
    where organization_id = ${tx.actor.organizationId} and id = ${id}`)
}

type Query = {
  cursor?: string | undefined
  limit: number
  search?: string | undefined
  kind?: MessageKind | undefined
  channel?: MessageChannel | undefined
  state?: MessageState | undefined
  technicianId?: Id | undefined
  workOrderId?: Id | undefined
}

export async function pageOfMessages(tx: Tx, query: Query): Promise<Page<Message>> {
  const after = readCursor(query.cursor, ['createdAt', 'id'])
  const matches = sql`organization_id = ${tx.actor.organizationId}
    and (${query.kind ?? null}::text is null or kind = ${query.kind ?? null})
    and (${query.channel ?? null}::text is null or channel = ${query.channel ?? null})
    and (${query.state ?? null}::text is null or state = ${query.state ?? null})
    and (${query.technicianId ?? null}::uuid is null or technician_id = ${query.technicianId ?? null})
    and (${query.workOrderId ?? null}::uuid is null or work_order_id = ${query.workOrderId ?? null})
    and (${query.search ?? ''} = '' or strpos(platform.fold(recipient_name || ' ' || address || ' ' || subject), platform.fold(${query.search ?? ''})) > 0)`
  const { total } = await tx.row(
    sql<{
      total: number
    }>`select count(*)::int as total from notifications.messages where ${matches}`,
  )
  const rows = await tx.rows(sql<Row>`
    select ${columns} from notifications.messages
    where ${matches} and (${after?.createdAt ?? null}::timestamptz is null
      or (created_at, id) < (${after?.createdAt ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    order by created_at desc, id desc limit ${query.limit + 1}`)
  return toPage(rows.map(toMessage), query.limit, total, ({ createdAt, id }) => [createdAt, id])
}
