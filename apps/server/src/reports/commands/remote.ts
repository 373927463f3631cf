// Signing at a distance: the document is frozen, a link is sent, a code proves whose mailbox it is. Looking changes nothing.
import { randomInt } from 'node:crypto'
import { fingerprintOf } from '@regie/contract/canonical'
import type { BodyOf, Id } from '@regie/contract/kernel'
import { composeReport, entriesOf, foldDraft, lacksOf } from '@regie/contract/report-draft'
import type {
  ReportDetail,
  SigningPaper,
  signAtDistance as signContract,
} from '@regie/contract/reports'
import { fail, invalid } from '../../platform/errors.ts'
import { expectCurrent, found } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { happened } from '../events.ts'
import {
  CODE_MINUTES,
  flagsOf,
  LINK_DAYS,
  MOST_CODES,
  MOST_WRONG_CODES,
  makeToken,
  sha256,
  workedAt,
} from '../model.ts'
import { getReport, sourceOf } from '../queries.ts'
import { codeOrder, inviteOrder } from '../queue.ts'
import {
  closeInvitations,
  countWrongCode,
  findInvitation,
  type Invitation,
  insertInvitation,
  keepCode,
} from '../store/invitations.ts'
import { addToTrail, findReport, freeze, moveReport, type Report } from '../store/reports.ts'
import { readSettings } from '../store/settings.ts'
import { namesOf, openReport, seal } from './sealing.ts'

const validate = { permission: 'reports.validate' } as const
type Inviting = { workOrderId: Id; email: string; name: string }

export const inviteSigner = command(
  'reports.invite-signer',
  validate,
  async (tx, { workOrderId, email, name }: Inviting): Promise<ReportDetail> => {
    const report = await openReport(tx, workOrderId)
    const { source, forms } = await sourceOf(tx, workOrderId)
    const lacks = lacksOf({ source, forms, draft: foldDraft(entriesOf(source)) })
    if (lacks.length) throw fail('report_incomplete', { count: lacks.length })
    const content = composeReport(source, forms, tx.now())
    const contentHash = await fingerprintOf(content)
    await freeze(tx, report.id, {
      content,
      contentHash,
      flags: flagsOf(content),
      workedAt: workedAt(content),
    })
    await closeInvitations(tx, report.id, 'withdrawn')
    const token = makeToken(tx.actor.organizationId)
    const expiresAt = new Date(Date.parse(tx.now()) + LINK_DAYS * 86_400_000).toISOString()
    await insertInvitation(tx, {
      id: tx.newId(),
      reportId: report.id,
      email,
      name,
      tokenHash: sha256(token),
      expiresAt,
    })
    await addToTrail(tx, report.id, 'frozen', { contentHash })
    await addToTrail(tx, report.id, 'invited', { email, expiresAt })
    await tx.enqueue(inviteOrder, { reportId: report.id, email, token })
    tx.emit(happened.signing_invited({ ...namesOf(report), email }))
    return await getReport(tx, report.id)
  },
)

export const withdrawInvitation = command(
  'reports.withdraw-invitation',
  validate,
  async (tx, { reportId, version }: { reportId: Id; version: number }): Promise<undefined> => {
    const report = found(await findReport(tx, reportId), 'report')
    if (report.state !== 'awaiting') throw fail('wrong_state', { state: report.state })
    expectCurrent(await moveReport(tx, { id: reportId, version, to: 'draft' }), report)
    await closeInvitations(tx, reportId, 'withdrawn')
    await addToTrail(tx, reportId, 'withdrawn')
    tx.emit(happened.signing_withdrawn(namesOf(report)))
  },
)

type Opened = { readonly invitation: Invitation; readonly report: Report }

async function openLink(tx: Tx, token: string, options: { lock?: boolean } = {}): Promise<Opened> {
  const invitation = await findInvitation(tx, sha256(token), options)
  if (!invitation || Date.parse(invitation.expiresAt) < Date.parse(tx.now()))
    throw fail('link_expired')
  const report = await findReport(tx, invitation.reportId)
  if (report?.state !== 'awaiting') throw fail('link_expired')
  return { invitation, report }
}

