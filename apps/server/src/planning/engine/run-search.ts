// Starts the search's thread, hands on its progress, and ends it when nobody wants the answer any more.
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type {
  SearchMessage,
  SearchOutcome,
  SearchProgress,
  SearchTask,
  ThreadTask,
} from './search-messages.ts'

export type SearchWatch = {
  readonly signal: AbortSignal
  readonly onProgress: (progress: SearchProgress) => void
}

/** How long a thread may take to end by itself. */
const ENDING_MS = 3_000
/** The number of a thread that has ended. */
const GONE = -1

type Told = Extract<SearchMessage, { kind: 'outcome' | 'parts' }>

/** Rejects with the signal's reason when it is aborted, and with what went wrong in the thread. */
async function ask(task: ThreadTask, { signal, onProgress }: SearchWatch): Promise<Told> {
  signal.throwIfAborted()
  const worker = new Worker(new URL('./search-thread.ts', import.meta.url), { workerData: task })
  const abort = new AbortController()
  try {
    return await new Promise<Told>((resolve, reject) => {
      worker.on('message', (message: SearchMessage) => {
        if (message.kind === 'progress') onProgress(message.progress)
        else if (message.kind === 'failure') reject(new Error(message.message))
        else resolve(message)
      })
      worker.on('error', reject)
      worker.on('exit', (code) => reject(new Error(`the search ended by itself (${code})`)))
      signal.addEventListener('abort', () => reject(signal.reason), { signal: abort.signal })
    })
  } finally {
    abort.abort()
    void end(worker)
  }
}

/** Lets it come to a point where it can stop, and stops it amid its work only when it takes too long. */
async function end(worker: Worker): Promise<void> {
  if (worker.threadId === GONE) return
  worker.removeAllListeners().on('error', () => {})
  worker.unref()
  const late = setTimeout(() => void worker.terminate(), ENDING_MS).unref()
  worker.postMessage('end')
  await once(worker, 'exit')
  clearTimeout(late)
}

async function askOutcome(task: ThreadTask, watch: SearchWatch): Promise<SearchOutcome> {
  const told = await ask(task, watch)
  if (told.kind !== 'outcome') throw new Error('the thread answered something else')
  return told.outcome
}

/** Searches the whole problem. */
export const runSearch = (task: SearchTask, watch: SearchWatch): Promise<SearchOutcome> =>
  askOutcome({ kind: 'search', ...task }, watch)

type Whole = Pick<SearchTask, 'input' | 'estimate' | 'initial'>

/** Cuts a problem into parts, in the thread: big problems take their time. */
export async function splitProblem(
  { input, estimate, initial }: Whole,
  turned: boolean,
  watch: SearchWatch,
) {
  const told = await ask({ kind: 'split', input, estimate, initial, turned }, watch)
  if (told.kind !== 'parts') throw new Error('the thread answered something else')
  return told.parts
}

type Round = {
  readonly plans: readonly SearchOutcome['plan'][]
  readonly fallback: SearchOutcome['plan'] | null
  readonly isLast: boolean
}

/** Puts the plans of parts together, or takes `fallback` where that is better. */
export const mergeParts = (
  { input, estimate, initial }: Whole,
  round: Round,
  watch: SearchWatch,
): Promise<SearchOutcome> =>
  askOutcome({ kind: 'merge', input, estimate, initial, ...round }, watch)
