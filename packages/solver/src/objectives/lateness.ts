import type { Objective } from './objective.ts'

/** Seconds of service begun after the due time, and the largest of them. */
export const lateness: Objective = {
  name: 'lateness',
  evaluate: ({ problem, stopOf }) => {
    let sum = 0
    let largest = 0
    for (const [index, { stop }] of stopOf) {
      const { dueAt = Number.POSITIVE_INFINITY, latenessPrice = 0 } = problem.visits[index] ?? {}
      const late = Math.max(0, stop.start - dueAt)
      if (late === 0) continue
      sum += late * latenessPrice
      largest = Math.max(largest, late)
    }
    return sum + largest * problem.policy.objectives.lateness.perSecondOfLargest
  },
}
