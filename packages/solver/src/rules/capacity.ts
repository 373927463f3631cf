import type { RefusalOf, Rule } from './rule.ts'
import { defineRule, pairOf, visitsOf } from './rule.ts'

/** The load of a tour stays within what the technician can carry, in every dimension. */
export const capacity: Rule = defineRule(
  'capacity',
  ({ problem }, tour): readonly RefusalOf<'capacity'>[] => {
    const own = visitsOf(tour)
    const last = own.at(-1)
    if (last === undefined) return []
    const refusals: RefusalOf<'capacity'>[] = []
    for (let k = 0; k < problem.dimensions; k++) {
      const load = own.reduce((sum, { visit }) => sum + (visit.demand[k] ?? 0), 0)
      const limit = tour.technician.capacity[k] ?? Number.POSITIVE_INFINITY
      if (load > limit) {
        refusals.push({
          rule: 'capacity',
          ...pairOf(last.visit, tour),
          dimension: k,
          load,
          capacity: limit,
        })
      }
    }
    return refusals
  },
  ({ technician, load, capacity: limit }) =>
    `${technician} would load ${load}, the limit is ${limit}`,
)
