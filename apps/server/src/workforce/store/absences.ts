// SQL of workforce.absences.
import type { Id, Instant, LocalDate } from '@regie/contract/kernel'
import type { Absence, AbsenceDraft, AbsenceSpan } from '@regie/contract/workforce'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

type Row = {
  id: Id
  version: number
  technician_id: Id
  from_date: LocalDate | null
  until_date: LocalDate | null
  starts_at: Instant | null
  ends_at: Instant | null
  reason: Absence['reason']
  note: string
}

const toSpan = (row: Row): AbsenceSpan =>
  row.from_date !== null && row.until_date !== null
    ? { kind: 'days', from: row.from_date, until: row.until_date }
    : { kind: 'hours', from: row.starts_at ?? '', until: row.ends_at ?? '' }

const toAbsence = (row: Row): Absence => ({
  id: row.id,
  version: row.version,
  technicianId: row.technician_id,
  span: toSpan(row),
  reason: row.reason,
  note: row.note,
})

const columns = sql`id, version, technician_id, from_date, until_date, starts_at, ends_at, reason, note`

export async function findAbsence(
  tx: Tx,
  technicianId: Id,
  absenceId: Id,
): Promise<Absence | undefined> {
  const row = await tx.maybe(sql<Row>`
    select ${columns} from workforce.absences
    where organization_id = ${tx.actor.organizationId} and technician_id = ${technicianId} and id = ${absenceId}`)
  return row && toAbsence(row)
}

type Range = { from: LocalDate | null; until: LocalDate | null }

/** Absences of these technicians (null: all) that touch the local days `from` to `until`, latest first. */
export async function absencesOf(
  tx: Tx,
  technicianIds: readonly Id[] | null,
  { from, until }: Range,
): Promise<Absence[]> {
  const { organizationId, timeZone } = tx.actor
  const rows = await tx.rows(sql<Row>`
    select ${columns} from workforce.absences
    where organization_id = ${organizationId}
      and (${technicianIds === null} or technician_id = any(${[...(technicianIds ?? [])]}::uuid[]))
      and (${from}::date is null or until_date >= ${from}::date
        or ends_at > (${from}::date::timestamp at time zone ${timeZone}))
      and (${until}::date is null or from_date <= ${until}::date
        or starts_at < ((${until}::date + 2)::timestamp at time zone ${timeZone}))
    order by coalesce(from_date::timestamp at time zone ${timeZone}, starts_at) desc, id`)
  return rows.map(toAbsence)
}

const values = ({ span, reason, note }: AbsenceDraft) => ({
  reason,
  note,
  fromDate: span.kind === 'days' ? span.from : null,
  untilDate: span.kind === 'days' ? span.until : null,
  startsAt: span.kind === 'hours' ? span.from : null,
  endsAt: span.kind === 'hours' ? span.until : null,
})

export async function insertAbsence(
  tx: Tx,
  technicianId: Id,
  absenceId: Id,
  draft: AbsenceDraft,
): Promise<void> {
  const { fromDate, untilDate, startsAt, endsAt, reason, note } = values(draft)
  await tx.run(sql`
    insert into workforce.absences (organization_id, id, technician_id, from_date, until_date, starts_at, ends_at, reason, note)
    values (${tx.actor.organizationId}, ${absenceId}, ${technicianId}, ${fromDate}, ${untilDate}, ${startsAt}, ${endsAt}, ${reason}, ${note})`)
}

export async function saveAbsence(
  tx: Tx,
  absenceId: Id,
  version: number,
  draft: AbsenceDraft,
): Promise<boolean> {
  const { fromDate, untilDate, startsAt, endsAt, reason, note } = values(draft)
  const changed = await tx.run(sql`
    update workforce.absences
    set from_date = ${fromDate}, until_date = ${untilDate}, starts_at = ${startsAt}, ends_at = ${endsAt},
      reason = ${reason}, note = ${note}, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${absenceId} and version = ${version}`)
  return changed === 1
}

export async function deleteAbsence(tx: Tx, absenceId: Id): Promise<void> {
  await tx.run(sql`
    delete from workforce.absences where organization_id = ${tx.actor.organizationId} and id = ${absenceId}`)
}
