// Short ways to write the forms that are shipped.
import type { formDefinition, formField } from '@regie/contract/forms'
import type { z } from 'zod'

export type PackInput = z.input<typeof formDefinition>
export type FieldInput = z.input<typeof formField>

/** The same words in both languages. */
export const t = (fr: string, en: string) => ({ fr, en })

/** A point of a checklist where everything but yes deserves a remark. */
export const check = (key: string, fr: string, en: string, advice = t('', '')): FieldInput => ({
  kind: 'yes_no',
  key,
  label: t(fr, en),
  required: true,
  expected: 'yes',
  advice,
})

type Measure = Partial<Omit<Extract<FieldInput, { kind: 'reading' }>, 'kind' | 'key' | 'label'>>
export const reading = (key: string, fr: string, en: string, more: Measure = {}): FieldInput => ({
  kind: 'reading',
  key,
  label: t(fr, en),
  min: 0,
  ...more,
})

type Calculated = Partial<
  Omit<Extract<FieldInput, { kind: 'computed' }>, 'kind' | 'key' | 'label' | 'expression'>
>
export const computed = (
  key: string,
  [fr, en]: readonly [string, string],
  expression: string,
  more: Calculated = {},
): FieldInput => ({ kind: 'computed', key, label: t(fr, en), expression, ...more })

export const option = (key: string, fr: string, en = fr) => ({ key, label: t(fr, en) })
export const setting = (
  key: string,
  fr: string,
  en: string,
  [value, unit]: readonly [number, string],
) => ({
  key,
  label: t(fr, en),
  value,
  unit,
})
