import type { Objective } from './objective.ts'

/** Seconds from departure to return, at the policy's price and the technician's own. */
export const duration: Objective = {
  name: 'duration',
  evaluate: ({ problem, tours }) => {
    const { perSecond } = problem.policy.objectives.duration
    return tours.reduce((sum, { technician, departure, arrival }) => {
      return sum + (arrival - departure) * (perSecond + technician.costs.perHour / 3600)
    }, 0)
  },
}
