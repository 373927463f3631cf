// SQL of catalog.templates.
import type { Template, TemplateDraft } from '@regie/contract/catalog'
import type { Id, Instant, Page, PageQuery } from '@regie/contract/kernel'
import { hasWords } from '../../platform/db/search.ts'
import { sql } from '../../platform/db/sql.ts'
import { readCursor, toPage } from '../../platform/keyset.ts'
import type { Tx } from '../../platform/work.ts'

type Row = {
  id: Id
  version: number
  name: string
  nature: string
  category: Template['category']
  duration_minutes: number
  priority_id: Id | null
  skills: Template['skills']
  certification_kind_ids: Id[]
  required_products: Template['requiredProducts']
  equipment: Template['equipment']
  positions: Template['positions']
  instructions: string
  form_ids: Id[]
  archived_at: Instant | null
  sort_name: string
}

const toTemplate = (row: Row): Template => ({
  id: row.id,
  version: row.version,
  name: row.name,
  nature: row.nature,
  category: row.category,
  durationMinutes: row.duration_minutes,
  priorityId: row.priority_id,
  skills: row.skills,
  certificationKindIds: row.certification_kind_ids,
  requiredProducts: row.required_products,
  equipment: row.equipment,
  positions: row.positions,
  instructions: row.instructions,
  formIds: row.form_ids,
  archivedAt: row.archived_at,
})

const columns = sql`id, version, name, nature, category, duration_minutes, priority_id, skills, certification_kind_ids,
  required_products, equipment, positions, instructions, form_ids, archived_at, sort_name`

export async function findTemplate(tx: Tx, templateId: Id): Promise<Template | undefined> {
  const row = await tx.maybe(sql<Row>`
    select ${columns} from catalog.templates
    where organization_id = ${tx.actor.organizationId} and id = ${templateId}`)
  return row && toTemplate(row)
}

/** The first of that name that is not archived, accents and case ignored. */
export async function findTemplateByName(tx: Tx, name: string): Promise<Template | undefined> {
  const row = await tx.maybe(sql<Row>`
    select ${columns} from catalog.templates
    where organization_id = ${tx.actor.organizationId} and sort_name = platform.fold(${name}) and archived_at is null
    order by id limit 1`)
  return row && toTemplate(row)
}

export async function pageOfTemplates(
  tx: Tx,
  query: PageQuery & { archived: boolean; category?: Template['category'] | undefined },
): Promise<Page<Template>> {
  const after = readCursor(query.cursor, ['name', 'id'])
  const matches = sql`organization_id = ${tx.actor.organizationId}
    and (archived_at is not null) = ${query.archived}
    and (${query.category ?? null}::text is null or category = ${query.category ?? ''})
    and ${hasWords(sql`search_text`, query.search)}`
  const { total } = await tx.row(
    sql<{ total: number }>`select count(*) as total from catalog.templates where ${matches}`,
  )
  const rows = await tx.rows(sql<Row>`
    select ${columns} from catalog.templates
    where ${matches}
      and (${after?.id ?? null}::uuid is null or (sort_name, id) > (${after?.name ?? ''}, ${after?.id ?? null}::uuid))
    order by sort_name, id
    limit ${query.limit + 1}`)
  const names = new Map(rows.map((row) => [row.id, row.sort_name]))
  return toPage(rows.map(toTemplate), query.limit, total, ({ id }) => [names.get(id) ?? '', id])
}

const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`

export async function insertTemplate(tx: Tx, templateId: Id, draft: TemplateDraft): Promise<void> {
  await tx.run(sql`
    insert into catalog.templates (organization_id, id, name, nature, category, duration_minutes, priority_id, skills,
      certification_kind_ids, required_products, equipment, positions, instructions, form_ids)
    values (${tx.actor.organizationId}, ${templateId}, ${draft.name}, ${draft.nature}, ${draft.category},
      ${draft.durationMinutes}, ${draft.priorityId}, ${json(draft.skills)}, ${draft.certificationKindIds}::uuid[],
      ${json(draft.requiredProducts)}, ${json(draft.equipment)}, ${json(draft.positions)}, ${draft.instructions},
      ${draft.formIds}::uuid[])`)
}

export async function saveTemplate(
  tx: Tx,
  templateId: Id,
  version: number,
  draft: TemplateDraft,
): Promise<boolean> {
  const changed = await tx.run(sql`
    update catalog.templates
    set name = ${draft.name}, nature = ${draft.nature}, category = ${draft.category},
      duration_minutes = ${draft.durationMinutes}, priority_id = ${draft.priorityId}, skills = ${json(draft.skills)},
      certification_kind_ids = ${draft.certificationKindIds}::uuid[], required_products = ${json(draft.requiredProducts)},
      equipment = ${json(draft.equipment)}, positions = ${json(draft.positions)}, instructions = ${draft.instructions}, form_ids = ${draft.formIds}::uuid[],
      version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${templateId} and version = ${version}`)
  return changed === 1
}

export async function markTemplateArchived(
  tx: Tx,
  templateId: Id,
  version: number,
  archivedAt: Instant | null,
): Promise<boolean> {
  const changed = await tx.run(sql`
    update catalog.templates set archived_at = ${archivedAt}, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${templateId} and version = ${version}`)
  return changed === 1
}
