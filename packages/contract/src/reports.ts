// Intervention reports: drafted on the phone, signed, validated by the office, sent to the client, proved by anybody.
import { z } from 'zod'
import { receipt } from './fieldwork.ts'
import { strokes } from './form-answers.ts'
import {
  colour,
  endpoint,
  id,
  instant,
  localDate,
  page,
  pageQuery,
  position,
  text,
  version,
} from './kernel.ts'
import {
  acceptance,
  device,
  hash,
  outcome,
  outcomeKind,
  recommendation,
  reportContent,
  reportTexts,
  signature,
  trailEntry,
} from './report-content.ts'
import { formBook, reportSource } from './report-draft.ts'
import { language } from './roles.ts'

/** draft → (awaiting: sent for signature) → sealed → validated; superseded by its amendment. */
export const reportState = z.enum(['draft', 'awaiting', 'sealed', 'validated', 'superseded'])
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
  invitation: z.object({ email: z.string(), expiresAt: instant }).nullable(),
})
export type ReportDetail = z.infer<typeof reportDetail>

export const reportSettings = z.object({
  version,
  colour,
  priceConditionsFr: z.string().trim().max(4000),
  priceConditionsEn: z.string().trim().max(4000),
  consentFr: text(2000),
  consentEn: text(2000),
  consentVersion: z.int(),
  hasLogo: z.boolean(),
  certificate: z.object({ name: z.string(), fingerprint: hash, isOwn: z.boolean() }).nullable(),
})
export type ReportSettings = z.infer<typeof reportSettings>

const tag = 'Reports'
const params = z.object({ reportId: id })
const workOrderParams = z.object({ workOrderId: id })
const tokenParams = z.object({ token: z.string().min(20).max(120) })

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
    lacks: z.array(z.string()),
    clientEmail: z.string(),
  }),
})
const paperDraft = z.object({
  texts: reportTexts.partial().prefault({}),
  outcome: outcome.optional(),
  recommendations: z.array(recommendation).max(50).optional(),
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
export const inviteSigner = endpoint({
  method: 'POST',
  path: '/api/work-orders/:workOrderId/signing-invitations',
  tag,
  summary:
    'Have the report signed at a distance: freezes it and sends a link; the code follows by e-mail',
  params: workOrderParams,
  body: z.object({ email: z.email(), name: text(200), ...paperDraft.shape }),
  returns: reportDetail,
  status: 201,
})
export const withdrawInvitation = endpoint({
  method: 'POST',
  path: '/api/reports/:reportId/withdraw-invitation',
  tag,
  summary: 'Take a signing link back; the report is a draft again',
  params,
  body: z.object({ version }),
  returns: z.undefined(),
  status: 204,
})
export const attestAbsence = endpoint({
  method: 'POST',
  path: '/api/work-orders/:workOrderId/attest-absence',
  tag,
  summary: 'Seal a report that nobody signed, with the reason',
  params: workOrderParams,
  body: z.object({ reason: text(1000) }),
  returns: reportDetail,
  status: 201,
})
export const readReportPdf = endpoint({
  method: 'GET',
  path: '/api/reports/:reportId/pdf',
  tag,
  summary: 'The sealed PDF',
  params,
  returns: z.unknown(),
})

export const getReportSettings = endpoint({
  method: 'GET',
  path: '/api/report-settings',
  tag,
  summary: 'Colours, consent text, price conditions, certificate',
  returns: reportSettings,
})
export const updateReportSettings = endpoint({
  method: 'PATCH',
  path: '/api/report-settings',
  tag,
  summary: 'Change them; another consent text is another version of it',
  body: reportSettings.pick({
    version: true,
    colour: true,
    priceConditionsFr: true,
    priceConditionsEn: true,
    consentFr: true,
    consentEn: true,
  }),
  returns: reportSettings,
})
/** The body is the picture itself; an empty one takes the logo away. */
export const putReportLogo = endpoint({
  method: 'PUT',
  path: '/api/report-settings/logo',
  tag,
  summary: 'The logo on reports: PNG, JPEG or WebP, at most 2 MB',
  body: z.instanceof(Uint8Array),
  returns: reportSettings,
})
export const putCertificate = endpoint({
  method: 'PUT',
  path: '/api/report-settings/certificate',
  tag,
  summary: 'Seal with a certificate of one’s own (PEM, RSA)',
  body: z.object({ certificate: text(20_000), key: text(20_000) }),
  returns: reportSettings,
})

export const signingPaper = z.object({
  organizationName: z.string(),
  content: reportContent,
  contentHash: hash,
  signerName: z.string(),
  email: z.string(),
  consent: z.object({ version: z.int(), text: z.string() }),
  expiresAt: instant,
  language,
})
export type SigningPaper = z.infer<typeof signingPaper>
export const getSigningPaper = endpoint({
  method: 'GET',
  path: '/api/signing/:token',
  tag,
  summary: 'The document behind a signing link; looking changes nothing',
  params: tokenParams,
  returns: signingPaper,
})
export const sendSigningCode = endpoint({
  method: 'POST',
  path: '/api/signing/:token/code',
  tag,
  summary: 'Send a one-time code to the signer’s address',
  params: tokenParams,
  body: z.object({}),
  returns: z.object({ email: z.string(), validMinutes: z.int() }),
})
export const signAtDistance = endpoint({
  method: 'POST',
  path: '/api/signing/:token/signature',
  tag,
  summary: 'Sign with the code',
  params: tokenParams,
  body: z.object({
    code: z
      .string()
      .trim()
      .regex(/^\d{6}$/),
    contentHash: hash,
    name: text(200),
    role: z.string().trim().max(200).default(''),
    acceptance,
    strokes: strokes.min(1),
    consents: z.literal(true),
    clientRemarks: z.string().trim().max(4000).default(''),
    deviceAt: instant,
    device,
    position: position
      .extend({ accuracyMetres: z.number().min(0) })
      .nullable()
      .default(null),
  }),
  returns: z.object({ contentHash: hash, signatureHash: hash, verifyPath: z.string() }),
})
export const readVerification = endpoint({
  method: 'GET',
  path: '/api/verify/:token',
  tag,
  summary: 'What the organisation says of a report: its fingerprints, its state, its certificate',
  params: tokenParams,
  returns: z.object({
    organizationName: z.string(),
    reference: z.string(),
    number: z.int(),
    state: reportState,
    contentHash: hash,
    signatureHash: hash,
    sealedAt: instant,
    latestNumber: z.int(),
    certificateHash: hash.nullable(),
  }),
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
  report_sent_back: told.extend({ remark: z.string() }),
  report_mailed: told.extend({ to: z.string() }),
  signing_invited: told.extend({ email: z.string() }),
  signing_withdrawn: told,
  report_settings_changed: z.object({ colour }),
}
