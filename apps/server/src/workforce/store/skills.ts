// SQL of workforce.skills.
import type { Id, Instant } from '@regie/contract/kernel'
import type { Skill, SkillDraft } from '@regie/contract/skills'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

type Row = { id: Id; version: number; code: string; name: string; archived_at: Instant | null }

const toSkill = ({ archived_at, ...row }: Row): Skill => ({ ...row, archivedAt: archived_at })

const columns = sql`id, version, code, name, archived_at`

export async function findSkill(tx: Tx, skillId: Id): Promise<Skill | undefined> {
  const row = await tx.maybe(sql<Row>`
    select ${columns} from workforce.skills
    where organization_id = ${tx.actor.organizationId} and id = ${skillId}`)
  return row && toSkill(row)
}

export async function findSkillByCode(tx: Tx, code: string): Promise<Skill | undefined> {
  const row = await tx.maybe(sql<Row>`
    select ${columns} from workforce.skills
    where organization_id = ${tx.actor.organizationId} and folded_code = platform.fold(${code})`)
  return row && toSkill(row)
}

/** Those that are not archived; with `archived`, those that are. */
export async function allSkills(tx: Tx, { archived }: { archived: boolean }): Promise<Skill[]> {
  const rows = await tx.rows(sql<Row>`
    select ${columns} from workforce.skills
    where organization_id = ${tx.actor.organizationId} and (archived_at is not null) = ${archived}
    order by platform.fold(name), id`)
  return rows.map(toSkill)
}

/** How many of these ids are skills of the organisation. */
export async function countSkills(tx: Tx, ids: readonly Id[]): Promise<number> {
  const { total } = await tx.row(sql<{ total: number }>`
    select count(*) as total from workforce.skills
    where organization_id = ${tx.actor.organizationId} and id = any(${[...ids]}::uuid[])`)
  return total
}

export async function insertSkill(tx: Tx, skillId: Id, draft: SkillDraft): Promise<void> {
  await tx.run(sql`
    insert into workforce.skills (organization_id, id, code, name)
    values (${tx.actor.organizationId}, ${skillId}, ${draft.code}, ${draft.name})`)
}

export async function saveSkill(
  tx: Tx,
  skillId: Id,
  version: number,
  draft: SkillDraft,
): Promise<boolean> {
  const changed = await tx.run(sql`
    update workforce.skills set code = ${draft.code}, name = ${draft.name}, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${skillId} and version = ${version}`)
  return changed === 1
}

export async function markSkillArchived(
  tx: Tx,
  skillId: Id,
  version: number,
  archivedAt: Instant | null,
): Promise<boolean> {
  const changed = await tx.run(sql`
    update workforce.skills set archived_at = ${archivedAt}, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${skillId} and version = ${version}`)
  return changed === 1
}
