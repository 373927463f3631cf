// Writing, keeping and mailing.

import type { Id } from '@regie/contract/kernel'
import { findOrganization } from '../identity/index.ts'
import { program } from '../platform/actor.ts'
import { found } from '../platform/guards.ts'
import { type JobContext, job } from '../platform/jobs.ts'
import type { Services } from '../platform/services.ts'
import { command } from '../platform/work.ts'
import { namesOf } from './commands/sealing.ts'
import { happened } from './events.ts'
import { codeLetter, invitationLetter, reportLetter } from './letters.ts'
import { fileName, keepPaper, paperOf, writePaper } from './papers.ts'
import { codeOrder, inviteOrder, writePdfOrder } from './queue.ts'
import { addToTrail, findReport, markMailed, markWritten } from './store/reports.ts'

const asProgram = { permission: 'reports.validate' } as const

const noteWritten = command(
  'reports.note-written',
  asProgram,
  (tx, { reportId }: { reportId: Id }) => markWritten(tx, reportId),
)
const noteMailed = command(
  'reports.note-mailed',
  asProgram,
  async (tx, { reportId, to }: { reportId: Id; to: string }): Promise<void> => {
    const report = found(await findReport(tx, reportId), 'report')
    await markMailed(tx, reportId)
    await addToTrail(tx, reportId, 'mailed', { to })
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
      await services.work.act(actor, noteWritten, { reportId })
    }
    if (mailTo === '') return
    const { language, name } = organization
    await services.mailer.send(
      reportLetter(language, {
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
  async (services: Services, { reportId, email, token }, { organizationId }: JobContext) => {
    if (!organizationId) return
    const { report, organization } = await load(services, organizationId, reportId)
    if (report.state !== 'awaiting') return
    const about = {
      to: email,
      organization: organization.name,
      reference: report.reference,
      title: report.title,
    }
    await services.mailer.send(
      invitationLetter(organization.language, about, `${services.publicUrl()}/sign/${token}`),
    )
  },
)

const sendCode = job(
  codeOrder.name,
  { payload: codeOrder.payload, retryLimit: 2 },
  async (services: Services, { email, code, reference }, { organizationId }: JobContext) => {
    if (!organizationId) return
    const actor = program(organizationId, codeOrder.name)
    const organization = await services.work.read(actor, null, async (tx) =>
      found(await findOrganization(tx), 'organization'),
    )
    await services.mailer.send(codeLetter(organization.language, email, code, reference))
  },
)

export const jobs = [writePdf, sendInvitation, sendCode]
