import { check } from '../check/check.ts'
import type { CostReport } from '../objectives/objectives.ts'
import { costOf } from '../objectives/objectives.ts'
import { buildProblem } from '../problem/build.ts'
import type { ProblemInput } from '../problem/input.ts'
import type { Problem } from '../problem/problem.ts'
import { createSearch } from '../search/session.ts'
import type { Plan } from '../solution/plan.ts'
import type { Summary } from '../solution/summary.ts'
import { summarise } from '../solution/summary.ts'
import { viewPlan } from '../solution/tour.ts'
import type { CancelSignal } from '../stop/stop.ts'
import { mergePlans, type Part, partition } from './partition.ts'

/** How to solve a problem that is too big to be searched whole. */
export interface PartsOptions {
  readonly seconds: number
  /** Seconds from any origin, as for `Stop`. */
  readonly clock: () => number
  readonly seed?: number
  readonly initial?: Plan
  readonly visitsPerPart?: number
  readonly signal?: CancelSignal
  /** Told after each part: parts done, and parts in all. */
  readonly onProgress?: (done: number, parts: number) => void
}

/** What was found, and into how many parts the problem was cut. */
export interface PartsResult {
  readonly plan: Plan
  readonly cost: CostReport
  readonly summary: Summary
  readonly iterations: number
  readonly parts: number
}

/** Of the time, what the first round of parts gets; the second mends the borders. */
const FIRST_ROUND = 0.7

const solvePart = (
  { input, initial }: Part,
  options: { readonly seconds: number; readonly clock: () => number; readonly seed: number },
): { readonly plan: Plan; readonly iterations: number } => {
  const built = buildProblem(input)
  if ('faults' in built) {
    const [fault] = built.faults
    throw new Error(
      `a part is faulty: ${fault?.path}: expected ${fault?.expected}, got ${fault?.got}`,
    )
  }
  const { seconds, clock, seed } = options
  const search = createSearch(built.problem, { initial, seed, stop: { seconds, clock } })
  while (!search.step(256));
  const { plan, iterations } = search.result()
  return { plan, iterations }
}

/**
 * Plans a problem in parts, one after the other, twice: the second time along other cuts, from the
 * plan of the first, so that work at the borders finds its place. Machines that share the parts
 * use `partition` and `mergePlans` themselves.
 *
 * @param input an input without faults, and the problem built from it
 * @remarks A part that would break a rule of the whole keeps its plan of the round before.
 */
export const solveInParts = (
  input: ProblemInput,
  problem: Problem,
  options: PartsOptions,
): PartsResult => {
  const { clock, seed = 1, visitsPerPart = 500 } = options
  const begun = clock()
  let plan = options.initial ?? { assignments: [] }
  let iterations = 0
  let count = 0
  for (const turned of [false, true]) {
    const parts = partition(input, problem, { visitsPerPart, initial: plan, turned })
    count = Math.max(count, parts.length)
    const visits = Math.max(1, problem.visits.length)
    const until = begun + options.seconds * (turned ? 1 : FIRST_ROUND)
    let waiting = visits
    const plans = parts.map((part, k) => {
      const seconds = (Math.max(0, until - clock()) * part.visits) / Math.max(1, waiting)
      waiting -= part.visits
      if (options.signal?.aborted) return part.initial
      const found = solvePart(part, { seconds, clock, seed: seed + k })
      iterations += found.iterations
      options.onProgress?.(k + 1 + (turned ? parts.length : 0), 2 * parts.length)
      return found.plan
    })
    const merged = mergePlans(plans)
    if (!turned || isNoWorse(problem, merged, plan)) plan = merged
    if (parts.length < 2) break
  }
  const view = viewPlan(problem, plan)
  return { plan, cost: costOf(view), summary: summarise(view), iterations, parts: count }
}

const breaks = (problem: Problem, plan: Plan): number =>
  check(problem, plan).filter(({ locked }) => !locked).length

/** The second round counts only when it is better and as clean. */
const isNoWorse = (problem: Problem, next: Plan, before: Plan): boolean =>
  breaks(problem, next) <= breaks(problem, before) &&
  costOf(viewPlan(problem, next)).total <= costOf(viewPlan(problem, before)).total
