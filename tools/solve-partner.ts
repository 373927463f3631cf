// One of several searches on the same problem, in a thread of its own: plays rounds as it is told.
import { parentPort, workerData } from 'node:worker_threads'
import { createSearch, playRound, type Round } from '@regie/solver'
import { openTask, type SolveTask } from './solve-task.ts'

const { task, seed } = workerData as { task: SolveTask; seed: number }
const opened = openTask(task)
if ('problem' in opened) {
  const { problem, stop, instance } = opened
  const { initial } = instance
  const search = createSearch(problem, { seed, stop, ...(initial && { initial }) })
  parentPort?.on('message', (round: Round) => parentPort?.postMessage(playRound(search, round)))
}
