// SQL of integrations: files on their way in, and remembered mappings.
import type {
  FileEncoding,
  ImportChoices,
  ImportKind,
  ImportResult,
  ImportSummary,
  Mapping,
  Separator,
} from '@regie/contract/integrations'
import type { Id, Instant, Page, PageQuery } from '@regie/contract/kernel'
import { sql } from '../platform/db/sql.ts'
import { readCursor, toPage } from '../platform/keyset.ts'
import type { Tx } from '../platform/work.ts'

/** A file and how it is read; `content` is null once it is imported or out of date. */
export type Upload = {
  readonly id: Id
  readonly kind: ImportKind
  readonly fileName: string
  readonly bytes: number
  readonly content: Uint8Array | null
  readonly encoding: FileEncoding
  readonly separator: Separator
  readonly hasHeader: boolean
  readonly mapping: Mapping
  readonly choices: ImportChoices
  readonly remembered: boolean
  readonly state: 'open' | 'done'
  readonly result: ImportResult | null
  readonly createdAt: Instant
  readonly createdBy: string
}

type SummaryRow = {
  id: Id
  kind: ImportKind
  file_name: string
  bytes: number
  state: Upload['state']
  result: ImportResult | null
  created_at: Instant
  created_by: string
}
type Row = SummaryRow & {
  content: Uint8Array | null
  encoding: FileEncoding
  separator: Separator
  has_header: boolean
  mapping: Mapping
  choices: ImportChoices
  remembered: boolean
}

const toSummary = ({ file_name, created_at, created_by, ...row }: SummaryRow): ImportSummary => ({
  ...row,
  fileName: file_name,
  createdAt: created_at,
  createdBy: created_by,
})

const toUpload = ({ has_header, ...row }: Row): Upload => ({
  content: row.content,
  encoding: row.encoding,
  separator: row.separator,
  hasHeader: has_header,
  mapping: row.mapping,
  choices: row.choices,
  remembered: row.remembered,
  ...pick(toSummary(row)),
})

const pick = ({
  id,
  kind,
  fileName,
  bytes,
  state,
  result,
  createdAt,
  createdBy,
}: ImportSummary) => ({
  id,
  kind,
  fileName,
  bytes,
  state,
  result,
  createdAt,
  createdBy,
})

const summaryColumns = sql`id, kind, file_name, bytes, state, result, created_at, created_by`

export async function findUpload(tx: Tx, importId: Id): Promise<Upload | undefined> {
  const row = await tx.maybe(sql<Row>`
    select ${summaryColumns}, content, encoding, separator, has_header, mapping, choices, remembered
    from integrations.imports
    where organization_id = ${tx.actor.organizationId} and id = ${importId}`)
  return row && toUpload(row)
}

export async function pageOfImports(tx: Tx, query: PageQuery): Promise<Page<ImportSummary>> {
  const after = readCursor(query.cursor, ['id'])
  const matches = sql`organization_id = ${tx.actor.organizationId}
    and (${query.search ?? null}::text is null
      or platform.fold(file_name) like '%' || platform.fold(${query.search ?? ''}) || '%')`
  const { total } = await tx.row(
    sql<{ total: number }>`select count(*) as total from integrations.imports where ${matches}`,
  )
  const rows = await tx.rows(sql<SummaryRow>`
    select ${summaryColumns} from integrations.imports
    where ${matches} and (${after?.id ?? null}::uuid is null or id < ${after?.id ?? null}::uuid)
    order by id desc
    limit ${query.limit + 1}`)
  return toPage(rows.map(toSummary), query.limit, total, ({ id }) => [id])
}

export async function insertUpload(tx: Tx, upload: Upload): Promise<void> {
  await tx.run(sql`
    insert into integrations.imports (organization_id, id, kind, file_name, bytes, content, encoding, separator,
      has_header, mapping, choices, remembered, state, created_at, created_by)
    values (${tx.actor.organizationId}, ${upload.id}, ${upload.kind}, ${upload.fileName}, ${upload.bytes},
      ${upload.content}, ${upload.encoding}, ${upload.separator}, ${upload.hasHeader},
      ${JSON.stringify(upload.mapping)}::jsonb, ${JSON.stringify(upload.choices)}::jsonb, ${upload.remembered},
      ${upload.state}, ${upload.createdAt}, ${upload.createdBy})`)
}

export async function saveUpload(tx: Tx, upload: Upload): Promise<void> {
  await tx.run(sql`
    update integrations.imports
    set kind = ${upload.kind}, encoding = ${upload.encoding}, separator = ${upload.separator},
      has_header = ${upload.hasHeader}, mapping = ${JSON.stringify(upload.mapping)}::jsonb,
      choices = ${JSON.stringify(upload.choices)}::jsonb, remembered = ${upload.remembered}
    where organization_id = ${tx.actor.organizationId} and id = ${upload.id} and state = 'open'`)
}

/** Marks it imported and lets the content go; false when it was imported already. */
export async function finishUpload(tx: Tx, importId: Id, result: ImportResult): Promise<boolean> {
  const changed = await tx.run(sql`
    update integrations.imports
    set state = 'done', content = null, result = ${JSON.stringify(result)}::jsonb
    where organization_id = ${tx.actor.organizationId} and id = ${importId} and state = 'open'`)
  return changed === 1
}

/** Nothing is being looked up (any more). */
export async function endGeocoding(tx: Tx): Promise<void> {
  await tx.run(sql`
    update integrations.imports set result = result || '{"geocoding": 0}'
    where organization_id = ${tx.actor.organizationId} and (result->>'geocoding')::int > 0`)
}

export const deleteUpload = (tx: Tx, importId: Id): Promise<number> =>
  tx.run(sql`
    delete from integrations.imports
    where organization_id = ${tx.actor.organizationId} and id = ${importId} and state = 'open'`)

/** Files that were left lying are personal data nobody needs. */
export async function deleteOpenBefore(tx: Tx, before: Instant): Promise<void> {
  await tx.run(sql`
    delete from integrations.imports
    where organization_id = ${tx.actor.organizationId} and state = 'open' and created_at < ${before}`)
}

/** Imports of one organisation go one after the other. */
export async function lockImports(tx: Tx): Promise<void> {
  await tx.rows(
    sql`select pg_advisory_xact_lock(hashtextextended('imports ' || ${tx.actor.organizationId}, 0))`,
  )
}

export type Remembered = {
  readonly kind: ImportKind
  readonly mapping: Mapping
  readonly choices: ImportChoices
}

/** The mapping used last for these headers, of one kind or of any. */
export const rememberedMapping = (
  tx: Tx,
  signature: string,
  kind: ImportKind | undefined,
): Promise<Remembered | undefined> =>
  tx.maybe(sql<Remembered>`
    select kind, mapping, choices from integrations.mappings
    where organization_id = ${tx.actor.organizationId} and signature = ${signature}
      and (${kind ?? null}::text is null or kind = ${kind ?? null}::text)
    order by used_at desc, kind
    limit 1`)

export async function rememberMapping(
  tx: Tx,
  signature: string,
  { kind, mapping, choices }: Remembered,
): Promise<void> {
  await tx.run(sql`
    insert into integrations.mappings (organization_id, signature, kind, mapping, choices, used_at)
    values (${tx.actor.organizationId}, ${signature}, ${kind}, ${JSON.stringify(mapping)}::jsonb,
      ${JSON.stringify(choices)}::jsonb, ${tx.now()})
    on conflict (organization_id, signature, kind)
    do update set mapping = excluded.mapping, choices = excluded.choices, used_at = excluded.used_at`)
}
