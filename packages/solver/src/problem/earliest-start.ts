import type { Problem } from './problem.ts'

/** The first instant at which a visit could begin: its first window, or the first shift of all. */
export const earliestStart = (problem: Problem, visit: number): number => {
  const opens = problem.visits[visit]?.windows[0]?.start ?? 0
  return Math.max(opens, firstShiftStart(problem))
}

const firstShiftStart = (problem: Problem): number => {
  let first = Number.POSITIVE_INFINITY
  for (const shift of problem.shifts) first = Math.min(first, shift.start)
  return Number.isFinite(first) ? first : 0
}
