import { UNREACHABLE } from '../problem/problem.ts'
import type { RefusalOf, Rule } from './rule.ts'
import { defineRule, duration, pairOf } from './rule.ts'

/** There is a way between two stops, and time to take it: visits never overlap (AVAIL-16). */
export const travel: Rule = defineRule(
  'travel',
  (_view, tour): readonly RefusalOf<'travel'>[] => {
    const refusals: RefusalOf<'travel'>[] = []
    tour.stops.forEach((stop, k) => {
      const before = tour.stops[k - 1]
      const visit = stop.visit ?? before?.visit
      if (visit === undefined) return
      const neighbour = before?.visit?.id
      const pair = {
        rule: 'travel' as const,
        ...pairOf(visit, tour),
        ...(neighbour && { neighbour }),
      }
      const available = before === undefined ? 0 : stop.start - before.end
      if (stop.travelSeconds >= UNREACHABLE) {
        refusals.push({
          ...pair,
          cause: 'no-way',
          neededSeconds: UNREACHABLE,
          availableSeconds: available,
        })
      } else if (before !== undefined && stop.idleSeconds < 0) {
        refusals.push({
          ...pair,
          cause: 'too-far',
          neededSeconds: stop.travelSeconds,
          availableSeconds: available,
        })
      }
    })
    const last = tour.stops.at(-1)?.visit
    if (last !== undefined && tour.arrival >= UNREACHABLE + (tour.stops.at(-1)?.end ?? 0)) {
      refusals.push({
        rule: 'travel',
        ...pairOf(last, tour),
        cause: 'no-way',
        neededSeconds: UNREACHABLE,
        availableSeconds: 0,
      })
    }
    return refusals
  },
  ({ cause, neededSeconds, availableSeconds, neighbour }) =>
    cause === 'no-way'
      ? `there is no way from ${neighbour ?? 'the start or to the end of the tour'}`
      : `the way from ${neighbour ?? 'the depot'} takes ${duration(neededSeconds)}, there are ${duration(availableSeconds)}`,
)
