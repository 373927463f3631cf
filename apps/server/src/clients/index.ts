// The front door of clients.
import { defineModule } from '../platform/module.ts'
import { kinds } from './events.ts'
import { permissions } from './permissions.ts'
import { routes } from './routes.ts'

export const clients = defineModule('clients', import.meta.dirname, {
  permissions,
  routes,
  events: kinds,
})

export { createClient, createContact } from './commands/clients.ts'
export {
  applyPlaces,
  type Place,
  type PlaceRefusal,
  type PlacesPlan,
  planPlaces,
} from './commands/merge-places.ts'
export { createAsset, createSite, updateSite } from './commands/sites.ts'
export { findAsset } from './store/assets.ts'
export { findClient } from './store/clients.ts'
export { findSite } from './store/sites.ts'
