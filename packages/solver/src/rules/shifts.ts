import type { RefusalOf, Rule } from './rule.ts'
import { defineRule, pairOf, visitsOf } from './rule.ts'

/** A tour leaves and returns within its shift, overtime included. */
export const shifts: Rule = defineRule(
  'shifts',
  (_view, tour): readonly RefusalOf<'shifts'>[] => {
    const own = visitsOf(tour)
    const [first, last] = [own[0], own.at(-1)]
    if (first === undefined || last === undefined) return []
    const refusals: RefusalOf<'shifts'>[] = []
    const { shift, departure, arrival } = tour
    if (departure < shift.start) {
      refusals.push({
        rule: 'shifts',
        ...pairOf(first.visit, tour),
        cause: 'leaves-before',
        at: departure,
        limit: shift.start,
      })
    }
    const limit = shift.end + shift.overtimeSeconds
    if (arrival > limit) {
      refusals.push({
        rule: 'shifts',
        ...pairOf(last.visit, tour),
        cause: 'returns-after',
        at: arrival,
        limit,
      })
    }
    return refusals
  },
  ({ technician, cause, at, limit }) => {
    if (cause === 'no-shift') return `${technician} has no shift at ${at}`
    return cause === 'leaves-before'
      ? `${technician} would have to leave at ${at}, before the shift begins (${limit})`
      : `${technician} would be back at ${at}, after the shift ends (${limit})`
  },
)
