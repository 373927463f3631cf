// Has a report signed at a distance: the document is frozen as it stands, and a link is sent by e-mail or by SMS.
import { fingerprintOf } from '@regie/contract/canonical'
import type { Receipt } from '@regie/contract/fieldwork'
import type { Id } from '@regie/contract/kernel'
import { composeReport, entriesOf, foldDraft, lacksOf } from '@regie/contract/report-draft'
import type { InviteTold, SignerAddress } from '@regie/contract/report-entries'
import { fail, invalid } from '../../platform/errors.ts'
import { expectCurrent, found } from '../../platform/guards.ts'
import { toMobile } from '../../platform/phone.ts'
import { command, type Tx } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { flagsOf, LINK_DAYS, makeToken, sha256, workedAt } from '../model.ts'
import { getReport } from '../queries.ts'
import { inviteOrder } from '../queue.ts'
import { sourceOf } from '../sources.ts'
import { closeInvitations, insertInvitation, isInvitationKnown } from '../store/invitations.ts'
import { addToTrail, findReport, freeze, moveReport } from '../store/reports.ts'
import { namesOf, openReport } from './sealing.ts'
import { workOrderHeld } from './sign.ts'

const validate = { permission: 'reports.validate' } as const

export const inviteSigner = command(
  'reports.invite-signer',
  validate,
  async (tx, { workOrderId, ...signer }: SignerAddress & { workOrderId: Id }) =>
    await getReport(tx, await invite(tx, { workOrderId, signer, commandId: null })),
)

type Asking = { readonly id: Id; readonly assignmentId: Id; readonly what: InviteTold }

/** From a phone, for work of its holder's; the same command twice sends one link. */
export const inviteFromField = command(
  'reports.invite-from-field',
  { permission: 'reports.own' },
  async (tx, { id, assignmentId, what }: Asking): Promise<Receipt> => {
    const known = await isInvitationKnown(tx, id)
    if (!known) {
      const workOrderId = await workOrderHeld(tx, assignmentId)
      await invite(tx, { workOrderId, signer: what.signer, commandId: id })
    }
    return { id, outcome: known ? 'known' : 'applied', why: null, problem: null }
  },
)

type Inviting = {
  readonly workOrderId: Id
  readonly signer: SignerAddress
  readonly commandId: Id | null
}

async function invite(tx: Tx, { workOrderId, signer, commandId }: Inviting): Promise<Id> {
  const to = addressOf(tx, signer)
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
  const invitationId = tx.newId()
  const { consent } = source
  await insertInvitation(tx, {
    id: invitationId,
    reportId: report.id,
    name: signer.name,
    ...to,
    tokenHash: sha256(token),
    expiresAt,
    consent,
    commandId,
  })
  await addToTrail(tx, report.id, 'frozen', { contentHash, consentVersion: consent.version })
  const address = to.email || to.phone
  await addToTrail(tx, report.id, 'invited', { channel: to.channel, to: address, expiresAt })
  await tx.enqueue(inviteOrder, { reportId: report.id, invitationId, token, ...to })
  tx.emit(happened.signing_invited({ ...namesOf(report), to: address }))
  return report.id
}

/** One channel, its address fit to be written to. */
function addressOf(tx: Tx, { channel, email, phone }: SignerAddress) {
  if (channel === 'email') return { channel, email, phone: '' }
  if (tx.config.sms.provider === 'off') throw fail('sms_off')
  const mobile = toMobile(phone)
  if (mobile) return { channel, email: '', phone: mobile }
  const isFrench = tx.actor.language === 'fr'
  const expected = isFrench
    ? 'Un numéro de mobile est attendu, par exemple 06 12 34 56 78.'
    : 'A mobile number is expected, for example +33 6 12 34 56 78.'
  throw invalid([{ path: 'phone', expected, got: phone }])
}

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
