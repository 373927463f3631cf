// Hours planned week by week, summed where they are: an average of twelve weeks reads sums, never their visits.
import { mondayOf } from '@regie/contract/civil-days'
import type { Id, LocalDate } from '@regie/contract/kernel'
import type { WeekSums } from '@regie/contract/labour-hours'
import { AVERAGE_WEEKS } from '@regie/contract/labour-rules'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'
import { addDays, dayStart } from '../local-days.ts'

type Row = { technician_id: Id; rank: number; minutes: number }
type Question = {
  /** Any days of the first and the last week asked about. */
  readonly first: LocalDate
  readonly last: LocalDate
  /** Null: of everybody. */
  readonly technicianIds: readonly Id[] | null
}

/** Minutes by technician and Monday, as far around the weeks asked about as an average reaches. */
export async function weekSums(
  tx: Tx,
  { first, last, technicianIds }: Question,
): Promise<Map<Id, WeekSums>> {
  const { timeZone, organizationId } = tx.actor
  const around = 7 * (AVERAGE_WEEKS - 1)
  const mondays: LocalDate[] = []
  const end = addDays(mondayOf(last), around + 7)
  for (let week = addDays(mondayOf(first), -around); week <= end; week = addDays(week, 7))
    mondays.push(week)
  const starts = mondays.map((monday) => new Date(dayStart(monday, timeZone)).toISOString())
  // What is planned counts in the week in which it begins.
  const rows = await tx.rows(sql<Row>`
    select technician_id, width_bucket(starts_at, ${starts}::timestamptz[]) as rank,
      round(sum(extract(epoch from ends_at - starts_at)) / 60)::int as minutes
    from planning.assignments
    where organization_id = ${organizationId} and live
      and starts_at >= ${starts[0] ?? ''}::timestamptz and starts_at < ${starts.at(-1) ?? ''}::timestamptz
      and (${technicianIds === null} or technician_id = any(${[...(technicianIds ?? [])]}::uuid[]))
    group by technician_id, rank
    order by technician_id, rank`)
  return new Map(
    [...Map.groupBy(rows, (row) => row.technician_id)].map(([id, own]) => [
      id,
      new Map(
        own.flatMap(({ rank, minutes }) => {
          const monday = mondays[rank - 1]
          return monday ? [[monday, minutes] as const] : []
        }),
      ),
    ]),
  )
}
