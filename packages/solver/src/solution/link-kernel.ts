import { goalFactor } from '../problem/policy.ts'
import type { Problem } from '../problem/problem.ts'
import type { Kernel } from './kernel.ts'
import { BROKEN } from './tour-books.ts'

/** Ties as rows of a table: those of visit u are the cells from[u] … from[u + 1] − 1. */
export interface Ties {
  readonly from: Int32Array
  /** The visit at the other end. */
  readonly other: Int32Array
  /** The later start is at least so much after the earlier one; may be negative. */
  readonly lag: Float64Array
}

/** What the links and due times of a problem ask of the starts of visits. */
export interface LinkKernel {
  /** start[other] ≥ start[u] + lag, when both are planned. */
  readonly onward: Ties
  /** start[u] ≥ start[other] + lag, when both are planned. */
  readonly inward: Ties
  readonly dueAt: Float64Array
  readonly perLateSecond: Float64Array
  /** The least of them, of visits with a due time. */
  readonly leastLatePrice: number
  readonly perLargestLateSecond: number
}

const tableOf = (lists: readonly (readonly (readonly [number, number])[])[]): Ties => {
  const from = new Int32Array(lists.length + 1)
  lists.forEach((list, u) => {
    from[u + 1] = (from[u] as number) + list.length
  })
  return {
    from,
    other: Int32Array.from(lists.flatMap((list) => list.map(([other]) => other))),
    lag: Float64Array.from(lists.flatMap((list) => list.map(([, lag]) => lag))),
  }
}

/** Compiles the links and due times of a problem. */
export const compileLinks = (kernel: Kernel): LinkKernel => {
  const { problem, origin } = kernel
  const late = goalFactor(problem.policy.objectives.lateness)
  const onward: [number, number][][] = problem.visits.map(() => [])
  const inward: [number, number][][] = problem.visits.map(() => [])
  const tie = (from: number, to: number, lag: number): void => {
    onward[from]?.push([to, lag])
    inward[to]?.push([from, lag])
  }
  for (const { from, to, measuredFrom, minSeconds, maxSeconds } of problem.links) {
    const service = measuredFrom === 'end' ? (problem.visits[from]?.serviceSeconds ?? 0) : 0
    tie(from, to, service + minSeconds)
    if (maxSeconds < Number.POSITIVE_INFINITY) tie(to, from, -service - maxSeconds)
  }
  return {
    onward: tableOf(onward),
    inward: tableOf(inward),
    dueAt: Float64Array.from(problem.visits, (visit) => visit.dueAt - origin),
    perLateSecond: Float64Array.from(problem.visits, (visit) => late * visit.latenessPrice),
    leastLatePrice:
      late *
      Math.min(
        ...problem.visits.map((visit) =>
          visit.dueAt < Number.POSITIVE_INFINITY ? visit.latenessPrice : BROKEN,
        ),
        BROKEN,
      ),
    perLargestLateSecond: late * problem.policy.objectives.lateness.perSecondOfLargest,
  }
}

/**
 * Is a rich problem one of crews, links and due times, and of nothing else that moves a start?
 * Then starts follow from tours and links alone (`LinkedTours`).
 */
export const isLinked = (problem: Problem): boolean => {
  const { rules, objectives } = problem.policy
  const crews = problem.links.length > 0
  const bare = problem.visits.every(
    (visit) =>
      visit.windows.length === 1 &&
      visit.serviceByTechnician.size === 0 &&
      visit.published === undefined &&
      visit.locked === undefined &&
      visit.series < 0 &&
      visit.resources.length + visit.tools.length + visit.parts.size === 0,
  )
  const free = problem.technicians.every(
    ({ limits, costs, absences }) =>
      !Object.values(limits).some(Number.isFinite) && costs.perHour === 0 && absences.length === 0,
  )
  const straight = problem.shifts.every(
    ({ pauses, nights, overtimeSeconds }) => pauses.length + nights.length + overtimeSeconds === 0,
  )
  const lax = ![
    rules.breaks,
    rules.workPerDay,
    rules.workPerWeek,
    rules.span,
    rules.dailyRest,
    rules.weeklyRest,
    rules.streak,
    rules.changes,
  ].some(({ on }) => on)
  const timeless =
    objectives.duration.perSecond + objectives.earliest.perHour === 0 &&
    objectives.balance.perSquaredHour === 0
  const steady = problem.travels.every(({ slices }) => slices.length === 0)
  return crews && bare && free && straight && lax && timeless && steady
}
