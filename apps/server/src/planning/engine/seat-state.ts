// The state of seats as one fingerprint: the same fingerprint, the same plan.
import { createHash } from 'node:crypto'
import type { Id } from '@regie/contract/kernel'
import type { Placed } from '../store/assignments.ts'

/** Who holds a seat; null: nobody. */
export type SeatState = { readonly positionId: Id; readonly assignment: Placed | null }

/** Everything that can be seen of a seat. The version is none of it: it only counts how often it was written. */
export function textOfSeat({ positionId, assignment }: SeatState): string {
  if (!assignment) return JSON.stringify([positionId, null])
  const { id, workOrderId, technicianId, startsAt, endsAt, state, locked } = assignment
  const { publishedAt, declinedReason, override, overlapAllowed } = assignment
  const seen = [id, workOrderId, technicianId, startsAt, endsAt, state, locked]
  const said = override && [override.reason, override.by, override.at]
  return JSON.stringify([positionId, ...seen, publishedAt, declinedReason, said, overlapAllowed])
}

/** SHA-256 over the seats, whatever their order. */
export const fingerprint = (seats: readonly SeatState[]): string =>
  createHash('sha256').update(seats.map(textOfSeat).toSorted().join('\n')).digest('hex')
