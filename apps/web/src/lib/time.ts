// Time as the organisation lives it. Nothing here reads the browser's zone: a planner abroad sees Paris.
import type { Instant, LocalDate, LocalTime } from '@regie/contract/kernel'
import { Temporal } from 'temporal-polyfill'
import { durationText } from './duration.ts'
import { type Language, localeOf } from './words.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making an Intl format costs a hundred times its use; a board draws thousands of hours. */
const format = (language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = language + JSON.stringify(options)
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(localeOf(language), options)
  formats.set(key, made)
  return made
}

const noonUtc = (date: LocalDate): Date => new Date(`${date}T12:00:00Z`)

/** The zone's wall clock at an instant. */
export const zoned = (at: Instant | number, zone: string): Temporal.ZonedDateTime =>
  (typeof at === 'number'
    ? Temporal.Instant.fromEpochMilliseconds(at)
    : Temporal.Instant.from(at)
  ).toZonedDateTimeISO(zone)

export const dateOf = (at: Instant | number, zone: string): LocalDate =>
  zoned(at, zone).toPlainDate().toString()

export const timeOf = (at: Instant | number, zone: string): LocalTime =>
  zoned(at, zone).toPlainTime().toString({ smallestUnit: 'minute' })

/**
 * The instant of a wall-clock time. In the hour that a spring night skips, the clock has moved on (02:30 is
 * 03:30); of the two 02:30 of an autumn night, the first is meant unless `later`.
 */
export const instantOf = (
  date: LocalDate,
  time: LocalTime,
  zone: string,
  later = false,
): Instant => {
  const plain = Temporal.PlainDate.from(date).toPlainDateTime(Temporal.PlainTime.from(time))
  const skipped = !plain
    .toZonedDateTime(zone, { disambiguation: 'compatible' })
    .toPlainDateTime()
    .equals(plain)
  const disambiguation = later && !skipped ? 'later' : 'compatible'
  return plain
    .toZonedDateTime(zone, { disambiguation })
    .toInstant()
    .toString({ smallestUnit: 'millisecond' })
}

/** True for a wall clock that this day never shows, e.g. 02:30 on 2026-03-29 in Paris. */
export const isSkipped = (date: LocalDate, time: LocalTime, zone: string): boolean =>
  timeOf(instantOf(date, time, zone), zone) !== time

/** True where the same wall clock comes twice that night. */
export const isRepeated = (at: Instant | number, zone: string): boolean => {
  const here = zoned(at, zone)
  const plain = here.toPlainDateTime()
  const first = plain.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const second = plain.toZonedDateTime(zone, { disambiguation: 'later' })
  return first.epochMilliseconds !== second.epochMilliseconds
}

export const todayIn = (zone: string, now: number = Date.now()): LocalDate => dateOf(now, zone)

export const addDays = (date: LocalDate, days: number): LocalDate =>
  Temporal.PlainDate.from(date).add({ days }).toString()

/** Monday of the week (ISO) that holds the date. */
export const mondayOf = (date: LocalDate): LocalDate =>
  addDays(date, 1 - Temporal.PlainDate.from(date).dayOfWeek)

export const daysFrom = (first: LocalDate, count: number): LocalDate[] =>
  Array.from({ length: count }, (_, index) => addDays(first, index))

/** Midnight to midnight of a civil day, as instants: 23, 24 or 25 hours apart. */
export const dayBounds = (date: LocalDate, zone: string): { from: Instant; until: Instant } => ({
  from: instantOf(date, '00:00', zone),
  until: instantOf(addDays(date, 1), '00:00', zone),
})

export const minutesBetween = (from: Instant, until: Instant): number =>
  Math.round((Date.parse(until) - Date.parse(from)) / 60_000)

