// A seat changes hands by agreement: for modules above that know who agreed. The rules are asked again here.
import type { Id } from '@regie/contract/kernel'
import type { Assignment } from '@regie/contract/planning'
import { fail } from '../../platform/errors.ts'
import { expectCurrent, found } from '../../platform/guards.ts'
import type { Tx } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { after } from '../model.ts'
import { expectTechnician } from '../queries/judge-placement.ts'
import { againstTaking, type Slot } from '../queries/rank-takers.ts'
import {
  clashOf,
  deferClashes,
  deleteAssignments,
  findAssignment,
  insertAssignments,
  liveOnWorkOrders,
  lockPlanning,
  overlapping,
  type Placed,
  saveAssignment,
  settleClashes,
} from '../store/assignments.ts'
import { findLabelled } from '../store/labelled.ts'
import { followSeats } from './follow-seats.ts'
import { seatTaken, slotTaken } from './refusals.ts'
import { wantTravel } from './travel.ts'

/** Refuses what a rule or another visit forbids: agreement between two people overrides nothing. */
async function expectMayTake(
  tx: Tx,
  slot: Slot,
  technicianId: Id,
  without: readonly Id[],
): Promise<void> {
  const other = await overlapping(tx, { ...slot, technicianId }, without)
  if (other) throw await slotTaken(tx, other)
  const reasons = await againstTaking(tx, slot, technicianId, without)
  if (reasons.length > 0) throw fail('rule_broken', { reasons })
}

/** Published, not begun, and still whose it was when they agreed. */
async function expectGivable(tx: Tx, assignmentId: Id, technicianId: Id): Promise<Placed> {
  const placed = found(await findAssignment(tx, assignmentId), 'assignment')
  const isTheirs = placed.technicianId === technicianId && placed.publishedAt !== null
  if (!isTheirs || !after(placed.state, 'move')) throw fail('wrong_state', { state: placed.state })
  return placed
}

async function give(tx: Tx, before: Placed, technicianId: Id): Promise<Assignment> {
  const shown = found(await findLabelled(tx, before.id), 'assignment')
  const change = { technicianId, state: 'accepted', locked: false, override: null } as const
  expectCurrent(await saveAssignment(tx, before, change), shown)
  await wantTravel(tx, { ...before, ...change })
  return found(await findLabelled(tx, before.id), 'assignment')
}

function tellGiven(tx: Tx, assignment: Assignment, before: Placed): void {
  const { technicianId, startsAt, endsAt } = before
  tx.emit(happened.assignment_moved({ assignment, previous: { technicianId, startsAt, endsAt } }))
  tx.emit(happened.assignment_accepted({ assignment, reason: null }))
}

/** `from` gives the assignment to `to`, who has said yes to it. */
export async function handOver(
  tx: Tx,
  { assignmentId, from, to }: { assignmentId: Id; from: Id; to: Id },
): Promise<Assignment> {
  await expectTechnician(tx, to)
  const known = found(await findAssignment(tx, assignmentId), 'assignment')
  await lockPlanning(tx, [known.workOrderId, from, to])
  const before = await expectGivable(tx, assignmentId, from)
  await expectMayTake(tx, before, to, [before.id])
  const assignment = await give(tx, before, to)
  tellGiven(tx, assignment, before)
  return assignment
}

type Exchange = { assignmentId: Id; from: Id; inReturnId: Id; to: Id }

/** Both change hands, or neither. */
export async function exchange(
  tx: Tx,
  { assignmentId, from, inReturnId, to }: Exchange,
): Promise<Assignment> {
  const ids = [assignmentId, inReturnId] as const
  const known = [await findAssignment(tx, assignmentId), await findAssignment(tx, inReturnId)]
  await lockPlanning(tx, [from, to, ...known.flatMap((one) => one?.workOrderId ?? [])])
  const mine = await expectGivable(tx, assignmentId, from)
  const theirs = await expectGivable(tx, inReturnId, to)
  await expectMayTake(tx, mine, to, ids)
  await expectMayTake(tx, theirs, from, ids)
  await deferClashes(tx)
  const given = await give(tx, mine, to)
  const got = await give(tx, theirs, from)
  await settleClashes(tx)
  tellGiven(tx, given, mine)
  tellGiven(tx, got, theirs)
  return given
}

/** Somebody takes an open seat; at once part of the published plan. `accepted`: they were asked and said yes. */
export async function takeSeat(
  tx: Tx,
  slot: Slot & { readonly technicianId: Id; readonly accepted: boolean },
): Promise<Assignment> {
  const { workOrderId, positionId, technicianId, startsAt, endsAt, accepted } = slot
  await expectTechnician(tx, technicianId)
  await lockPlanning(tx, [workOrderId, technicianId])
  const live = await liveOnWorkOrders(tx, [workOrderId])
  const holder = live.find((one) => one.positionId === positionId)
  if (holder) throw await seatTaken(tx, holder)
  await expectMayTake(tx, slot, technicianId, [])
  const placed: Placed = {
    id: tx.newId(),
    version: 1,
    state: accepted ? 'accepted' : 'offered',
    locked: false,
    publishedAt: tx.now(),
    declinedReason: null,
    override: null,
    overlapAllowed: false,
    ...{ workOrderId, positionId, technicianId, startsAt, endsAt },
  }
  await insertOrRefuse(tx, placed)
  await wantTravel(tx, placed)
  await followSeats(tx, [workOrderId])
  const assignment = found(await findLabelled(tx, placed.id), 'assignment')
  tx.emit(happened.assignment_created({ assignment }))
  if (accepted) tx.emit(happened.assignment_accepted({ assignment, reason: null }))
  return assignment
}

async function insertOrRefuse(tx: Tx, placed: Placed): Promise<void> {
  try {
    await insertAssignments(tx, [placed])
  } catch (error) {
    if (!clashOf(error)) throw error
    throw fail('conflict', { reason: 'another assignment was written at the same moment' })
  }
}

/**
 * The seat is open again, pinned or not: whoever is ill does not come. Undefined when work on it has begun or it is
 * nobody's any more. A draft leaves no trace but its event.
 */
export async function openSeat(tx: Tx, assignmentId: Id): Promise<Placed | undefined> {
  const known = await findAssignment(tx, assignmentId)
  if (!known) return undefined
  await lockPlanning(tx, [known.workOrderId, known.technicianId])
  const before = await findAssignment(tx, assignmentId)
  const state = before && after(before.state, 'withdraw')
  if (!before || !state) return undefined
  const shown = found(await findLabelled(tx, before.id), 'assignment')
  if (before.publishedAt === null) await deleteAssignments(tx, [before.id])
  else expectCurrent(await saveAssignment(tx, before, { state, locked: false }), shown)
  await followSeats(tx, [before.workOrderId])
  const seatsFilled = Math.max(0, shown.seatsFilled - 1)
  const assignment = { ...shown, state, version: before.version + 1, seatsFilled }
  tx.emit(happened.assignment_removed({ assignment }))
  return before
}
