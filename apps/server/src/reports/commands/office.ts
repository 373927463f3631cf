// What the office does with a report: validate, send back, attest that nobody was there, mail.
import type { Id } from '@regie/contract/kernel'
import { composeReport, entriesOf, foldDraft, lacksOf } from '@regie/contract/report-draft'
import type { ReportDetail } from '@regie/contract/reports'
import { reopenWork } from '../../fieldwork/index.ts'
import { fail } from '../../platform/errors.ts'
import { expectCurrent, found } from '../../platform/guards.ts'
import { command } from '../../platform/work.ts'
import { findWorkOrder, validateWorkOrder } from '../../work-orders/index.ts'
import { happened } from '../events.ts'
import { getReport, missingPhotos } from '../queries.ts'
import { writePdfOrder } from '../queue.ts'
import { sourceOf } from '../sources.ts'
import { saveHold } from '../store/archive.ts'
import { addToTrail, findReport, insertDraft, lockPaper, moveReport } from '../store/reports.ts'
import { filingOf, namesOf, openReport, seal } from './sealing.ts'

const validate = { permission: 'reports.validate' } as const

type Validation = { reportId: Id; version: number; mailTo: string }

/** The work order is validated with it, where it is done. */
export const validateReport = command(
  'reports.validate',
  validate,
  async (tx, { reportId, version, mailTo }: Validation): Promise<ReportDetail> => {
    const report = found(await findReport(tx, reportId), 'report')
    if (report.state !== 'sealed') throw fail('wrong_state', { state: report.state })
    const missing = await missingPhotos(tx, report)
    if (missing.length) throw fail('photos_missing', { count: missing.length })
    expectCurrent(await moveReport(tx, { id: reportId, version, to: 'validated' }), report)
    await addToTrail(tx, reportId, 'validated', { number: report.number })
    const workOrder = found(await findWorkOrder(tx, report.workOrderId), 'work order')
    if (workOrder.status === 'done')
      await validateWorkOrder.run(tx, {
        workOrderId: workOrder.id,
        version: workOrder.version,
        reason: '',
      })
    await tx.enqueue(writePdfOrder, { reportId, mailTo })
    tx.emit(happened.report_validated(namesOf(report)))
    return await getReport(tx, reportId)
  },
)

type SendingBack = { reportId: Id; version: number; remark: string }

/** What was signed stays as it is; the next number is drafted, and work told from now on counts again. */
export const sendBackReport = command(
  'reports.send-back',
  validate,
  async (tx, { reportId, version, remark }: SendingBack): Promise<ReportDetail> => {
    const report = found(await findReport(tx, reportId), 'report')
    await lockPaper(tx, report.workOrderId)
    if ((report.state !== 'sealed' && report.state !== 'validated') || !report.contentHash)
      throw fail('wrong_state', { state: report.state })
    expectCurrent(await moveReport(tx, { id: reportId, version, to: 'superseded' }), report)
    const { source } = await sourceOf(tx, report.workOrderId)
    const id = tx.newId()
    const number = report.number + 1
    const amends = { number: report.number, contentHash: report.contentHash, reason: remark }
    await insertDraft(tx, { ...(await filingOf(tx, source)), id, number, remark, amends })
    await addToTrail(tx, reportId, 'amended', { number, reason: remark })
    await addToTrail(tx, id, 'opened', { number, amends: report.contentHash, reason: remark })
    await reopenWork(
      tx,
      source.technicians.map(({ assignmentId }) => assignmentId),
    )
    tx.emit(happened.report_sent_back({ ...namesOf({ ...report, id, number }), remark }))
    return await getReport(tx, id)
  },
)

/** For work that is over and nobody signed. */
export const attestAbsence = command(
  'reports.attest-absence',
  validate,
  async (
    tx,
    { workOrderId, reason }: { workOrderId: Id; reason: string },
  ): Promise<ReportDetail> => {
    const report = await openReport(tx, workOrderId)
    const { source, forms } = await sourceOf(tx, workOrderId)
    const lacks = lacksOf({ source, forms, draft: foldDraft(entriesOf(source)) })
    if (lacks.length) throw fail('report_incomplete', { count: lacks.length })
    const content = report.content ?? composeReport(source, forms, tx.now())
    await seal(tx, {
      report,
      content,
      commandId: null,
      signature: {
        acceptance: null,
        signer: { kind: 'absent', reason },
        consent: null,
        clientRemarks: '',
        deviceAt: tx.now(),
        device: { userAgent: '', app: 'Régie' },
        position: null,
      },
    })
    return await getReport(tx, report.id)
  },
)

/** For as long as the reason stands; letting it go begins the announced month anew. */
export const holdReport = command(
  'reports.hold',
  { permission: 'reports.configure' },
  async (
    tx,
    { reportId, version, reason }: { reportId: Id; version: number; reason: string },
  ): Promise<ReportDetail> => {
    const report = found(await findReport(tx, reportId), 'report')
    if (report.state === 'erased') throw fail('wrong_state', { state: report.state })
    if (reason === report.heldFor) return await getReport(tx, reportId)
    expectCurrent(await saveHold(tx, { id: reportId, version, reason }), report)
    await addToTrail(tx, reportId, reason ? 'held' : 'let_go', { reason })
    tx.emit(happened.report_held({ ...namesOf(report), reason }))
    return await getReport(tx, reportId)
  },
)

export const mailReport = command(
  'reports.mail',
  validate,
  async (tx, { reportId, to }: { reportId: Id; to: string }): Promise<ReportDetail> => {
    const report = found(await findReport(tx, reportId), 'report')
    if (report.state !== 'validated') throw fail('wrong_state', { state: report.state })
    await tx.enqueue(writePdfOrder, { reportId, mailTo: to })
    return await getReport(tx, reportId)
  },
)
