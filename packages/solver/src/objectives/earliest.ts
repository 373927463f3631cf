import { earliestStart } from '../problem/earliest-start.ts'
import type { Objective } from './objective.ts'

/** Hours between the first instant of a visit's windows and its start; windows from nowhere count 0. */
export const earliest: Objective = {
  name: 'earliest',
  evaluate: ({ problem, stopOf }) => {
    const { perHour } = problem.policy.objectives.earliest
    if (perHour === 0) return 0
    let seconds = 0
    for (const [index, { stop }] of stopOf) {
      seconds += stop.start - earliestStart(problem, index)
    }
    return (seconds * perHour) / 3600
  },
}
