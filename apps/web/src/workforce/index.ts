// The front door of workforce: its screens, and the fields in which others ask for skills and certifications.
import { type Screen, screen } from '../lib/screen.ts'

export {
  useArchiveCertificationKind,
  useArchiveSkill,
  useCertificationKinds,
  useCreateCertificationKind,
  useCreateSkill,
  useSkillBook,
  useSkills,
  useUpdateCertificationKind,
  useUpdateSkill,
} from './api.ts'
export { CertificationKindsField } from './parts/certification-kinds-field.tsx'
export { SkillList } from './parts/skill-list.tsx'
export { SkillsField } from './parts/skills-field.tsx'
export { TechnicianField } from './parts/technician-field.tsx'

const edit = () => import('./screens/technician-edit.tsx')

export const workforceScreens: readonly Screen[] = [
  screen(
    '/technicians',
    () => import('./screens/technician-list.tsx'),
    'TechnicianList',
    'workforce.read',
  ),
  screen('/technicians/new', edit, 'TechnicianNew', 'workforce.write'),
  screen(
    '/technicians/$technicianId',
    () => import('./screens/technician-detail.tsx'),
    'TechnicianDetail',
    'workforce.read',
  ),
  screen('/technicians/$technicianId/edit', edit, 'TechnicianEdit', 'workforce.write'),
]
