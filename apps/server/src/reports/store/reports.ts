// SQL of reports.reports and its trail.

import type { Id, Instant, LocalDate, Page, QueryOf } from '@regie/contract/kernel'
import type { ReportContent, Signature, TrailEntry } from '@regie/contract/report-content'
import type { listReports, ReportLine, ReportState } from '@regie/contract/reports'
import { chain } from '@regie/seal'
import { hasWords } from '../../platform/db/search.ts'
import { sql } from '../../platform/db/sql.ts'
import { readCursor, toPage } from '../../platform/keyset.ts'
import type { Tx } from '../../platform/work.ts'

type LineRow = {
  id: Id
  version: number
  number: number
  state: ReportState
  work_order_id: Id
  reference: string
  title: string
  client_name: string
  site_name: string
  technician_names: string[]
  technician_ids: Id[]
  outcome: ReportLine['outcome']
  acceptance: ReportLine['acceptance']
  flags: number
  worked_at: Instant | null
  sealed_at: Instant | null
  validated_at: Instant | null
  mailed_at: Instant | null
  erase_on: LocalDate | null
  held_for: string
  client_remarks: string
  created_at: Instant
}
type Row = LineRow & {
  remark: string
  amends: ReportContent['amends']
  content: ReportContent | null
  content_hash: string | null
  signature: Signature | null
  signature_hash: string | null
  signed_by_command: Id | null
  token: string | null
  client_id: Id
  site_id: Id
  has_pdf: boolean
  pdf_hash: string | null
  erased_at: Instant | null
}

export type Report = Omit<ReportLine, never> & {
  readonly technicianIds: readonly Id[]
  readonly remark: string
  readonly amends: ReportContent['amends']
  readonly content: ReportContent | null
  readonly contentHash: string | null
  readonly signature: Signature | null
  readonly signatureHash: string | null
  readonly token: string | null
  readonly clientId: Id
  readonly siteId: Id
  readonly hasPdf: boolean
  readonly pdfHash: string | null
  readonly erasedAt: Instant | null
}

const lineColumns = sql`report.id, report.version, report.number, report.state, report.work_order_id, report.reference, report.title,
  report.client_name, report.site_name, report.technician_names, report.technician_ids, report.outcome, report.acceptance,
  report.flags, report.worked_at, report.sealed_at, report.validated_at, report.mailed_at, report.erase_on, report.held_for,
  coalesce(report.signature ->> 'clientRemarks', '') as client_remarks,
  report.created_at`
const columns = sql`${lineColumns}, report.remark, report.amends, report.content, report.content_hash, report.signature,
  report.signature_hash, report.signed_by_command, report.token, report.client_id, report.site_id, report.has_pdf, report.pdf_hash, report.erased_at`

const toLine = (row: LineRow): ReportLine => ({
  id: row.id,
  version: row.version,
  number: row.number,
  state: row.state,
  workOrderId: row.work_order_id,
  reference: row.reference,
  title: row.title,
  clientName: row.client_name,
  siteName: row.site_name,
  technicians: row.technician_names,
  outcome: row.outcome,
  acceptance: row.acceptance,
  flags: row.flags,
  workedAt: row.worked_at,
  sealedAt: row.sealed_at,
  validatedAt: row.validated_at,
  mailedAt: row.mailed_at,
  eraseOn: row.erase_on,
  heldFor: row.held_for,
  clientRemarks: row.client_remarks,
})
const toReport = (row: Row): Report => ({
  ...toLine(row),
  technicianIds: row.technician_ids,
  remark: row.remark,
  amends: row.amends,
  content: row.content,
  contentHash: row.content_hash,
  signature: row.signature,
  signatureHash: row.signature_hash,
  token: row.token,
  clientId: row.client_id,
  siteId: row.site_id,
  hasPdf: row.has_pdf,
  pdfHash: row.pdf_hash,
  erasedAt: row.erased_at,
})

export async function findReport(tx: Tx, reportId: Id): Promise<Report | undefined> {
  const row = await tx.maybe(sql<Row>`
    select ${columns} from reports.reports as report
    where report.organization_id = ${tx.actor.organizationId} and report.id = ${reportId}`)
  return row && toReport(row)
}

