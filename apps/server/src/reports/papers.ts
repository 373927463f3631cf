// Sealed PDFs: written once when a report is validated, on the fly before that.
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Id } from '@regie/contract/kernel'
import type { Evidence } from '@regie/contract/report-content'
import { importKey } from '@regie/seal'
import sharp from 'sharp'
import { photoKey } from '../fieldwork/index.ts'
import { program } from '../platform/actor.ts'
import { fail, Refusal } from '../platform/errors.ts'
import { found } from '../platform/guards.ts'
import { oneByOne } from '../platform/pdf/pictures.ts'
import type { Services } from '../platform/services.ts'
import { prepareSeal } from './commands/settings.ts'
import { unlockKey } from './keys.ts'
import { writeReport } from './pdf/write-report.ts'
import { findReport, type Report, trailOf } from './store/reports.ts'
import { findCertificate, readSettings } from './store/settings.ts'

export const paperKey = (organizationId: Id, reportId: Id): string =>
  `reports/${organizationId}/${reportId}.pdf`

export const fileName = ({ reference, number }: Pick<Report, 'reference' | 'number'>): string =>
  `${reference}-v${number}.pdf`

/** The PDF of a sealed report; the one that was kept, or a fresh one. */
export async function paperOf(
  services: Services,
  organizationId: Id,
  report: Report,
): Promise<Uint8Array> {
  if (report.hasPdf)
    return await buffer(await services.files.get(paperKey(organizationId, report.id)))
  return await writePaper(services, organizationId, report.id)
}

export async function writePaper(
  services: Services,
  organizationId: Id,
  reportId: Id,
): Promise<Uint8Array<ArrayBuffer>> {
  const actor = program(organizationId, 'reports')
  await services.work.act(actor, prepareSeal, { secret: services.secret })
  const known = await services.work.read(actor, null, async (tx) => ({
    report: found(await findReport(tx, reportId), 'report'),
    trail: await trailOf(tx, reportId),
    settings: await readSettings(tx),
    certificate: found(await findCertificate(tx), 'certificate'),
  }))
  const { report, settings, certificate } = known
  const { content, contentHash, signature, signatureHash, token } = report
  if (!content || !contentHash || !signature || !signatureHash || !token)
    throw fail('wrong_state', { state: report.state })
  const evidence: Evidence = {
    format: 'regie-evidence/1',
    ...{ content, contentHash, signature, signatureHash, trail: known.trail },
    verifyAt: `${services.publicUrl()}/verify/${token}`,
  }
  const logo = settings.logo && (await logoOf(settings.logo))
  return await writeReport({
    evidence,
    brand: { colour: settings.colour, logo },
    photo: photoReader(services, organizationId),
    sealer: {
      certificate: new Uint8Array(certificate.certificate),
      key: await importKey(unlockKey(certificate.encrypted_key, services.secret)),
    },
  })
}

async function logoOf(bytes: Buffer) {
  const { width = 1, height = 1 } = await sharp(bytes).metadata()
  return { bytes, width, height }
}

/** The bytes of one photo are there until the next one is asked for. */
function photoReader(
  services: Services,
  organizationId: Id,
): (photoId: Id) => Promise<Uint8Array | null> {
  const read = oneByOne()
  return async (photoId) => {
    try {
      return await read(await services.files.get(photoKey(organizationId, photoId)))
    } catch (error) {
      if (error instanceof Refusal && error.code === 'not_found') return null
      throw error
    }
  }
}

export async function keepPaper(
  services: Services,
  organizationId: Id,
  reportId: Id,
  pdf: Uint8Array,
): Promise<void> {
  await services.files.put(paperKey(organizationId, reportId), Readable.from([pdf]), pdf.length)
}
