// Several threads search one problem together. They are threads of the search's own process, and end with it.
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import {
  cooperate,
  evaluate,
  type Partner,
  type Problem,
  type Result,
  type RoundReport,
} from '@regie/solver'
import type { SearchProgress, SearchTask } from './search-messages.ts'
import { secondsLeft } from './thread-problem.ts'

/** Far enough apart that no two threads draw the same numbers. */
const SEEDS_APART = 7919

/** What a partner's thread says next, unless it fails first. */
async function heard(worker: Worker): Promise<RoundReport> {
  const [report] = (await once(worker, 'message')) as [RoundReport]
  return report
}

const openPartner = (task: SearchTask): Partner => {
  const worker = new Worker(new URL('./search-partner.ts', import.meta.url), { workerData: task })
  const play: Partner['play'] = (round) => {
    const report = heard(worker)
    worker.postMessage(round)
    return report
  }
  return { play }
}

/** The best plan that `task.threads` threads find together; progress after each round. */
export async function searchTogether(
  problem: Problem,
  task: SearchTask,
  tell: (progress: SearchProgress) => void,
): Promise<Result> {
  const begun = performance.now()
  const seconds = secondsLeft(task)
  const partners = Array.from({ length: task.threads ?? 1 }, (_, k) =>
    openPartner({ ...task, seed: task.seed + k * SEEDS_APART }),
  )
  const onRound = (plan: Result['plan']): void => {
    const { assigned, unassigned, metres } = evaluate(problem, plan).summary
    const fraction = Math.min(1, (performance.now() - begun) / 1000 / seconds)
    tell({ assigned, unassigned: unassigned.length, fraction, metres })
  }
  return await cooperate(problem, partners, { seed: task.seed, onRound })
}
