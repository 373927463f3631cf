// Civil days of the organisation's zone as spans of real time, and the wall clock within them.
import type { LocalDate } from '@regie/contract/kernel'
import { dayBounds, daysFrom, timeOf, zoned } from '../../lib/time.ts'
import { type BoardDay, HOUR, MINUTE, type Span } from './model.ts'

const offsetMinutes = (at: number, zone: string): number =>
  zoned(at, zone).offsetNanoseconds / 60_000_000_000

/** The moment within the span at which the zone's offset changes, to the minute. */
const changeWithin = (span: Span, zone: string): BoardDay['change'] => {
  const before = offsetMinutes(span.from, zone)
  const after = offsetMinutes(span.until - 1, zone)
  if (before === after) return null
  let low = span.from
  let high = span.until
  while (high - low > MINUTE) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE
    if (offsetMinutes(middle, zone) === before) low = middle
    else high = middle
  }
  return { at: high, minutes: after - before }
}

/** Minutes since midnight on the wall clock; what the clock on the wall shows at that moment. */
export const wallMinutes = (day: BoardDay, at: number): number => {
  const jump = day.change && at >= day.change.at ? day.change.minutes : 0
  return (at - day.from) / MINUTE + jump
}

/** The moment the wall clock shows `minutes` since midnight; the later one when it shows it twice. */
export const atWall = (day: BoardDay, minutes: number): number => {
  const plain = day.from + minutes * MINUTE
  if (!day.change) return plain
  const moved = plain - day.change.minutes * MINUTE
  return moved >= day.change.at ? moved : Math.min(plain, day.change.at)
}

/** True where the wall clock shows this time for the second time that day. */
export const isSecondTime = (day: BoardDay, at: number): boolean =>
  day.change !== null &&
  day.change.minutes < 0 &&
  at >= day.change.at &&
  at < day.change.at - day.change.minutes * MINUTE

/** The hours of a day worth showing, in minutes of the wall clock, whole hours. */
export type ShownHours = { readonly opens: number; readonly closes: number }

export const WHOLE_DAY: ShownHours = { opens: 0, closes: 1440 }

/** What is left of a day on which nobody works and nothing is planned. */
const IDLE_HOURS = 2 * HOUR

/**
 * `count` days from `first`, each cut to the shown hours; days for which `isIdle` says so are only a strip (not
 * when they are all idle, nor when the whole day is shown).
 */
export const makeDays = (
  first: LocalDate,
  count: number,
  zone: string,
  shown: ShownHours = WHOLE_DAY,
  isIdle: (day: Span) => boolean = () => false,
): BoardDay[] => {
  const days = wholeDays(first, count, zone, shown)
  const idle = days.map((day) => shown !== WHOLE_DAY && isIdle(day))
  if (idle.every(Boolean)) return days
  return days.map((day, rank) =>
    idle[rank] ? { ...day, closes: Math.min(day.closes, day.opens + IDLE_HOURS) } : day,
  )
}

const wholeDays = (first: LocalDate, count: number, zone: string, shown: ShownHours): BoardDay[] =>
  daysFrom(first, count).map((date) => {
    const bounds = dayBounds(date, zone)
    const span = { from: Date.parse(bounds.from), until: Date.parse(bounds.until) }
    const day = { ...span, date, change: changeWithin(span, zone), opens: 0, closes: 0 }
    return {
      ...day,
      opens: shown.opens <= 0 ? span.from : atWall(day, shown.opens),
      closes: shown.closes >= 1440 ? span.until : atWall(day, shown.closes),
    }
  })

const minutesOf = (at: number, zone: string): number => {
  const [hours = 0, minutes = 0] = timeOf(at, zone).split(':').map(Number)
  return hours * 60 + minutes
}

/**
 * The smallest run of whole hours that holds every span, one hour of margin around: working hours only, but
 * nothing planned is ever outside what is shown. A visit over midnight asks for the whole day.
 */
export const hoursHolding = (spans: readonly Span[], zone: string): ShownHours => {
  let opens = 1440
  let closes = 0
  for (const { from, until } of spans) {
    const start = minutesOf(from, zone)
    const end = minutesOf(until - 1, zone) + 1
    if (until - from < 24 * HOUR && end <= start) return WHOLE_DAY
    // What lasts for days is seen on each of them, whatever is shown: only where it begins and ends must be.
    if (until - from >= 24 * HOUR) {
      opens = Math.min(opens, start, Math.max(0, end - 60))
      closes = Math.max(closes, end, Math.min(1440, start + 60))
      continue
    }
    opens = Math.min(opens, start)
    closes = Math.max(closes, end)
  }
  if (closes <= opens) return { opens: 420, closes: 1200 }
  return {
    opens: Math.max(0, Math.floor(opens / 60) * 60 - 60),
    closes: Math.min(1440, Math.ceil(closes / 60) * 60 + 60),
  }
}
