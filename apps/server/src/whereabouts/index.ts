// The front door of whereabouts: where somebody on the way is, for the client who waits.
import { defineModule } from '../platform/module.ts'
import { kinds } from './events.ts'
import { followVisits } from './follow-visits.ts'
import { forgetOld } from './jobs.ts'
import { permissions } from './permissions.ts'
import { routes } from './routes.ts'

export const whereabouts = defineModule('whereabouts', import.meta.dirname, {
  permissions,
  routes,
  events: kinds,
  jobs: [forgetOld],
  reactions: [followVisits],
})

export { forgetEverywhere } from './jobs.ts'
export { type ShownPosition, shownPosition } from './queries.ts'
