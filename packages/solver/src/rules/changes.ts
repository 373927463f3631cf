import { changedPromises } from '../solution/published.ts'
import type { RefusalOf, Rule } from './rule.ts'
import { defineRule, pairOf, visitsOf } from './rule.ts'

/** The stability budget: at most so many confirmed assignments are planned otherwise. */
export const changes: Rule = defineRule(
  'changes',
  (view, tour): readonly RefusalOf<'changes'>[] => {
    const { on, maxChanges } = view.problem.policy.rules.changes
    if (!on) return []
    const changed = new Set(changedPromises(view))
    const value = changed.size
    if (value <= maxChanges) return []
    return visitsOf(tour)
      .filter(({ visit }) => changed.has(visit))
      .map(({ visit }) => ({ rule: 'changes', ...pairOf(visit, tour), value, limit: maxChanges }))
  },
  ({ value, limit }) => `${value} confirmed assignments would change, the budget is ${limit}`,
)
