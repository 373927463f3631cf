// Answers to forms: what they look like, and why one does not fit its field. Pure.
import { z } from 'zod'
import type { FormDefinition, FormField, LocalText, TableColumn } from './forms.ts'
import { id } from './kernel.ts'
import type { Language } from './roles.ts'

/** A pen's way: x and y in thousandths of the pad's width, and milliseconds since the first touch. */
export const strokes = z
  .array(
    z
      .array(z.tuple([z.int().min(-100).max(1200), z.int().min(-100).max(1200), z.int().min(0)]))
      .max(4000),
  )
  .max(200)
export type Strokes = z.infer<typeof strokes>

const cell = z.union([z.number(), z.string().max(2000), z.null()])
/** An answer: yes/no/na or a choice's key, a number, a text, several keys or photo ids, rows of a table, a signature. */
export const answerValue = z.union([
  z.number(),
  z.string().max(10_000),
  z.array(z.string().max(60)).max(60),
  z.array(z.record(z.string().max(40), cell)).max(200),
  z.object({ name: z.string().trim().max(200), strokes }),
  z.null(),
])
export type AnswerValue = z.infer<typeof answerValue>
export type Answers = Readonly<Record<string, AnswerValue>>

/** The words in a language, or those of the other one where it has none. */
export const inLanguage = (text: LocalText, language: Language): string =>
  text[language] || text[language === 'fr' ? 'en' : 'fr']

export const fieldsOf = (definition: FormDefinition): FormField[] =>
  definition.sections.flatMap(({ fields }) => fields)

/** The answer to a field; null: none. */
export const answerOf = (answers: Answers, key: string): AnswerValue =>
  Object.hasOwn(answers, key) ? (answers[key] ?? null) : null

/** A number as people of that language write it. */
export const sayNumber = (value: number, language: Language, decimals = 2): string =>
  new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    maximumFractionDigits: decimals,
  }).format(value)

/** Whether nothing was answered. */
export const isEmpty = (value: AnswerValue): boolean =>
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && 'strokes' in value && value.strokes.length === 0)

/** Said of a required field without an answer. */
export const MISSING = { fr: 'À remplir.', en: 'Please fill this in.' }
const OTHER = {
  fr: 'Cette réponse ne convient pas à la question.',
  en: 'This answer does not fit the question.',
}
const isPhoto = (value: unknown) => id.safeParse(value).success

/** Why an answer does not fit its field; null: it does. An answer that was taken back (null) always fits. */
export function answerFault(
  field: FormField,
  value: AnswerValue,
): { fr: string; en: string } | null {
  if (value === null) return null
  switch (field.kind) {
    case 'yes_no':
      return value === 'yes' || value === 'no' || value === 'na' ? null : OTHER
    case 'number':
    case 'reading':
      return typeof value === 'number' ? boundFault(field.min, field.max, value) : OTHER
    case 'choice': {
      const chosen = typeof value === 'string' ? [value] : value
      const isList = Array.isArray(chosen) && (field.multiple || typeof value === 'string')
      const knows = (one: unknown) => field.options.some(({ key }) => key === one)
      return isList && (chosen as unknown[]).every(knows) ? null : OTHER
    }
    case 'text':
      return typeof value === 'string' ? null : OTHER
    case 'photo':
      if (!Array.isArray(value) || !(value as unknown[]).every(isPhoto)) return OTHER
      return value.length <= field.most
        ? null
        : { fr: `Au plus ${field.most} photos.`, en: `At most ${field.most} photos.` }
    case 'table':
      return Array.isArray(value) ? tableFault(field.columns, field.mostRows, value) : OTHER
    case 'signature':
      return typeof value === 'object' && 'strokes' in value ? null : OTHER
    case 'computed':
      return OTHER
    default:
      return field satisfies never
  }
}

/** Why an answer cannot even be kept while the form is being filled in: as above, but a table may have open cells yet. */
export const keptFault = (
  field: FormField,
  value: AnswerValue,
): { fr: string; en: string } | null =>
  answerFault(
    field.kind === 'table'
      ? { ...field, columns: field.columns.map((column) => ({ ...column, required: false })) }
      : field,
    value,
  )

function boundFault(
  min: number | null,
  max: number | null,
  value: number,
): { fr: string; en: string } | null {
  if ((min === null || value >= min) && (max === null || value <= max)) return null
  const said = (language: Language, word: string, bound: number | null) =>
    bound === null ? '' : `${word} ${sayNumber(bound, language, 6)}`
  const both = (language: Language, least: string, most: string) =>
    [said(language, least, min), said(language, most, max)].filter(Boolean).join(', ')
  return {
    fr: `${both('fr', 'Au moins', 'au plus')} ; reçu ${sayNumber(value, 'fr', 6)}.`,
    en: `${both('en', 'At least', 'at most')}; got ${sayNumber(value, 'en', 6)}.`,
  }
}

function tableFault(
  columns: readonly TableColumn[],
  mostRows: number,
  rows: readonly unknown[],
): { fr: string; en: string } | null {
  if (rows.length > mostRows)
    return { fr: `Au plus ${mostRows} lignes.`, en: `At most ${mostRows} rows.` }
  for (const [index, row] of rows.entries()) {
    if (typeof row !== 'object' || row === null) return OTHER
    for (const column of columns) {
      const value = (row as Record<string, unknown>)[column.key] ?? null
      const fits =
        value === null || value === ''
          ? !column.required
          : column.kind === 'number'
            ? typeof value === 'number'
            : column.kind === 'choice'
              ? column.options.some(({ key }) => key === value)
              : typeof value === 'string'
      if (!fits)
        return {
          fr: `Ligne ${index + 1}, ${inLanguage(column.label, 'fr')} : à remplir.`,
          en: `Row ${index + 1}, ${inLanguage(column.label, 'en')}: please fill this in.`,
        }
    }
  }
  return null
}
