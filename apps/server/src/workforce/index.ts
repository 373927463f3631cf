// The front door of workforce.
import { defineModule } from '../platform/module.ts'
import { kinds } from './events.ts'
import { permissions } from './permissions.ts'
import { routes } from './routes.ts'

export const workforce = defineModule('workforce', import.meta.dirname, {
  permissions,
  routes,
  events: kinds,
})

export { createAbsence } from './commands/absences.ts'
export { keepDayWords, tellDays } from './commands/day-words.ts'
export {
  applyTechnicians,
  planTechnicians,
  type TechnicianPatch,
} from './commands/merge-technicians.ts'
export { archiveSkill, createCertificationKind, createSkill } from './commands/skills.ts'
export { archiveTechnician, createTechnician } from './commands/technicians.ts'
export { zoneClock } from './model.ts'
export { availabilityOf, expectKnown, techniciansWithHours } from './queries.ts'
export { allCertificationKinds } from './store/certification-kinds.ts'
export { dayWordsOf } from './store/day-words.ts'
export { allSkills } from './store/skills.ts'
export { findTechnician, technicians } from './store/technicians.ts'
