import { preferencePrice } from '../problem/preference-price.ts'
import type { Objective } from './objective.ts'

/** Visits not made by a preferred technician, and skill in excess (SCHED-08, SKIL-10). */
export const preference: Objective = {
  name: 'preference',
  evaluate: ({ problem, stopOf }) => {
    let points = 0
    for (const [index, { tour }] of stopOf) {
      points += preferencePrice(problem, index, tour.technician.index)
    }
    return points
  },
}
