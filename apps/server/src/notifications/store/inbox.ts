// SQL of notifications.inbox and notifications.subscriptions: what one member sees, and where.
import type { Id, Instant, Page } from '@regie/contract/kernel'
import type { MessageKind } from '@regie/contract/messages'
import type { InboxItem, InboxTarget } from '@regie/contract/notifications'
import { sql } from '../../platform/db/sql.ts'
import { readCursor, toPage } from '../../platform/keyset.ts'
import type { Tx } from '../../platform/work.ts'

export type NewInboxItem = {
  id: Id
  memberId: Id
  kind: MessageKind
  subject: string
  body: string
  target: InboxTarget | null
}

export const insertInboxItems = (tx: Tx, items: readonly NewInboxItem[]): Promise<number> =>
  tx.run(sql`
    insert into notifications.inbox (organization_id, id, member_id, kind, subject, body, target, at)
    select ${tx.actor.organizationId}::uuid, one.id, one."memberId", one.kind, one.subject, one.body, one.target, ${tx.now()}
    from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as one(id uuid, "memberId" uuid, kind text, subject text, body text, target jsonb)`)

export async function countUnread(tx: Tx): Promise<number> {
  const { unread } = await tx.row(sql<{ unread: number }>`
    select count(*)::int as unread from notifications.inbox
    where organization_id = ${tx.actor.organizationId} and member_id = ${tx.actor.memberId} and read_at is null`)
  return unread
}

export async function pageOfInbox(
  tx: Tx,
  query: { cursor?: string | undefined; limit: number },
): Promise<Page<InboxItem> & { unread: number }> {
  const after = readCursor(query.cursor, ['at', 'id'])
  const own = sql`organization_id = ${tx.actor.organizationId} and member_id = ${tx.actor.memberId}`
  const { total } = await tx.row(
    sql<{ total: number }>`select count(*)::int as total from notifications.inbox where ${own}`,
  )
  const rows = await tx.rows(sql<InboxItem>`
    select id, kind, subject, body, target, at, read_at as "readAt" from notifications.inbox
    where ${own} and (${after?.at ?? null}::timestamptz is null or (at, id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    order by at desc, id desc limit ${query.limit + 1}`)
  return {
    ...toPage(rows, query.limit, total, ({ at, id }) => [at, id]),
    unread: await countUnread(tx),
  }
}

type Seen = { readonly until: Instant } | { readonly itemIds: readonly Id[] }

export const markRead = (tx: Tx, seen: Seen): Promise<number> =>
  tx.run(sql`
    update notifications.inbox set read_at = ${tx.now()}
    where organization_id = ${tx.actor.organizationId} and member_id = ${tx.actor.memberId} and read_at is null
      and ${'until' in seen ? sql`at <= ${seen.until}` : sql`id = any(${[...seen.itemIds]}::uuid[])`}`)

export type Browser = { endpoint: string; p256dh: string; auth: string }

export const browsersOf = (tx: Tx, memberId: Id): Promise<Browser[]> =>
  tx.rows(sql<Browser>`
    select endpoint, p256dh, auth from notifications.subscriptions
    where organization_id = ${tx.actor.organizationId} and member_id = ${memberId} order by created_at, endpoint`)

/** A browser belongs to whoever subscribed with it last. */
export const keepBrowser = (
  tx: Tx,
  memberId: Id,
  { endpoint, p256dh, auth }: Browser,
): Promise<number> =>
  tx.run(sql`
    insert into notifications.subscriptions (organization_id, endpoint, member_id, p256dh, auth, created_at)
    values (${tx.actor.organizationId}, ${endpoint}, ${memberId}, ${p256dh}, ${auth}, ${tx.now()})
    on conflict (organization_id, endpoint) do update set member_id = excluded.member_id, p256dh = excluded.p256dh, auth = excluded.auth`)

export const forgetBrowser = (tx: Tx, endpoint: string): Promise<number> =>
  tx.run(sql`
    delete from notifications.subscriptions where organization_id = ${tx.actor.organizationId} and endpoint = ${endpoint}`)

export const forgetOwnBrowser = (tx: Tx, memberId: Id, endpoint: string): Promise<number> =>
  tx.run(sql`
    delete from notifications.subscriptions
    where organization_id = ${tx.actor.organizationId} and endpoint = ${endpoint} and member_id = ${memberId}`)
