// Writing, keeping, mailing, and forgetting.

import { createHash } from 'node:crypto'
import type { Id } from '@regie/contract/kernel'
import { z } from 'zod'
import { findOrganization, organizationsNamed } from '../identity/index.ts'
import { program } from '../platform/actor.ts'
import { found } from '../platform/guards.ts'
import { type JobContext, job } from '../platform/jobs.ts'
import type { Services } from '../platform/services.ts'
import { sendSms } from '../platform/sms.ts'
import { command } from '../platform/work.ts'
import { keepArchiveOf } from './archive.ts'
import { namesOf } from './commands/sealing.ts'
import { happened } from './events.ts'
import { codeLetter, codeText, invitationLetter, invitationText, reportLetter } from './letters.ts'
import { PROGRAM } from './model.ts'
import { fileName, keepPaper, paperOf, writePaper } from './papers.ts'
import { codeOrder, inviteOrder, writePdfOrder } from './queue.ts'
import { addToTrail, findReport, markMailed, markWritten } from './store/reports.ts'

const asProgram = { permission: 'reports.validate' } as const

const noteWritten = command(
  'reports.note-written',
  asProgram,
  async (tx, { reportId, pdfHash }: { reportId: Id; pdfHash: string }): Promise<void> => {
    await markWritten(tx, reportId, pdfHash)
    tx.emit(happened.report_archived(namesOf(found(await findReport(tx, reportId), 'report'))))
  },
)
const noteMailed = command(
  'reports.note-mailed',
  asProgram,
  async (tx, { reportId, to }: { reportId: Id; to: string }): Promise<void> => {
    const report = found(await findReport(tx, reportId), 'report')
    await markMailed(tx, reportId)
    await addToTrail(tx, reportId, 'mailed', { to }, PROGRAM)
    tx.emit(happened.report_mailed({ ...namesOf(report), to }))
  },
)

const load = (services: Services, organizationId: Id, reportId: Id) =>
  services.work.read(program(organizationId, 'reports'), null, async (tx) => ({
    report: found(await findReport(tx, reportId), 'report'),
    organization: found(await findOrganization(tx), 'organization'),
  }))

const writePdf = job(
  writePdfOrder.name,
  { payload: writePdfOrder.payload, retryLimit: 8, concurrency: 1 },
  async (services: Services, { reportId, mailTo }, { organizationId }: JobContext) => {
    if (!organizationId) return
    const actor = program(organizationId, writePdfOrder.name)
    const { report, organization } = await load(services, organizationId, reportId)
    const pdf = report.hasPdf
      ? await paperOf(services, organizationId, report)
      : await writePaper(services, organizationId, reportId)
    if (!report.hasPdf) {
      await keepPaper(services, organizationId, reportId, pdf)
      const pdfHash = createHash('sha256').update(pdf).digest('hex')
      await services.work.act(actor, noteWritten, { reportId, pdfHash })
    }
    if (mailTo === '') return
    const { name } = organization
    await services.mailer.send(
      reportLetter(report.content?.language ?? organization.language, {
        to: mailTo,
        organization: name,
        reference: report.reference,
        title: report.title,
        pdf,
        fileName: fileName(report),
        verifyAt: `${services.publicUrl()}/verify/${report.token}`,
      }),
    )
    await services.work.act(actor, noteMailed, { reportId, to: mailTo })
  },
)

const sendInvitation = job(
  inviteOrder.name,
  { payload: inviteOrder.payload, retryLimit: 8 },
  async (services: Services, { reportId, invitationId, token, ...to }, { organizationId }) => {
    if (!organizationId) return
    const { report, organization } = await load(services, organizationId, reportId)
    if (report.state !== 'awaiting') return
    const { reference, title } = report
    const about = { to: to.email, organization: organization.name, reference, title }
    const language = report.content?.language ?? organization.language
    const link = `${services.publicUrl()}/sign/${token}`
    if (to.channel === 'email')
      return await services.mailer.send(invitationLetter(language, about, link))
    const body = invitationText(language, about, link)
    await text(services, { organizationId, reportId }, { id: invitationId, to: to.phone, body })
  },
)

const sendCode = job(
  codeOrder.name,
  { payload: codeOrder.payload, retryLimit: 2 },
  async (services: Services, { reportId, messageId, code, ...to }, { organizationId }) => {
    if (!organizationId) return
    const { report, organization } = await load(services, organizationId, reportId)
    const language = report.content?.language ?? organization.language
    const { reference } = report
    if (to.channel === 'email')
      return await services.mailer.send(codeLetter(language, to.email, code, reference))
    const host = new URL(services.publicUrl()).hostname
    const body = codeText(language, { organization: organization.name, code, reference, host })
    await text(services, { organizationId, reportId }, { id: messageId, to: to.phone, body })
  },
)

type Place = { readonly organizationId: Id; readonly reportId: Id }

/** A number that will never take it is told in the trail; anything else is tried again. */
async function text(
  services: Services,
  { organizationId, reportId }: Place,
  { id, to, body }: { id: Id; to: string; body: string },
): Promise<void> {
  const outcome = await sendSms(services, { id, address: to, body })
  if (outcome.kind === 'handed_over') return
  if (outcome.kind === 'later') throw new Error(outcome.error)
  const why = outcome.kind === 'refused' ? outcome.error : 'no SMS provider is connected'
  services.log.warn({ reportId, why }, 'an SMS for a signature was not sent')
  await services.work.act(program(organizationId, 'reports'), noteFailed, { reportId, to, why })
}

const noteFailed = command(
  'reports.note-failed',
  asProgram,
  (tx, { reportId, to, why }: { reportId: Id; to: string; why: string }) =>
    addToTrail(tx, reportId, 'sms_failed', { to, why: why.slice(0, 200) }, PROGRAM),
)

/** Erasures are announced and, a month later, done: once a night, each organisation by itself. */
const keepArchive = job(
  'reports.keep-archive',
  { payload: z.object({}), schedule: '40 2 * * *', concurrency: 1 },
  async (services: Services) => {
    for (const { id } of await organizationsNamed(services.database, ''))
      await keepArchiveOf(services, id)
  },
)

export const jobs = [writePdf, sendInvitation, sendCode, keepArchive]
