// Small pieces a report is composed of. Pure.
import type { FieldEntry } from './field-entries.ts'
import { inOrder } from './field-log.ts'
import type { Strokes } from './form-answers.ts'

/** A key only where there is something to say: what is empty leaves no trace in a fingerprint. */
export const where = <K extends string, V extends string | readonly unknown[]>(
  key: K,
  value: V | undefined,
): { [P in K]?: V } => (value?.length ? ({ [key]: value } as { [P in K]?: V }) : {})

/** What an asset is known by: its label, then its attributes as they were written. */
export const detailsOf = (
  externalId: string | null | undefined,
  attributes: Readonly<Record<string, string>>,
): string =>
  [externalId ?? '', ...Object.entries(attributes).map(([name, value]) => `${name} ${value}`)]
    .filter(Boolean)
    .join(' · ')

/** The signature a technician put on this paper; the last one counts, an empty one takes it off. */
export const signatureIn = (entries: readonly FieldEntry[]): Strokes | undefined =>
  entries
    .filter(({ standing }) => standing === 'counted')
    .sort(inOrder)
    .flatMap(({ what }) => (what.kind === 'paper' && what.signature ? [what.signature] : []))
    .at(-1)
