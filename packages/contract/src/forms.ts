// Checklists and forms: versioned definitions that a work order fills in. What they mean is in form-rules.ts.
import { z } from 'zod'
import { expected, pattern } from './fault-sentence.ts'
import { endpoint, id, instant, page, pageQuery, version } from './kernel.ts'

/** Words in both languages; either may be left empty, then the other one is read. */
export const localText = z.object({
  fr: z.string().trim().max(2000).default(''),
  en: z.string().trim().max(2000).default(''),
})
export type LocalText = z.infer<typeof localText>
const label = localText.refine(({ fr, en }) => fr !== '' || en !== '', {
  path: ['fr'],
  ...expected(
    'À remplir dans une langue au moins.',
    'Please fill this in, in one language at least.',
  ),
})
const noText = localText.prefault({})

/** How expressions name a field: small letters, digits, underscores. */
export const fieldKey = pattern(
  /^[a-z][a-z0-9_]{0,39}$/,
  'Des minuscules sans accent, des chiffres et _ sont attendus, une lettre en premier.',
  'Small letters without accents, digits and _ are expected, a letter first.',
)
const expression = z.string().trim().max(600).default('')

/**
 * What a value should lie between; outside it is marked and the advice is given. Bounds are expressions (a number
 * counts); an advice may hold expressions in braces: `Ajouter {round(dose)} g`.
 */
export const fieldRange = z.object({
  low: expression,
  high: expression,
  adviceLow: noText,
  adviceHigh: noText,
})
export type FieldRange = z.infer<typeof fieldRange>

const base = {
  key: fieldKey,
  label,
  help: noText,
  required: z.boolean().default(false),
  /** Shown (and asked) only while this holds; empty: always. */
  visibleWhen: expression,
}
const unit = z.string().trim().max(20).default('')
const decimals = z.int().min(0).max(6).default(2)
const bound = z.number().nullable().default(null)
const noRange = fieldRange.prefault({})
const option = z.object({ key: fieldKey, label })
const options = z.array(option).min(1).max(60)

/** A column of a table. */
export const tableColumn = z.object({
  key: fieldKey,
  label,
  kind: z.enum(['text', 'number', 'yes_no', 'choice']).default('text'),
  unit,
  options: z.array(option).max(60).default([]),
  required: z.boolean().default(false),
})
export type TableColumn = z.infer<typeof tableColumn>

const measured = {
  ...base,
  unit,
  decimals,
  /** What cannot be: a value outside is refused. */
  min: bound,
  max: bound,
  /** What should be: a value outside is kept, marked and advised on. */
  range: noRange,
  /** The asset's attribute it starts with, e.g. `Volume`. */
  attribute: z.string().trim().max(60).default(''),
}

/** `reading`: a number that is measured at each visit, drawn over time. `yes_no`: `expected` marks the other answer. */
export const formField = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('yes_no'),
    ...base,
    expected: z.enum(['yes', 'no', 'none']).default('none'),
    advice: noText,
  }),
  z.object({ kind: z.literal('number'), ...measured }),
  z.object({ kind: z.literal('reading'), ...measured }),
  z.object({ kind: z.literal('choice'), ...base, multiple: z.boolean().default(false), options }),
  z.object({
    kind: z.literal('text'),
    ...base,
    long: z.boolean().default(false),
    attribute: z.string().trim().max(60).default(''),
  }),
  z.object({ kind: z.literal('photo'), ...base, most: z.int().min(1).max(20).default(5) }),
  z.object({
    kind: z.literal('table'),
    ...base,
    columns: z.array(tableColumn).min(1).max(12),
    mostRows: z.int().min(1).max(200).default(50),
  }),
  z.object({
    kind: z.literal('computed'),
    ...base,
    unit,
    decimals,
    expression: expression.pipe(z.string().min(1)),
    range: noRange,
  }),
  z.object({ kind: z.literal('signature'), ...base }),
])
export type FormField = z.infer<typeof formField>
export type FieldKind = FormField['kind']
export const fieldKinds = [
  'yes_no',
  'number',
  'reading',
  'choice',
  'text',
  'photo',
  'table',
  'computed',
  'signature',
] as const satisfies readonly FieldKind[]

