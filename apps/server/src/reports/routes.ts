import type { Id } from '@regie/contract/kernel'
import * as setting from '@regie/contract/report-settings'
import * as signing from '@regie/contract/report-signing'
import * as contract from '@regie/contract/reports'
import { sendPhoto } from '../fieldwork/index.ts'
import { createAuthenticate } from '../identity/index.ts'
import { type Actor, program } from '../platform/actor.ts'
import { toInstant } from '../platform/clock.ts'
import { fail } from '../platform/errors.ts'
import { found } from '../platform/guards.ts'
import { act, type Exchange, open, own, type Route, read } from '../platform/http/bind.ts'
import { inviteSigner, withdrawInvitation } from './commands/invite.ts'
import {
  attestAbsence,
  holdReport,
  mailReport,
  sendBackReport,
  validateReport,
} from './commands/office.ts'
import {
  checkSigningCode,
  expectSigningPhoto,
  readSigningPaper,
  sendSigningCode,
  signAtDistance,
} from './commands/remote.ts'
import { putCertificate, putReportLogo, updateReportSettings } from './commands/settings.ts'
import { takeSignatures } from './delivery.ts'
import { organizationOfToken } from './model.ts'
import { fileName, paperOf } from './papers.ts'
import { readReportSettings, readVerification } from './public.ts'
import { getFieldReport, getReport, listFieldReports, previewReport } from './queries.ts'
import { findReport, pageOfReports } from './store/reports.ts'
import { readSettings } from './store/settings.ts'
import { unsignedWork } from './store/unsigned.ts'

const reads = 'reports.read'

async function asker({ request, services }: Exchange): Promise<Actor> {
  const actor = await createAuthenticate(services)(request)
  if (!actor) throw fail('not_signed_in')
  return actor
}

/** People with a link act for nobody but themselves, in the organisation that sent it. */
function guest(token: string, name: string): Actor {
  const organizationId = organizationOfToken(token)
  if (!organizationId) throw fail('link_expired')
  return program(organizationId, name)
}

async function sendPdf(reportId: Id, exchange: Exchange): Promise<void> {
  const { services, reply } = exchange
  const actor = await asker(exchange)
  const report = await services.work.read(actor, 'reports.own', async (tx) => {
    const one = found(await findReport(tx, reportId), 'report')
    const isOwn = actor.technicianId !== null && one.technicianIds.includes(actor.technicianId)
    if (!tx.may(reads) && !isOwn) throw fail('not_found', { what: 'report' })
    return one
  })
  if (!report.contentHash || !report.signatureHash)
    throw fail('wrong_state', { state: report.state })
  const pdf = await paperOf(services, actor.organizationId, report)
  await reply
    .headers({
      'content-type': 'application/pdf',
      'content-length': pdf.length,
      'content-disposition': `inline; filename="${fileName(report)}"`,
    })
    .send(Buffer.from(pdf))
}

const fieldRoutes: readonly Route[] = [
  read(contract.listFieldReports, 'reports.own', (tx) => listFieldReports(tx)),
  read(contract.getFieldReport, 'reports.own', (tx, { params }) =>
    getFieldReport(tx, params.workOrderId),
  ),
  own(contract.sendSignatures, async ({ body }, exchange) => ({
    serverAt: toInstant(exchange.services.clock()),
    receipts: await takeSignatures(exchange.services, await asker(exchange), body),
  })),
]

const officeRoutes: readonly Route[] = [
  read(contract.listReports, reads, (tx, { query }) => pageOfReports(tx, query)),
  read(contract.listUnsigned, reads, async (tx) => ({ items: await unsignedWork(tx) })),
  read(contract.getReport, reads, (tx, { params }) => getReport(tx, params.reportId)),
  read(contract.previewReport, reads, (tx, { params }) => previewReport(tx, params.workOrderId)),
  act(contract.validateReport, validateReport, ({ params, body }) => ({ ...params, ...body })),
  act(contract.sendBackReport, sendBackReport, ({ params, body }) => ({ ...params, ...body })),
  act(contract.holdReport, holdReport, ({ params, body }) => ({ ...params, ...body })),
  act(contract.mailReport, mailReport, ({ params, body }) => ({ ...params, ...body })),
  act(signing.inviteSigner, inviteSigner, ({ params, body }) => ({ ...params, ...body })),
  act(signing.withdrawInvitation, withdrawInvitation, ({ params, body }) => ({
    ...params,
    ...body,
  })),
  act(signing.attestAbsence, attestAbsence, ({ params, body }) => ({ ...params, ...body })),
  own(contract.readReportPdf, async ({ params }, exchange) => sendPdf(params.reportId, exchange)),
]

const settingsRoutes: readonly Route[] = [
  own(setting.getReportSettings, async (_, exchange) =>
    readReportSettings(exchange.services, await asker(exchange)),
  ),
  own(setting.updateReportSettings, async ({ body }, exchange) => {
    const actor = await asker(exchange)
    await exchange.services.work.act(actor, updateReportSettings, body)
    return await readReportSettings(exchange.services, actor)
  }),
  own(setting.readReportLogo, async (_, exchange) => {
    const actor = await asker(exchange)
    const { logo } = await exchange.services.work.read(actor, reads, (tx) => readSettings(tx))
    if (!logo) throw fail('not_found', { what: 'logo' })
    await exchange.reply.header('content-type', 'image/jpeg').send(logo)
  }),
  own(setting.putReportLogo, async ({ body }, exchange) => {
    const actor = await asker(exchange)
    await exchange.services.work.act(actor, putReportLogo, { bytes: body })
    return await readReportSettings(exchange.services, actor)
  }),
  own(setting.putCertificate, async ({ body }, exchange) => {
    const actor = await asker(exchange)
    await exchange.services.work.act(actor, putCertificate, {
      ...body,
      secret: exchange.services.secret,
    })
    return await readReportSettings(exchange.services, actor)
  }),
]

const publicRoutes: readonly Route[] = [
  open(signing.getSigningPaper, async ({ params: { token } }, { services }) =>
    services.work.read(guest(token, 'signing'), null, (tx) => readSigningPaper(tx, token)),
  ),
  open(signing.readSigningPhoto, async ({ params: { token, photoId } }, { services, reply }) => {
    const actor = guest(token, 'signing')
    await services.work.read(actor, null, (tx) => expectSigningPhoto(tx, token, photoId))
    await sendPhoto(services, actor, photoId, reply)
  }),
  open(signing.sendSigningCode, async ({ params: { token } }, { services }) =>
    services.work.act(guest(token, 'signing'), sendSigningCode, { token }),
  ),
  open(signing.signAtDistance, async ({ params: { token }, body }, { services }) => {
    const actor = guest(token, body.name)
    const { isRight, why } = await services.work.act(actor, checkSigningCode, {
      token,
      code: body.code,
    })
    if (!isRight) throw fail(why ?? 'code_wrong')
    return await services.work.act(actor, signAtDistance, { ...body, token })
  }),
  open(signing.readVerification, async ({ params: { token } }, { services }) =>
    services.work.read(guest(token, 'verify'), null, (tx) => readVerification(tx, token)),
  ),
]

export const routes: readonly Route[] = [
  ...fieldRoutes,
  ...officeRoutes,
  ...settingsRoutes,
  ...publicRoutes,
]
