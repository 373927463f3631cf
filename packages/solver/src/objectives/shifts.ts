import type { Objective } from './objective.ts'

/** The price of every shift that is used. */
export const shifts: Objective = {
  name: 'shifts',
  evaluate: ({ problem, tours }) => {
    const { perShift } = problem.policy.objectives.shifts
    return tours.reduce((sum, { technician, stops }) => {
      return stops.length === 0 ? sum : sum + perShift + technician.costs.perShift
    }, 0)
  },
}
