/** THE list of soft goals, and the cost they make together. */
import type { PolicyObjectives } from '../problem/policy.ts'
import { goalFactor } from '../problem/policy.ts'
import type { PlanView } from '../solution/tour.ts'
import { balance } from './balance.ts'
import { continuity } from './continuity.ts'
import { duration } from './duration.ts'
import { earliest } from './earliest.ts'
import { lateness } from './lateness.ts'
import type { Objective } from './objective.ts'
import { overtime } from './overtime.ts'
import { preference } from './preference.ts'
import { shifts } from './shifts.ts'
import { stability } from './stability.ts'
import { travel } from './travel.ts'
import { unassigned } from './unassigned.ts'

/** Every soft goal. */
export const OBJECTIVES: readonly Objective[] = [
  unassigned,
  travel,
  duration,
  shifts,
  overtime,
  lateness,
  earliest,
  balance,
  preference,
  stability,
  continuity,
]

/** What one goal adds to the cost of a plan. */
export interface CostShare {
  readonly objective: keyof PolicyObjectives
  readonly level: number
  readonly weight: number
  /** Points before the weight. */
  readonly points: number
}

/** The cost of a plan: the number the search compares, and what it is made of. */
export interface CostReport {
  /** Sum of points × weight × 1,000,000 ^ level. */
  readonly total: number
  readonly shares: readonly CostShare[]
}

/** Works out the cost of a plan from its view. */
export const costOf = (view: PlanView): CostReport => {
  const goals = view.problem.policy.objectives
  const shares = OBJECTIVES.map(({ name, evaluate }): CostShare => {
    const { level, weight } = goals[name]
    return { objective: name, level, weight, points: evaluate(view) }
  })
  const total = shares.reduce(
    (sum, { objective, points }) => sum + points * goalFactor(goals[objective]),
    0,
  )
  return { total, shares }
}
