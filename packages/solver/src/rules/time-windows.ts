import type { Rule } from './rule.ts'
import { defineRule, pairOf, visitsOf } from './rule.ts'

/** Service begins in one of the windows of the visit. */
export const timeWindows: Rule = defineRule(
  'time-windows',
  (_view, tour) =>
    visitsOf(tour).flatMap(({ visit, stop }) => {
      const { start } = stop
      const { windows } = visit
      if (windows.some((window) => start >= window.start && start <= window.end)) return []
      return [{ rule: 'time-windows' as const, ...pairOf(visit, tour), start, windows }]
    }),
  ({ start, windows }) =>
    `begins at ${start}, outside ${windows.map((one) => `[${one.start}, ${one.end}]`).join(' ')}`,
)
