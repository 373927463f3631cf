// The parts of a big run: shared out to the queue, and what each says of itself.
import type { Id } from '@regie/contract/kernel'
import type { Plan } from '@regie/solver'
import { command } from '../../platform/work.ts'
import type { SearchProgress, SearchTask } from '../engine/search-messages.ts'
import { planPartOrder } from '../queue.ts'
import { deleteParts, endPart, insertPart, notePart } from '../store/run-parts.ts'
import { findRun } from '../store/runs.ts'

const write = { permission: 'planning.write' } as const

type Shared = {
  readonly runId: Id
  readonly parts: readonly { readonly visits: number; readonly task: SearchTask }[]
}

/** Queues the parts of a round; those of a round before are forgotten. False: the run is over. */
export const sharePartsOut = command(
  'planning.share-parts-out',
  write,
  async (tx, { runId, parts }: Shared): Promise<boolean> => {
    await deleteParts(tx, runId)
    if ((await findRun(tx, runId))?.state !== 'running') return false
    const { timeZone } = tx.actor
    for (const [rank, part] of parts.entries()) {
      const id = tx.newId()
      await insertPart(tx, { runId, rank, part: { ...part, id } })
      await tx.enqueue(planPartOrder, { partId: id, timeZone }, { key: id })
    }
    return true
  },
)

export const forgetParts = command(
  'planning.forget-parts',
  write,
  async (tx, { runId }: { runId: Id }): Promise<void> => await deleteParts(tx, runId),
)

export const reportPart = command(
  'planning.report-part',
  write,
  async (tx, { partId, progress }: { partId: Id; progress: SearchProgress }): Promise<void> =>
    await notePart(tx, partId, progress),
)

export const storePart = command(
  'planning.store-part',
  write,
  async (tx, { partId, ...what }: { partId: Id; plan?: Plan; failure?: string }): Promise<void> =>
    await endPart(tx, partId, what),
)
