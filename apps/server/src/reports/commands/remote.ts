// Behind a signing link: a code proves whose mailbox or phone it is. Looking changes nothing.
import { randomInt } from 'node:crypto'
import type { BodyOf, Id } from '@regie/contract/kernel'
import type { SigningPaper, signAtDistance as signContract } from '@regie/contract/report-signing'
import type { Language } from '@regie/contract/roles'
import { fail, invalid } from '../../platform/errors.ts'
import { command, type Tx } from '../../platform/work.ts'
import { CODE_MINUTES, MOST_CODES, MOST_WRONG_CODES, sha256 } from '../model.ts'
import { codeOrder } from '../queue.ts'
import { countWrongCode, findInvitation, type Invitation, keepCode } from '../store/invitations.ts'
import { addToTrail, findReport, type Report } from '../store/reports.ts'
import { readSettings } from '../store/settings.ts'
import { seal } from './sealing.ts'

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
  return {
    organizationName: content.organization.name,
    content,
    contentHash,
    signerName: invitation.name,
    channel: invitation.channel,
    address: masked(invitation),
    consent: await consentOf(tx, invitation, content.language),
    expiresAt: invitation.expiresAt,
    language: content.language,
  }
}

/** Refuses a photo that is not of the document behind the link. */
export async function expectSigningPhoto(tx: Tx, token: string, photoId: Id): Promise<void> {
  const { report } = await openLink(tx, token)
  if (!report.content?.photos.some(({ id }) => id === photoId))
    throw fail('not_found', { what: 'photo' })
}

/** What the signer agrees to: the text that was frozen with the document. */
async function consentOf(
  tx: Tx,
  { consentVersion, consentText }: Invitation,
  language: Language,
): Promise<SigningPaper['consent']> {
  if (consentVersion !== null && consentText !== null)
    return { version: consentVersion, text: consentText }
  const { consent } = await readSettings(tx)
  return { version: consent.version, text: consent[language] }
}

/** `cl…@example.org`, `+336…78`: enough to know one's own, too little to learn another's. */
const masked = ({ email, phone }: Invitation): string =>
  email ? email.replace(/^(.{1,2})[^@]*/, '$1…') : `${phone.slice(0, 4)}…${phone.slice(-2)}`

const RESEND_MS = 30_000

type CodeSent = Pick<SigningPaper, 'channel' | 'address'> & { validMinutes: number }

export const sendSigningCode = command(
  'reports.send-signing-code',
  { permission: 'reports.own' },
  async (tx, { token }: { token: string }): Promise<CodeSent> => {
    const { invitation, report } = await openLink(tx, token, { lock: true })
    const wait = invitation.codeSentAt
      ? Date.parse(invitation.codeSentAt) + RESEND_MS - Date.parse(tx.now())
      : 0
    if (wait > 0) throw fail('too_many_requests', { seconds: Math.ceil(wait / 1000) })
    if (invitation.codesSent >= MOST_CODES) throw fail('link_expired')
    const { channel, email, phone } = invitation
    if (channel === 'sms' && tx.config.sms.provider === 'off') throw fail('sms_off')
    const code = String(randomInt(1_000_000)).padStart(6, '0')
    await keepCode(tx, invitation.id, codeHash(invitation.id, code))
    const sent = { channel, to: email || phone }
    await addToTrail(tx, report.id, 'code_sent', sent, invitation.name)
    const messageId = tx.newId()
    await tx.enqueue(codeOrder, { reportId: report.id, messageId, channel, email, phone, code })
    return { channel, address: masked(invitation), validMinutes: CODE_MINUTES }
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
    const { channel, email, phone } = invitation
    await addToTrail(tx, report.id, 'code_checked', { channel, to: email || phone })
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
          email,
          ...(phone ? { phone } : {}),
          codeCheckedAt: tx.now(),
        },
        consent: await consentOf(tx, invitation, content.language),
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