/** For whoever holds the link; a robot that follows it changes nothing. */
export async function readSigningPaper(tx: Tx, token: string): Promise<SigningPaper> {
  const { invitation, report } = await openLink(tx, token)
  const { content, contentHash } = report
  if (!content || !contentHash) throw fail('link_expired')
  const { consent } = await readSettings(tx)
  return {
    organizationName: content.organization.name,
    content,
    contentHash,
    signerName: invitation.name,
    email: masked(invitation.email),
    consent: { version: consent.version, text: consent[content.language] },
    expiresAt: invitation.expiresAt,
    language: content.language,
  }
}

/** `cl…@example.org`: enough to know one's own address, too little to learn another's. */
const masked = (email: string): string => email.replace(/^(.{1,2})[^@]*/, '$1…')

const RESEND_MS = 30_000

export const sendSigningCode = command(
  'reports.send-signing-code',
  { permission: 'reports.own' },
  async (tx, { token }: { token: string }): Promise<{ email: string; validMinutes: number }> => {
    const { invitation, report } = await openLink(tx, token, { lock: true })
    const wait = invitation.codeSentAt
      ? Date.parse(invitation.codeSentAt) + RESEND_MS - Date.parse(tx.now())
      : 0
    if (wait > 0) throw fail('too_many_requests', { seconds: Math.ceil(wait / 1000) })
    if (invitation.codesSent >= MOST_CODES) throw fail('link_expired')
    const code = String(randomInt(1_000_000)).padStart(6, '0')
    await keepCode(tx, invitation.id, codeHash(invitation.id, code))
    await addToTrail(tx, report.id, 'code_sent', { email: invitation.email })
    await tx.enqueue(codeOrder, { email: invitation.email, code, reference: report.reference })
    return { email: masked(invitation.email), validMinutes: CODE_MINUTES }
  },
)

const codeHash = (invitationId: Id, code: string): string => sha256(`${invitationId}/${code}`)

type Signature = BodyOf<typeof signContract> & { token: string }
export type CodeCheck = {
  readonly isRight: boolean
  readonly why: 'code_wrong' | 'code_expired' | null
}

/** Apart from signing, so that a wrong code is counted even though nothing is signed. */
export const checkSigningCode = command(
  'reports.check-signing-code',
  { permission: 'reports.own' },
  async (tx, { token, code }: { token: string; code: string }): Promise<CodeCheck> => {
    const { invitation } = await openLink(tx, token, { lock: true })
    const { codeSentAt, wrongCodes } = invitation
    const isOld =
      !codeSentAt || Date.parse(codeSentAt) + CODE_MINUTES * 60_000 < Date.parse(tx.now())
    if (isOld || wrongCodes >= MOST_WRONG_CODES) return { isRight: false, why: 'code_expired' }
    if (invitation.codeHash === codeHash(invitation.id, code)) return { isRight: true, why: null }
    await countWrongCode(tx, invitation.id)
    return { isRight: false, why: 'code_wrong' }
  },
)

/** Only after `checkSigningCode`; the code is looked at again, for between the two it may have been spent. */
export const signAtDistance = command(
  'reports.sign-at-distance',
  { permission: 'reports.own' },
  async (
    tx,
    given: Signature,
  ): Promise<{ contentHash: string; signatureHash: string; verifyPath: string }> => {
    const { invitation, report } = await openLink(tx, given.token, { lock: true })
    if (invitation.codeHash !== codeHash(invitation.id, given.code)) throw fail('code_wrong')
    const { content } = report
    if (!content || report.contentHash !== given.contentHash)
      throw invalid([
        { path: 'contentHash', expected: report.contentHash ?? '', got: given.contentHash },
      ])
    const { consent } = await readSettings(tx)
    await addToTrail(tx, report.id, 'code_checked', { email: invitation.email })
    const sealed = await seal(tx, {
      report,
      content,
      commandId: null,
      signature: {
        acceptance: given.acceptance,
        signer: {
          kind: 'remote',
          name: given.name,
          role: given.role,
          strokes: given.strokes,
          email: invitation.email,
          codeCheckedAt: tx.now(),
        },
        consent: { version: consent.version, text: consent[content.language] },
        clientRemarks: given.clientRemarks,
        deviceAt: given.deviceAt,
        device: given.device,
        position: given.position,
      },
    })
    return {
      contentHash: sealed.contentHash ?? '',
      signatureHash: sealed.signatureHash ?? '',
      verifyPath: `/verify/${sealed.token}`,
    }
  },
)
