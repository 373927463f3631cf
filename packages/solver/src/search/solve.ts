import type { Problem } from '../problem/problem.ts'
import type { Result, SolveOptions } from './search.ts'
import { createSearch } from './session.ts'

/**
 * Plans the visits of a problem.
 *
 * @returns the best plan found when the stop, the signal or the end of the search came; it
 *   breaks no rule unless a locked visit does
 * @remarks Runs until it is done: on a server, call it in a worker, or step a `createSearch`.
 */
export const solve = (problem: Problem, options: SolveOptions = {}): Result => {
  const search = createSearch(problem, options)
  while (!search.step()) {
    // Each step looks at the stop and the signal.
  }
  return search.result()
}
