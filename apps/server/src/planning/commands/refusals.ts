// The two refusals that name who was quicker.
import type { Assignment } from '@regie/contract/planning'
import { fail, type Refusal } from '../../platform/errors.ts'
import type { Tx } from '../../platform/work.ts'
import type { Placed } from '../store/assignments.ts'
import { findLabelled } from '../store/labelled.ts'

const moment = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat('fr-FR', {
    timeZone,
    day: '2-digit',
    month: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).format(Date.parse(at))

const namesOf = (tx: Tx, other: Placed, assignment: Assignment | undefined) => ({
  technician: assignment?.technicianName ?? other.technicianId,
  technicianId: other.technicianId,
  from: moment(other.startsAt, tx.actor.timeZone),
  until: moment(other.endsAt, tx.actor.timeZone),
  title: assignment ? `${assignment.title} · ${assignment.siteName}` : other.workOrderId,
  startsAt: other.startsAt,
  endsAt: other.endsAt,
  assignment,
})

/** 409: the technician's time is taken, with by what. */
export async function slotTaken(tx: Tx, other: Placed): Promise<Refusal> {
  return fail('slot_taken', namesOf(tx, other, await findLabelled(tx, other.id)))
}

/** 409: the seat is held, with by whom. */
export async function seatTaken(tx: Tx, other: Placed): Promise<Refusal> {
  return fail('seat_taken', namesOf(tx, other, await findLabelled(tx, other.id)))
}
