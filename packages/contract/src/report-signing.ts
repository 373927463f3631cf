// Having a report signed where the technician is not, attesting that nobody was there, and what anybody may verify.
import { z } from 'zod'
import { strokes } from './form-answers.ts'
import { endpoint, id, instant, position, text, version } from './kernel.ts'
import { acceptance, device, hash, reportContent } from './report-content.ts'
import { signerAddress } from './report-entries.ts'
import { reportDetail, reportState } from './reports.ts'
import { language } from './roles.ts'

const tag = 'Reports'
const params = z.object({ reportId: id })
const workOrderParams = z.object({ workOrderId: id })
const tokenParams = z.object({ token: z.string().min(20).max(120) })

export const inviteSigner = endpoint({
  method: 'POST',
  path: '/api/work-orders/:workOrderId/signing-invitations',
  tag,
  summary:
    'Have the report signed at a distance: freezes it and sends a link; the code follows the same way',
  params: workOrderParams,
  body: signerAddress,
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
export const signingPaper = z.object({
  organizationName: z.string(),
  content: reportContent,
  contentHash: hash,
  signerName: z.string(),
  channel: z.enum(['email', 'sms']),
  /** Where the code goes, mostly hidden. */
  address: z.string(),
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
export const readSigningPhoto = endpoint({
  method: 'GET',
  path: '/api/signing/:token/photos/:photoId',
  tag,
  summary: 'A photo of the document behind a signing link, once it has arrived',
  params: tokenParams.extend({ photoId: id }),
  returns: z.unknown(),
})
export const sendSigningCode = endpoint({
  method: 'POST',
  path: '/api/signing/:token/code',
  tag,
  summary: 'Send a one-time code to the signer’s e-mail address or phone',
  params: tokenParams,
  body: z.object({}),
  returns: z.object({
    channel: z.enum(['email', 'sms']),
    address: z.string(),
    validMinutes: z.int(),
  }),
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
    /** Every certificate that ever sealed for this organisation, the present one first. */
    certificateHashes: z.array(hash),
    erasedAt: instant.nullable(),
  }),
})
