// SQL of notifications.notices: what waits to be told.
import type { Id, Instant } from '@regie/contract/kernel'
import type { MessageKind } from '@regie/contract/messages'
import type { Rows } from '../../platform/db/database.ts'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

/** A visit as somebody knows it. */
export type KnownVisit = {
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly title: string
  readonly siteName: string
  readonly city: string
}

export type Notice = {
  readonly id: Id
  readonly kind: MessageKind
  readonly technicianId: Id
  readonly subjectId: Id | null
  /** News: the visit as the technician knew it before; null when it is new to them. */
  readonly before: KnownVisit | null
}

export type NewNotice = Notice & { readonly key: string; readonly tellAt: Instant }

/** Written once by key: what is waiting already, or was told, is not waiting twice. */
export async function insertNotices(
  rows: Rows,
  organizationId: Id,
  notices: readonly NewNotice[],
): Promise<number> {
  if (notices.length === 0) return 0
  return await rows.run(sql`
    insert into notifications.notices (organization_id, id, kind, technician_id, subject_id, key, facts, tell_at)
    select ${organizationId}::uuid, one.id, one.kind, one."technicianId", one."subjectId", one.key, jsonb_build_object('before', one.before), one."tellAt"
    from jsonb_to_recordset(${JSON.stringify(notices)}::jsonb)
      as one(id uuid, kind text, "technicianId" uuid, "subjectId" uuid, key text, before jsonb, "tellAt" timestamptz)
    on conflict (organization_id, key) do nothing`)
}

type Row = {
  id: Id
  kind: MessageKind
  technician_id: Id
  subject_id: Id | null
  facts: { before: KnownVisit | null }
}

/**
 * Takes what is due of at most `people` technicians, oldest first; with news that is due goes all news of theirs that waits:
 * it becomes one message. People whose notices another process has in hand are left to it.
 */
export async function claimDue(tx: Tx, people: number): Promise<Notice[]> {
  const { organizationId } = tx.actor
  const rows = await tx.rows(sql<Row>`
    with due as (
      select technician_id, bool_or(kind = 'assignment_news') as news from (
        select technician_id, kind from notifications.notices
        where organization_id = ${organizationId} and settled_at is null and tell_at <= ${tx.now()}
        order by tell_at limit ${people * 4}
      ) as oldest
      group by technician_id limit ${people}
    )
    select notice.id, notice.kind, notice.technician_id, notice.subject_id, notice.facts
    from notifications.notices as notice join due on due.technician_id = notice.technician_id
    where notice.organization_id = ${organizationId} and notice.settled_at is null
      and (notice.tell_at <= ${tx.now()} or (due.news and notice.kind = 'assignment_news'))
    order by notice.seq
    for update of notice skip locked`)
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    technicianId: row.technician_id,
    subjectId: row.subject_id,
    before: row.facts.before,
  }))
}

export const settleNotices = (tx: Tx, ids: readonly Id[]): Promise<number> =>
  tx.run(sql`
    update notifications.notices set settled_at = ${tx.now()}
    where organization_id = ${tx.actor.organizationId} and id = any(${[...ids]}::uuid[])`)

/** When somebody was last told of these visits; a calm follows before they are told again. */
export async function lastTold(
  rows: Rows,
  organizationId: Id,
  subjectIds: readonly Id[],
): Promise<ReadonlyMap<Id, Instant>> {
  const found = await rows.rows(sql<{ subject_id: Id; at: Instant }>`
    select subject_id, max(settled_at) as at from notifications.notices
    where organization_id = ${organizationId} and kind = 'assignment_news' and settled_at is not null
      and subject_id = any(${[...subjectIds]}::uuid[])
    group by subject_id`)
  return new Map(found.map((row) => [row.subject_id, row.at]))
}

export const isAnythingWaiting = async (tx: Tx): Promise<boolean> =>
  (
    await tx.row(sql<{ any: boolean }>`
      select exists (select from notifications.notices where organization_id = ${tx.actor.organizationId} and settled_at is null and tell_at <= ${tx.now()})
        or exists (select from notifications.messages where organization_id = ${tx.actor.organizationId} and state in ('queued', 'sending') and not_before <= ${tx.now()}) as any`)
  ).any
