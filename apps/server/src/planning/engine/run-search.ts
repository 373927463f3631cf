// Starts the search's thread, hands on its progress, and ends it when nobody wants the answer any more.
import { Worker } from 'node:worker_threads'
import type { SearchMessage, SearchOutcome, SearchProgress, SearchTask } from './search-messages.ts'

export type SearchWatch = {
  readonly signal: AbortSignal
  readonly onProgress: (progress: SearchProgress) => void
}

/** Rejects with the signal's reason when it is aborted, and with what went wrong in the thread. */
export async function runSearch(
  task: SearchTask,
  { signal, onProgress }: SearchWatch,
): Promise<SearchOutcome> {
  signal.throwIfAborted()
  const worker = new Worker(new URL('./search-thread.ts', import.meta.url), { workerData: task })
  const abort = new AbortController()
  try {
    return await new Promise<SearchOutcome>((resolve, reject) => {
      worker.on('message', (message: SearchMessage) => {
        if (message.kind === 'progress') onProgress(message.progress)
        else if (message.kind === 'outcome') resolve(message.outcome)
        else reject(new Error(message.message))
      })
      worker.on('error', reject)
      worker.on('exit', (code) => reject(new Error(`the search ended by itself (${code})`)))
      signal.addEventListener('abort', () => reject(signal.reason), { signal: abort.signal })
    })
  } finally {
    abort.abort()
    await worker.terminate()
  }
}
