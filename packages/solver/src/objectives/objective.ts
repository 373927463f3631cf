import type { PolicyObjectives } from '../problem/policy.ts'
import type { PlanView } from '../solution/tour.ts'

/** A soft goal: one file each. */
export interface Objective {
  readonly name: keyof PolicyObjectives
  /** Points of a plan before weight and level; less is better. */
  readonly evaluate: (view: PlanView) => number
}
