import type { CostReport } from '../objectives/objectives.ts'
import { costOf } from '../objectives/objectives.ts'
import type { Problem } from '../problem/problem.ts'
import type { Refusal, RuleName } from '../rules/rule.ts'
import { RULES } from '../rules/rules.ts'
import type { Plan } from '../solution/plan.ts'
import type { Summary } from '../solution/summary.ts'
import { summarise } from '../solution/summary.ts'
import { viewPlan } from '../solution/tour.ts'

/** What every rule and goal says of a plan. */
export interface Evaluation {
  readonly feasible: boolean
  readonly refusals: readonly Refusal[]
  /** Refusals counted by rule; rules that are kept count 0. */
  readonly rules: Readonly<Partial<Record<RuleName, number>>>
  readonly cost: CostReport
  readonly summary: Summary
}

/** Judges a whole plan by the rules and the goals: feasibility, cost shares and key figures. */
export const evaluate = (problem: Problem, plan: Plan): Evaluation => {
  const view = viewPlan(problem, plan)
  const refusals: Refusal[] = []
  const rules: Partial<Record<RuleName, number>> = {}
  for (const rule of RULES) {
    const own = view.tours.flatMap((tour) => rule.evaluate(view, tour))
    rules[rule.name] = own.length
    refusals.push(...own)
  }
  return {
    feasible: refusals.length === 0,
    refusals,
    rules,
    cost: costOf(view),
    summary: summarise(view),
  }
}
