// Asking for a plan, and what the job tells of it. The plan itself is never touched here.
import type { Id } from '@regie/contract/kernel'
import type { Proposal, Run, RunDraft } from '@regie/contract/planning-runs'
import { fail, invalid } from '../../platform/errors.ts'
import { found } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { technicians } from '../../workforce/index.ts'
import { policyFor } from '../engine/policy.ts'
import { happened } from '../events.ts'
import { isOpen } from '../model.ts'
import { planRangeOrder } from '../queue.ts'
import { claimRun, endRun, findRun, insertRun, markStarted, noteProgress } from '../store/runs.ts'

const write = { permission: 'planning.write' } as const
const LONGEST_DAYS = 31
/** A run that was interrupted this often is given up, and says so. */
const MAX_ATTEMPTS = 4

export function expectDates({ from, until }: Pick<RunDraft, 'from' | 'until'>): void {
  const days = (Date.parse(until) - Date.parse(from)) / 86_400_000 + 1
  if (!(days >= 1 && days <= LONGEST_DAYS))
    throw invalid([
      {
        path: 'body.until',
        expected: `a date not before ${from}, at most ${LONGEST_DAYS} days in all`,
        got: until,
      },
    ])
}

type Wanted = { readonly draft: RunDraft; readonly trigger: Run['trigger'] }

/** Makes the run and queues its work, whoever or whatever asks for it. */
export async function queueRun(
  tx: Tx,
  { draft, trigger }: Wanted,
  runId: Id = tx.newId(),
): Promise<Run> {
  await insertRun(tx, runId, draft, trigger)
  await tx.enqueue(planRangeOrder, { runId, timeZone: tx.actor.timeZone }, { key: runId })
  const run = found(await findRun(tx, runId), 'run')
  tx.emit(happened.run_created({ run }))
  return run
}

export const createRun = command(
  'planning.create-run',
  write,
  async (tx, draft: RunDraft): Promise<Run> => {
    expectDates(draft)
    await policyFor(tx, draft.policy)
    const wanted = [...new Set(draft.technicianIds)]
    const known = wanted.length > 0 ? await technicians(tx, wanted) : []
    if (known.length < wanted.length) throw fail('not_found', { what: 'technician' })
    return await queueRun(tx, { draft: { ...draft, technicianIds: wanted }, trigger: 'person' })
  },
)

export const cancelRun = command(
  'planning.cancel-run',
  write,
  async (tx, { runId }: { runId: Id }): Promise<Run> => {
    const { run } = found(await claimRun(tx, runId), 'run')
    if (run.state === 'cancelled') return run
    if (!isOpen(run.state)) throw fail('wrong_state', { state: run.state })
    return await end(tx, runId, 'cancelled')
  },
)

export const discardRun = command(
  'planning.discard-run',
  write,
  async (tx, { runId }: { runId: Id }): Promise<Run> => {
    const { run } = found(await claimRun(tx, runId), 'run')
    if (run.state === 'discarded') return run
    if (run.state !== 'proposed' && run.state !== 'partly_applied')
      throw fail('wrong_state', { state: run.state })
    return await end(tx, runId, 'discarded')
  },
)

async function end(
  tx: Tx,
  runId: Id,
  state: Run['state'],
  what: { failure?: string; proposal?: Proposal } = {},
): Promise<Run> {
  await endRun(tx, runId, state, what)
  const run = found(await findRun(tx, runId), 'run')
  tx.emit(happened.run_finished({ run }))
  return run
}

/** The job takes the run up, for the first time or after it was interrupted; null: there is nothing to do. */
export const beginRun = command(
  'planning.begin-run',
  write,
  async (tx, { runId }: { runId: Id }): Promise<Run | null> => {
    const claimed = await claimRun(tx, runId)
    if (!claimed || !isOpen(claimed.run.state)) return null
    if (claimed.attempts >= MAX_ATTEMPTS) {
      await end(tx, runId, 'failed', { failure: `interrupted ${claimed.attempts} times` })
      return null
    }
    await markStarted(tx, runId)
    const run = found(await findRun(tx, runId), 'run')
    tx.emit(happened.run_progressed({ run }))
    return run
  },
)

/** False: somebody cancelled the run. */
export const reportProgress = command(
  'planning.report-progress',
  write,
  async (
    tx,
    { runId, progress }: { runId: Id; progress: NonNullable<Run['progress']> },
  ): Promise<boolean> => {
    if (!(await noteProgress(tx, runId, progress))) return false
    tx.emit(happened.run_progressed({ run: found(await findRun(tx, runId), 'run') }))
    return true
  },
)

/** The result, unless the run was cancelled meanwhile or another process was quicker. */
export const storeProposal = command(
  'planning.store-proposal',
  write,
  async (tx, { runId, proposal }: { runId: Id; proposal: Proposal }): Promise<void> => {
    const claimed = await claimRun(tx, runId)
    if (claimed?.run.state === 'running') await end(tx, runId, 'proposed', { proposal })
  },
)

export const failRun = command(
  'planning.fail-run',
  write,
  async (tx, { runId, failure }: { runId: Id; failure: string }): Promise<void> => {
    const claimed = await claimRun(tx, runId)
    if (claimed && isOpen(claimed.run.state)) await end(tx, runId, 'failed', { failure })
  },
)
