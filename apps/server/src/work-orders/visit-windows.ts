// The instants of a visit: wall-clock times of the organisation, which stand on either side of a clock change.
import { dateOfDay, dayOf } from '@regie/contract/civil-days'
import type { Instant, LocalDate, LocalTime } from '@regie/contract/kernel'
import type { TimeOfDay } from '@regie/contract/recurrence'
import type { TimeWindow } from '@regie/contract/work-orders'
import { Temporal } from 'temporal-polyfill'
import { zoneClock } from '../workforce/index.ts'

export type WallClock = (date: LocalDate, time: LocalTime) => Instant

/** Instants of a zone's wall clock, each worked out once: thousands of visits fall on the same days. */
export function wallClock(timeZone: string): WallClock {
  const clock = zoneClock(timeZone)
  const known = new Map<string, Instant>()
  return (date, time) => {
    const key = date + time
    const before = known.get(key)
    if (before !== undefined) return before
    const at = new Date(clock(Temporal.PlainDate.from(date), time)).toISOString()
    known.set(key, at)
    return at
  }
}

export const plusDays = (date: LocalDate, days: number): LocalDate => dateOfDay(dayOf(date) + days)

/** When a visit may be made: at its hours on each day of its tolerance, or at any time of those days. */
export function windowsOfVisit(
  { on, time, toleranceDays }: { on: LocalDate; time: TimeOfDay | null; toleranceDays: number },
  clock: WallClock,
): TimeWindow[] {
  if (!time)
    return [
      {
        from: clock(plusDays(on, -toleranceDays), '00:00'),
        until: clock(plusDays(on, toleranceDays + 1), '00:00'),
      },
    ]
  return Array.from({ length: 2 * toleranceDays + 1 }, (_, index) => {
    const date = plusDays(on, index - toleranceDays)
    const from = clock(date, time.start)
    return { from, until: notBefore(clock(date, time.end), from, time) }
  })
}

const minuteOf = (time: LocalTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** In the night that skips an hour, hours that lie in it keep their length. */
const notBefore = (until: Instant, from: Instant, { start, end }: TimeOfDay): Instant =>
  until > from
    ? until
    : new Date(Date.parse(from) + (minuteOf(end) - minuteOf(start)) * 60_000).toISOString()
