// Intervention reports: drafted on the phone, signed, validated by the office, sent to the client, proved by anybody.
import { z } from 'zod'
import { receipt } from './fieldwork.ts'
import { endpoint, id, instant, localDate, page, pageQuery, text, version } from './kernel.ts'
import { hash, outcomeKind, reportContent, signature, trailEntry } from './report-content.ts'
import { formBook, reportSource } from './report-draft.ts'

/** draft → (awaiting: sent for signature) → sealed → validated; superseded by its amendment; erased when nobody may keep it any longer. */
export const reportState = z.enum([
  'draft',
  'awaiting',
  'sealed',
  'validated',
  'superseded',
  'erased',
])
export type ReportState = z.infer<typeof reportState>

export const reportLine = z.object({
  id,
  version,
  number: z.int(),
  state: reportState,
  workOrderId: id,
  reference: z.string(),
  title: z.string(),
  clientName: z.string(),
  siteName: z.string(),
  technicians: z.array(z.string()),
  outcome: outcomeKind.nullable(),
  acceptance: z.enum(['without_reserves', 'with_reserves', 'refused', 'absent']).nullable(),
  flags: z.int(),
  workedAt: instant.nullable(),
  sealedAt: instant.nullable(),
  validatedAt: instant.nullable(),
  mailedAt: instant.nullable(),
  /** The day on which it will be erased, announced a month ahead; null: not yet. */
  eraseOn: localDate.nullable(),
  /** Why it is kept beyond its time, e.g. a dispute; empty: it is not. */
  heldFor: z.string(),
  /** What the client wrote when signing. */
  clientRemarks: z.string(),
})
export type ReportLine = z.infer<typeof reportLine>

/** What differs between the document that was signed and what the server knows by now, by part. */
export const difference = z.enum(['times', 'parts', 'photos', 'forms', 'texts', 'outcome'])
export type Difference = z.infer<typeof difference>

export const reportDetail = reportLine.extend({
  content: reportContent.nullable(),
  contentHash: hash.nullable(),
  signature: signature.nullable(),
  trail: z.array(trailEntry),
  remark: z.string(),
  clientEmail: z.string(),
  /** Photos that were signed and have not arrived yet. */
  missingPhotoIds: z.array(id),
  differences: z.array(difference),
  verifyPath: z.string().nullable(),
  versions: z.array(
    z.object({ id, number: z.int(), state: reportState, sealedAt: instant.nullable() }),
  ),
  invitation: z.object({ to: z.string(), expiresAt: instant }).nullable(),
  /** Of the PDF as it was kept when it was validated. */
  pdfHash: hash.nullable(),
})
export type ReportDetail = z.infer<typeof reportDetail>

const tag = 'Reports'
const params = z.object({ reportId: id })
const workOrderParams = z.object({ workOrderId: id })

export const listFieldReports = endpoint({
  method: 'GET',
  path: '/api/field/reports',
  tag,
  summary: 'What the papers of my visits are made of, from two days back to eight ahead',
  returns: z.object({ items: z.array(reportSource), forms: formBook }),
})
export const getFieldReport = endpoint({
  method: 'GET',
  path: '/api/field/work-orders/:workOrderId/report',
  tag,
  summary: 'What the paper of one work order is made of',
  params: workOrderParams,
  returns: z.object({ source: reportSource, forms: formBook }),
})
export const sendSignatures = endpoint({
  method: 'POST',
  path: '/api/field/signatures',
  tag,
  summary: 'Signatures taken on the phone, each once, also long after',
  body: z.object({
    sentAt: instant,
    commands: z.array(z.record(z.string(), z.unknown())).min(1).max(20),
  }),
  returns: z.object({ serverAt: instant, receipts: z.array(receipt) }),
})

