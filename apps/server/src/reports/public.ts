// What everybody may know of a report, and what the organisation has set for its reports.

import { X509Certificate } from 'node:crypto'
import type { ReturnOf } from '@regie/contract/kernel'
import type { getReportSettings } from '@regie/contract/report-settings'
import type { readVerification as contract } from '@regie/contract/report-signing'
import { findOrganization } from '../identity/index.ts'
import type { Actor } from '../platform/actor.ts'
import { program } from '../platform/actor.ts'
import { fail } from '../platform/errors.ts'
import { found } from '../platform/guards.ts'
import type { Services } from '../platform/services.ts'
import type { Tx } from '../platform/work.ts'
import { prepareSeal } from './commands/settings.ts'
import { findByToken, reportsOf } from './store/reports.ts'
import { certificateHashes, findCertificate, readSettings } from './store/settings.ts'

export async function readVerification(tx: Tx, token: string): Promise<ReturnOf<typeof contract>> {
  const report = await findByToken(tx, token)
  if (!report?.contentHash || !report.signatureHash || !report.sealedAt)
    throw fail('not_found', { what: 'report' })
  const [latest] = await reportsOf(tx, [report.workOrderId])
  return {
    organizationName:
      report.content?.organization.name ?? found(await findOrganization(tx), 'organization').name,
    reference: report.reference,
    number: report.number,
    state: report.state,
    contentHash: report.contentHash,
    signatureHash: report.signatureHash,
    sealedAt: report.sealedAt,
    latestNumber: latest?.number ?? report.number,
    certificateHashes: await certificateHashes(tx),
    erasedAt: report.erasedAt,
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
    const read = kept && new X509Certificate(kept.certificate)
    return {
      version: settings.version,
      colour: settings.colour,
      companyDetails: settings.companyDetails,
      priceConditionsFr: settings.priceConditions.fr,
      priceConditionsEn: settings.priceConditions.en,
      consentFr: settings.consent.fr,
      consentEn: settings.consent.en,
      consentVersion: settings.consent.version,
      retentionYears: settings.retentionYears,
      hasSms: tx.config.sms.provider !== 'off',
      hasLogo: settings.logo !== null,
      certificate:
        kept && read
          ? {
              name: commonName(read.toLegacyObject().subject),
              issuer: commonName(read.toLegacyObject().issuer),
              fingerprint: kept.fingerprint,
              isOwn: kept.is_own,
              expiresAt: new Date(read.validTo).toISOString(),
            }
          : null,
    }
  })
}

const commonName = (who: object): string => {
  const { CN, O } = who as { CN?: string | string[]; O?: string | string[] }
  return [CN ?? O ?? '—'].flat().join(', ')
}
