// Equipment against the plan: who holds what when, and where that is more than there is.
import { z } from 'zod'
import { booking, equipmentItem, equipmentNeed } from './equipment.ts'
import { endpoint, id, instant } from './kernel.ts'

/** Planned work that holds equipment, from the first of its people to the last. */
export const equipmentUse = equipmentNeed.extend({
  workOrderId: id,
  reference: z.string(),
  title: z.string(),
  siteName: z.string(),
  startsAt: instant,
  endsAt: instant,
  technicianNames: z.array(z.string()),
})
export type EquipmentUse = z.infer<typeof equipmentUse>

/** A stretch in which more is held than there is. */
export const equipmentShortage = z.object({
  startsAt: instant,
  endsAt: instant,
  used: z.int(),
  count: z.int(),
  workOrderIds: z.array(id),
  bookingIds: z.array(id),
})
export type EquipmentShortage = z.infer<typeof equipmentShortage>

/** Somebody who is planned while a booking keeps them, or takes their own vehicle away. */
export const keptPerson = z.object({
  bookingId: id,
  /** What is booked and what for. */
  label: z.string(),
  technicianId: id,
  technicianName: z.string(),
  workOrderId: id,
  title: z.string(),
  siteName: z.string(),
  startsAt: instant,
  endsAt: instant,
})
export type KeptPerson = z.infer<typeof keptPerson>

export const equipmentPlan = equipmentItem.extend({
  uses: z.array(equipmentUse),
  bookings: z.array(booking),
  shortages: z.array(equipmentShortage),
  kept: z.array(keptPerson),
})
export type EquipmentPlan = z.infer<typeof equipmentPlan>

/** `count`: how many there are; `shortages` only those that this work is part of. */
export const equipmentOfWork = equipmentNeed.extend({
  name: z.string(),
  count: z.int(),
  shortages: z.array(
    equipmentShortage.pick({ startsAt: true, endsAt: true, used: true }).extend({
      /** What else holds it then: work and bookings, in words. */
      others: z.array(z.string()),
    }),
  ),
})
export type EquipmentOfWork = z.infer<typeof equipmentOfWork>

const tag = 'Planning'
export const getEquipmentPlan = endpoint({
  method: 'GET',
  path: '/api/planning/equipment',
  tag,
  summary: 'Equipment in a range of at most 62 days: what holds it, bookings, and conflicts',
  query: z.object({ from: instant, until: instant }),
  returns: z.object({ items: z.array(equipmentPlan) }),
})
export const getEquipmentOfWork = endpoint({
  method: 'GET',
  path: '/api/planning/work-orders/:workOrderId/equipment',
  tag,
  summary: 'What a work order needs of equipment, and where that is more than there is',
  params: z.object({ workOrderId: id }),
  returns: z.object({ items: z.array(equipmentOfWork), kept: z.array(keptPerson) }),
})
