// How reports look and what seals them.
import { createPrivateKey, X509Certificate } from 'node:crypto'
import type { BodyOf } from '@regie/contract/kernel'
import type { updateReportSettings as updateContract } from '@regie/contract/reports'
import { makeCertificate } from '@regie/seal'
import { findOrganization } from '../../identity/index.ts'
import { fail, invalid } from '../../platform/errors.ts'
import { expectCurrent, found } from '../../platform/guards.ts'
import { preparePicture } from '../../platform/pdf/pictures.ts'
import { command, type Tx } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { fingerprintOfCertificate, lockKey } from '../keys.ts'
import {
  findCertificate,
  insertCertificate,
  readSettings,
  saveSettings,
} from '../store/settings.ts'

const configure = { permission: 'reports.configure' } as const

type Change = BodyOf<typeof updateContract>

export const updateReportSettings = command(
  'reports.configure',
  configure,
  async (tx, change: Change): Promise<void> => {
    const before = await readSettings(tx)
    const { consentFr: fr, consentEn: en } = change
    const isNewConsent = fr !== before.consent.fr || en !== before.consent.en
    const saved = await saveSettings(tx, change.version, {
      colour: change.colour,
      priceConditions: { fr: change.priceConditionsFr, en: change.priceConditionsEn },
      consent: { fr, en, version: before.consent.version + (isNewConsent ? 1 : 0) },
      logo: before.logo,
    })
    expectCurrent(saved, before)
    tx.emit(happened.report_settings_changed({ colour: change.colour }))
  },
)

const LOGO_BYTES = 2_097_152
const LOGO_EDGE = 700

export const putReportLogo = command(
  'reports.put-logo',
  configure,
  async (tx, { bytes }: { bytes: Uint8Array }): Promise<void> => {
    if (bytes.length > LOGO_BYTES)
      throw fail('too_large', { size: bytes.length, limit: LOGO_BYTES })
    const picture = bytes.length ? await preparePicture(bytes, LOGO_EDGE) : null
    if (bytes.length && !picture)
      throw invalid([{ path: 'body', expected: 'PNG, JPEG, WebP', got: `${bytes.length} B` }])
    const before = await readSettings(tx)
    const saved = await saveSettings(tx, before.version, {
      ...before,
      logo: picture?.bytes ?? null,
    })
    expectCurrent(saved, before)
    tx.emit(happened.report_settings_changed({ colour: before.colour }))
  },
)

/** The organisation's certificate, made now if there is none. */
export async function ensureCertificate(tx: Tx, secret: string): Promise<void> {
  if (await findCertificate(tx)) return
  const { name } = found(await findOrganization(tx), 'organization')
  const made = await makeCertificate(name, new Date(tx.now()))
  await insertCertificate(tx, tx.newId(), {
    certificate: Buffer.from(made.certificate),
    encrypted_key: lockKey(Buffer.from(made.key), secret),
    fingerprint: fingerprintOfCertificate(made.certificate),
    is_own: false,
  })
}

/** Runs as the program: reports are sealed whoever asks for them. */
export const prepareSeal = command(
  'reports.prepare-seal',
  { permission: 'reports.own' },
  (tx, { secret }: { secret: string }) => ensureCertificate(tx, secret),
)

type Own = { certificate: string; key: string; secret: string }

export const putCertificate = command(
  'reports.put-certificate',
  configure,
  async (tx, own: Own): Promise<void> => {
    const read = <T>(path: string, make: () => T): T => {
      try {
        return make()
      } catch (error) {
        throw invalid([{ path, expected: 'PEM', got: (error as Error).message }])
      }
    }
    const certificate = read('certificate', () => new X509Certificate(own.certificate))
    const key = read('key', () => createPrivateKey(own.key))
    if (key.asymmetricKeyType !== 'rsa')
      throw invalid([{ path: 'key', expected: 'RSA', got: String(key.asymmetricKeyType) }])
    if (!certificate.checkPrivateKey(key))
      throw invalid([{ path: 'key', expected: certificate.subject, got: 'another key' }])
    if (Date.parse(certificate.validTo) < Date.parse(tx.now()))
      throw invalid([{ path: 'certificate', expected: 'still valid', got: certificate.validTo }])
    await insertCertificate(tx, tx.newId(), {
      certificate: certificate.raw,
      encrypted_key: lockKey(key.export({ type: 'pkcs8', format: 'der' }), own.secret),
      fingerprint: fingerprintOfCertificate(certificate.raw),
      is_own: true,
    })
    tx.emit(happened.report_settings_changed({ colour: (await readSettings(tx)).colour }))
  },
)
