import type { CostReport } from '../objectives/objectives.ts'
import type { Problem } from '../problem/problem.ts'
import type { Plan } from '../solution/plan.ts'
import type { Summary } from '../solution/summary.ts'
import type { CancelSignal, Stop } from '../stop/stop.ts'

/** How to search. */
export interface SolveOptions {
  /** When to end; after 10,000 iterations without it. */
  readonly stop?: Stop
  /** Same problem, options, seed and iterations give the same plan. */
  readonly seed?: number
  /** A plan to start from, for example the running one. */
  readonly initial?: Plan
  /** Told at the first plan and at each better one. */
  readonly onProgress?: (progress: Progress) => void
  readonly signal?: CancelSignal
}

/** How far a search is. */
export interface Progress {
  readonly iterations: number
  /** Cost of the best plan so far, in the number the search compares. */
  readonly cost: number
  readonly assigned: number
  readonly unassigned: number
  /** By the clock of `stop`; 0 without one. */
  readonly elapsedSeconds: number
}

/** What a search found. */
export interface Result {
  readonly plan: Plan
  readonly cost: CostReport
  readonly summary: Summary
  readonly iterations: number
  readonly elapsedSeconds: number
}

/** A search that is run in steps, so that a worker stays responsive. */
export interface Search {
  readonly problem: Problem
  /** Ended by its stop, or by `cancel`. */
  readonly done: boolean
  readonly progress: Progress
  /** Runs up to so many iterations (1,000) and returns `done`. */
  step(iterations?: number): boolean
  /** Ends the search; the best plan so far stays. */
  cancel(): void
  /** The best plan so far, with its figures. */
  result(): Result
}
