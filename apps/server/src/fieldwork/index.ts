// The front door of fieldwork.
import { defineModule } from '../platform/module.ts'
import { kinds } from './events.ts'
import { permissions } from './permissions.ts'
import { routes } from './routes.ts'

export const fieldwork = defineModule('fieldwork', import.meta.dirname, {
  permissions,
  routes,
  events: kinds,
})
