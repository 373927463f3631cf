// The pages of a report as they are read: answers in words, readings over time. Pure.
import { type Answers, inLanguage, sayNumber } from './form-answers.ts'
import type { FormState } from './form-rules.ts'
import type { FormField } from './forms.ts'
import type { Id, Instant } from './kernel.ts'
import type { ContentChart, ContentForm, ContentRow } from './report-content.ts'
import type { FormPage, PastReading } from './report-pages.ts'
import type { Language } from './roles.ts'

const yesNo = {
  yes: { fr: 'Oui', en: 'Yes' },
  no: { fr: 'Non', en: 'No' },
  na: { fr: 'Sans objet', en: 'Not applicable' },
} as const

/** A page as it is read, in the reader's language. */
export function writtenForm(
  { formId, number, assetName, version, answers, state }: FormPage,
  language: Language,
): ContentForm {
  const { definition } = version
  const sections = definition.sections.map((section, index) => ({
    title: inLanguage(section.title, language),
    rows: state.isSectionShown[index]
      ? section.fields
          .filter(({ key }) => state.shown.has(key))
          .map((field) => writtenRow(field, { answers, state, language }))
          .filter((row): row is ContentRow => row !== null)
      : [],
  }))
  return {
    formId,
    version: number,
    title: inLanguage(definition.title, language),
    asset: assetName,
    sections,
  }
}

type Reading = { readonly answers: Answers; readonly state: FormState; readonly language: Language }

/** A line as it is read; null: nothing was answered. */
function writtenRow(field: FormField, { answers, state, language }: Reading): ContentRow | null {
  const value = state.values[field.key] ?? null
  const found = state.findings.find(({ key }) => key === field.key)
  const row: ContentRow = {
    label: inLanguage(field.label, language),
    value: '',
    flag: found?.kind ?? null,
    range: rangeText(state.bounds[field.key], language),
    advice: found ? inLanguage(found.advice, language) : '',
    rows: [],
    columns: [],
    strokes: [],
    photoIds: [],
  }
  if (value === null || value === '') return null
  switch (field.kind) {
    case 'yes_no':
      return { ...row, value: yesNo[value as 'yes' | 'no' | 'na'][language] }
    case 'number':
    case 'reading':
    case 'computed': {
      if (typeof value !== 'number') return { ...row, value: String(value) }
      return {
        ...row,
        value: `${sayNumber(value, language, field.decimals)}${field.unit ? ` ${field.unit}` : ''}`,
      }
    }
    case 'choice': {
      const chosen = (Array.isArray(value) ? value : [value]) as string[]
      const names = chosen.map((key) => field.options.find((option) => option.key === key))
      return {
        ...row,
        value: names.map((option) => (option ? inLanguage(option.label, language) : '')).join(', '),
      }
    }
    case 'text':
      return { ...row, value: String(value) }
    case 'photo':
      return { ...row, value: `${(value as unknown[]).length}`, photoIds: value as Id[] }
    case 'table': {
      const rows = value as unknown as Record<string, string | number | null>[]
      if (rows.length === 0) return null
      return {
        ...row,
        columns: field.columns.map(
          ({ label, unit }) => `${inLanguage(label, language)}${unit ? ` (${unit})` : ''}`,
        ),
        rows: rows.map((cells) =>
          field.columns.map((column) => cellText(column, cells[column.key] ?? null, language)),
        ),
      }
    }
    case 'signature': {
      const answer = answers[field.key]
      if (answer === null || typeof answer !== 'object' || !('strokes' in answer)) return null
      return { ...row, value: answer.name, strokes: answer.strokes }
    }
    default:
      return field satisfies never
  }
}

function cellText(
  column: Extract<FormField, { kind: 'table' }>['columns'][number],
  value: string | number | null,
  language: Language,
): string {
  if (value === null) return ''
  if (typeof value === 'number') return sayNumber(value, language)
  if (column.kind === 'yes_no' && value in yesNo)
    return yesNo[value as keyof typeof yesNo][language]
  const option = column.options.find(({ key }) => key === value)
  return option ? inLanguage(option.label, language) : value
}

/** `6,9 – 7,7`, `≤ 0,6`, or nothing. */
export function rangeText(
  bounds: { low: number | null; high: number | null } | undefined,
  language: Language,
): string {
  if (!bounds) return ''
  const { low, high } = bounds
  const say = (value: number) => sayNumber(value, language, 3)
  if (low !== null && high !== null) return `${say(low)} – ${say(high)}`
  if (low !== null) return `≥ ${say(low)}`
  return high === null ? '' : `≤ ${say(high)}`
}

/** Readings, and what is computed from them within bounds, as they went over the visits. */
export const isCharted = (field: FormField): boolean =>
  field.kind === 'reading' ||
  (field.kind === 'computed' && (field.range.low !== '' || field.range.high !== ''))

const MOST_POINTS = 12

/** Charts of one page: what was measured now after what was measured before. */
export function chartsOf(
  page: FormPage,
  past: readonly PastReading[],
  { language, now }: { language: Language; now: Instant },
): ContentChart[] {
  const { formId, assetId, version, state } = page
  const fields = version.definition.sections.flatMap((section) => section.fields)
  return fields.filter(isCharted).flatMap((field) => {
    const value = state.values[field.key]
    if (typeof value !== 'number') return []
    const before = past
      .filter((one) => one.formId === formId && one.assetId === assetId && one.key === field.key)
      .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
      .slice(1 - MOST_POINTS)
    if (before.length === 0) return []
    const name = inLanguage(field.label, language)
    return [
      {
        label: page.assetName ? `${name}, ${page.assetName}` : name,
        unit: 'unit' in field ? field.unit : '',
        low: state.bounds[field.key]?.low ?? null,
        high: state.bounds[field.key]?.high ?? null,
        points: [...before.map(({ at, value }) => ({ at, value })), { at: now, value }],
      },
    ]
  })
}
