import type { RefusalOf, Rule } from './rule.ts'
import { defineRule, pairOf } from './rule.ts'

/**
 * Tools and parts are aboard when they are needed: from the technician's own stock, or after a
 * renewal at the depot, which lacks nothing (Pillac, Guéret & Medaglia 2013).
 */
export const parts: Rule = defineRule(
  'parts',
  ({ problem }, tour): readonly RefusalOf<'parts'>[] => {
    if (!problem.policy.rules.parts.on) return []
    const left = new Map(tour.technician.parts)
    let renewed = false
    return tour.stops.flatMap(({ visit }): RefusalOf<'parts'>[] => {
      renewed ||= visit === undefined
      if (visit === undefined || renewed) return []
      const tools = visit.tools.filter((tool) => !tour.technician.tools.has(tool))
      const short: string[] = []
      for (const [part, count] of visit.parts) {
        const rest = (left.get(part) ?? 0) - count
        left.set(part, rest)
        if (rest < 0) short.push(part)
      }
      if (tools.length === 0 && short.length === 0) return []
      return [{ rule: 'parts', ...pairOf(visit, tour), tools, parts: short }]
    })
  },
  ({ technician, tools, parts: short }) => `${technician} lacks ${[...tools, ...short].join(', ')}`,
)
