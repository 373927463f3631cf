// SQL of relief.facts: what happened to an assignment once it was given, for figures that anybody can recount.
import type { Id, Instant } from '@regie/contract/kernel'
import type { Rows } from '../../platform/db/database.ts'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

/** `given`: first told to somebody. `accepted` and `declined` are answers; the others are changes after it was given. */
export type FactKind =
  | 'given'
  | 'accepted'
  | 'declined'
  | 'moved'
  | 'reassigned'
  | 'removed'
  | 'exchanged'

export type Fact = {
  readonly key: string
  readonly assignmentId: Id
  readonly technicianId: Id
  readonly kind: FactKind
  readonly at: Instant
}

/** Once by key: an event heard twice is one fact. */
export const insertFacts = (
  rows: Rows,
  organizationId: Id,
  facts: readonly Fact[],
): Promise<number> =>
  rows.run(sql`
    insert into relief.facts (organization_id, key, assignment_id, technician_id, kind, at)
    select ${organizationId}::uuid, one.key, one."assignmentId", one."technicianId", one.kind, one.at
    from jsonb_to_recordset(${JSON.stringify(facts)}::jsonb)
      as one(key text, "assignmentId" uuid, "technicianId" uuid, kind text, at timestamptz)
    on conflict (organization_id, key) do nothing`)

/** What only this module knows of. */
export const keepFact = (tx: Tx, fact: Omit<Fact, 'key' | 'at'>): Promise<number> =>
  insertFacts(tx, tx.actor.organizationId, [{ ...fact, key: tx.newId(), at: tx.now() }])
