import type { RefusalOf, Rule } from './rule.ts'
import { defineRule, pairOf } from './rule.ts'

/** At most so many visits in a row without an idle gap that counts as a break (AVAIL-11). */
export const streak: Rule = defineRule(
  'streak',
  ({ problem }, tour): readonly Extract<RefusalOf<'streak'>, { value: number }>[] => {
    const { on, maxVisits, gapSeconds } = problem.policy.rules.streak
    if (!on) return []
    let row = 0
    return tour.stops.flatMap(({ visit, idleSeconds }) => {
      if (visit === undefined) return []
      row = idleSeconds >= gapSeconds ? 1 : row + 1
      return row > maxVisits
        ? [{ rule: 'streak' as const, ...pairOf(visit, tour), value: row, limit: maxVisits }]
        : []
    })
  },
  ({ technician, value, limit }) =>
    `${technician} would make ${value} visits in a row without a break, the limit is ${limit}`,
)
