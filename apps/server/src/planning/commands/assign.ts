// Assigning by hand.
import type { Id, Instant } from '@regie/contract/kernel'
import type { Assignment } from '@regie/contract/planning'
import { fail } from '../../platform/errors.ts'
import { found } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { endOf, expectSpan, expectTechnician } from '../queries/judge-placement.ts'
import {
  clashOf,
  insertAssignments,
  liveOnWorkOrders,
  lockPlanning,
  type Placed,
} from '../store/assignments.ts'
import { ownerOfSeat, type SeatOwner } from '../store/demand.ts'
import { findLabelled } from '../store/labelled.ts'
import { expectAllowed } from './expect-allowed.ts'
import { followSeats } from './follow-seats.ts'
import { seatTaken } from './refusals.ts'
import { wantTravel } from './travel.ts'

type Input = {
  positionId: Id
  technicianId: Id
  startsAt: Instant
  endsAt?: Instant | undefined
  locked: boolean
  overrideReason?: string | undefined
}

const plannable = new Set(['requested', 'qualified', 'planned', 'in_progress'])

/** Puts a technician on an empty seat, as a draft that only planners see. */
export const createAssignment = command(
  'planning.create-assignment',
  { permission: 'planning.write' },
  async (tx, input: Input): Promise<Assignment> => {
    const seat = found(await ownerOfSeat(tx, input.positionId), 'position')
    await expectTechnician(tx, input.technicianId)
    const placed = newlyPlaced(tx, input, seat)
    await lockPlanning(tx, [seat.workOrderId, input.technicianId])
    if (!plannable.has(seat.status)) throw fail('wrong_state', { state: seat.status })
    const live = await liveOnWorkOrders(tx, [seat.workOrderId])
    const holder = live.find(({ positionId }) => positionId === input.positionId)
    if (holder) throw await seatTaken(tx, holder)
    const leave = await expectAllowed(tx, placed, { self: null, reason: input.overrideReason })
    await insertOrRefuse(tx, { ...placed, ...leave })
    await wantTravel(tx, placed)
    await followSeats(tx, [seat.workOrderId])
    const assignment = found(await findLabelled(tx, placed.id), 'assignment')
    tx.emit(happened.assignment_created({ assignment }))
    return assignment
  },
)

function newlyPlaced(tx: Tx, input: Input, seat: SeatOwner): Placed {
  const startsAt = new Date(input.startsAt).toISOString()
  const placed: Placed = {
    id: tx.newId(),
    version: 1,
    workOrderId: seat.workOrderId,
    positionId: input.positionId,
    technicianId: input.technicianId,
    startsAt,
    endsAt: endOf(startsAt, input.endsAt, seat),
    state: 'offered',
    locked: input.locked,
    publishedAt: null,
    declinedReason: null,
    override: null,
    overlapAllowed: false,
  }
  expectSpan(placed)
  return placed
}

/** The locks make clashes impossible among ourselves; the database has the last word all the same. */
async function insertOrRefuse(tx: Tx, placed: Placed): Promise<void> {
  try {
    await insertAssignments(tx, [placed])
  } catch (error) {
    if (!clashOf(error)) throw error
    throw fail('conflict', { reason: 'another assignment was written at the same moment' })
  }
}
