// SQL of notifications.shift_answers.
import type { Id, LocalDate } from '@regie/contract/kernel'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

/** The local day of the technician's last finished visit, at most three days back. */
export async function lastShiftDay(tx: Tx, technicianId: Id): Promise<LocalDate | undefined> {
  const row = await tx.maybe(sql<{ day: LocalDate }>`
    select (starts_at at time zone ${tx.actor.timeZone})::date as day from planning.v_assignments
    where organization_id = ${tx.actor.organizationId} and technician_id = ${technicianId} and state = 'finished'
      and starts_at > ${tx.now()}::timestamptz - interval '3 days'
    order by starts_at desc limit 1`)
  return row?.day
}

/** The next visit that is promised to the technician. */
export const nextVisit = (tx: Tx, technicianId: Id): Promise<{ id: Id } | undefined> =>
  tx.maybe(sql<{ id: Id }>`
    select id from planning.v_assignments
    where organization_id = ${tx.actor.organizationId} and technician_id = ${technicianId} and live and published_at is not null
      and state in ('offered', 'accepted') and starts_at > ${tx.now()}
    order by starts_at, id limit 1`)

type Kept = { wentWell: boolean; comment: string }

export const findShiftAnswer = (
  tx: Tx,
  technicianId: Id,
  date: LocalDate,
): Promise<Kept | undefined> =>
  tx.maybe(sql<Kept>`
    select went_well as "wentWell", comment from notifications.shift_answers
    where organization_id = ${tx.actor.organizationId} and technician_id = ${technicianId} and local_date = ${date}`)

type ShiftAnswer = { technicianId: Id; date: LocalDate; wentWell: boolean; comment: string }

export const keepShiftAnswer = (
  tx: Tx,
  { technicianId, date, wentWell, comment }: ShiftAnswer,
): Promise<number> =>
  tx.run(sql`
    insert into notifications.shift_answers (organization_id, technician_id, local_date, went_well, comment, answered_at)
    values (${tx.actor.organizationId}, ${technicianId}, ${date}, ${wentWell}, ${comment}, ${tx.now()})
    on conflict (organization_id, technician_id, local_date) do update
    set went_well = excluded.went_well, comment = excluded.comment, answered_at = excluded.answered_at`)
