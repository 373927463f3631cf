// What the report of a past visit says, in the reader's language, from what was told: small enough to take along.

import type { FieldEntry } from '@regie/contract/field-entries'
import type { FieldAsset, PastReport } from '@regie/contract/fieldwork'
import type { FormVersion } from '@regie/contract/forms'
import { type Draft, foldDraft, pagesOf } from '@regie/contract/report-draft'
import { writtenForm } from '@regie/contract/report-writing'
import type { Language } from '@regie/contract/roles'
import { formVersionsNamed } from '../catalog/index.ts'
import type { Tx } from '../platform/work.ts'

/** The drafts that these entries amount to, with the versions of forms they were filled in with. */
export async function readDrafts(
  tx: Tx,
  all: readonly (readonly FieldEntry[])[],
): Promise<{ drafts: readonly Draft[]; forms: readonly FormVersion[] }> {
  const drafts = all.map(foldDraft)
  const named = new Map(
    drafts
      .flatMap(({ forms }) => forms)
      .map(({ formId, number }) => [`${formId}/${number}`, { formId, number }]),
  )
  return { drafts, forms: await formVersionsNamed(tx, [...named.values()]) }
}

type Known = {
  readonly forms: readonly FormVersion[]
  readonly assets: readonly Pick<FieldAsset, 'id' | 'name'>[]
  readonly language: Language
}

/** Null when nothing of a report was told. Drawings and strokes stay where they are: they weigh, and prove nothing here. */
export function writePastReport(
  draft: Draft,
  { forms, assets, language }: Known,
): PastReport | null {
  const named = assets.map(({ id, name }) => ({ id, name, attributes: {} }))
  const pages = pagesOf({ source: { formRefs: [], assets: named }, forms, draft })
    .map((page) => writtenForm(page, language))
    .map((form) => ({
      ...form,
      sections: form.sections.flatMap(({ title, rows }) =>
        rows.length > 0 ? [{ title, rows: rows.map((row) => ({ ...row, strokes: [] })) }] : [],
      ),
    }))
    .filter(({ sections }) => sections.length > 0)
  const texts = Object.entries(draft.texts).flatMap(([key, text]) => (text ? [{ key, text }] : []))
  const { outcome, recommendations } = draft
  if (!outcome && pages.length + texts.length + recommendations.length === 0) return null
  return { outcome, texts, recommendations: [...recommendations], pages }
}
