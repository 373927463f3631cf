import type { Objective } from './objective.ts'

/** Metres and seconds of travel, at the policy's prices and the technician's own. */
export const travel: Objective = {
  name: 'travel',
  evaluate: ({ problem, tours }) => {
    const { perMetre, perSecond } = problem.policy.objectives.travel
    return tours.reduce((sum, { technician, metres, travelSeconds }) => {
      const { perKilometre, perTravelHour } = technician.costs
      const length = metres * (perMetre + perKilometre / 1000)
      return sum + length + travelSeconds * (perSecond + perTravelHour / 3600)
    }, 0)
  },
}
