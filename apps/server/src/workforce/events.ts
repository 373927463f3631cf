import type { Id } from '@regie/contract/kernel'
import { skillEvents } from '@regie/contract/skills'
import { workforceEvents } from '@regie/contract/workforce'
import { publish } from '../platform/events.ts'

const aboutTechnicians = publish(workforceEvents, {
  seenBy: 'workforce.read',
  technicians: (payload) => [payload.technicianId as Id],
})
const aboutSkills = publish(skillEvents, { seenBy: 'workforce.read' })

export const happened = { ...aboutTechnicians.make, ...aboutSkills.make }
export const kinds = [...aboutTechnicians.kinds, ...aboutSkills.kinds]
