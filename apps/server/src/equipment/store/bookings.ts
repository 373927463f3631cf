// SQL of equipment.bookings.
import type { Booking, BookingDraft } from '@regie/contract/equipment'
import type { Id, Instant } from '@regie/contract/kernel'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

const columns = sql`booking.id, booking.version, booking.item_id as "equipmentId", item.name as "equipmentName",
  booking.quantity, booking.starts_at as "startsAt", booking.ends_at as "endsAt",
  booking.technician_id as "technicianId", technician.name as "technicianName", booking.label`
const tables = sql`equipment.bookings as booking
  join equipment.items as item on item.organization_id = booking.organization_id and item.id = booking.item_id
  left join workforce.v_technicians as technician
    on technician.organization_id = booking.organization_id and technician.id = booking.technician_id`

/** Bookings that touch [from, until), by their start. */
export const bookingsBetween = (
  tx: Tx,
  { from, until }: { from: Instant; until: Instant },
): Promise<Booking[]> =>
  tx.rows(sql<Booking>`
    select ${columns} from ${tables}
    where booking.organization_id = ${tx.actor.organizationId}
      and booking.starts_at < ${until} and booking.ends_at > ${from}
    order by booking.starts_at, booking.id`)

export const findBooking = (tx: Tx, bookingId: Id): Promise<Booking | undefined> =>
  tx.maybe(sql<Booking>`
    select ${columns} from ${tables}
    where booking.organization_id = ${tx.actor.organizationId} and booking.id = ${bookingId}`)

export async function insertBooking(tx: Tx, bookingId: Id, draft: BookingDraft): Promise<void> {
  const { equipmentId, quantity, startsAt, endsAt, technicianId, label } = draft
  await tx.run(sql`
    insert into equipment.bookings (organization_id, id, item_id, quantity, starts_at, ends_at, technician_id, label, created_at)
    values (${tx.actor.organizationId}, ${bookingId}, ${equipmentId}, ${quantity}, ${startsAt}, ${endsAt},
      ${technicianId ?? null}::uuid, ${label}, ${tx.now()})`)
}

export async function saveBooking(
  tx: Tx,
  bookingId: Id,
  version: number,
  { equipmentId, quantity, startsAt, endsAt, technicianId, label }: BookingDraft,
): Promise<boolean> {
  const changed = await tx.run(sql`
    update equipment.bookings
    set item_id = ${equipmentId}, quantity = ${quantity}, starts_at = ${startsAt}, ends_at = ${endsAt},
      technician_id = ${technicianId ?? null}::uuid, label = ${label}, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${bookingId} and version = ${version}`)
  return changed === 1
}

export async function deleteBooking(tx: Tx, bookingId: Id, version: number): Promise<boolean> {
  const gone = await tx.run(sql`
    delete from equipment.bookings
    where organization_id = ${tx.actor.organizationId} and id = ${bookingId} and version = ${version}`)
  return gone === 1
}
