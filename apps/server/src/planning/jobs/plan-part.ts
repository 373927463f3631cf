// One part of a run that is too big for one search: on whichever machine takes it from the queue.
import { availableParallelism } from 'node:os'
import { program } from '../../platform/actor.ts'
import { job } from '../../platform/jobs.ts'
import type { Services } from '../../platform/services.ts'
import { reportPart, storePart } from '../commands/run-parts.ts'
import { runSearch } from '../engine/run-search.ts'
import { planPartOrder } from '../queue.ts'
import { openPart } from '../store/run-parts.ts'
import { Cancelled, watchRun } from './watch-run.ts'

/** Searches at once in one process; one core stays free for requests. */
export const PARTS_AT_ONCE = Math.max(1, availableParallelism() - 1)

export const planPart = job(
  planPartOrder.name,
  {
    payload: planPartOrder.payload,
    keyed: true,
    concurrency: PARTS_AT_ONCE,
    expireInSeconds: 600,
    retryLimit: 5,
  },
  async (services: Services, { partId, timeZone }, { organizationId, signal }) => {
    if (!organizationId) return
    const { work } = services
    const actor = program(organizationId, 'Planifier', timeZone)
    const part = await work.read(actor, null, (tx) => openPart(tx, partId))
    if (!part) return
    const watch = watchRun(services, { actor, runId: part.runId, outer: signal }, (progress) =>
      work.act(actor, reportPart, { partId, progress }),
    )
    try {
      // Its time begins now, not when it was queued.
      const wantedAt = Date.now() + part.task.seconds * 1000
      const { plan, summary } = await runSearch({ ...part.task, wantedAt }, watch)
      const { assigned, metres } = summary
      const last = { fraction: 1, assigned, unassigned: summary.unassigned.length, metres }
      await work.act(actor, reportPart, { partId, progress: last })
      await work.act(actor, storePart, { partId, plan })
    } catch (error) {
      if (error instanceof Cancelled) return
      // The server is stopping: another process takes the part up again.
      if (signal.aborted) throw error
      await work.act(actor, storePart, { partId, failure: (error as Error).message })
    } finally {
      await watch.stop()
    }
  },
)
