// How reports look and what seals them.
import { X509Certificate } from 'node:crypto'
import type { BodyOf, Instant } from '@regie/contract/kernel'
import type { updateReportSettings as updateContract } from '@regie/contract/report-settings'
import { makeCertificate } from '@regie/seal'
import { findOrganization } from '../../identity/index.ts'
import { fail, invalid } from '../../platform/errors.ts'
import { expectCurrent, found } from '../../platform/guards.ts'
import { preparePicture } from '../../platform/pdf/pictures.ts'
import { command, type Tx } from '../../platform/work.ts'
import { readCertificate } from '../certificate.ts'
import { happened } from '../events.ts'
import { fingerprintOfCertificate, lockKey, unlockKey } from '../keys.ts'
import {
  findCertificate,
  insertCertificate,
  type KeptCertificate,
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
      companyDetails: change.companyDetails,
      priceConditions: { fr: change.priceConditionsFr, en: change.priceConditionsEn },
      consent: { fr, en, version: before.consent.version + (isNewConsent ? 1 : 0) },
      retentionYears: change.retentionYears,
      logo: before.logo,
    })
    expectCurrent(saved, before)
    await tellChange(tx, 'settings')
  },
)

async function tellChange(tx: Tx, what: 'settings' | 'logo' | 'certificate'): Promise<void> {
  const { consent, retentionYears } = await readSettings(tx)
  const consentVersion = consent.version
  tx.emit(happened.report_settings_changed({ what, consentVersion, retentionYears }))
}

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
      throw invalid([
        {
          path: 'body',
          expected:
            tx.actor.language === 'fr'
              ? 'Une image PNG, JPEG ou WebP est attendue.'
              : 'A PNG, JPEG or WebP picture is expected.',
          got: `${bytes.length} B`,
        },
      ])
    const before = await readSettings(tx)
    const saved = await saveSettings(tx, before.version, {
      ...before,
      logo: picture?.bytes ?? null,
    })
    expectCurrent(saved, before)
    await tellChange(tx, 'logo')
  },
)

/** One of one's own is only ever replaced by hand; one made here is made anew when it ran out or no longer opens. */
function isFit(kept: KeptCertificate, secret: string, now: Instant): boolean {
  if (kept.is_own) return true
  try {
    unlockKey(kept.encrypted_key, secret)
    return Date.parse(new X509Certificate(kept.certificate).validTo) > Date.parse(now)
  } catch {
    return false
  }
}

/** The organisation's certificate, made now if there is none. */
export async function ensureCertificate(tx: Tx, secret: string): Promise<void> {
  const kept = await findCertificate(tx)
  if (kept && isFit(kept, secret, tx.now())) return
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

type Own = { certificate: string; key: string; passphrase: string; secret: string }

export const putCertificate = command(
  'reports.put-certificate',
  configure,
  async (tx, { secret, ...own }: Own): Promise<void> => {
    const { certificate, key, faults } = readCertificate(own, tx.now(), tx.actor.language)
    if (faults.length || !certificate || !key) throw invalid(faults)
    await insertCertificate(tx, tx.newId(), {
      certificate: certificate.raw,
      encrypted_key: lockKey(key.export({ type: 'pkcs8', format: 'der' }), secret),
      fingerprint: fingerprintOfCertificate(certificate.raw),
      is_own: true,
    })
    await tellChange(tx, 'certificate')
  },
)
