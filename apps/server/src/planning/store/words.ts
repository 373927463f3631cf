// Names of skills and certifications, and which certification covers which.
import type { Id } from '@regie/contract/kernel'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

export type Words = {
  readonly names: Readonly<Record<Id, string>>
  readonly covers: ReadonlyMap<Id, readonly Id[]>
}

export async function readWords(tx: Tx): Promise<Words> {
  const [skills, kinds] = await Promise.all([
    tx.rows(sql<{ id: Id; name: string }>`
      select id, name from workforce.v_skills where organization_id = ${tx.actor.organizationId}`),
    tx.rows(sql<{ id: Id; code: string; covers_ids: Id[] }>`
    select id, code, covers_ids from workforce.v_certification_kinds where organization_id = ${tx.actor.organizationId}`),
  ])
  return {
    names: Object.fromEntries([
      ...skills.map(({ id, name }) => [id, name]),
      ...kinds.map(({ id, code }) => [id, code]),
    ]),
    covers: new Map(kinds.map((kind) => [kind.id, kind.covers_ids])),
  }
}
