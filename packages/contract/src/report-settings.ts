// How reports of an organisation look, what is consented to, how long they are kept, and what seals them.
import { z } from 'zod'
import { colour, endpoint, instant, text, version } from './kernel.ts'
import { hash } from './report-content.ts'

export const reportSettings = z.object({
  version,
  colour,
  /** Legal form, address, SIRET, telephone: printed under the organisation's name. */
  companyDetails: z.string().trim().max(1000),
  priceConditionsFr: z.string().trim().max(4000),
  priceConditionsEn: z.string().trim().max(4000),
  consentFr: text(2000),
  consentEn: text(2000),
  consentVersion: z.int(),
  /** Years for which a sealed report is kept; then its erasure is announced, and a month later done. */
  retentionYears: z.int().min(2).max(50),
  hasLogo: z.boolean(),
  certificate: z
    .object({
      name: z.string(),
      issuer: z.string(),
      fingerprint: hash,
      isOwn: z.boolean(),
      expiresAt: instant,
    })
    .nullable(),
  /** Whether codes can be sent by SMS: the installation has a provider. */
  hasSms: z.boolean(),
})
export type ReportSettings = z.infer<typeof reportSettings>

const tag = 'Reports'

export const getReportSettings = endpoint({
  method: 'GET',
  path: '/api/report-settings',
  tag,
  summary: 'Colours, consent text, price conditions, certificate',
  returns: reportSettings,
})
export const updateReportSettings = endpoint({
  method: 'PATCH',
  path: '/api/report-settings',
  tag,
  summary: 'Change them; another consent text is another version of it',
  body: reportSettings.pick({
    version: true,
    colour: true,
    companyDetails: true,
    priceConditionsFr: true,
    priceConditionsEn: true,
    consentFr: true,
    consentEn: true,
    retentionYears: true,
  }),
  returns: reportSettings,
})
/** The body is the picture itself; an empty one takes the logo away. */
export const putReportLogo = endpoint({
  method: 'PUT',
  path: '/api/report-settings/logo',
  tag,
  summary: 'The logo on reports: PNG, JPEG or WebP, at most 2 MB',
  body: z.instanceof(Uint8Array),
  returns: reportSettings,
})
export const readReportLogo = endpoint({
  method: 'GET',
  path: '/api/report-settings/logo',
  tag,
  summary: 'The logo on reports',
  returns: z.unknown(),
})
export const putCertificate = endpoint({
  method: 'PUT',
  path: '/api/report-settings/certificate',
  tag,
  summary: 'Seal with a certificate of one’s own (PEM, RSA)',
  body: z.object({
    certificate: text(20_000),
    key: text(20_000),
    passphrase: z.string().max(500).default(''),
  }),
  returns: reportSettings,
})
