// SQL of catalog.forms and catalog.form_versions.
import type {
  Form,
  FormDefinition,
  FormLine,
  FormVersion,
  LocalText,
  Trade,
} from '@regie/contract/forms'
import type { Id, Instant, Page, PageQuery } from '@regie/contract/kernel'
import { hasWords } from '../../platform/db/search.ts'
import { sql } from '../../platform/db/sql.ts'
import { readCursor, toPage } from '../../platform/keyset.ts'
import type { Tx } from '../../platform/work.ts'

type Row = {
  id: Id
  version: number
  number: number
  definition: FormDefinition
  saved_at: Instant
  saved_by: string
  archived_at: Instant | null
}
type LineRow = Omit<Row, 'definition'> & {
  title: LocalText
  trade: Trade
  field_count: number
  sort_name: string
}

const forms = sql`catalog.forms as form
  join catalog.form_versions as latest
    on latest.organization_id = form.organization_id and latest.form_id = form.id and latest.number = form.number`

export async function findForm(tx: Tx, formId: Id): Promise<Form | undefined> {
  const row = await tx.maybe(sql<Row>`
    select form.id, form.version, form.number, latest.definition, latest.saved_at, latest.saved_by, form.archived_at
    from ${forms}
    where form.organization_id = ${tx.actor.organizationId} and form.id = ${formId}`)
  return (
    row && {
      id: row.id,
      version: row.version,
      number: row.number,
      definition: row.definition,
      savedAt: row.saved_at,
      savedBy: row.saved_by,
      archivedAt: row.archived_at,
    }
  )
}

/** Those of these ids that exist here. */
export async function formIdsAmong(tx: Tx, formIds: readonly Id[]): Promise<Id[]> {
  const rows = await tx.rows(sql<{ id: Id }>`
    select id from catalog.forms
    where organization_id = ${tx.actor.organizationId} and id = any(${[...formIds]}::uuid[])`)
  return rows.map(({ id }) => id)
}

export async function pageOfForms(
  tx: Tx,
  query: PageQuery & { archived: boolean; trade?: Trade | undefined },
): Promise<Page<FormLine>> {
  const after = readCursor(query.cursor, ['name', 'id'])
  const matches = sql`form.organization_id = ${tx.actor.organizationId}
    and (form.archived_at is not null) = ${query.archived}
    and (${query.trade ?? null}::text is null or form.trade = ${query.trade ?? ''})
    and ${hasWords(sql`form.search_text`, query.search)}`
  const { total } = await tx.row(
    sql<{ total: number }>`select count(*) as total from catalog.forms as form where ${matches}`,
  )
  const rows = await tx.rows(sql<LineRow>`
    select form.id, form.version, form.number, form.title, form.trade, form.sort_name, form.archived_at, latest.saved_at,
      latest.saved_by,
      (select count(*) from jsonb_path_query(latest.definition, '$.sections[*].fields[*]')) as field_count
    from ${forms}
    where ${matches}
      and (${after?.id ?? null}::uuid is null
        or (form.sort_name, form.id) > (${after?.name ?? ''}, ${after?.id ?? null}::uuid))
    order by form.sort_name, form.id
    limit ${query.limit + 1}`)
  const names = new Map(rows.map((row) => [row.id, row.sort_name]))
  return toPage(rows.map(toLine), query.limit, total, ({ id }) => [names.get(id) ?? '', id])
}

const toLine = (row: LineRow): FormLine => ({
  id: row.id,
  version: row.version,
  number: row.number,
  title: row.title,
  trade: row.trade,
  fieldCount: row.field_count,
  savedAt: row.saved_at,
  savedBy: row.saved_by,
  archivedAt: row.archived_at,
})

type VersionRow = Pick<Row, 'number' | 'definition' | 'saved_at' | 'saved_by'> & { form_id: Id }

const toVersion = (row: VersionRow): FormVersion => ({
  formId: row.form_id,
  number: row.number,
  definition: row.definition,
  savedAt: row.saved_at,
  savedBy: row.saved_by,
})

export async function formVersionsOf(tx: Tx, formId: Id): Promise<FormVersion[]> {
  const rows = await tx.rows(sql<VersionRow>`
    select form_id, number, definition, saved_at, saved_by from catalog.form_versions
    where organization_id = ${tx.actor.organizationId} and form_id = ${formId}
    order by number desc`)
  return rows.map(toVersion)
}