export const formSection = z.object({
  title: label,
  help: noText,
  visibleWhen: expression,
  fields: z.array(formField).max(120).default([]),
})
export type FormSection = z.infer<typeof formSection>

/** A number of the trade that expressions name, e.g. the lowest pH; each organisation sets its own. */
export const formSetting = z.object({ key: fieldKey, label, value: z.number(), unit })
export type FormSetting = z.infer<typeof formSetting>

export const trade = z.enum(['pool', 'hvac', 'lifting', 'generic'])
export type Trade = z.infer<typeof trade>

/** `per` asset: filled in once for each asset of the work; a work order without assets fills it in once. */
export const formDefinition = z.object({
  title: label,
  introduction: noText,
  trade: trade.default('generic'),
  per: z.enum(['work_order', 'asset']).default('work_order'),
  settings: z.array(formSetting).max(80).default([]),
  sections: z.array(formSection).min(1).max(40),
})
export type FormDefinition = z.infer<typeof formDefinition>

/** `number` is the latest version; earlier ones stay as they are, for those who started with them. */
export const form = z.object({
  id,
  version,
  number: z.int(),
  definition: formDefinition,
  savedAt: instant,
  savedBy: z.string(),
  archivedAt: instant.nullable(),
})
export type Form = z.infer<typeof form>
export const formLine = form.omit({ definition: true }).extend({
  title: localText,
  trade,
  fieldCount: z.int(),
})
export type FormLine = z.infer<typeof formLine>
export const formVersion = z.object({
  formId: id,
  number: z.int(),
  definition: formDefinition,
  savedAt: instant,
  savedBy: z.string(),
})
export type FormVersion = z.infer<typeof formVersion>

/** Forms the product ships, to start from. */
export const formPack = z.enum(['pool', 'hvac', 'lifting', 'generic'])
export type FormPack = z.infer<typeof formPack>

const tag = 'Catalogue'
const params = z.object({ formId: id })

export const listForms = endpoint({
  method: 'GET',
  path: '/api/forms',
  tag,
  summary: 'Checklists and forms by title',
  query: pageQuery.extend({ archived: z.stringbool().default(false), trade: trade.optional() }),
  returns: page(formLine),
})
export const getForm = endpoint({
  method: 'GET',
  path: '/api/forms/:formId',
  tag,
  summary: 'One form in its latest version',
  params,
  returns: form,
})
export const listFormVersions = endpoint({
  method: 'GET',
  path: '/api/forms/:formId/versions',
  tag,
  summary: 'Every version of a form, the latest first',
  params,
  returns: z.array(formVersion),
})
export const createForm = endpoint({
  method: 'POST',
  path: '/api/forms',
  tag,
  summary: 'Add a form',
  body: formDefinition,
  returns: form,
  status: 201,
})
export const updateForm = endpoint({
  method: 'PATCH',
  path: '/api/forms/:formId',
  tag,
  summary: 'Save a new version of a form; reports that are under way keep theirs',
  params,
  body: z.object({ version, definition: formDefinition }),
  returns: form,
})
export const archiveForm = endpoint({
  method: 'POST',
  path: '/api/forms/:formId/archive',
  tag,
  summary: 'Archive a form, or bring it back',
  params,
  body: z.object({ version, archived: z.boolean().default(true) }),
  returns: form,
})
export const installFormPack = endpoint({
  method: 'POST',
  path: '/api/forms/packs',
  tag,
  summary: 'Add a form that the product ships, as a form of one’s own',
  body: z.object({ pack: formPack }),
  returns: form,
  status: 201,
})

export const formEvents = {
  form_changed: z.object({ formId: id, name: z.string(), number: z.int() }),
}