/** Every number of a work order, the latest first. */
export async function reportsOf(tx: Tx, workOrderIds: readonly Id[]): Promise<Report[]> {
  if (workOrderIds.length === 0) return []
  const rows = await tx.rows(sql<Row>`
    select ${columns} from reports.reports as report
    where report.organization_id = ${tx.actor.organizationId} and report.work_order_id = any(${[...workOrderIds]}::uuid[])
    order by report.work_order_id, report.number desc`)
  return rows.map(toReport)
}

export async function findByToken(tx: Tx, token: string): Promise<Report | undefined> {
  const row = await tx.maybe(sql<Row>`
    select ${columns} from reports.reports as report
    where report.organization_id = ${tx.actor.organizationId} and report.token = ${token}`)
  return row && toReport(row)
}

export async function isCommandKnown(tx: Tx, commandId: Id): Promise<boolean> {
  const row = await tx.maybe(sql<{ id: Id }>`
    select id from reports.reports
    where organization_id = ${tx.actor.organizationId} and signed_by_command = ${commandId}`)
  return row !== undefined
}

/** Two who seal the same paper follow one another. */
export async function lockPaper(tx: Tx, workOrderId: Id): Promise<void> {
  const name = `report/${tx.actor.organizationId}/${workOrderId}`
  await tx.rows(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`)
}

export async function pageOfReports(
  tx: Tx,
  query: QueryOf<typeof listReports>,
): Promise<Page<ReportLine>> {
  const after = readCursor(query.cursor, ['at', 'id'])
  const zone = tx.actor.timeZone
  const matches = sql`report.organization_id = ${tx.actor.organizationId}
    and (${query.state ?? null}::text is null or report.state = ${query.state ?? ''})
    and (${query.clientId ?? null}::uuid is null or report.client_id = ${query.clientId ?? null}::uuid)
    and (${query.siteId ?? null}::uuid is null or report.site_id = ${query.siteId ?? null}::uuid)
    and (${query.workOrderId ?? null}::uuid is null or report.work_order_id = ${query.workOrderId ?? null}::uuid)
    and (${query.assetId ?? null}::uuid is null or ${query.assetId ?? null}::uuid = any(report.asset_ids))
    and (${query.technicianId ?? null}::uuid is null or ${query.technicianId ?? null}::uuid = any(report.technician_ids))
    and (${query.outcome ?? null}::text is null or report.outcome = ${query.outcome ?? ''})
    and (${query.from ?? null}::date is null or coalesce(report.worked_at, report.created_at) >= ${query.from ?? null}::date::timestamp at time zone ${zone})
    and (${query.until ?? null}::date is null or coalesce(report.worked_at, report.created_at) < (${query.until ?? null}::date + 1)::timestamp at time zone ${zone})
    and (${query.ending ?? false} = false or (report.erase_on is not null and report.erased_at is null))
    and ${hasWords(sql`report.search_text`, query.search)}`
  const { total } = await tx.row(
    sql<{
      total: number
    }>`select count(*) as total from reports.reports as report where ${matches}`,
  )
  const rows = await tx.rows(sql<LineRow>`
    select ${lineColumns} from reports.reports as report
    where ${matches}
      and (${after?.id ?? null}::uuid is null
        or (report.created_at, report.id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    order by report.created_at desc, report.id desc
    limit ${query.limit + 1}`)
  const times = new Map(rows.map((row) => [row.id, row.created_at]))
  return toPage(rows.map(toLine), query.limit, total, ({ id }) => [times.get(id) ?? '', id])
}

/** What a report is filed under. */
export type Filing = {
  readonly workOrderId: Id
  readonly reference: string
  readonly title: string
  readonly clientId: Id
  readonly clientName: string
  readonly siteId: Id
  readonly siteName: string
  readonly assetIds: readonly Id[]
  readonly technicianIds: readonly Id[]
  readonly technicianNames: readonly string[]
}

export type NewReport = Filing & {
  readonly id: Id
  readonly number: number
  readonly remark: string
  readonly amends: ReportContent['amends']
}

export async function insertDraft(tx: Tx, draft: NewReport): Promise<void> {
  await tx.run(sql`
    insert into reports.reports (organization_id, id, work_order_id, number, state, remark, amends, reference, title, client_id,
      client_name, site_id, site_name, asset_ids, technician_ids, technician_names, created_at)
    values (${tx.actor.organizationId}, ${draft.id}, ${draft.workOrderId}, ${draft.number}, 'draft', ${draft.remark},
      ${draft.amends ? JSON.stringify(draft.amends) : null}::jsonb, ${draft.reference}, ${draft.title}, ${draft.clientId},
      ${draft.clientName}, ${draft.siteId}, ${draft.siteName}, ${[...draft.assetIds]}::uuid[],
      ${[...draft.technicianIds]}::uuid[], ${[...draft.technicianNames]}::text[], ${tx.now()})`)
}

export type Frozen = {
  readonly content: ReportContent
  readonly contentHash: string
  readonly flags: number
  readonly workedAt: Instant | null
}

/** The document as it is to be signed. */
export async function freeze(tx: Tx, reportId: Id, frozen: Frozen): Promise<void> {
  await tx.run(sql`
    update reports.reports
    set state = 'awaiting', content = ${JSON.stringify(frozen.content)}::jsonb, content_hash = ${frozen.contentHash},
      outcome = ${frozen.content.outcome.kind}, flags = ${frozen.flags}, worked_at = ${frozen.workedAt}, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${reportId} and state in ('draft', 'awaiting')`)
}

export type Sealing = Frozen & {
  readonly signature: Signature
  readonly signatureHash: string
  readonly token: string
  readonly commandId: Id | null
}

/** Only what is still open can be sealed; returns whether it was. */
export async function markSealed(tx: Tx, reportId: Id, sealing: Sealing): Promise<boolean> {
  const { content, signature } = sealing
  const acceptance = signature.acceptance?.kind ?? 'absent'
  const changed = await tx.run(sql`
    update reports.reports
    set state = 'sealed', content = ${JSON.stringify(content)}::jsonb, content_hash = ${sealing.contentHash},
      signature = ${JSON.stringify(signature)}::jsonb, signature_hash = ${sealing.signatureHash},
      signed_by_command = ${sealing.commandId}::uuid, token = ${sealing.token}, outcome = ${content.outcome.kind},
      acceptance = ${acceptance}, flags = ${sealing.flags}, worked_at = ${sealing.workedAt}, sealed_at = ${tx.now()},
      technician_ids = ${content.technicians.map(({ id }) => id)}::uuid[],
      technician_names = ${content.technicians.map(({ name }) => name)}::text[], version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${reportId} and state in ('draft', 'awaiting')`)
  return changed === 1
}

/** Moves a report on if it still has `version`; returns whether it had. */
export async function moveReport(
  tx: Tx,
  { id, version, to }: { id: Id; version: number; to: ReportState },
): Promise<boolean> {
  const changed = await tx.run(sql`
    update reports.reports
    set state = ${to}, validated_at = case when ${to} = 'validated' then ${tx.now()}::timestamptz else validated_at end,
      version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${id} and version = ${version}`)
  return changed === 1
}

export async function markMailed(tx: Tx, reportId: Id): Promise<void> {
  await tx.run(sql`
    update reports.reports set mailed_at = ${tx.now()} where organization_id = ${tx.actor.organizationId} and id = ${reportId}`)
}

export async function markWritten(tx: Tx, reportId: Id, pdfHash: string): Promise<void> {
  await tx.run(sql`
    update reports.reports set has_pdf = true, pdf_hash = ${pdfHash} where organization_id = ${tx.actor.organizationId} and id = ${reportId}`)
}

export async function trailOf(tx: Tx, reportId: Id): Promise<TrailEntry[]> {
  const rows = await tx.rows(sql<{ entry: TrailEntry }>`
    select entry from reports.trail
    where organization_id = ${tx.actor.organizationId} and report_id = ${reportId} order by sequence`)
  return rows.map(({ entry }) => entry)
}

/** Adds a fact to the trail, chained to the one before. */
export async function addToTrail(
  tx: Tx,
  reportId: Id,
  what: string,
  details: TrailEntry['details'] = {},
  by = tx.actor.name,
): Promise<void> {
  const before = (await trailOf(tx, reportId)).at(-1)
  const entry = await chain(before, { at: tx.now(), what, by, details })
  await tx.run(sql`
    insert into reports.trail (organization_id, report_id, sequence, entry)
    values (${tx.actor.organizationId}, ${reportId}, ${entry.sequence}, ${JSON.stringify(entry)}::jsonb)`)
}
