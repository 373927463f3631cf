// Looks whether a run is still wanted while a thread works for it.
import type { Id } from '@regie/contract/kernel'
import type { Actor } from '../../platform/actor.ts'
import type { Services } from '../../platform/services.ts'
import type { SearchProgress } from '../engine/search-messages.ts'
import { findRun } from '../store/runs.ts'

const WATCH_MS = 300

/** Somebody stopped the run. */
export class Cancelled extends Error {}

export type RunWatch = {
  readonly signal: AbortSignal
  readonly onProgress: (progress: SearchProgress) => void
  stop(): Promise<void>
}

/** Passes progress on, and ends the work when the run is cancelled, by whichever process. */
export function watchRun(
  { work, log }: Services,
  of: { readonly actor: Actor; readonly runId: Id; readonly outer: AbortSignal },
  report: (progress: SearchProgress) => Promise<unknown>,
): RunWatch {
  const { actor, runId, outer } = of
  const cancel = new AbortController()
  let telling: Promise<unknown> = Promise.resolve()
  const guard = (step: Promise<unknown>) =>
    step.catch((error: unknown) => log.warn({ err: error, runId }, 'progress could not be told'))
  const timer = setInterval(() => {
    telling = telling.then(() =>
      guard(
        work
          .read(actor, null, (tx) => findRun(tx, runId))
          .then((run) => run?.state === 'running' || cancel.abort(new Cancelled('cancelled'))),
      ),
    )
  }, WATCH_MS)
  return {
    signal: AbortSignal.any([outer, cancel.signal]),
    onProgress: (progress) => {
      telling = telling.then(() => guard(report(progress)))
    },
    stop: async () => {
      clearInterval(timer)
      await telling
    },
  }
}
