// What people do with bookings that stand beside the plan.
import type { Booking, BookingDraft } from '@regie/contract/equipment'
import type { Id } from '@regie/contract/kernel'
import { fail } from '../../platform/errors.ts'
import { expectCurrent, found } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { findTechnician } from '../../workforce/index.ts'
import { happened } from '../events.ts'
import { excesses } from '../model.ts'
import {
  bookingsBetween,
  deleteBooking,
  findBooking,
  insertBooking,
  saveBooking,
} from '../store/bookings.ts'
import { findItem, lockItem } from '../store/items.ts'

const write = { permission: 'equipment.write' } as const

type Creation = { draft: BookingDraft; knowingly: boolean }

export const createBooking = command(
  'equipment.create-booking',
  write,
  async (tx, { draft, knowingly }: Creation): Promise<Booking> => {
    await expectFits(tx, null, { draft, knowingly })
    const bookingId = tx.newId()
    await insertBooking(tx, bookingId, draft)
    const booking = found(await findBooking(tx, bookingId), 'booking')
    tx.emit(happened.equipment_booked(told(booking)))
    return booking
  },
)

type Change = Creation & { bookingId: Id; version: number }

export const updateBooking = command(
  'equipment.update-booking',
  write,
  async (tx, { bookingId, version, draft, knowingly }: Change): Promise<Booking> => {
    const before = found(await findBooking(tx, bookingId), 'booking')
    await expectFits(tx, bookingId, { draft, knowingly })
    expectCurrent(await saveBooking(tx, bookingId, version, draft), before)
    const booking = found(await findBooking(tx, bookingId), 'booking')
    tx.emit(happened.equipment_booking_changed(told(booking)))
    return booking
  },
)

export const removeBooking = command(
  'equipment.remove-booking',
  write,
  async (tx, { bookingId, version }: { bookingId: Id; version: number }): Promise<Booking> => {
    const before = found(await findBooking(tx, bookingId), 'booking')
    expectCurrent(await deleteBooking(tx, bookingId, version), before)
    tx.emit(happened.equipment_booking_removed(told(before)))
    return before
  },
)

const told = ({ id, equipmentId, equipmentName, label, startsAt, endsAt }: Booking) => ({
  ...{ bookingId: id, equipmentId, name: equipmentName, label, startsAt, endsAt },
})

/** More than there is needs a second yes; against the plan nothing is refused, for a booking tells what is so. */
async function expectFits(tx: Tx, self: Id | null, { draft, knowingly }: Creation): Promise<void> {
  const item = found(await findItem(tx, draft.equipmentId), 'equipment')
  if (item.archivedAt) throw fail('wrong_state', { state: 'archived' })
  if (draft.technicianId !== null) found(await findTechnician(tx, draft.technicianId), 'technician')
  await lockItem(tx, item.id)
  const others = (await bookingsBetween(tx, { from: draft.startsAt, until: draft.endsAt })).filter(
    ({ id, equipmentId }) => id !== self && equipmentId === item.id,
  )
  const over = excesses([...others, draft], item.quantity).filter(({ holds }) =>
    holds.includes(draft),
  )
  const used = Math.max(0, ...over.map((one) => one.used))
  if (used > item.quantity && !knowingly)
    throw fail('equipment_overbooked', { name: item.name, used, count: item.quantity })
}
