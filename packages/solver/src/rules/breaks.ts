import type { RefusalOf, Rule } from './rule.ts'
import { defineRule, duration, pairOf } from './rule.ts'

/**
 * No stretch of work (travel to a stop and service) passes a limit without an idle gap of the
 * length of its break; a buffer or a wait that is long enough counts (AVAIL-06, decision X2,
 * L3121-16). A single visit longer than the limit holds its own breaks; the way home is no
 * work. The idle time of a gap lies after the way when the limit allows, else before it.
 */
export const breaks: Rule = defineRule(
  'breaks',
  ({ problem }, tour): readonly RefusalOf<'breaks'>[] => {
    const { on, steps } = problem.policy.rules.breaks
    if (!on) return []
    const refusals: RefusalOf<'breaks'>[] = []
    for (const { afterWorkSeconds, breakSeconds } of steps) {
      let worked = 0
      for (const { visit, start, end, idleSeconds, travelSeconds } of tour.stops) {
        const service = end - start
        if (idleSeconds >= breakSeconds) {
          worked = worked + travelSeconds <= afterWorkSeconds ? 0 : travelSeconds
        } else worked += travelSeconds
        if (worked + service > afterWorkSeconds && service <= afterWorkSeconds && visit) {
          refusals.push({
            rule: 'breaks',
            ...pairOf(visit, tour),
            workedSeconds: worked + service,
            afterWorkSeconds,
            breakSeconds,
          })
        }
        worked = service > afterWorkSeconds ? service % afterWorkSeconds : worked + service
      }
    }
    return refusals
  },
  ({ technician, workedSeconds, afterWorkSeconds, breakSeconds }) =>
    `${technician} would work ${duration(workedSeconds)} without a break of ${duration(breakSeconds)} (due after ${duration(afterWorkSeconds)})`,
)
