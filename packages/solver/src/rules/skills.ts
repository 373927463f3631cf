import type { PairRule } from './rule.ts'
import { definePairRule } from './rule.ts'

/** Every skill asked for is held at its level or above (SKIL-02, SKIL-06). */
export const skills: PairRule = definePairRule(
  'skills',
  (problem, visit, shift) => {
    if (!problem.policy.rules.skills.on) return undefined
    const technician = problem.technicians[shift.technician]
    const missing = visit.skills
      .map((skill) => ({ ...skill, held: technician?.skills.get(skill.id) ?? 0 }))
      .filter(({ id, level, held }) => !technician?.skills.has(id) || held < level)
    if (missing.length === 0) return undefined
    return { rule: 'skills', visit: visit.id, technician: technician?.id ?? '', missing }
  },
  ({ technician, missing }) =>
    `${technician} lacks ${missing.map(({ id, level, held }) => `${id} level ${level} (has ${held})`).join(', ')}`,
)
