// The front door of reports.
import { defineModule } from '../platform/module.ts'
import { kinds } from './events.ts'
import { jobs } from './jobs.ts'
import { permissions } from './permissions.ts'
import { routes } from './routes.ts'

export const reports = defineModule('reports', import.meta.dirname, {
  permissions,
  routes,
  events: kinds,
  jobs,
})

export { validatedPaper } from './validated-paper.ts'
