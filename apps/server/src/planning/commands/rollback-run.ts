// Back to the plan before a proposal: exactly what it was, or not at all.
import type { Id } from '@regie/contract/kernel'
import type { Proposal, Run, RunDetail } from '@regie/contract/planning-runs'
import { fail } from '../../platform/errors.ts'
import { found } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { fingerprint, type SeatState, textOfSeat } from '../engine/seat-state.ts'
import { happened } from '../events.ts'
import {
  applicationsOf,
  markUndone,
  standingApplications,
  type Taking,
} from '../store/applications.ts'
import {
  clashOf,
  deferClashes,
  deleteAssignments,
  liveOnWorkOrders,
  lockPlanning,
  overlapping,
  restoreAssignments,
  settleClashes,
} from '../store/assignments.ts'
import { findLabelled, labelledById } from '../store/labelled.ts'
import { claimRun, findRun, readProposal, saveApplied } from '../store/runs.ts'
import { followSeats } from './follow-seats.ts'
import { tellRestored } from './tell-restored.ts'

type RolledBack = { run: RunDetail; restored: number; state: string }

export const rollbackRun = command(
  'planning.rollback-run',
  { permission: 'planning.write' },
  async (tx, { runId }: { runId: Id }): Promise<RolledBack> => {
    const { run } = found(await claimRun(tx, runId), 'run')
    const takings = await standingApplications(tx, runId)
    const proposal = await readProposal(tx, runId)
    if (takings.length === 0 || !proposal) throw fail('wrong_state', { state: run.state })
    const { before, after } = endsOf(takings)
    await lockPlanning(
      tx,
      [...before, ...after].flatMap(({ assignment }) =>
        assignment ? [assignment.workOrderId, assignment.technicianId] : [],
      ),
    )
    await expectUntouched(tx, { before, after, proposal })
    const was = await seatsNow(tx, after, proposal)
    const shown = await labelledById(tx, idsIn(was))
    await write(tx, before, was)
    const state = fingerprint(await seatsNow(tx, after, proposal))
    if (state !== fingerprint(before)) throw new Error('the plan before could not be written back')
    await tellRestored(tx, { was: shown, ids: idsIn(before) })
    await markUndone(
      tx,
      takings.map(({ id }) => id),
    )
    return { run: await note(tx, run, proposal, before), restored: before.length, state }
  },
)

const idsIn = (seats: readonly SeatState[]): Id[] =>
  seats.flatMap(({ assignment }) => assignment?.id ?? [])

/** Of several takings the first knows what was before, the last what they left. */
function endsOf(takings: readonly Taking[]): { before: SeatState[]; after: SeatState[] } {
  const before = new Map<Id, SeatState>()
  const after = new Map<Id, SeatState>()
  for (const taking of takings) {
    for (const seat of taking.before)
      if (!before.has(seat.positionId)) before.set(seat.positionId, seat)
    for (const seat of taking.after) after.set(seat.positionId, seat)
  }
  return { before: [...before.values()], after: [...after.values()] }
}

const workOf = (proposal: Proposal): Map<Id, Proposal['moves'][number]> =>
  new Map(proposal.moves.map((move) => [move.positionId, move]))

/** The seats as they are in the database now. */
async function seatsNow(
  tx: Tx,
  seats: readonly SeatState[],
  proposal: Proposal,
): Promise<SeatState[]> {
  const work = workOf(proposal)
  const ids = seats.flatMap(({ positionId }) => work.get(positionId)?.workOrderId ?? [])
  const live = await liveOnWorkOrders(tx, [...new Set(ids)])
  const held = new Map(live.map((one) => [one.positionId, one]))
  return seats.map(({ positionId }) => ({ positionId, assignment: held.get(positionId) ?? null }))
}

/** 409 with everything that changed since: the plan before is only put back upon the very plan that replaced it. */
async function expectUntouched(
  tx: Tx,
  { before, after, proposal }: { before: SeatState[]; after: SeatState[]; proposal: Proposal },
): Promise<void> {
  const work = workOf(proposal)
  const now = await seatsNow(tx, after, proposal)
  const titleOf = (positionId: Id) => {
    const move = work.get(positionId)
    return move ? `${move.title} · ${move.siteName}` : positionId
  }
  const changes: { positionId: Id; title: string; code: string; now: unknown }[] = []
  for (const [rank, seat] of now.entries()) {
    if (textOfSeat(seat) === textOfSeat(after[rank] as SeatState)) continue
    const { positionId, assignment } = seat
    changes.push({
      positionId,
      title: titleOf(positionId),
      code: assignment ? 'changed' : 'removed',
      now: assignment ? await findLabelled(tx, assignment.id) : null,
    })
  }
  const own = new Set(now.flatMap(({ assignment }) => assignment?.id ?? []))
  for (const { positionId, assignment } of before) {
    if (!assignment || assignment.overlapAllowed) continue
    const other = await overlapping(tx, assignment, [assignment.id, ...own])
    if (!other) continue
    const shown = await findLabelled(tx, other.id)
    changes.push({ positionId, title: titleOf(positionId), code: 'slot_taken', now: shown })
  }
  if (changes.length === 0) return
  const titles = [...new Set(changes.map(({ title }) => title))].slice(0, 5).join(', ')
  throw fail('rollback_overtaken', { count: changes.length, titles, changes })
}

async function write(
  tx: Tx,
  before: readonly SeatState[],
  was: readonly SeatState[],
): Promise<void> {
  const kept = before.flatMap(({ assignment }) => assignment ?? [])
  const ids = new Set(kept.map(({ id }) => id))
  await deferClashes(tx)
  await deleteAssignments(
    tx,
    was.flatMap(({ assignment }) => (assignment && !ids.has(assignment.id) ? [assignment.id] : [])),
  )
  await restoreAssignments(tx, kept)
  try {
    await settleClashes(tx)
  } catch (error) {
    if (clashOf(error)) throw fail('conflict', { reason: 'two visits of one technician overlap' })
    throw error
  }
  await followSeats(
    tx,
    [...before, ...was].flatMap(({ assignment }) => assignment?.workOrderId ?? []),
  )
}

/** The moves may be taken over once more. */
async function note(
  tx: Tx,
  run: Run,
  proposal: Proposal,
  before: readonly SeatState[],
): Promise<RunDetail> {
  const undone = new Set(before.map(({ positionId }) => positionId))
  const noted = {
    ...proposal,
    moves: proposal.moves.map((move) =>
      undone.has(move.positionId) ? { ...move, appliedAt: null } : move,
    ),
  }
  await saveApplied(tx, run.id, run.state === 'discarded' ? 'discarded' : 'proposed', noted)
  const now = found(await findRun(tx, run.id), 'run')
  tx.emit(happened.run_rolled_back({ run: now, restored: undone.size }))
  return { ...now, proposal: noted, applications: await applicationsOf(tx, run.id) }
}
