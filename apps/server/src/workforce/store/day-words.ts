// SQL of workforce.day_words.
import type { DayWord, DayWordDraft } from '@regie/contract/availability'
import type { Id, Instant, LocalDate } from '@regie/contract/kernel'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

type Row = {
  id: Id
  technician_id: Id
  source_id: Id
  date: LocalDate
  asked_from: string
  asked_until: string
  state: DayWord['state']
  starts: string | null
  ends: string | null
  impossible: DayWord['impossible']
  why: DayWord['why']
  note: string
  told_at: Instant
  told_by: string
}

/** PostgreSQL says seconds, too. */
const minute = (time: string): string => time.slice(0, 5)

const toWord = (row: Row): DayWord => ({
  id: row.id,
  technicianId: row.technician_id,
  pollId: row.source_id === row.technician_id ? null : row.source_id,
  date: row.date,
  asked: { from: minute(row.asked_from), until: minute(row.asked_until) },
  state: row.state,
  hours: row.starts && row.ends ? { from: minute(row.starts), until: minute(row.ends) } : null,
  impossible: row.impossible,
  why: row.why,
  note: row.note,
  at: row.told_at,
  by: row.told_by,
})

type Question = {
  readonly technicianIds?: readonly Id[] | undefined
  readonly from?: LocalDate | undefined
  readonly until?: LocalDate | undefined
  /** Only answers to this poll. */
  readonly sourceId?: Id | undefined
}

/** What these technicians (all, when left out) said of the days `from` to `until`, in the order they said it. */
export async function dayWordsOf(
  tx: Tx,
  { technicianIds, from, until, sourceId }: Question,
): Promise<DayWord[]> {
  const rows = await tx.rows(sql<Row>`
    select id, technician_id, source_id, date, asked_from, asked_until, state, starts, ends, impossible, why, note, told_at, told_by
    from workforce.day_words
    where organization_id = ${tx.actor.organizationId}
      and (${technicianIds === undefined} or technician_id = any(${[...(technicianIds ?? [])]}::uuid[]))
      and (${from ?? null}::date is null or date >= ${from ?? null}::date)
      and (${until ?? null}::date is null or date <= ${until ?? null}::date)
      and (${sourceId ?? null}::uuid is null or source_id = ${sourceId ?? null}::uuid)
    order by told_at, id`)
  return rows.map(toWord)
}

export type Telling = {
  readonly technicianId: Id
  /** Null: nobody asked. */
  readonly pollId: Id | null
  readonly at: Instant
  readonly words: readonly DayWordDraft[]
}

/** What was said later stands, in whatever order it arrives; tells how many were written. */
export async function writeDayWords(
  tx: Tx,
  { technicianId, pollId, at, words }: Telling,
): Promise<number> {
  const rows = words.map((one) => ({
    id: tx.newId(),
    date: one.date,
    askedFrom: one.asked.from,
    askedUntil: one.asked.until,
    state: one.state,
    starts: one.state === 'available' ? (one.hours?.from ?? null) : null,
    ends: one.state === 'available' ? (one.hours?.until ?? null) : null,
    impossible: one.state === 'available' ? one.impossible : [],
    why: one.why,
    note: one.note,
  }))
  return await tx.run(sql`
    insert into workforce.day_words as known (organization_id, id, technician_id, source_id, date, asked_from, asked_until, state,
      starts, ends, impossible, why, note, told_at, told_by)
    select ${tx.actor.organizationId}::uuid, one.id, ${technicianId}::uuid, ${pollId ?? technicianId}::uuid, one.date, one."askedFrom",
      one."askedUntil", one.state, one.starts, one.ends, one.impossible, one.why, one.note, ${at}::timestamptz, ${tx.actor.name}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as one(id uuid, date date, "askedFrom" time, "askedUntil" time,
      state text, starts time, ends time, impossible jsonb, why text, note text)
    on conflict (organization_id, technician_id, date, source_id, asked_from) do update
      set asked_until = excluded.asked_until, state = excluded.state, starts = excluded.starts, ends = excluded.ends,
        impossible = excluded.impossible, why = excluded.why, note = excluded.note, told_at = excluded.told_at, told_by = excluded.told_by
      where known.told_at <= excluded.told_at`)
}

/** Takes back what was said of these days until then, in answer to whatever. */
export const forgetDays = (
  tx: Tx,
  technicianId: Id,
  dates: readonly LocalDate[],
  until: Instant,
): Promise<number> =>
  tx.run(sql`
    delete from workforce.day_words
    where organization_id = ${tx.actor.organizationId} and technician_id = ${technicianId} and source_id = technician_id
      and date = any(${[...dates]}::date[]) and told_at <= ${until}::timestamptz`)
