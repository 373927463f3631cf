// The front door of productions.
import { defineModule } from '../platform/module.ts'
import { kinds } from './events.ts'
import { dropPlanFile } from './jobs.ts'
import { permissions } from './permissions.ts'
import { routes } from './routes.ts'
import { stagePlanRoutes } from './stage-plan-routes.ts'

export const productions = defineModule('productions', import.meta.dirname, {
  permissions,
  routes: [...routes, ...stagePlanRoutes],
  events: kinds,
  jobs: [dropPlanFile],
})

export { addStage } from './commands/stages.ts'
export { insertPhase } from './store/phases.ts'
