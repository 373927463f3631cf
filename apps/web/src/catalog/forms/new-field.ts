// What a new field begins as, and keys nobody else has.
import {
  type FieldKind,
  type FormDefinition,
  type FormField,
  formField,
} from '@regie/contract/forms'

export function freeKey(definition: FormDefinition, wish: string): string {
  const taken = new Set([
    ...definition.settings.map(({ key }) => key),
    ...definition.sections.flatMap(({ fields }) => fields.map(({ key }) => key)),
  ])
  if (!taken.has(wish)) return wish
  for (let number = 2; ; number++) if (!taken.has(`${wish}_${number}`)) return `${wish}_${number}`
}

export function newField(definition: FormDefinition, kind: FieldKind, name: string): FormField {
  const label = { fr: name, en: name }
  const base = { key: freeKey(definition, kind === 'yes_no' ? 'check' : kind), label }
  const first = [{ key: 'one', label: { fr: '1', en: '1' } }]
  const more =
    kind === 'choice'
      ? { options: first }
      : kind === 'table'
        ? { columns: [{ key: 'what', label }] }
        : kind === 'computed'
          ? { expression: '0' }
          : {}
  return formField.parse({ kind, ...base, ...more })
}

/** The list with one item moved by a step; the same list at its ends. */
export function moved<T>(list: readonly T[], from: number, step: -1 | 1): T[] {
  const to = from + step
  const item = list[from]
  if (item === undefined || to < 0 || to >= list.length) return [...list]
  const rest = list.filter((_, index) => index !== from)
  return [...rest.slice(0, to), item, ...rest.slice(to)]
}
