// The current week of the demo, in its own zone.
import type { Instant, LocalDate, LocalTime } from '@regie/contract/kernel'
import { Temporal } from 'temporal-polyfill'

export const ZONE = 'Europe/Paris'

export type Week = {
  readonly monday: Temporal.PlainDate
  readonly now: Instant
  /** Days after this Monday, as a date. */
  date(days: number): LocalDate
  /** Days after this Monday, at a wall-clock time; a time skipped in spring moves on. */
  at(days: number, time: LocalTime): Instant
}

export function weekOf(milliseconds: number): Week {
  const today = Temporal.Instant.fromEpochMilliseconds(milliseconds)
    .toZonedDateTimeISO(ZONE)
    .toPlainDate()
  const monday = today.subtract({ days: today.dayOfWeek - 1 })
  const day = (days: number) => monday.add({ days })
  return {
    monday,
    now: new Date(milliseconds).toISOString(),
    date: (days) => day(days).toString(),
    at: (days, time) => {
      const plainTime = Temporal.PlainTime.from(time)
      const moment = day(days).toZonedDateTime({ timeZone: ZONE, plainTime })
      return new Date(moment.epochMilliseconds).toISOString()
    },
  }
}
