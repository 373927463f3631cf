// Local days of the organisation as instants; remembered, for the time-zone arithmetic is slow.
import { mondayOf } from '@regie/contract/civil-days'
import type { LocalDate } from '@regie/contract/kernel'
import type { Calendar } from '@regie/contract/labour-hours'
import { Temporal } from 'temporal-polyfill'

const MAX_REMEMBERED = 20_000
const starts = new Map<string, number>()

/** Milliseconds at which a local day begins (where midnight does not exist, the first instant after it). */
export function dayStart(date: LocalDate, timeZone: string): number {
  const key = `${date} ${timeZone}`
  const known = starts.get(key)
  if (known !== undefined) return known
  if (starts.size >= MAX_REMEMBERED) starts.clear()
  const start = Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds
  starts.set(key, start)
  return start
}

export const addDays = (date: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

const formats = new Map<string, Intl.DateTimeFormat>()

/** The local date at an instant. */
export function dateAt(milliseconds: number, timeZone: string): LocalDate {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' })
    formats.set(timeZone, format)
  }
  return format.format(milliseconds)
}

/** Hour of the wall clock at an instant, 0 to 23. */
export const hourAt = (milliseconds: number, timeZone: string): number =>
  Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(timeZone).hour

/** Local dates from the one at `from` to the last one begun before `until`. */
export function datesBetween(from: number, until: number, timeZone: string): LocalDate[] {
  const dates: LocalDate[] = []
  for (let date = dateAt(from, timeZone); dayStart(date, timeZone) < until; date = addDays(date, 1))
    dates.push(date)
  return dates
}

/** ISO week, e.g. `2026-W47`: a key that all days of one local week share. */
export const weekKey = (date: LocalDate): string => {
  const monday = mondayOf(date)
  const thursday = addDays(monday, 3)
  const firstMonday = mondayOf(`${thursday.slice(0, 4)}-01-04`)
  const week = (Date.parse(monday) - Date.parse(firstMonday)) / 604_800_000 + 1
  return `${thursday.slice(0, 4)}-W${String(week).padStart(2, '0')}`
}

/** The days of a zone as the labour rules count them. */
export const calendarOf = (timeZone: string): Calendar => ({
  dateAt: (milliseconds) => dateAt(milliseconds, timeZone),
  at: (date, time) =>
    Temporal.PlainDate.from(date).toZonedDateTime({
      timeZone,
      plainTime: Temporal.PlainTime.from(time),
    }).epochMilliseconds,
})
