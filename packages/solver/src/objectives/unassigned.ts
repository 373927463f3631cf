import type { Objective } from './objective.ts'

/** The prices of empty seats. */
export const unassigned: Objective = {
  name: 'unassigned',
  evaluate: ({ problem, stopOf }) =>
    problem.visits.reduce(
      (sum, visit) => sum + (stopOf.has(visit.index) ? 0 : visit.unassignedPrice),
      0,
    ),
}
