// Local dates of the organisation. Pure.
import type { LocalDate } from '@regie/contract/kernel'
import { Temporal } from 'temporal-polyfill'

export const localDateOf = (milliseconds: number, timeZone: string): LocalDate =>
  Temporal.Instant.fromEpochMilliseconds(milliseconds)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString()

export const daysLaterThan = (date: LocalDate, days: number): LocalDate =>
  Temporal.PlainDate.from(date).add({ days }).toString()
