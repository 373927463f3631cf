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
  /** How much of the search is over by its stop, from 0 to 1. */
  readonly share: number
}

/** What a search found. */
export interface Result {
  readonly plan: Plan
  readonly cost: CostReport
  readonly summary: Summary
  readonly iterations: number
  readonly elapsedSeconds: number
}

/** The part of a plan that a search may change; the rest stays as it is. */
export interface Territory {
  /** Ranks of shifts. */
  readonly shifts: readonly number[]
  /** Indices of the visits of these shifts, and of unassigned ones. */
  readonly visits: readonly number[]
}

/** A search that is run in steps, so that a worker stays responsive. */
export interface Search {
  readonly problem: Problem
  /** Ended by its stop, or by `cancel`. */
  readonly done: boolean
  readonly progress: Progress
  /** Runs up to so many iterations (1,000) and returns `done`. */
  step(iterations?: number): boolean
  /**
   * Goes on from another plan, for example the best of several searches, within a territory if
   * one is given. A search that cannot do so stays where it is and returns false.
   */
  resume(plan: Plan, territory?: Territory): boolean
  /** Can it go on from another plan within a territory? */
  readonly canResume: boolean
  /** The plan the search is at, which may cost more than the best. */
  current(): Plan
  /** Ends the search; the best plan so far stays. */
  cancel(): void
  /** The best plan so far, with its figures. */
  result(): Result
}