/** These very versions, e.g. those that reports started with. */
export async function formVersionsNamed(
  tx: Tx,
  named: readonly { formId: Id; number: number }[],
): Promise<FormVersion[]> {
  if (named.length === 0) return []
  const rows = await tx.rows(sql<VersionRow>`
    select version.form_id, version.number, version.definition, version.saved_at, version.saved_by
    from catalog.form_versions as version
    join unnest(${named.map(({ formId }) => formId)}::uuid[], ${named.map(({ number }) => number)}::int[])
      as named (form_id, number) on named.form_id = version.form_id and named.number = version.number
    where version.organization_id = ${tx.actor.organizationId}
    order by version.form_id, version.number`)
  return rows.map(toVersion)
}

/** The latest versions of the forms a template asks for, in its order; archived ones are passed over. */
export async function formsOfTemplates(
  tx: Tx,
  templateIds: readonly Id[],
): Promise<(FormVersion & { templateId: Id })[]> {
  if (templateIds.length === 0) return []
  const rows = await tx.rows(sql<VersionRow & { template_id: Id }>`
    select template.id as template_id, latest.form_id, latest.number, latest.definition, latest.saved_at, latest.saved_by
    from catalog.templates as template
    cross join lateral unnest(template.form_ids) with ordinality as asked (form_id, place)
    join catalog.forms as form
      on form.organization_id = template.organization_id and form.id = asked.form_id and form.archived_at is null
    join catalog.form_versions as latest
      on latest.organization_id = form.organization_id and latest.form_id = form.id and latest.number = form.number
    where template.organization_id = ${tx.actor.organizationId} and template.id = any(${[...templateIds]}::uuid[])
    order by template.id, asked.place`)
  return rows.map((row) => ({ ...toVersion(row), templateId: row.template_id }))
}

/** Which version of a form was the latest one at a moment; its first where it is younger than that. */
export async function formNumbersAt(
  tx: Tx,
  asked: readonly { formId: Id; at: Instant }[],
): Promise<{ formId: Id; at: Instant; number: number }[]> {
  if (asked.length === 0) return []
  return await tx.rows(sql<{ formId: Id; at: Instant; number: number }>`
    select asked.form_id as "formId", asked.at, coalesce(max(version.number), 1) as number
    from unnest(${asked.map(({ formId }) => formId)}::uuid[], ${asked.map(({ at }) => at)}::timestamptz[]) as asked (form_id, at)
    left join catalog.form_versions as version
      on version.organization_id = ${tx.actor.organizationId} and version.form_id = asked.form_id and version.saved_at <= asked.at
    group by asked.form_id, asked.at order by asked.form_id, asked.at`)
}

type Saved = { readonly formId: Id; readonly number: number; readonly definition: FormDefinition }

export async function insertForm(
  tx: Tx,
  { formId, definition }: Omit<Saved, 'number'>,
): Promise<void> {
  await tx.run(sql`
    insert into catalog.forms (organization_id, id, number, title, trade)
    values (${tx.actor.organizationId}, ${formId}, 1, ${JSON.stringify(definition.title)}::jsonb, ${definition.trade})`)
  await insertFormVersion(tx, { formId, number: 1, definition })
}

export async function insertFormVersion(
  tx: Tx,
  { formId, number, definition }: Saved,
): Promise<void> {
  await tx.run(sql`
    insert into catalog.form_versions (organization_id, form_id, number, definition, saved_at, saved_by)
    values (${tx.actor.organizationId}, ${formId}, ${number}, ${JSON.stringify(definition)}::jsonb, ${tx.now()}, ${tx.actor.name})`)
}

/** Makes `number` the latest version if the form still has `version`; returns whether it had. */
export async function saveForm(
  tx: Tx,
  version: number,
  { formId, number, definition }: Saved,
): Promise<boolean> {
  const changed = await tx.run(sql`
    update catalog.forms
    set number = ${number}, title = ${JSON.stringify(definition.title)}::jsonb, trade = ${definition.trade},
      version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${formId} and version = ${version}`)
  return changed === 1
}

export async function markFormArchived(
  tx: Tx,
  formId: Id,
  version: number,
  archivedAt: Instant | null,
): Promise<boolean> {
  const changed = await tx.run(sql`
    update catalog.forms set archived_at = ${archivedAt}, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${formId} and version = ${version}`)
  return changed === 1
}
