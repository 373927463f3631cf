// What technicians answer, and what they tell while they work.
import type { Step } from '@regie/contract/fieldwork'
import type { Id } from '@regie/contract/kernel'
import type { Assignment } from '@regie/contract/planning'
import { fail } from '../../platform/errors.ts'
import { expectCurrent, found } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { type Act, after } from '../model.ts'
import { findAssignment, lockPlanning, type Placed, saveAssignment } from '../store/assignments.ts'
import { findLabelled } from '../store/labelled.ts'
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
  return { before: shown, assignment: found(await findLabelled(tx, before.id), 'assignment') }
}

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

/**
 * One step of the work itself, for fieldwork. Who sets out without having answered says yes by it.
 * The version is not asked: the steps of one phone come in order, and another person cannot tell them.
 */
export async function progressAssignment(
  tx: Tx,
  assignmentId: Id,
  step: Step,
): Promise<Assignment> {
  let own = await ownAssignment(tx, assignmentId)
  if (own.state === 'offered' && (step === 'en_route' || step === 'started')) {
    const { assignment } = await advance(tx, own, 'accept')
    tx.emit(happened.assignment_accepted({ assignment, reason: null }))
    own = await ownAssignment(tx, assignmentId)
  }
  const { before, assignment } = await advance(tx, own, step)
  tx.emit(happened.assignment_progressed({ assignment, previousState: before.state }))
  return assignment
}
