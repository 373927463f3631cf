// One of several threads that search together: plays the rounds it is told.
import { parentPort, workerData } from 'node:worker_threads'
import { createSearch, playRound, type Round } from '@regie/solver'
import type { SearchTask } from './search-messages.ts'
import { giveWay, readProblem, secondsLeft } from './thread-problem.ts'

giveWay()
const task = workerData as SearchTask
const { initial, seed } = task
const search = createSearch(readProblem(task), {
  initial,
  seed,
  stop: { seconds: secondsLeft(task), clock: () => performance.now() / 1000 },
})
parentPort?.on('message', (round: Round) => parentPort?.postMessage(playRound(search, round)))
