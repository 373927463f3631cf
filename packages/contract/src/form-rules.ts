// What a form means, the same on the server, in the builder's preview and on the phone: what is shown, what is computed,
// what lies outside its range with the advice that helps, and which answers do not fit. Pure.
import {
  type Answers,
  type AnswerValue,
  answerFault,
  answerOf,
  fieldsOf,
  isEmpty,
  MISSING,
  sayNumber,
} from './form-answers.ts'
import { evaluateText, holds } from './form-evaluation.ts'
import type { Value } from './form-functions.ts'
import type { FieldRange, FormDefinition, FormField, LocalText } from './forms.ts'
import type { Language } from './roles.ts'

/** What lies outside its range, or is not what was expected; `low` and `high` are the bounds as they are now. */
export type Finding = {
  readonly key: string
  readonly kind: 'low' | 'high' | 'unexpected'
  readonly low: number | null
  readonly high: number | null
  readonly advice: LocalText
}
export type FormFault = { readonly key: string; readonly fr: string; readonly en: string }

/** A form with answers: everything a screen or a report shows of it. */
export type FormState = {
  readonly isSectionShown: readonly boolean[]
  readonly shown: ReadonlySet<string>
  /** Answers of shown fields, and what is computed from them. */
  readonly values: Readonly<Record<string, Value>>
  readonly bounds: Readonly<Record<string, { low: number | null; high: number | null }>>
  readonly findings: readonly Finding[]
  /** Answers that do not fit, and required ones that are missing. */
  readonly faults: readonly FormFault[]
  /** Required and answered, of all that is required and shown. */
  readonly progress: { readonly done: number; readonly of: number }
}

const asNumber = (value: Value): number | null => (typeof value === 'number' ? value : null)

/** Reads a form with its answers. Costs one evaluation of each expression. */
export function readForm(definition: FormDefinition, answers: Answers): FormState {
  const scope = makeScope(definition, answers)
  const isSectionShown = definition.sections.map(({ visibleWhen }) =>
    holds(visibleWhen, scope.value),
  )
  const fields = fieldsOf(definition).filter(({ key }) => scope.isShown(key))
  const bounds = Object.fromEntries(
    fields.flatMap((field) =>
      'range' in field ? [[field.key, boundsOf(field.range, scope.value)]] : [],
    ),
  )
  const required = fields.filter((field) => field.required && field.kind !== 'computed')
  const isMissing = ({ key }: FormField) => isEmpty(answerOf(answers, key))
  return {
    isSectionShown,
    shown: new Set(fields.map(({ key }) => key)),
    values: Object.fromEntries(fields.map(({ key }) => [key, scope.value(key)])),
    bounds,
    findings: fields.flatMap((field) => finding(field, scope.value, bounds[field.key])),
    faults: fields.flatMap((field) => {
      const fault = isMissing(field)
        ? field.required && field.kind !== 'computed'
          ? MISSING
          : null
        : answerFault(field, answerOf(answers, field.key))
      return fault ? [{ key: field.key, ...fault }] : []
    }),
    progress: { done: required.filter((field) => !isMissing(field)).length, of: required.length },
  }
}

type FormScope = {
  readonly value: (name: string) => Value
  readonly isShown: (key: string) => boolean
}

function makeScope(definition: FormDefinition, answers: Answers): FormScope {
  const settings = new Map(definition.settings.map(({ key, value }) => [key, value]))
  const places = new Map(
    definition.sections.flatMap((section) =>
      section.fields.map((field) => [field.key, { field, section }] as const),
    ),
  )
  const known = new Map<string, Value>()
  const asked = new Set<string>()
  const compute = (name: string): Value => {
    const place = places.get(name)
    if (!place || !isShown(name)) return null
    if (place.field.kind === 'computed') return evaluateText(place.field.expression, value)
    return (answerOf(answers, name) as Value) ?? null
  }
  const value = (name: string): Value => {
    const setting = settings.get(name)
    if (setting !== undefined) return setting
    const before = known.get(name)
    if (before !== undefined) return before
    // A circle of expressions knows nothing; saving such a form is refused.
    if (asked.has(name)) return null
    asked.add(name)
    const found = compute(name)
    asked.delete(name)
    known.set(name, found)
    return found
  }
  const isShown = (key: string): boolean => {
    const place = places.get(key)
    return (
      !!place && holds(place.section.visibleWhen, value) && holds(place.field.visibleWhen, value)
    )
  }
  return { value, isShown }
}

const boundsOf = (range: FieldRange, scope: (name: string) => Value) => ({
  low: range.low === '' ? null : asNumber(evaluateText(range.low, scope)),
  high: range.high === '' ? null : asNumber(evaluateText(range.high, scope)),
})

const NO_ADVICE: LocalText = { fr: '', en: '' }

function finding(
  field: FormField,
  scope: (name: string) => Value,
  bounds: { low: number | null; high: number | null } | undefined,
): Finding[] {
  const value = scope(field.key)
  if (field.kind === 'yes_no') {
    const isOther =
      field.expected !== 'none' && (value === 'yes' || value === 'no') && value !== field.expected
    return isOther
      ? [
          {
            key: field.key,
            kind: 'unexpected',
            low: null,
            high: null,
            advice: fill(field.advice, scope),
          },
        ]
      : []
  }
  if (!('range' in field) || typeof value !== 'number' || !bounds) return []
  const { low, high } = bounds
  if (low !== null && value < low)
    return [{ key: field.key, kind: 'low', low, high, advice: fill(field.range.adviceLow, scope) }]
  if (high !== null && value > high)
    return [
      { key: field.key, kind: 'high', low, high, advice: fill(field.range.adviceHigh, scope) },
    ]
  return []
}

function fill(text: LocalText, scope: (name: string) => Value): LocalText {
  if (!text.fr && !text.en) return NO_ADVICE
  const said = (language: Language) =>
    text[language].replace(/\{([^{}]+)\}/g, (_, expression: string) => {
      const value = evaluateText(expression, scope)
      return typeof value === 'number'
        ? sayNumber(value, language)
        : value === null
          ? '…'
          : String(value)
    })
  return { fr: said('fr'), en: said('en') }
}

/** The number an asset's attribute starts with: `25 m` is 25, `1 200,5 m³` is 1200.5; null: none. */
export function numberIn(text: string | undefined): number | null {
  const match = /-?\d+(?:[.,]\d+)?/.exec(
    (text ?? '').replace(/(?<=\d)[\s\u00a0\u202f](?=\d{3}(?!\d))/g, ''),
  )
  return match ? Number(match[0].replace(',', '.')) : null
}

/** What a form starts with for an asset: the attributes it asks for, accents and case ignored. */
export function firstAnswers(
  definition: FormDefinition,
  attributes: Readonly<Record<string, string>>,
): Answers {
  const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const known = new Map(Object.entries(attributes).map(([name, value]) => [fold(name), value]))
  return Object.fromEntries(
    fieldsOf(definition).flatMap((field): [string, AnswerValue][] => {
      if (!('attribute' in field) || field.attribute === '') return []
      const text = known.get(fold(field.attribute))
      const value = field.kind === 'text' ? (text ?? null) : numberIn(text)
      return value === null ? [] : [[field.key, value]]
    }),
  )
}
