import type { AuditEntry, AuditQuery } from '@regie/contract/identity'
import type { Id, Instant, Page } from '@regie/contract/kernel'
import type { Rows } from '../../platform/db/database.ts'
import { sql } from '../../platform/db/sql.ts'
import type { EventPayload, StoredEvent } from '../../platform/events.ts'
import { readCursor, toPage } from '../../platform/keyset.ts'
import type { Tx } from '../../platform/work.ts'
import { subjectsOf } from '../model.ts'

/** Copies events of one organisation; those already there stay as they are. */
export async function insertEntries(rows: Rows, events: readonly StoredEvent[]): Promise<void> {
  const entries = events.map((event) => ({
    organization_id: event.organizationId,
    id: event.id,
    at: event.at,
    name: event.name,
    actor_id: event.actorId,
    actor_name: event.actorName,
    payload: event.payload,
  }))
  await rows.run(sql`
    insert into identity.audit_entries (organization_id, id, at, name, actor_id, actor_name, payload)
    select organization_id, id, at, name, actor_id, actor_name, payload
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as entry(
      organization_id uuid, id uuid, at timestamptz, name text, actor_id uuid, actor_name text, payload jsonb)
    on conflict do nothing`)
  const subjects = events.flatMap((event) =>
    subjectsOf(event.payload).map((subject_id) => ({
      organization_id: event.organizationId,
      subject_id,
      entry_id: event.id,
    })),
  )
  await rows.run(sql`
    insert into identity.audit_subjects (organization_id, subject_id, entry_id)
    select organization_id, subject_id, entry_id
    from jsonb_to_recordset(${JSON.stringify(subjects)}::jsonb) as subject(organization_id uuid, subject_id uuid, entry_id uuid)
    on conflict do nothing`)
}

type Row = {
  id: Id
  at: Instant
  name: string
  actor_id: Id | null
  actor_name: string
  payload: EventPayload
}

const toEntry = (row: Row): AuditEntry => ({
  id: row.id,
  at: row.at,
  name: row.name,
  by: { memberId: row.actor_id, name: row.actor_name },
  payload: row.payload,
})

/** Latest first. */
export async function pageOfEntries(tx: Tx, query: AuditQuery): Promise<Page<AuditEntry>> {
  const after = readCursor(query.cursor, ['at', 'id'])
  const matches = sql`entry.organization_id = ${tx.actor.organizationId}
    and (${query.memberId ?? null}::uuid is null or entry.actor_id = ${query.memberId ?? null}::uuid)
    and (${query.name ?? null}::text is null or entry.name = ${query.name ?? null}::text)
    and (${query.from ?? null}::timestamptz is null or entry.at >= ${query.from ?? null}::timestamptz)
    and (${query.until ?? null}::timestamptz is null or entry.at < ${query.until ?? null}::timestamptz)
    and (${query.subjectId ?? null}::uuid is null or exists (
      select from identity.audit_subjects subject
      where subject.organization_id = entry.organization_id and subject.subject_id = ${query.subjectId ?? null}::uuid
        and subject.entry_id = entry.id))`
  const { total } = await tx.row(
    sql<{
      total: number
    }>`select count(*) as total from identity.audit_entries as entry where ${matches}`,
  )
  const rows = await tx.rows(sql<Row>`
    select entry.id, entry.at, entry.name, entry.actor_id, entry.actor_name, entry.payload
    from identity.audit_entries as entry
    where ${matches}
      and (${after?.id ?? null}::uuid is null or (entry.at, entry.id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    order by entry.at desc, entry.id desc
    limit ${query.limit + 1}`)
  return toPage(rows.map(toEntry), query.limit, total, (entry) => [entry.at, entry.id])
}
