import { workSeconds } from '../solution/tour.ts'
import type { Objective } from './objective.ts'

/** Squared hours of work of each technician: an even load costs least (AVAIL-15). */
export const balance: Objective = {
  name: 'balance',
  evaluate: ({ problem, tours }) => {
    const { perSquaredHour } = problem.policy.objectives.balance
    if (perSquaredHour === 0) return 0
    return problem.technicians.reduce((sum, { shifts }) => {
      const hours = shifts.reduce((work, rank) => {
        const tour = tours[rank]
        return tour === undefined ? work : work + workSeconds(tour) / 3600
      }, 0)
      return sum + perSquaredHour * hours ** 2
    }, 0)
  },
}
