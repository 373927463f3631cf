import type { Objective } from './objective.ts'

/** Technicians beyond the first on each series. */
export const continuity: Objective = {
  name: 'continuity',
  evaluate: ({ problem, stopOf }) => {
    const seen: Set<number>[] = problem.series.map(() => new Set())
    for (const [index, { tour }] of stopOf) {
      seen[problem.visits[index]?.series ?? -1]?.add(tour.technician.index)
    }
    const extra = seen.reduce((sum, technicians) => sum + Math.max(0, technicians.size - 1), 0)
    return extra * problem.policy.objectives.continuity.perTechnician
  },
}
