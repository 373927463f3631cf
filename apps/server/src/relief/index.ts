// The front door of relief.
import { defineModule } from '../platform/module.ts'
import { kinds } from './events.ts'
import {
  advanceSearches,
  coverAbsenceJob,
  coverDeclinedJob,
  noteEmergencyJob,
  takeSickCallJob,
  watchSearches,
} from './jobs/watch.ts'
import { permissions } from './permissions.ts'
import { followPlan, keepFacts, noteGaps, noteSickCalls, noteUrgentWork } from './reactions.ts'
import { routes } from './routes.ts'

export const relief = defineModule('relief', import.meta.dirname, {
  permissions,
  routes,
  events: kinds,
  jobs: [
    watchSearches,
    advanceSearches,
    coverAbsenceJob,
    coverDeclinedJob,
    noteEmergencyJob,
    takeSickCallJob,
  ],
  reactions: [noteGaps, noteSickCalls, followPlan, noteUrgentWork, keepFacts],
})

export { advance } from './commands/advance.ts'
export { answerAsk } from './commands/answer.ts'
export { holdWaves } from './hold-waves.ts'
export { isOfRole } from './model.ts'
export { describeAsks } from './queries.ts'
export { asksOf, findAsks, findSearch, type Search } from './store/requests.ts'
