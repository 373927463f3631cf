// What the search's thread is given, and what it says.
import type { CostReport, Part, Plan, ProblemInput, Progress, Refusal, Result } from '@regie/solver'
import type { Estimate } from '../travel/haversine.ts'

export type SearchTask = {
  readonly input: ProblemInput
  /** Set: the input has no travel tables, they are estimated. */
  readonly estimate: Estimate | null
  readonly initial: Plan
  readonly seconds: number
  /** Milliseconds since 1970 at which whoever waits wants to have it; at least half of `seconds` is searched. */
  readonly wantedAt: number
  readonly seed: number
  /** Threads that search together; one when not said. */
  readonly threads?: number
  /** One part of a bigger problem: nobody reads its explanations. */
  readonly isPart?: boolean
}

/** What the process is asked for besides a search. */
export type ThreadTask =
  | ({ readonly kind: 'search' } & SearchTask)
  /** Cut a big problem into parts; `turned`: along other borders than the first time. */
  | ({ readonly kind: 'split'; readonly turned: boolean } & Pick<
      SearchTask,
      'input' | 'estimate' | 'initial'
    >)
  /** Put the plans of parts together, unless `fallback` is better, and tell what came out. */
  | ({
      readonly kind: 'merge'
      readonly plans: readonly Plan[]
      readonly fallback: Plan | null
      /** Nothing comes after: empty seats are explained. */
      readonly isLast: boolean
    } & Pick<SearchTask, 'input' | 'estimate' | 'initial'>)

/** How far the search is; `fraction` of the time it was given. */
export type SearchProgress = Pick<Progress, 'assigned' | 'unassigned'> & {
  readonly fraction: number
  readonly metres: number
}

/** A seat that stays empty, with what stands in the way of those who come nearest. */
export type Unplaced = { readonly visit: string; readonly refusals: readonly Refusal[] }

export type SearchOutcome = Pick<Result, 'plan' | 'cost' | 'summary' | 'iterations'> & {
  /** Metres of the plan the search began with. */
  readonly metresBefore: number
  readonly costBefore: CostReport
  readonly unplaced: readonly Unplaced[]
}

export type SearchMessage =
  | { readonly kind: 'progress'; readonly progress: SearchProgress }
  | { readonly kind: 'outcome'; readonly outcome: SearchOutcome }
  | { readonly kind: 'parts'; readonly parts: readonly Part[] }
  | { readonly kind: 'failure'; readonly message: string }
