// What everybody may know of a report, and what the organisation has set for its reports.

import { X509Certificate } from 'node:crypto'
import type { ReturnOf } from '@regie/contract/kernel'
import type { readVerification as contract, getReportSettings } from '@regie/contract/reports'
import type { Actor } from '../platform/actor.ts'
import { program } from '../platform/actor.ts'
import { fail } from '../platform/errors.ts'
import type { Services } from '../platform/services.ts'
import type { Tx } from '../platform/work.ts'
import { prepareSeal } from './commands/settings.ts'
import { findByToken, reportsOf } from './store/reports.ts'
import { findCertificate, readSettings } from './store/settings.ts'

export async function readVerification(tx: Tx, token: string): Promise<ReturnOf<typeof contract>> {
  const report = await findByToken(tx, token)
  if (!report?.content || !report.contentHash || !report.signatureHash || !report.sealedAt)
    throw fail('not_found', { what: 'report' })
  const [latest] = await reportsOf(tx, [report.workOrderId])
  return {
    organizationName: report.content.organization.name,
    reference: report.reference,
    number: report.number,
    state: report.state,
    contentHash: report.contentHash,
    signatureHash: report.signatureHash,
    sealedAt: report.sealedAt,
    latestNumber: latest?.number ?? report.number,
    certificateHash: (await findCertificate(tx))?.fingerprint ?? null,
  }
}

export async function readReportSettings(
  services: Services,
  actor: Actor,
): Promise<ReturnOf<typeof getReportSettings>> {
  if (!services.work.may(actor, 'reports.read'))
    throw fail('forbidden', { permission: 'reports.read' })
  await services.work.act(program(actor.organizationId, 'reports'), prepareSeal, {
    secret: services.secret,
  })
  return await services.work.read(actor, 'reports.read', async (tx) => {
    const settings = await readSettings(tx)
    const kept = await findCertificate(tx)
    const name =
      kept &&
      new X509Certificate(kept.certificate).subject
        .split('\n')
        .find((line) => line.startsWith('CN='))
    return {
      version: settings.version,
      colour: settings.colour,
      priceConditionsFr: settings.priceConditions.fr,
      priceConditionsEn: settings.priceConditions.en,
      consentFr: settings.consent.fr,
      consentEn: settings.consent.en,
      consentVersion: settings.consent.version,
      hasLogo: settings.logo !== null,
      certificate: kept
        ? { name: (name ?? 'CN=').slice(3), fingerprint: kept.fingerprint, isOwn: kept.is_own }
        : null,
    }
  })
}