export const listReports = endpoint({
  method: 'GET',
  path: '/api/reports',
  tag,
  summary: 'Reports, the latest first; by client, asset, technician, day, outcome',
  query: pageQuery.extend({
    state: reportState.optional(),
    clientId: id.optional(),
    siteId: id.optional(),
    assetId: id.optional(),
    technicianId: id.optional(),
    workOrderId: id.optional(),
    outcome: outcomeKind.optional(),
    from: localDate.optional(),
    until: localDate.optional(),
    /** Only those whose erasure was announced. */
    ending: z.stringbool().optional(),
  }),
  returns: page(reportLine),
})
export const getReport = endpoint({
  method: 'GET',
  path: '/api/reports/:reportId',
  tag,
  summary: 'One report with its document, signature and trail',
  params,
  returns: reportDetail,
})
/** For the office: what a report would say now. */
export const previewReport = endpoint({
  method: 'GET',
  path: '/api/work-orders/:workOrderId/report-preview',
  tag,
  summary: 'The document as it would be signed now, with what is missing',
  params: workOrderParams,
  returns: z.object({
    content: reportContent,
    lacks: z.array(z.enum(['form', 'outcome', 'reason'])),
    clientEmail: z.string(),
    contact: z.object({ name: z.string(), phone: z.string(), email: z.string() }),
    hasSms: z.boolean(),
    /** The paper's row, once there is one. */
    report: z.object({ id, state: reportState, number: z.int() }).nullable(),
    siteName: z.string(),
  }),
})
export const validateReport = endpoint({
  method: 'POST',
  path: '/api/reports/:reportId/validate',
  tag,
  summary: 'Validate a sealed report; its PDF is made, and mailed where an address is given',
  params,
  body: z.object({ version, mailTo: z.union([z.literal(''), z.email()]).default('') }),
  returns: reportDetail,
})
/** What was signed stays; the technician corrects and has the next number signed. */
export const sendBackReport = endpoint({
  method: 'POST',
  path: '/api/reports/:reportId/send-back',
  tag,
  summary: 'Send a report back with a remark: an amendment is opened',
  params,
  body: z.object({ version, remark: text(2000) }),
  returns: reportDetail,
})
export const mailReport = endpoint({
  method: 'POST',
  path: '/api/reports/:reportId/mail',
  tag,
  summary: 'Mail a validated report',
  params,
  body: z.object({ to: z.email() }),
  returns: reportDetail,
})
/** Work that is over, or nearly, and whose paper nobody has signed. */
export const unsignedLine = z.object({
  workOrderId: id,
  reference: z.string(),
  title: z.string(),
  clientName: z.string(),
  siteName: z.string(),
  technicians: z.array(z.string()),
  endedAt: instant.nullable(),
  /** `awaiting`: a link was sent. */
  state: z.enum(['none', 'draft', 'awaiting']),
})
export type UnsignedLine = z.infer<typeof unsignedLine>
export const listUnsigned = endpoint({
  method: 'GET',
  path: '/api/reports/unsigned',
  tag,
  summary: 'Work that is done and whose report nobody has signed, the latest first',
  returns: z.object({ items: z.array(unsignedLine) }),
})
/** For a dispute: it is kept for as long as the reason stands. */
export const holdReport = endpoint({
  method: 'POST',
  path: '/api/reports/:reportId/hold',
  tag,
  summary: 'Keep a report beyond its time, with the reason; an empty reason lets it go again',
  params,
  body: z.object({ version, reason: z.string().trim().max(500) }),
  returns: reportDetail,
})
export const readReportPdf = endpoint({
  method: 'GET',
  path: '/api/reports/:reportId/pdf',
  tag,
  summary: 'The sealed PDF',
  params,
  returns: z.unknown(),
})

const told = z.object({
  reportId: id,
  workOrderId: id,
  reference: z.string(),
  number: z.int(),
  technicianIds: z.array(id),
})
export const reportEvents = {
  report_sealed: told.extend({ how: z.enum(['on_site', 'remote', 'absent']) }),
  report_validated: told,
  /** Its sealed PDF is kept. */
  report_archived: told,
  report_sent_back: told.extend({ remark: z.string() }),
  report_mailed: told.extend({ to: z.string() }),
  signing_invited: told.extend({ to: z.string() }),
  signing_withdrawn: told,
  report_settings_changed: z.object({
    what: z.enum(['settings', 'logo', 'certificate']),
    consentVersion: z.int(),
    retentionYears: z.int(),
  }),
  report_held: told.extend({ reason: z.string() }),
  /** Said once a night, a month before it is done. */
  erasure_announced: z.object({ count: z.int(), eraseOn: localDate }),
  report_erased: told,
}
