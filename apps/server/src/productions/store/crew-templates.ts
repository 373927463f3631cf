// SQL of productions.crew_templates.
import type { Id, Instant } from '@regie/contract/kernel'
import type { CrewTemplate, CrewTemplateDraft } from '@regie/contract/productions'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

const columns = sql`id, version, name, lines, equipment, archived_at as "archivedAt"`

export async function listCrewTemplates(
  tx: Tx,
  { archived }: { archived: boolean },
): Promise<CrewTemplate[]> {
  return await tx.rows(sql<CrewTemplate>`
    select ${columns} from productions.crew_templates
    where organization_id = ${tx.actor.organizationId} and (archived_at is not null) = ${archived}
    order by platform.fold(name), id`)
}

export async function findCrewTemplate(tx: Tx, templateId: Id): Promise<CrewTemplate | undefined> {
  return await tx.maybe(sql<CrewTemplate>`
    select ${columns} from productions.crew_templates
    where organization_id = ${tx.actor.organizationId} and id = ${templateId}`)
}

const json = (list: CrewTemplateDraft['lines' | 'equipment']) => sql`${JSON.stringify(list)}::jsonb`

export async function insertCrewTemplate(
  tx: Tx,
  templateId: Id,
  { name, lines, equipment }: CrewTemplateDraft,
): Promise<void> {
  await tx.run(sql`
    insert into productions.crew_templates (organization_id, id, name, lines, equipment)
    values (${tx.actor.organizationId}, ${templateId}, ${name}, ${json(lines)}, ${json(equipment)})`)
}

/** Changes the row if it still has `version`; returns whether it had. */
export async function saveCrewTemplate(
  tx: Tx,
  templateId: Id,
  version: number,
  { name, lines, equipment }: CrewTemplateDraft,
): Promise<boolean> {
  const changed = await tx.run(sql`
    update productions.crew_templates set name = ${name}, lines = ${json(lines)}, equipment = ${json(equipment)}, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${templateId} and version = ${version}`)
  return changed === 1
}

export async function markCrewTemplateArchived(
  tx: Tx,
  templateId: Id,
  version: number,
  archivedAt: Instant | null,
): Promise<boolean> {
  const changed = await tx.run(sql`
    update productions.crew_templates set archived_at = ${archivedAt}, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${templateId} and version = ${version}`)
  return changed === 1
}
