// The front door of equipment.
import { defineModule } from '../platform/module.ts'
import { kinds } from './events.ts'
import { permissions } from './permissions.ts'
import { routes } from './routes.ts'

export const equipment = defineModule('equipment', import.meta.dirname, {
  permissions,
  routes,
  events: kinds,
})

export { createBooking } from './commands/bookings.ts'
export { expectEquipment } from './commands/expect-equipment.ts'
export { createEquipment } from './commands/items.ts'
export { excesses } from './model.ts'
export { bookingsBetween } from './store/bookings.ts'
export { allItems } from './store/items.ts'
