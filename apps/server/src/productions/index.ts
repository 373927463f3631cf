// The front door of productions.
import { defineModule } from '../platform/module.ts'
import { kinds } from './events.ts'
import { permissions } from './permissions.ts'
import { routes } from './routes.ts'

export const productions = defineModule('productions', import.meta.dirname, {
  permissions,
  routes,
  events: kinds,
})

export { addStage } from './commands/stages.ts'
export { insertPhase } from './store/phases.ts'
