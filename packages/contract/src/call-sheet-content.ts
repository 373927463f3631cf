// What stands on the call sheet of one person, as it is frozen in a version, and what changed since another.
import { z } from 'zod'
import { mealKind } from './call-sheet-details.ts'
import { address, id, instant, localDate, position } from './kernel.ts'
import { planPlace, planType } from './production-stage-plans.ts'
import { department, phaseKind } from './productions.ts'
import { attachmentType } from './work-order-files.ts'

const keyed = z.object({ key: id })
const mates = z.array(z.string())

/** `withWhom`: who else is on the phase, with the number they are reached by. */
export const sheetDuty = keyed.extend({
  workOrderId: id,
  reference: z.string(),
  startsAt: instant,
  endsAt: instant,
  role: z.string(),
  kind: phaseKind,
  name: z.string(),
  department: department.nullable(),
  stageId: id,
  stageName: z.string(),
  withWhom: z.array(z.object({ name: z.string(), role: z.string(), phone: z.string() })),
})
/** The plan of a stage, and where on it the reader works. */
export const sheetPlan = z.object({
  fileId: id,
  name: z.string(),
  type: planType,
  bytes: z.int(),
  width: z.int(),
  height: z.int(),
  spots: z.array(planPlace.extend({ label: z.string() })),
})
export type SheetPlan = z.infer<typeof sheetPlan>
export const sheetPlace = keyed.extend({
  name: z.string(),
  siteName: z.string(),
  address,
  position: position.nullable(),
  access: z.string(),
  /** Left out where the stage has none. */
  plan: sheetPlan.optional(),
})

/** Everything one person has to know; `key` is the same from version to version. */
export const sheetContent = z.object({
  duties: z.array(sheetDuty),
  places: z.array(sheetPlace),
  contacts: z.array(
    keyed.extend({ name: z.string(), role: z.string(), phone: z.string(), email: z.string() }),
  ),
  meals: z.array(
    keyed.extend({
      kind: mealKind,
      startsAt: instant,
      endsAt: instant.nullable(),
      place: z.string(),
      note: z.string(),
    }),
  ),
  lodging: z.array(
    keyed.extend({
      name: z.string(),
      address: z.string(),
      phone: z.string(),
      from: localDate,
      until: localDate,
      note: z.string(),
      withWhom: mates,
    }),
  ),
  transport: z.array(
    keyed.extend({
      means: z.string(),
      from: z.string(),
      departsAt: instant,
      to: z.string(),
      arrivesAt: instant.nullable(),
      note: z.string(),
      withWhom: mates,
    }),
  ),
  safety: z.array(keyed.extend({ text: z.string() })),
  notes: z.array(keyed.extend({ text: z.string() })),
  documents: z.array(keyed.extend({ name: z.string(), type: attachmentType, bytes: z.int() })),
})
export type SheetContent = z.infer<typeof sheetContent>
export type SheetPart = keyof SheetContent
export type SheetLineOf<P extends SheetPart> = SheetContent[P][number]

export const sheetPart = z.enum([
  'duties',
  'places',
  'contacts',
  'meals',
  'lodging',
  'transport',
  'safety',
  'notes',
  'documents',
])

/** One line that is another than before; `was` and `now` in the reader's language, empty where there is none. */
export const sheetChange = z.object({
  part: sheetPart,
  key: id,
  kind: z.enum(['added', 'changed', 'removed']),
  was: z.string(),
  now: z.string(),
})
export type SheetChange = z.infer<typeof sheetChange>
