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
export {
  applyTechnicians,
  planTechnicians,
  type TechnicianPatch,
} from './commands/merge-technicians.ts'
export { createCertificationKind, createSkill } from './commands/skills.ts'
export { createTechnician, updateTechnician } from './commands/technicians.ts'
export { availabilityOf, expectKnown, technicianAvailability } from './queries.ts'
export { allCertificationKinds, findCertificationKindByCode } from './store/certification-kinds.ts'
export { allSkills, findSkillByCode } from './store/skills.ts'
export { findTechnician, findTechnicianByExternalId, technicians } from './store/technicians.ts'
