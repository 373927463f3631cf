import type { RefusalOf, Rule } from './rule.ts'
import { defineRule, duration, pairOf } from './rule.ts'

/** Idle time between two visits of a shift (AVAIL-07, decision X1). */
export const buffers: Rule = defineRule(
  'buffers',
  ({ problem }, tour): readonly RefusalOf<'buffers'>[] => {
    const { on, seconds } = problem.policy.rules.buffers
    if (!on || seconds === 0) return []
    return tour.stops.flatMap((stop, k): RefusalOf<'buffers'>[] => {
      const neighbour = tour.stops[k - 1]?.visit
      if (neighbour === undefined || stop.visit === undefined) return []
      if (stop.idleSeconds >= seconds || stop.idleSeconds < 0) return []
      return [
        {
          rule: 'buffers',
          ...pairOf(stop.visit, tour),
          neighbour: neighbour.id,
          neededSeconds: seconds,
          availableSeconds: stop.idleSeconds,
        },
      ]
    })
  },
  ({ neighbour, neededSeconds, availableSeconds }) =>
    `${duration(availableSeconds)} are left after ${neighbour}, the buffer is ${duration(neededSeconds)}`,
)
