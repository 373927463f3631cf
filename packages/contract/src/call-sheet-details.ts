// What the planner adds to the plan for call sheets: contacts, meals, lodging, transport, safety, notes, documents,
// common to all or for some.
import { z } from 'zod'
import { expected } from './fault-sentence.ts'
import { id, instant, localDate, text } from './kernel.ts'
import { phoneDraft } from './phone.ts'

const free = (max: number) => z.string().trim().max(max).default('')

/**
 * Whom a line is for. `everyone`: all who work on the production; on that stage and on that day, where one is named.
 * `except`: the same without some. `only`: those named, wherever they work.
 */
export const lineScope = z.object({
  who: z.enum(['everyone', 'only', 'except']).default('everyone'),
  technicianIds: z.array(id).max(500).default([]),
  stageId: id.nullable().default(null),
  date: localDate.nullable().default(null),
})
export type LineScope = z.infer<typeof lineScope>

function namesPeople({ who, technicianIds }: LineScope, context: z.RefinementCtx): void {
  if (who !== 'everyone' && technicianIds.length === 0)
    context.addIssue({
      code: 'custom',
      path: ['technicianIds'],
      ...expected('Choisissez au moins une personne.', 'Choose at least one person.'),
    })
}

const later = (path: string, fr: string, en: string) => ({
  code: 'custom' as const,
  path: [path],
  ...expected(fr, en),
})

/** `id`: made by whoever adds the line, and kept: by it a change is told as a change. */
const line = lineScope.extend({ id })

export const sheetContact = line
  .extend({
    name: text(120),
    role: free(120),
    phone: phoneDraft,
    email: z.union([z.literal(''), z.email()]).default(''),
  })
  .superRefine(namesPeople)

export const mealKind = z.enum(['breakfast', 'lunch', 'dinner', 'supper', 'snack'])
export type MealKind = z.infer<typeof mealKind>

/** For everyone: who works on its day. */
export const sheetMeal = line
  .extend({
    kind: mealKind,
    startsAt: instant,
    endsAt: instant.nullable().default(null),
    place: free(200),
    note: free(500),
  })
  .superRefine((meal, context) => {
    namesPeople(meal, context)
    const { startsAt, endsAt } = meal
    if (endsAt && Date.parse(endsAt) <= Date.parse(startsAt))
      context.addIssue(
        later('endsAt', 'La fin doit suivre le début.', 'It must end after it starts.'),
      )
  })

export const sheetLodging = line
  .extend({
    name: text(160),
    address: free(300),
    phone: phoneDraft,
    from: localDate,
    until: localDate,
    note: free(500),
  })
  .superRefine((lodging, context) => {
    namesPeople(lodging, context)
    if (lodging.until <= lodging.from)
      context.addIssue(
        later(
          'until',
          'Le départ doit être après le jour d’arrivée.',
          'The departure must be after the day of arrival.',
        ),
      )
  })

export const sheetTransport = line
  .extend({
    means: text(160),
    from: text(200),
    departsAt: instant,
    to: text(200),
    arrivesAt: instant.nullable().default(null),
    note: free(500),
  })
  .superRefine((transport, context) => {
    namesPeople(transport, context)
    const { departsAt, arrivesAt } = transport
    if (arrivesAt && Date.parse(arrivesAt) <= Date.parse(departsAt))
      context.addIssue(
        later('arrivesAt', 'L’arrivée doit suivre le départ.', 'It must arrive after it departs.'),
      )
  })

export const sheetNote = line.extend({ text: text(4000) }).superRefine(namesPeople)

/** `id` is the document's. */
export const sheetDocumentLine = line.extend({ name: text(300) }).superRefine(namesPeople)

export const detailsDraft = z.object({
  contacts: z.array(sheetContact).max(100).default([]),
  meals: z.array(sheetMeal).max(200).default([]),
  lodging: z.array(sheetLodging).max(200).default([]),
  transport: z.array(sheetTransport).max(200).default([]),
  safety: z.array(sheetNote).max(100).default([]),
  notes: z.array(sheetNote).max(100).default([]),
  documents: z.array(sheetDocumentLine).max(50).default([]),
})
export type DetailsDraft = z.infer<typeof detailsDraft>
export type DetailsPart = keyof DetailsDraft

/** `version` 0: nothing was filled in yet. */
export const sheetDetails = detailsDraft.extend({ version: z.int().min(0) })
export type SheetDetails = z.infer<typeof sheetDetails>
