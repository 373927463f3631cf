import type { Objective } from './objective.ts'

/** Seconds beyond the end of a shift, at the policy's price and the technician's own. */
export const overtime: Objective = {
  name: 'overtime',
  evaluate: ({ problem, tours }) => {
    const { perSecond } = problem.policy.objectives.overtime
    return tours.reduce((sum, { technician, shift, arrival, stops }) => {
      const late = stops.length === 0 ? 0 : Math.max(0, arrival - shift.end)
      return sum + late * (perSecond + technician.costs.perOvertimeHour / 3600)
    }, 0)
  },
}
