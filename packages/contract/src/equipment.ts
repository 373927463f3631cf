// Equipment and vehicles that can be booked: what there is and how many, and bookings that stand beside the plan.
import { z } from 'zod'
import { expected } from './fault-sentence.ts'
import { endpoint, id, instant, text, version } from './kernel.ts'

/** vehicle (véhicule), lifting (levage et accès), stage (son, lumière, vidéo), tool (outillage), other. */
export const equipmentKind = z.enum(['vehicle', 'lifting', 'stage', 'tool', 'other'])
export type EquipmentKind = z.infer<typeof equipmentKind>

const quantity = z.int().min(1).max(9999)

const itemFields = z.object({
  name: text(120),
  kind: equipmentKind.default('other'),
  quantity: quantity.default(1),
  technicianId: id.nullable().default(null),
  notes: z.string().trim().max(2000).default(''),
})

function oneOfItsOwner(
  { technicianId, quantity: count }: Pick<z.infer<typeof itemFields>, 'technicianId' | 'quantity'>,
  context: z.RefinementCtx,
): void {
  if (technicianId !== null && count !== 1)
    context.addIssue({
      code: 'custom',
      path: ['quantity'],
      ...expected(
        'Ce qui est à une personne existe une seule fois.',
        'What somebody has of their own exists once.',
      ),
    })
}

/**
 * One kind of equipment, of which there are `quantity`. `technicianId`: whose own it is (their van), so that they have it
 * wherever they work.
 */
export const equipmentDraft = itemFields.superRefine(oneOfItsOwner)
export type EquipmentDraft = z.infer<typeof equipmentDraft>

export const equipmentItem = itemFields.extend({
  id,
  version,
  technicianName: z.string().nullable(),
  archivedAt: instant.nullable(),
})
export type EquipmentItem = z.infer<typeof equipmentItem>

/** So many of one kind, for as long as the work lasts. */
export const equipmentNeed = z.object({ equipmentId: id, quantity: quantity.default(1) })
export type EquipmentNeed = z.infer<typeof equipmentNeed>

/** What work needs; each kind once. */
export const equipmentNeeds = z
  .array(equipmentNeed)
  .max(50)
  .superRefine((needs, context) => {
    for (const [index, { equipmentId }] of needs.entries())
      if (needs.findIndex((one) => one.equipmentId === equipmentId) < index)
        context.addIssue({
          code: 'custom',
          path: [index, 'equipmentId'],
          ...expected('Ce matériel est déjà dans la liste.', 'This equipment is already listed.'),
        })
  })

const LONGEST_MS = 366 * 86_400_000

const bookingFields = z.object({
  equipmentId: id,
  quantity: quantity.default(1),
  startsAt: instant,
  endsAt: instant,
  technicianId: id.nullable().default(null),
  label: text(200),
})

function lastsAWhile(
  { startsAt, endsAt }: Pick<z.infer<typeof bookingFields>, 'startsAt' | 'endsAt'>,
  context: z.RefinementCtx,
): void {
  const length = Date.parse(endsAt) - Date.parse(startsAt)
  const says = (fr: string, en: string) =>
    context.addIssue({ code: 'custom', path: ['endsAt'], ...expected(fr, en) })
  if (length <= 0) says('La fin doit suivre le début.', 'It must end after it starts.')
  else if (length > LONGEST_MS)
    says('Une réservation dure un an au plus.', 'A booking lasts a year at most.')
}

/**
 * Equipment that is taken for something the plan does not show: the workshop, a hire, another job. `technicianId`: who
 * is busy with it. What planned work needs is booked by the plan itself.
 */
export const bookingDraft = bookingFields.superRefine(lastsAWhile)
export type BookingDraft = z.infer<typeof bookingDraft>

export const booking = bookingFields.extend({
  id,
  version,
  equipmentName: z.string(),
  technicianName: z.string().nullable(),
})
export type Booking = z.infer<typeof booking>

const tag = 'Equipment'
const params = z.object({ equipmentId: id })
const bookingParams = z.object({ bookingId: id })
/** More is booked than there is, and whoever books knows it. */
const knowingly = z.boolean().default(false)

export const listEquipment = endpoint({
  method: 'GET',
  path: '/api/equipment',
  tag,
  summary: 'Equipment and vehicles by name',
  query: z.object({ archived: z.stringbool().default(false) }),
  returns: z.array(equipmentItem),
})
export const createEquipment = endpoint({
  method: 'POST',
  path: '/api/equipment',
  tag,
  summary: 'Add equipment or a vehicle',
  body: equipmentDraft,
  returns: equipmentItem,
  status: 201,
})
export const updateEquipment = endpoint({
  method: 'PATCH',
  path: '/api/equipment/:equipmentId',
  tag,
  summary: 'Change equipment, or how many there are',
  params,
  body: itemFields.extend({ version }).superRefine(oneOfItsOwner),
  returns: equipmentItem,
})
export const archiveEquipment = endpoint({
  method: 'POST',
  path: '/api/equipment/:equipmentId/archive',
  tag,
  summary: 'Archive equipment, or bring it back',
  params,
  body: z.object({ version, archived: z.boolean().default(true) }),
  returns: equipmentItem,
})
export const createBooking = endpoint({
  method: 'POST',
  path: '/api/equipment-bookings',
  tag,
  summary: 'Book equipment beside the plan; more than there is only knowingly',
  body: bookingFields.extend({ knowingly }).superRefine(lastsAWhile),
  returns: booking,
  status: 201,
})
export const updateBooking = endpoint({
  method: 'PATCH',
  path: '/api/equipment-bookings/:bookingId',
  tag,
  summary: 'Change a booking',
  params: bookingParams,
  body: bookingFields.extend({ version, knowingly }).superRefine(lastsAWhile),
  returns: booking,
})
export const removeBooking = endpoint({
  method: 'POST',
  path: '/api/equipment-bookings/:bookingId/remove',
  tag,
  summary: 'Take a booking away',
  params: bookingParams,
  body: z.object({ version }),
  returns: booking,
})

const item = z.object({ equipmentId: id, name: z.string() })
const booked = item.extend({ bookingId: id, label: z.string(), startsAt: instant, endsAt: instant })

/** What happened here, as told on the live stream. */
export const equipmentEvents = {
  equipment_created: item,
  equipment_changed: item,
  equipment_archived: item.extend({ archived: z.boolean() }),
  equipment_booked: booked,
  equipment_booking_changed: booked,
  equipment_booking_removed: booked,
}
