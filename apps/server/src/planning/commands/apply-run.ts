// Taking over a proposal: judged again on what is there now, then written whole or not at all.
import type { Id } from '@regie/contract/kernel'
import type { Move, Proposal, Run, RunDetail } from '@regie/contract/planning-runs'
import { fail } from '../../platform/errors.ts'
import { found } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import type { SeatState } from '../engine/seat-state.ts'
import { happened } from '../events.ts'
import { isApplicable } from '../model.ts'
import { findOvertaken, type Overtaken } from '../queries/verify-moves.ts'
import { applicationsOf, insertApplication, type Taking } from '../store/applications.ts'
import {
  clashOf,
  deferClashes,
  deleteAssignments,
  insertAssignments,
  liveOnWorkOrders,
  lockPlanning,
  moveAssignments,
  type Placed,
  saveAssignment,
  settleClashes,
} from '../store/assignments.ts'
import { labelledById } from '../store/labelled.ts'
import { claimRun, findRun, readProposal, saveApplied } from '../store/runs.ts'
import { followSeats } from './follow-seats.ts'

type Input = {
  runId: Id
  technicianIds: readonly Id[]
  positionIds: readonly Id[]
  skipOvertaken: boolean
}
type Applied = { run: RunDetail; applied: number; skipped: Overtaken[] }

/** Applying twice does it once: moves that were taken over are marked, and asked for no more. */
export const applyRun = command(
  'planning.apply-run',
  { permission: 'planning.write' },
  async (tx, input: Input): Promise<Applied> => {
    const { run } = found(await claimRun(tx, input.runId), 'run')
    const proposal = await readProposal(tx, input.runId)
    if (!proposal || !isApplicable(run.state)) throw fail('wrong_state', { state: run.state })
    const wanted = proposal.moves.filter((move) => isWanted(move, input))
    if (wanted.length === 0) {
      const applications = await applicationsOf(tx, input.runId)
      return { run: { ...run, proposal, applications }, applied: 0, skipped: [] }
    }
    await lockPlanning(
      tx,
      wanted.flatMap(({ workOrderId, from, to }) =>
        [workOrderId, from?.technicianId, to?.technicianId].filter((id) => id !== undefined),
      ),
    )
    const skipped = await findOvertaken(tx, wanted, run.policy)
    if (skipped.length > 0 && !input.skipOvertaken)
      throw fail('proposal_overtaken', {
        count: skipped.length,
        titles: skipped
          .slice(0, 5)
          .map(({ title }) => title)
          .join(', '),
        moves: skipped,
      })
    const left = new Set(skipped.map(({ positionId }) => positionId))
    const moves = wanted.filter(({ positionId }) => !left.has(positionId))
    const taking = await writeMoves(tx, moves)
    if (moves.length > 0) await insertApplication(tx, run.id, { id: tx.newId(), ...taking })
    return { run: await note(tx, run, proposal, moves), applied: moves.length, skipped }
  },
)

const isWanted = ({ appliedAt, positionId, from, to }: Move, input: Input): boolean => {
  const { technicianIds, positionIds } = input
  if (appliedAt !== null) return false
  if (positionIds.length > 0 && !positionIds.includes(positionId)) return false
  return (
    technicianIds.length === 0 ||
    [from?.technicianId, to?.technicianId].some((id) => id && technicianIds.includes(id))
  )
}

/** Marks what was taken over. */
async function note(
  tx: Tx,
  { id }: Run,
  proposal: Proposal,
  moves: readonly Move[],
): Promise<RunDetail> {
  const done = new Set(moves.map(({ positionId }) => positionId))
  const noted = {
    ...proposal,
    moves: proposal.moves.map((move) =>
      done.has(move.positionId) ? { ...move, appliedAt: tx.now() } : move,
    ),
  }
  const rest = noted.moves.some(({ appliedAt }) => appliedAt === null)
  await saveApplied(tx, id, rest ? 'partly_applied' : 'applied', noted)
  const run = found(await findRun(tx, id), 'run')
  tx.emit(happened.run_applied({ run, applied: moves.length }))
  return { ...run, proposal: noted, applications: await applicationsOf(tx, id) }
}

