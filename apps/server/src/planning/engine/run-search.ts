// Starts the search's process, hands on its progress, and ends it when nobody wants the answer any more.
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
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

const program = fileURLToPath(new URL('./search-process.ts', import.meta.url))

type Told = Extract<SearchMessage, { kind: 'outcome' | 'parts' }>

/**
 * Rejects with the signal's reason when it is aborted, and with what went wrong in the process. A process, not a thread
 * (decision 0017): it can be ended amid its work, and whatever happens to it happens to no request.
 */
async function ask(task: ThreadTask, { signal, onProgress }: SearchWatch): Promise<Told> {
  signal.throwIfAborted()
  const search = fork(program, { serialization: 'advanced', execArgv: [] })
  const abort = new AbortController()
  try {
    return await new Promise<Told>((resolve, reject) => {
      search.on('message', (message: SearchMessage) => {
        if (message.kind === 'progress') onProgress(message.progress)
        else if (message.kind === 'failure') reject(new Error(message.message))
        else resolve(message)
      })
      search.on('error', reject)
      search.on('exit', (code, by) =>
        reject(new Error(`the search ended by itself (${by ?? code})`)),
      )
      signal.addEventListener('abort', () => reject(signal.reason), { signal: abort.signal })
      search.send(task)
    })
  } finally {
    abort.abort()
    search.removeAllListeners().on('error', () => {})
    search.kill('SIGKILL')
  }
}

async function askOutcome(task: ThreadTask, watch: SearchWatch): Promise<SearchOutcome> {
  const told = await ask(task, watch)
  if (told.kind !== 'outcome') throw new Error('the search answered something else')
  return told.outcome
}

/** Searches the whole problem. */
export const runSearch = (task: SearchTask, watch: SearchWatch): Promise<SearchOutcome> =>
  askOutcome({ kind: 'search', ...task }, watch)

type Whole = Pick<SearchTask, 'input' | 'estimate' | 'initial'>

/** Cuts a problem into parts, in the process: big problems take their time. */
export async function splitProblem(
  { input, estimate, initial }: Whole,
  turned: boolean,
  watch: SearchWatch,
) {
  const told = await ask({ kind: 'split', input, estimate, initial, turned }, watch)
  if (told.kind !== 'parts') throw new Error('the search answered something else')
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
