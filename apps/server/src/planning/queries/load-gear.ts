// Equipment of the organisation as a scene has it: what there is, and what is taken beside the plan.
import type { Booking, EquipmentItem } from '@regie/contract/equipment'
import type { Id, Instant } from '@regie/contract/kernel'
import { allItems, bookingsBetween } from '../../equipment/index.ts'
import type { Tx } from '../../platform/work.ts'
import type { Scene, SceneBooking, SceneWorkOrder } from '../engine/scene.ts'

/** Who cannot be elsewhere while a booking lasts: who is busy with it, and whose own vehicle it takes away. */
export const keptBy = (
  { technicianId }: Pick<Booking, 'technicianId'>,
  item: Pick<EquipmentItem, 'technicianId'> | undefined,
): Id[] =>
  [...new Set([technicianId, item?.technicianId ?? null])].filter((id): id is Id => id !== null)

export type Gear = Pick<Scene, 'equipment' | 'bookings' | 'names'>

export async function loadGear(
  tx: Tx,
  around: { readonly from: Instant; readonly until: Instant },
): Promise<Gear> {
  const items = await allItems(tx)
  if (items.length === 0) return { equipment: [], bookings: [], names: {} }
  const byId = new Map(items.map((item) => [item.id, item]))
  const bookings = await bookingsBetween(tx, around)
  return {
    equipment: items.map(({ id, name, quantity }) => ({ id, name, count: quantity })),
    bookings: bookings.map(
      (one): SceneBooking => ({
        id: one.id,
        equipmentId: one.equipmentId,
        count: one.quantity,
        startsAt: one.startsAt,
        endsAt: one.endsAt,
        keeps: keptBy(one, byId.get(one.equipmentId)),
      }),
    ),
    names: Object.fromEntries([
      ...items.map(({ id, name }) => [id, name]),
      ...bookings.map(({ id, equipmentName, label }) => [id, `${equipmentName} · ${label}`]),
    ]),
  }
}

/** What the work of a scene needs of it, and bookings that concern that or keep somebody. */
export function gearOf(
  { equipment, bookings }: Gear,
  orders: readonly SceneWorkOrder[],
): Pick<Scene, 'equipment' | 'bookings'> {
  const needed = new Set(orders.flatMap((order) => order.equipment.map(({ id }) => id)))
  return {
    equipment: equipment.filter(({ id }) => needed.has(id)),
    bookings: bookings.filter(
      ({ equipmentId, keeps }) => needed.has(equipmentId) || keeps.length > 0,
    ),
  }
}
