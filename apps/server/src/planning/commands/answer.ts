// What technicians answer, and what they tell while they work.
import type { Id } from '@regie/contract/kernel'
import type { Assignment } from '@regie/contract/planning'
import { fail } from '../../platform/errors.ts'
import { expectCurrent, found } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { type Act, after, type WorkState } from '../model.ts'
import {
  findAssignment,
  liveOnWorkOrders,
  lockPlanning,
  overlapping,
  type Placed,
  saveAssignment,
  wasHeldBy,
} from '../store/assignments.ts'
import { findLabelled } from '../store/labelled.ts'
import { markSeen } from '../store/unseen.ts'
import { followSeats } from './follow-seats.ts'

/** The technician's own published assignment; anybody else's, and a draft, do not exist for them. */
export async function ownAssignment(tx: Tx, assignmentId: Id): Promise<Placed> {
  const placed = found(await findAssignment(tx, assignmentId), 'assignment')
  const isOwn = tx.actor.technicianId !== null && placed.technicianId === tx.actor.technicianId
  if (!isOwn || placed.publishedAt === null) throw fail('not_found', { what: 'assignment' })
  return placed
}

/** Takes the assignment to its next state; refuses what is not possible now. */
async function advance(
  tx: Tx,
  before: Placed,
  act: Act,
  declinedReason: string | null = null,
): Promise<{ before: Assignment; assignment: Assignment }> {
  const state = after(before.state, act)
  if (!state) throw fail('wrong_state', { state: before.state })
  const shown = found(await findLabelled(tx, before.id), 'assignment')
  expectCurrent(await saveAssignment(tx, before, { state, declinedReason }), shown)
  await markAnswered(tx, before)
  return { before: shown, assignment: found(await findLabelled(tx, before.id), 'assignment') }
}

/** Who answers for a visit, or works on it, has seen how it stands. */
const markAnswered = (tx: Tx, { technicianId, id, version }: Placed): Promise<Id[]> =>
  markSeen(tx, technicianId, [{ assignmentId: id, version }])

function expectBasis(before: Placed, version: number, current: unknown): void {
  expectCurrent(before.version === version, current)
}

type Answer = { assignmentId: Id; version: number }
const answer = { permission: 'planning.answer' } as const

export const acceptAssignment = command(
  'planning.accept-assignment',
  answer,
  async (tx, { assignmentId, version }: Answer): Promise<Assignment> => {
    const own = await ownAssignment(tx, assignmentId)
    expectBasis(own, version, await findLabelled(tx, assignmentId))
    const { assignment } = await advance(tx, own, 'accept')
    tx.emit(happened.assignment_accepted({ assignment, reason: null }))
    return assignment
  },
)

export const declineAssignment = command(
  'planning.decline-assignment',
  answer,
  async (
    tx,
    { assignmentId, version, reason }: Answer & { reason: string },
  ): Promise<Assignment> => {
    const known = await ownAssignment(tx, assignmentId)
    await lockPlanning(tx, [known.workOrderId, known.technicianId])
    const own = await ownAssignment(tx, assignmentId)
    expectBasis(own, version, await findLabelled(tx, assignmentId))
    const { assignment } = await advance(tx, own, 'decline', reason)
    await followSeats(tx, [own.workOrderId])
    tx.emit(happened.assignment_declined({ assignment, reason }))
    return assignment
  },
)

/** Whose it is now, or was while it was published: the work of who lost it meanwhile is not thrown away. */
export async function heldAssignment(
  tx: Tx,
  assignmentId: Id,
): Promise<{ placed: Placed; isOwn: boolean }> {
  const placed = found(await findAssignment(tx, assignmentId), 'assignment')
  const { technicianId } = tx.actor
  if (technicianId !== null && placed.technicianId === technicianId && placed.publishedAt !== null)
    return { placed, isOwn: true }
  const held = technicianId !== null && (await wasHeldBy(tx, assignmentId, technicianId))
  if (!held) throw fail('not_found', { what: 'assignment' })
  return { placed, isOwn: false }
}

/** Whether work on it still counts: not withdrawn, and not declined with its time given away. */
export async function isWorkable(tx: Tx, placed: Placed): Promise<boolean> {
  if (placed.state === 'withdrawn') return false
  return placed.state !== 'declined' || !(await isGivenAway(tx, placed))
}

/**
 * The state that the technician's own account leads to, for fieldwork, of an assignment that is workable. Accounts
 * come late and out of order, so no single step is asked for; who works without having answered says yes by it.
 */
export async function settleAssignment(tx: Tx, before: Placed, state: WorkState): Promise<void> {
  if (before.state === state) return
  const shown = found(await findLabelled(tx, before.id), 'assignment')
  expectCurrent(await saveAssignment(tx, before, { state, declinedReason: null }), shown)
  await markAnswered(tx, before)
  const assignment = found(await findLabelled(tx, before.id), 'assignment')
  if (before.state === 'offered' || before.state === 'declined')
    tx.emit(happened.assignment_accepted({ assignment, reason: null }))
  if (before.state === 'declined') await followSeats(tx, [before.workOrderId])
  tx.emit(happened.assignment_progressed({ assignment, previousState: before.state }))
}

/** Its time or its seat is somebody else's by now. */
async function isGivenAway(tx: Tx, before: Placed): Promise<boolean> {
  const seats = await liveOnWorkOrders(tx, [before.workOrderId])
  const isTaken = seats.some(({ positionId }) => positionId === before.positionId)
  return isTaken || (await overlapping(tx, before, [before.id])) !== undefined
}
