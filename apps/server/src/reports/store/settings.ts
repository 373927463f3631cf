// SQL of reports.settings and reports.certificates.
import type { Id } from '@regie/contract/kernel'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

export type Settings = {
  readonly version: number
  readonly colour: string
  /** Legal form, address, SIRET: printed under the organisation's name. */
  readonly companyDetails: string
  readonly priceConditions: { readonly fr: string; readonly en: string }
  readonly consent: { readonly fr: string; readonly en: string; readonly version: number }
  readonly retentionYears: number
  readonly logo: Buffer | null
}

/** What an organisation has before it sets anything. */
export const firstSettings: Settings = {
  version: 1,
  colour: '#1d4f91',
  companyDetails: '',
  priceConditions: { fr: '', en: '' },
  consent: {
    version: 1,
    fr: 'J’ai lu ce document et j’accepte de le signer électroniquement. Mon nom, le tracé de ma signature, la date et l’appareil sont conservés comme preuve.',
    en: 'I have read this document and agree to sign it electronically. My name, the strokes of my signature, the date and the device are kept as proof.',
  },
  retentionYears: 10,
  logo: null,
}

type Row = {
  version: number
  colour: string
  company_details: string
  price_conditions_fr: string
  price_conditions_en: string
  consent_fr: string
  consent_en: string
  consent_version: number
  retention_years: number
  logo: Buffer | null
}

export async function readSettings(tx: Tx): Promise<Settings> {
  const row = await tx.maybe(sql<Row>`
    select version, colour, company_details, price_conditions_fr, price_conditions_en, consent_fr, consent_en, consent_version, retention_years, logo
    from reports.settings where organization_id = ${tx.actor.organizationId}`)
  if (!row) return firstSettings
  return {
    version: row.version,
    colour: row.colour,
    companyDetails: row.company_details,
    priceConditions: { fr: row.price_conditions_fr, en: row.price_conditions_en },
    consent: { fr: row.consent_fr, en: row.consent_en, version: row.consent_version },
    retentionYears: row.retention_years,
    logo: row.logo,
  }
}

/** Saves if the settings still have `version`; returns whether they had. */
export async function saveSettings(
  tx: Tx,
  version: number,
  settings: Omit<Settings, 'version'>,
): Promise<boolean> {
  const { colour, companyDetails, priceConditions, consent, retentionYears, logo } = settings
  const changed = await tx.run(sql`
    insert into reports.settings as settings (organization_id, version, colour, company_details, price_conditions_fr,
      price_conditions_en, consent_fr, consent_en, consent_version, retention_years, logo)
    values (${tx.actor.organizationId}, ${version + 1}, ${colour}, ${companyDetails}, ${priceConditions.fr}, ${priceConditions.en}, ${consent.fr},
      ${consent.en}, ${consent.version}, ${retentionYears}, ${logo}::bytea)
    on conflict (organization_id) do update
    set version = excluded.version, colour = excluded.colour, company_details = excluded.company_details, price_conditions_fr = excluded.price_conditions_fr,
      price_conditions_en = excluded.price_conditions_en, consent_fr = excluded.consent_fr,
      consent_en = excluded.consent_en, consent_version = excluded.consent_version,
      retention_years = excluded.retention_years, logo = excluded.logo
    where settings.version = ${version}`)
  return changed === 1
}

export type KeptCertificate = {
  readonly certificate: Buffer
  readonly encrypted_key: Buffer
  readonly fingerprint: string
  readonly is_own: boolean
}

/** The certificate that seals now: the latest one. */
export async function findCertificate(tx: Tx): Promise<KeptCertificate | undefined> {
  return await tx.maybe(sql<KeptCertificate>`
    select certificate, encrypted_key, fingerprint, is_own from reports.certificates
    where organization_id = ${tx.actor.organizationId} order by made_at desc, id desc limit 1`)
}

/** Fingerprints of all certificates that ever sealed here, the present one first. */
export async function certificateHashes(tx: Tx): Promise<string[]> {
  const rows = await tx.rows(sql<{ fingerprint: string }>`
    select fingerprint from reports.certificates
    where organization_id = ${tx.actor.organizationId} order by made_at desc, id desc`)
  return [...new Set(rows.map(({ fingerprint }) => fingerprint))]
}

export async function insertCertificate(tx: Tx, id: Id, kept: KeptCertificate): Promise<void> {
  await tx.run(sql`
    insert into reports.certificates (organization_id, id, certificate, encrypted_key, fingerprint, is_own, made_at)
    values (${tx.actor.organizationId}, ${id}, ${kept.certificate}::bytea, ${kept.encrypted_key}::bytea, ${kept.fingerprint},
      ${kept.is_own}, ${tx.now()})`)
}
