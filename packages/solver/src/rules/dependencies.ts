import { brokenLags } from './lags.ts'
import type { RefusalOf, Rule } from './rule.ts'
import { defineRule, duration } from './rule.ts'

/** A work order begins only when those before it have ended, plus their lag (NEED-06, NEED-10). */
export const dependencies: Rule = defineRule(
  'dependencies',
  (view, tour) => brokenLags(view, tour, 'dependency') as readonly RefusalOf<'dependencies'>[],
  ({ visit, other, lagSeconds, minSeconds }) =>
    `${visit} and ${other} follow each other at ${duration(lagSeconds)}, at least ${duration(minSeconds)} are asked`,
)
