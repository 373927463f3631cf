import type { Problem } from './problem.ts'

/**
 * Points of a visit made by a technician: not preferred, and more skilled than needed (the
 * better skilled stay free for what only they can do).
 */
export const preferencePrice = (problem: Problem, visit: number, technician: number): number => {
  const { perVisit, perExcessLevel } = problem.policy.objectives.preference
  const { preferred, skills } = problem.visits[visit] ?? { preferred: new Set(), skills: [] }
  const held = problem.technicians[technician]?.skills
  let points = preferred.size > 0 && !preferred.has(technician) ? perVisit : 0
  for (const { id, level } of skills) {
    points += perExcessLevel * Math.max(0, (held?.get(id) ?? 0) - level)
  }
  return points
}
