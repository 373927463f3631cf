// What does not hold together in the definition of a form: keys used twice, expressions that do not read, names nobody
// has, circles. Pure.
import { type Expression, ExpressionFault, namesIn, parseExpression } from './form-expression.ts'
import type { FieldRange, FormDefinition, FormField } from './forms.ts'

export type DefinitionFault = { readonly path: string; readonly fr: string; readonly en: string }

type Place = { readonly path: string; readonly field: FormField; readonly shown: string }

const placesOf = (definition: FormDefinition): Place[] =>
  definition.sections.flatMap((section, at) =>
    section.fields.map((field, index) => ({
      path: `sections.${at}.fields.${index}`,
      field,
      shown: section.visibleWhen,
    })),
  )

/** Every fault of a definition, with the path of what to correct. */
export function definitionFaults(definition: FormDefinition): DefinitionFault[] {
  const faults: DefinitionFault[] = []
  const places = placesOf(definition)
  const names = new Set<string>()
  const keyed = [
    ...definition.settings.map(({ key }, index) => ({ key, path: `settings.${index}.key` })),
    ...places.map(({ field, path }) => ({ key: field.key, path: `${path}.key` })),
  ]
  for (const { key, path } of keyed) {
    if (names.has(key))
      faults.push({
        path,
        fr: `La clé « ${key} » sert déjà.`,
        en: `The key “${key}” is taken already.`,
      })
    names.add(key)
  }
  const read = reader(names, faults)
  for (const [at, section] of definition.sections.entries())
    read(`sections.${at}.visibleWhen`, section.visibleWhen)
  for (const { path, field } of places) {
    read(`${path}.visibleWhen`, field.visibleWhen)
    if (field.kind === 'computed') read(`${path}.expression`, field.expression)
    if ('range' in field) readRange(field.range, `${path}.range`, read)
    if ('min' in field && field.min !== null && field.max !== null && field.min > field.max)
      faults.push({
        path: `${path}.max`,
        fr: 'Le maximum est sous le minimum.',
        en: 'The maximum lies below the minimum.',
      })
  }
  return [...faults, ...circles(places)]
}

type Read = (path: string, text: string) => void

const reader =
  (names: ReadonlySet<string>, faults: DefinitionFault[]): Read =>
  (path, text) => {
    const expression = parsed(text)
    if (expression instanceof ExpressionFault)
      faults.push({ path, fr: `${expression.fr}.`, en: `${expression.en}.` })
    else if (expression) {
      const stranger = namesIn(expression).find((name) => !names.has(name))
      if (stranger)
        faults.push({
          path,
          fr: `Rien ne s'appelle « ${stranger} ».`,
          en: `Nothing is called “${stranger}”.`,
        })
    }
  }

function parsed(text: string): Expression | ExpressionFault | null {
  if (text.trim() === '') return null
  try {
    return parseExpression(text)
  } catch (error) {
    if (error instanceof ExpressionFault) return error
    throw error
  }
}

function readRange(range: FieldRange, path: string, read: Read): void {
  read(`${path}.low`, range.low)
  read(`${path}.high`, range.high)
  for (const side of ['adviceLow', 'adviceHigh'] as const)
    for (const language of ['fr', 'en'] as const)
      for (const [, text = ''] of range[side][language].matchAll(/\{([^{}]+)\}/g))
        read(`${path}.${side}.${language}`, text)
}

/** Fields whose value or showing depends on themselves, by whatever way. */
function circles(places: readonly Place[]): DefinitionFault[] {
  const needs = new Map(
    places.map(({ field, shown }) => {
      const texts = [shown, field.visibleWhen, field.kind === 'computed' ? field.expression : '']
      return [field.key, texts.flatMap(namesOf)]
    }),
  )
  return places.flatMap(({ field: { key }, path }) =>
    reaches(key, key, needs, new Set())
      ? [
          {
            path: `${path}.key`,
            fr: `« ${key} » dépend de lui-même.`,
            en: `“${key}” depends on itself.`,
          },
        ]
      : [],
  )
}

function namesOf(text: string): string[] {
  const expression = parsed(text)
  return expression === null || expression instanceof ExpressionFault ? [] : namesIn(expression)
}

function reaches(
  from: string,
  goal: string,
  needs: ReadonlyMap<string, string[]>,
  seen: Set<string>,
): boolean {
  for (const next of needs.get(from) ?? []) {
    if (next === goal) return true
    if (seen.has(next)) continue
    seen.add(next)
    if (reaches(next, goal, needs, seen)) return true
  }
  return false
}