/** The seats of these moves, as they were and as they are now. */
async function writeMoves(tx: Tx, moves: readonly Move[]): Promise<Omit<Taking, 'id'>> {
  const workOrderIds = moves.map(({ workOrderId }) => workOrderId)
  const live = await liveOnWorkOrders(tx, workOrderIds)
  const held = new Map(live.map((one) => [one.positionId, one]))
  const known = new Map(
    (
      await labelledById(
        tx,
        live.map(({ id }) => id),
      )
    ).map((one) => [one.id, one]),
  )
  await deferClashes(tx)
  const removed = await removeAll(tx, moves, held)
  const moved = moves.flatMap((move) => {
    const before = held.get(move.positionId)
    const offered = { state: 'offered' as const, override: null, overlapAllowed: false }
    return before && move.to ? [{ ...before, ...spanOf(move.to), ...offered }] : []
  })
  if ((await moveAssignments(tx, moved)) !== moved.length)
    throw fail('conflict', { reason: 'an assignment changed at the same moment' })
  const created = moves.flatMap((move) =>
    move.to && !held.has(move.positionId) ? [newlyPlaced(tx, move, move.to)] : [],
  )
  await insertAssignments(tx, created)
  await settle(tx)
  await followSeats(tx, workOrderIds)
  await tellAll(tx, { removed, moved, created, held, known })
  const seated = new Map(
    (await liveOnWorkOrders(tx, workOrderIds)).map((one) => [one.positionId, one]),
  )
  return { before: seatsOf(moves, held), after: seatsOf(moves, seated) }
}

const seatsOf = (moves: readonly Move[], held: ReadonlyMap<Id, Placed>): SeatState[] =>
  moves.map(({ positionId }) => ({ positionId, assignment: held.get(positionId) ?? null }))

const spanOf = ({ technicianId, startsAt, endsAt }: NonNullable<Move['to']>) => ({
  technicianId,
  startsAt,
  endsAt,
})

const newlyPlaced = (tx: Tx, move: Move, to: NonNullable<Move['to']>): Placed => ({
  id: tx.newId(),
  version: 1,
  workOrderId: move.workOrderId,
  positionId: move.positionId,
  ...spanOf(to),
  state: 'offered',
  locked: false,
  publishedAt: null,
  declinedReason: null,
  override: null,
  overlapAllowed: false,
})

async function removeAll(
  tx: Tx,
  moves: readonly Move[],
  held: ReadonlyMap<Id, Placed>,
): Promise<Placed[]> {
  const gone = moves.flatMap((move) => (move.to ? [] : (held.get(move.positionId) ?? [])))
  const published = gone.filter(({ publishedAt }) => publishedAt !== null)
  for (const one of published)
    if (!(await saveAssignment(tx, one, { state: 'withdrawn' })))
      throw fail('conflict', { reason: 'an assignment changed at the same moment' })
  await deleteAssignments(
    tx,
    gone.filter(({ publishedAt }) => publishedAt === null).map(({ id }) => id),
  )
  return gone
}

async function settle(tx: Tx): Promise<void> {
  try {
    await settleClashes(tx)
  } catch (error) {
    if (clashOf(error)) throw fail('conflict', { reason: 'two visits of one technician overlap' })
    throw error
  }
}

type Written = {
  removed: readonly Placed[]
  moved: readonly Placed[]
  created: readonly Placed[]
  held: ReadonlyMap<Id, Placed>
  known: ReadonlyMap<Id, Awaited<ReturnType<typeof labelledById>>[number]>
}

async function tellAll(tx: Tx, { removed, moved, created, held, known }: Written): Promise<void> {
  const shown = await labelledById(
    tx,
    [...moved, ...created].map(({ id }) => id),
  )
  const isNew = new Set(created.map(({ id }) => id))
  for (const assignment of shown) {
    const before = held.get(assignment.positionId)
    if (isNew.has(assignment.id) || !before) {
      tx.emit(happened.assignment_created({ assignment }))
      continue
    }
    const { technicianId, startsAt, endsAt } = before
    tx.emit(happened.assignment_moved({ assignment, previous: { technicianId, startsAt, endsAt } }))
  }
  for (const one of removed) {
    const old = known.get(one.id)
    if (old) tx.emit(happened.assignment_removed({ assignment: { ...old, state: 'withdrawn' } }))
  }
}
