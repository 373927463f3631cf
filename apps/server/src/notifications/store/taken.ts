// SQL of notifications.messages as a queue: who has a message in hand, and for how long.
import type { Instant } from '@regie/contract/kernel'
import { type MessageChannel, messageKinds } from '@regie/contract/messages'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'
import type { Claimed } from './messages.ts'

/** Taken and not begun, by a process that is not heard of any more: free after so long. */
export const HELD_SECONDS = 12
/** Begun: longer than any provider may take. */
const BEGUN_SECONDS = 120

const later = (tx: Tx, seconds: number) =>
  sql`${tx.now()}::timestamptz + make_interval(secs => ${seconds})`

const urgentKinds = Object.entries(messageKinds).flatMap(([kind, { urgent }]) =>
  urgent ? [kind] : [],
)

/** Due, and in nobody's hand. */
const isFree = (tx: Tx) => sql`state in ('queued', 'sending') and not_before <= ${tx.now()}
  and (claimed_at is null or held_until <= ${tx.now()})`

/** The channels on which something is due. */
export const dueChannels = async (tx: Tx): Promise<MessageChannel[]> => {
  const rows = await tx.rows(sql<{ channel: MessageChannel }>`
    select distinct channel from notifications.messages
    where organization_id = ${tx.actor.organizationId} and ${isFree(tx)} order by channel`)
  return rows.map(({ channel }) => channel)
}

/** Takes up to `limit` messages of a channel that are due, what is urgent first. */
export const claimMessages = (tx: Tx, channel: MessageChannel, limit: number): Promise<Claimed[]> =>
  tx.rows(sql<Claimed>`
    update notifications.messages as message set claimed_at = ${tx.now()}, held_until = ${later(tx, HELD_SECONDS)}
    where message.organization_id = ${tx.actor.organizationId} and message.id in (
      select id from notifications.messages
      where organization_id = ${tx.actor.organizationId} and channel = ${channel} and ${isFree(tx)}
      order by kind = any(${urgentKinds}::text[]) desc, not_before, id limit ${limit}
      for update skip locked)
    returning message.id, message.kind, message.channel, message.technician_id as "technicianId", message.recipient_name as "recipientName",
      message.address, message.subject, message.body, message.about, message.asks, message.fallback,
      message.work_order_id as "workOrderId", message.visit_starts_at as "visitStartsAt", message.headers, message.member_id as "memberId",
      message.ask_id as "askId", message.poll_id as "pollId", message.target, message.attempts, message.claimed_at as "claimedAt"`)

/** Says of one that was taken that it is being sent; how often it was by now. Undefined: it is no longer ours. */
export async function beginTaken(
  tx: Tx,
  { id, claimedAt }: Pick<Claimed, 'id' | 'claimedAt'>,
): Promise<number | undefined> {
  const begun = await tx.maybe(sql<{ attempts: number }>`
    update notifications.messages set state = 'sending', attempts = attempts + 1, claimed_at = ${tx.now()},
      held_until = ${later(tx, BEGUN_SECONDS)}
    where organization_id = ${tx.actor.organizationId} and id = ${id} and claimed_at = ${claimedAt}
      and state in ('queued', 'sending')
    returning attempts`)
  return begun?.attempts
}

type Taken = readonly Pick<Claimed, 'id' | 'claimedAt'>[]

/** Says of what was taken and not begun that its holder lives; what another has by now, or what was begun, is left alone. */
export const renewTaken = (tx: Tx, taken: Taken): Promise<number> =>
  tx.run(sql`
    update notifications.messages as message set held_until = ${later(tx, HELD_SECONDS)}
    from jsonb_to_recordset(${JSON.stringify(taken.map(({ id, claimedAt }) => ({ id, claimedAt })))}::jsonb)
      as one(id uuid, "claimedAt" timestamptz)
    where message.organization_id = ${tx.actor.organizationId} and message.id = one.id and message.claimed_at = one."claimedAt"`)

/** When the first of what somebody has in hand would be free, should they be dead; null: nobody has any. */
export async function nextFree(tx: Tx): Promise<Instant | null> {
  const { at } = await tx.row(sql<{ at: Instant | null }>`
    select min(held_until) as at from notifications.messages
    where organization_id = ${tx.actor.organizationId} and state in ('queued', 'sending') and claimed_at is not null`)
  return at
}

export const giveBackTaken = (tx: Tx, taken: Taken, notBefore: Instant): Promise<number> =>
  tx.run(sql`
    update notifications.messages as message
    set claimed_at = null, not_before = greatest(message.not_before, ${notBefore}::timestamptz)
    from jsonb_to_recordset(${JSON.stringify(taken)}::jsonb) as one(id uuid, "claimedAt" timestamptz)
    where message.organization_id = ${tx.actor.organizationId} and message.id = one.id and message.claimed_at = one."claimedAt"`)
