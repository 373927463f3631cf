// A run too big for one search: shared out as jobs twice, the second time along other borders, and put together.
import { setTimeout } from 'node:timers/promises'
import type { Id } from '@regie/contract/kernel'
import type { Actor } from '../../platform/actor.ts'
import type { Services } from '../../platform/services.ts'
import { forgetParts, sharePartsOut } from '../commands/run-parts.ts'
import { mergeParts, splitProblem } from '../engine/run-search.ts'
import type { SearchOutcome, SearchTask } from '../engine/search-messages.ts'
import { type PartState, partPlans, partStates } from '../store/run-parts.ts'
import { PARTS_AT_ONCE } from './plan-part.ts'
import { Cancelled, type RunWatch } from './watch-run.ts'

/** Seats to fill from which a run is shared out. */
const SEARCHED_WHOLE = 1500
const LOOK_MS = 500
/** Of the time: what the first round gets, and what the round that mends the borders gets. */
const SHARES = [0.65, 0.25] as const

type Context = {
  readonly services: Services
  readonly actor: Actor
  readonly runId: Id
  readonly watch: RunWatch
}

export const isBig = ({ input }: SearchTask): boolean =>
  input.workOrders.reduce((sum, { positions }) => sum + Math.max(1, positions?.length ?? 1), 0) >
  SEARCHED_WHOLE

/** How far all parts are together. */
function told(
  { watch }: Context,
  parts: readonly PartState[],
  { from, share }: { from: number; share: number },
): void {
  const visits = parts.reduce((sum, part) => sum + part.visits, 0)
  const fractionOf = ({ state, progress }: PartState) =>
    state === 'done' ? 1 : (progress?.fraction ?? 0)
  const done = parts.reduce((sum, part) => sum + part.visits * fractionOf(part), 0)
  const sum = (of: 'assigned' | 'metres') =>
    parts.reduce((all, { progress }) => all + (progress?.[of] ?? 0), 0)
  const assigned = sum('assigned')
  watch.onProgress({
    fraction: Math.min(1, from + (share * done) / Math.max(1, visits)),
    assigned,
    unassigned: visits - assigned,
    metres: sum('metres'),
  })
}

/** Waits until every part has its plan; one that failed fails the run. */
async function waitForParts(context: Context, span: { from: number; share: number }) {
  const { services, actor, runId, watch } = context
  for (;;) {
    watch.signal.throwIfAborted()
    const parts = await services.work.read(actor, null, (tx) => partStates(tx, runId))
    const failed = parts.find(({ state }) => state === 'failed')
    if (failed) throw new Error(failed.failure ?? 'a part of the run failed')
    told(context, parts, span)
    if (parts.every(({ state }) => state === 'done')) break
    await setTimeout(LOOK_MS, undefined, { signal: watch.signal }).catch(() => undefined)
  }
  return await services.work.read(actor, null, (tx) => partPlans(tx, runId))
}

/** Plans a big problem in parts; the outcome has passed the check of the whole. */
export async function planInParts(context: Context, task: SearchTask): Promise<SearchOutcome> {
  const { services, actor, runId, watch } = context
  let found: SearchOutcome | null = null
  try {
    for (const [round, share] of SHARES.entries()) {
      const initial: SearchOutcome['plan'] = found?.plan ?? task.initial
      const parts = await splitProblem({ ...task, initial }, round > 0, watch)
      const seconds = Math.max(1, (task.seconds * share * PARTS_AT_ONCE) / parts.length)
      const shared = parts.map((part, rank) => ({
        visits: part.visits,
        task: {
          ...task,
          input: part.input,
          initial: part.initial,
          seconds,
          seed: task.seed + rank,
          isPart: true,
          // Parts are searched side by side already.
          threads: 1,
        },
      }))
      if (!(await services.work.act(actor, sharePartsOut, { runId, parts: shared })))
        throw new Cancelled('cancelled')
      const plans = await waitForParts(context, { from: round === 0 ? 0 : SHARES[0], share })
      const isLast = round === SHARES.length - 1
      found = await mergeParts(task, { plans, fallback: found?.plan ?? null, isLast }, watch)
    }
    if (!found) throw new Error('there was nothing to plan')
    return found
  } finally {
    await services.work.act(actor, forgetParts, { runId })
  }
}
