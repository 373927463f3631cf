// The front door of the portal: what is said between us and clients.
import { defineModule } from '../platform/module.ts'
import { kinds } from './events.ts'
import { followEnd, followPlan, followWay } from './follow-events.ts'
import { jobs } from './jobs.ts'
import { permissions } from './permissions.ts'
import { routes } from './routes.ts'
import { mountUnsubscribe } from './unsubscribe.ts'

export const portal = defineModule('portal', import.meta.dirname, {
  permissions,
  routes,
  events: kinds,
  jobs,
  reactions: [followPlan, followWay, followEnd],
  mount: mountUnsubscribe,
})

export { tellAllClients } from './jobs.ts'
