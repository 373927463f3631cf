// A signature taken on a phone, at once or days later.
import { fingerprintOf } from '@regie/contract/canonical'
import { trueTime } from '@regie/contract/field-log'
import type { Receipt } from '@regie/contract/fieldwork'
import type { Id, Instant } from '@regie/contract/kernel'
import type { SignTold } from '@regie/contract/report-entries'
import { findAssignment, heldAssignment } from '../../planning/index.ts'
import { fail, invalid } from '../../platform/errors.ts'
import { found } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { addToTrail, isCommandKnown } from '../store/reports.ts'
import { openReport, seal } from './sealing.ts'

export type Signing = {
  readonly id: Id
  readonly deviceAt: Instant
  /** What the phone's clock showed when it sent it. */
  readonly sentAt: Instant
  readonly assignmentId: Id
  readonly what: SignTold
}

/** The same signature twice is one; another one on the same paper is refused, and the office is asked for an amendment. */
export const signReport = command(
  'reports.sign',
  { permission: 'reports.own' },
  async (tx, { id, deviceAt, sentAt, assignmentId, what }: Signing): Promise<Receipt> => {
    if (await isCommandKnown(tx, id)) return { id, outcome: 'known', why: null, problem: null }
    const workOrderId = await workOrderHeld(tx, assignmentId)
    const { content, contentHash, kind: _, ...signature } = what
    await expectTrue(what, workOrderId)
    const report = await openReport(tx, workOrderId)
    if (content.number !== report.number)
      throw fail('report_sealed', { number: content.number, at: report.sealedAt ?? '' })
    // Whoever signs on the spot after all has no use for the link any more: sealing closes it.
    if (report.state === 'awaiting') await addToTrail(tx, report.id, 'withdrawn')
    const signedAt = trueTime(deviceAt, sentAt, tx.now())
    await seal(tx, {
      report,
      content,
      commandId: id,
      signature: { ...signature, deviceAt, signedAt },
    })
    return { id, outcome: 'applied', why: null, problem: null }
  },
)

/** Whoever holds or held the work may have it signed; the office all. */
export async function workOrderHeld(tx: Tx, assignmentId: Id): Promise<Id> {
  if (!tx.may('fieldwork.write')) return (await heldAssignment(tx, assignmentId)).placed.workOrderId
  return found(await findAssignment(tx, assignmentId), 'assignment').workOrderId
}

async function expectTrue(
  { content, contentHash, signer, acceptance, consent }: SignTold,
  workOrderId: Id,
): Promise<void> {
  const faults = []
  const hash = await fingerprintOf(content)
  if (hash !== contentHash)
    faults.push({ path: 'what.contentHash', expected: hash, got: contentHash })
  if (content.workOrder.id !== workOrderId)
    faults.push({
      path: 'what.content.workOrder.id',
      expected: workOrderId,
      got: content.workOrder.id,
    })
  const isAbsent = signer.kind === 'absent'
  if (isAbsent !== (acceptance === null))
    faults.push({
      path: 'what.acceptance',
      expected: isAbsent ? 'null' : 'one of three',
      got: String(acceptance?.kind ?? null),
    })
  if (!isAbsent && consent === null)
    faults.push({ path: 'what.consent', expected: 'the text that was consented to', got: 'null' })
  if (content.outcome.kind !== 'completed' && content.outcome.reason === '')
    faults.push({ path: 'what.content.outcome.reason', expected: 'a reason', got: '' })
  if (faults.length) throw invalid(faults)
}
