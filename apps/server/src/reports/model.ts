// Rules of reports. Pure.
import { createHash, randomBytes } from 'node:crypto'
import { canonical } from '@regie/contract/canonical'
import type { Id } from '@regie/contract/kernel'
import type { ReportContent } from '@regie/contract/report-content'
import type { Difference, ReportState } from '@regie/contract/reports'

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A secret for a link: whose it is can be read from it, the rest cannot be guessed. */
export const makeToken = (organizationId: Id): string =>
  Buffer.concat([Buffer.from(organizationId.replaceAll('-', ''), 'hex'), randomBytes(20)]).toString(
    'base64url',
  )

/** The organisation a link belongs to; null: it is no link of ours. */
export function organizationOfToken(token: string): Id | null {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== 36 || bytes.toString('base64url') !== token) return null
  const hex = bytes.subarray(0, 16).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

const parts: Readonly<Record<Difference, (content: ReportContent) => unknown>> = {
  times: ({ technicians }) => technicians,
  parts: (content) => content.parts,
  photos: ({ photos, files }) => [photos, files],
  forms: ({ forms }) => forms,
  texts: ({ texts }) => texts,
  outcome: ({ outcome, recommendations }) => [outcome, recommendations],
}

/** Parts in which two documents of the same work differ. */
export const differencesOf = (signed: ReportContent, known: ReportContent): Difference[] =>
  (Object.keys(parts) as Difference[]).filter(
    (part) => canonical(parts[part](signed)) !== canonical(parts[part](known)),
  )

export const flagsOf = (content: ReportContent): number =>
  content.forms.reduce(
    (sum, form) =>
      sum + form.sections.flatMap(({ rows }) => rows).filter(({ flag }) => flag !== null).length,
    0,
  )

/** When the work began; null: no time was told. */
export const workedAt = ({ technicians, planned }: ReportContent): string | null =>
  technicians
    .flatMap(({ stretches }) => stretches.map(({ from }) => from))
    .sort()
    .at(0) ??
  planned?.from ??
  null

export const isOpen = (state: ReportState): boolean => state === 'draft' || state === 'awaiting'

/** Who did what nobody did: told so in a trail that people read. */
export const PROGRAM = 'Régie'

export const CODE_MINUTES = 15
export const LINK_DAYS = 14
export const MOST_WRONG_CODES = 5
export const MOST_CODES = 6
