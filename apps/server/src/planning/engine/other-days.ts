// The hours of work that is put off a closed day: the same hours of the clock on the days around it. Pure.
import type { Instant, LocalDate } from '@regie/contract/kernel'
import type { TimeWindow } from '@regie/contract/work-orders'
import { Temporal } from 'temporal-polyfill'
import { addDays, dayStart } from '../local-days.ts'

export type Closed = {
  readonly from: LocalDate
  readonly until: LocalDate
  /** Days before and after it that may take the work. */
  readonly before: number
  readonly after: number
  readonly timeZone: string
}
const DAY_MS = 86_400_000

const toInstant = (milliseconds: number): Instant => new Date(milliseconds).toISOString()

/** From the first day to the last, both included. */
function daysFrom(first: LocalDate, count: number): LocalDate[] {
  return Array.from({ length: count }, (_, index) => addDays(first, index))
}

/** The days that may take the work, before and after. */
const sides = ({ from, until, before, after }: Closed): LocalDate[][] =>
  [daysFrom(addDays(from, -before), before), daysFrom(addDays(until, 1), after)].filter(
    (days) => days.length > 0,
  )

/** Any time of these days. */
const wholeSides = (closed: Closed): TimeWindow[] =>
  sides(closed).map((days) => ({
    from: toInstant(dayStart(days[0] ?? '', closed.timeZone)),
    until: toInstant(dayStart(addDays(days.at(-1) ?? '', 1), closed.timeZone)),
  }))

const clockOf = (at: Instant, timeZone: string) =>
  Temporal.Instant.from(at).toZonedDateTimeISO(timeZone)

/** The hours of a window on another day, by the clock: a change of clocks moves neither end. */
function onDay({ from, until }: TimeWindow, date: LocalDate, timeZone: string): TimeWindow {
  const [start, end] = [clockOf(from, timeZone), clockOf(until, timeZone)]
  const nights = start.toPlainDate().until(end.toPlainDate()).days
  const at = (day: LocalDate, time: Temporal.PlainTime) =>
    Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds
  const begins = at(date, start.toPlainTime())
  const ends = at(addDays(date, nights), end.toPlainTime())
  const length = Date.parse(until) - Date.parse(from)
  return { from: toInstant(begins), until: toInstant(ends > begins ? ends : begins + length) }
}

/** Work that may be done at any time, or over days, may be on any of the days around; else at its hours. */
export function otherDays(windows: readonly TimeWindow[], closed: Closed): TimeWindow[] {
  const hours = windows.filter(
    ({ from, until }) => Date.parse(until) - Date.parse(from) < DAY_MS - 3_600_000,
  )
  if (hours.length === 0 || hours.length < windows.length) return wholeSides(closed)
  const found = new Map<Instant, TimeWindow>()
  for (const date of sides(closed).flat())
    for (const window of hours) {
      const there = onDay(window, date, closed.timeZone)
      found.set(`${there.from} ${there.until}`, there)
    }
  return [...found.values()].toSorted((a, b) => (a.from < b.from ? -1 : 1))
}
