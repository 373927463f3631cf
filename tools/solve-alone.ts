// Solves one instance in a thread of its own, and says what it found.
import { parentPort, workerData } from 'node:worker_threads'
import { type SolveTask, solveTask } from './solve-task.ts'

parentPort?.postMessage(solveTask(workerData as SolveTask))
