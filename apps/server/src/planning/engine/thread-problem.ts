// What every thread of a search does first: give way to requests, and read its problem.
import { constants, setPriority } from 'node:os'
import { buildProblem, type Problem, type ProblemInput } from '@regie/solver'
import type { SearchTask } from './search-messages.ts'

/** Requests go first. On Linux each thread says so for itself; elsewhere the last to say it says it for all. */
export function giveWay(): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // A container may forbid it; the search then competes as an equal.
  }
}

type Given = Pick<SearchTask, 'input' | 'estimate'>

/** The input with the estimate of travel that the organisation's settings ask for. */
export const inputOf = ({ input, estimate }: Given): ProblemInput =>
  estimate
    ? {
        ...input,
        estimate: { detourFactor: estimate.detour, kilometresPerHour: estimate.speedKmh },
      }
    : input

export function readProblem(given: Given): Problem {
  const built = buildProblem(inputOf(given))
  if ('faults' in built)
    throw new Error(
      `the problem has faults: ${built.faults
        .slice(0, 5)
        .map(({ path, expected, got }) => `${path}: expected ${expected}, got ${got}`)
        .join('; ')}`,
    )
  return built.problem
}

/** Starting up took its part of the time that was asked for. */
export const secondsLeft = ({ seconds, wantedAt }: SearchTask): number =>
  Math.max(seconds / 2, (wantedAt - Date.now()) / 1000)