const dateStyles = {
  /** 12/03/2026 */
  short: { day: '2-digit', month: '2-digit', year: 'numeric' },
  /** jeu. 12 mars */
  medium: { weekday: 'short', day: 'numeric', month: 'short' },
  /** jeudi 12 mars 2026 */
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  /** 12 mars 2026 */
  dated: { day: 'numeric', month: 'short', year: 'numeric' },
  /** jeu. 12 */
  day: { weekday: 'short', day: 'numeric' },
  /** mars */
  monthShort: { month: 'short' },
  /** mars 2026 */
  month: { month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

export type DateStyle = keyof typeof dateStyles

export const dateText = (
  language: Language,
  date: LocalDate,
  style: DateStyle = 'medium',
): string => format(language, { ...dateStyles[style], timeZone: 'UTC' }).format(noonUtc(date))

/** `16–22 nov.`, `30 nov. – 6 déc.`, with the year on demand. */
export const daysText = (
  language: Language,
  first: LocalDate,
  last: LocalDate,
  year: boolean,
): string =>
  format(language, {
    day: 'numeric',
    month: 'short',
    ...(year ? { year: 'numeric' } : {}),
    timeZone: 'UTC',
  }).formatRange(noonUtc(first), noonUtc(last))

/** `14:05`; in the hour that comes twice also the offset, `02:30 (UTC+1)`, for it would be ambiguous. */
export const timeText = (language: Language, at: Instant | number, zone: string): string => {
  const clock = format(language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(typeof at === 'number' ? at : Date.parse(at))
  if (!isRepeated(at, zone)) return clock
  const hours = zoned(at, zone).offsetNanoseconds / 3.6e12
  return `${clock} (UTC${hours < 0 ? '−' : '+'}${Math.abs(hours)})`
}

const relativeSteps = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const

/** « il y a 5 minutes », “in 2 hours”. */
export const relativeText = (language: Language, at: Instant, now: number = Date.now()): string => {
  const seconds = Math.round((Date.parse(at) - now) / 1000)
  const relative = new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'auto' })
  const step = relativeSteps.find(([, size]) => Math.abs(seconds) >= size)
  return step
    ? relative.format(Math.trunc(seconds / step[1]), step[0])
    : relative.format(0, 'second')
}

export type Clock = ReturnType<typeof clockOf>

/** Everything above, bound to one zone and language; screens get it by `useClock()`. */
export const clockOf = (zone: string, language: Language) => ({
  zone,
  today: () => todayIn(zone),
  dateOf: (at: Instant | number) => dateOf(at, zone),
  timeOf: (at: Instant | number) => timeOf(at, zone),
  instantOf: (date: LocalDate, time: LocalTime, later = false) =>
    instantOf(date, time, zone, later),
  dayBounds: (date: LocalDate) => dayBounds(date, zone),
  isSkipped: (date: LocalDate, time: LocalTime) => isSkipped(date, time, zone),
  /** A civil date as text. */
  date: (date: LocalDate, style?: DateStyle) => dateText(language, date, style),
  /** Civil dates from the first to the last, as short as they can be said. */
  days: (first: LocalDate, last: LocalDate, year = false) => daysText(language, first, last, year),
  /** The civil date of an instant as text. */
  dateAt: (at: Instant, style?: DateStyle) => dateText(language, dateOf(at, zone), style),
  time: (at: Instant | number) => timeText(language, at, zone),
  dateTime: (at: Instant, style?: DateStyle) =>
    `${dateText(language, dateOf(at, zone), style)} ${timeText(language, at, zone)}`,
  /** `08:00 – 12:30`; names the second day when it is another. */
  range: (from: Instant, until: Instant) => {
    const end = timeText(language, until, zone)
    const sameDay = dateOf(from, zone) === dateOf(Date.parse(until) - 1, zone)
    const start = timeText(language, from, zone)
    return sameDay
      ? `${start} – ${end}`
      : `${start} – ${dateText(language, dateOf(until, zone), 'day')} ${end}`
  },
  duration: (minutes: number) => durationText(language, minutes),
  relative: (at: Instant) => relativeText(language, at),
})
