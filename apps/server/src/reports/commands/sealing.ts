// Sealing: what was read and signed becomes unchangeable, with everything that proves it.
import { fingerprintOf } from '@regie/contract/canonical'
import type { Id } from '@regie/contract/kernel'
import type { ReportContent, Signature } from '@regie/contract/report-content'
import { type ReportSource, readingsOf } from '@regie/contract/report-draft'
import { sealWork } from '../../fieldwork/index.ts'
import { fail } from '../../platform/errors.ts'
import { found } from '../../platform/guards.ts'
import type { Tx } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { flagsOf, isOpen, makeToken, workedAt } from '../model.ts'
import { sourceOf } from '../sources.ts'
import { factsOf, insertReadings } from '../store/facts.ts'
import { closeInvitations } from '../store/invitations.ts'
import {
  addToTrail,
  findReport,
  insertDraft,
  lockPaper,
  markSealed,
  type Report,
  reportsOf,
} from '../store/reports.ts'

/** What a report is filed under, from its work order. */
export async function filingOf(tx: Tx, source: ReportSource) {
  const facts = found((await factsOf(tx, [source.workOrderId]))[0], 'work order')
  return {
    ...facts,
    technicianIds: source.technicians.map(({ id }) => id),
    technicianNames: source.technicians.map(({ name }) => name),
  }
}

/** The open report of a work order, opened now if there is none; refuses when the latest one is sealed. */
export async function openReport(tx: Tx, workOrderId: Id): Promise<Report> {
  await lockPaper(tx, workOrderId)
  const [latest] = await reportsOf(tx, [workOrderId])
  if (latest && isOpen(latest.state)) return latest
  if (latest) throw fail('report_sealed', { number: latest.number, at: latest.sealedAt ?? '' })
  const { source } = await sourceOf(tx, workOrderId)
  const id = tx.newId()
  await insertDraft(tx, {
    ...(await filingOf(tx, source)),
    id,
    number: 1,
    remark: '',
    amends: null,
  })
  await addToTrail(tx, id, 'opened', { number: 1 })
  return found(await findReport(tx, id), 'report')
}

type Signed = {
  readonly report: Report
  readonly content: ReportContent
  readonly signature: Omit<Signature, 'format' | 'contentHash' | 'serverAt' | 'by'>
  readonly commandId: Id | null
}

/** From here on nothing changes: neither the paper nor, by itself, what is told of the work. */
export async function seal(
  tx: Tx,
  { report, content, signature: given, commandId }: Signed,
): Promise<Report> {
  const contentHash = await fingerprintOf(content)
  const signature: Signature = {
    ...given,
    format: 'regie-signature/1',
    contentHash,
    serverAt: tx.now(),
    by: tx.actor.name,
  }
  const signatureHash = await fingerprintOf(signature)
  const token = makeToken(tx.actor.organizationId)
  const frozen = { content, contentHash, flags: flagsOf(content), workedAt: workedAt(content) }
  if (!(await markSealed(tx, report.id, { ...frozen, signature, signatureHash, token, commandId })))
    throw fail('wrong_state', { state: report.state })
  const how = signature.signer.kind
  await addToTrail(tx, report.id, how === 'absent' ? 'absent' : 'signed', {
    contentHash,
    signatureHash,
    how,
    ...proofOf(signature),
  })
  await closeInvitations(tx, report.id, how === 'remote' ? 'used' : 'withdrawn')
  const { source, forms } = await sourceOf(tx, report.workOrderId)
  await insertReadings(tx, report, readingsOf(source, forms, frozen.workedAt ?? tx.now()))
  for (const { assignmentId } of source.technicians) await sealWork(tx, assignmentId)
  tx.emit(happened.report_sealed({ ...namesOf(report), how }))
  return found(await findReport(tx, report.id), 'report')
}

/** What the trail tells of a signature besides its fingerprint. */
function proofOf({ signer, consent, deviceAt, signedAt, position }: Signature) {
  if (signer.kind === 'absent') return { deviceAt }
  const points = signer.strokes.flat()
  return {
    deviceAt,
    ...(signedAt ? { signedAt } : {}),
    consentVersion: consent?.version ?? null,
    strokes: signer.strokes.length,
    points: points.length,
    drawnMs: Math.max(0, ...points.map(([, , at]) => at ?? 0)),
    position: position
      ? `${position.latitude.toFixed(5)}, ${position.longitude.toFixed(5)} ± ${Math.round(position.accuracyMetres)} m`
      : null,
  }
}

export const namesOf = (report: Report) => ({
  reportId: report.id,
  workOrderId: report.workOrderId,
  reference: report.reference,
  number: report.number,
  technicianIds: [...report.technicianIds],
})
