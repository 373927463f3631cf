// When technicians work: the ordinary week and the absences, as instants of a zone. Pure.
import type { DayWord } from '@regie/contract/availability'
import type { Instant, LocalDate, LocalTime } from '@regie/contract/kernel'
import type { Absence, AvailabilityDay, WeeklyShift } from '@regie/contract/workforce'
import { Temporal } from 'temporal-polyfill'
import { toInstant } from '../platform/clock.ts'
import { remember } from '../platform/remember.ts'
import { fold } from './said.ts'
import { byStart, common, type Span, without } from './spans.ts'

type Taken = Span & { readonly reason: Absence['reason'] | 'unavailable' }

/** Colours of technicians that were given none, told apart also by people who see colours differently. */
const palette = [
  '#2f6fde',
  '#c2410c',
  '#0f8a5f',
  '#8b5cf6',
  '#b8860b',
  '#0e7490',
  '#be185d',
  '#4d7c0f',
  '#6d4aff',
  '#a16207',
  '#155e75',
  '#9f1239',
] as const

export const colourOf = (ordinal: number): string => palette[ordinal % palette.length] ?? palette[0]

/** Wall-clock times as instants, each worked out once: a zone's rules are slow to ask. */
export type ZoneClock = (date: Temporal.PlainDate, time: LocalTime) => number

/**
 * A time that a clock change skips moves on by the hour skipped; one that comes twice is its first coming
 * (as RFC 5545 has it).
 */
export function zoneClock(timeZone: string): ZoneClock {
  const known = new Map<string, number>()
  return (date, time) => {
    const key = `${textOf(date)}T${time}`
    const before = known.get(key)
    if (before !== undefined) return before
    const plainTime = Temporal.PlainTime.from(time)
    const { epochMilliseconds } = date.toZonedDateTime({ timeZone, plainTime })
    known.set(key, epochMilliseconds)
    return epochMilliseconds
  }
}

/** Local days `from` to `until`, both included. */
export function daysBetween(from: LocalDate, until: LocalDate): Temporal.PlainDate[] {
  const last = Temporal.PlainDate.from(until)
  const days: Temporal.PlainDate[] = []
  let day = Temporal.PlainDate.from(from)
  while (Temporal.PlainDate.compare(day, last) <= 0) {
    days.push(day)
    day = day.add({ days: 1 })
  }
  return days
}

const texts = new WeakMap<Temporal.PlainDate, LocalDate>()

/** Everybody is asked about the very same days: each is written once. */
function textOf(day: Temporal.PlainDate): LocalDate {
  const known = texts.get(day)
  if (known !== undefined) return known
  const text = day.toString()
  texts.set(day, text)
  return text
}

/** What is known of one technician's time. */
export type Times = {
  readonly week: readonly WeeklyShift[]
  readonly absences: readonly Pick<Absence, 'span' | 'reason'>[]
  /** What they said themselves, in the order they said it. */
  readonly words: readonly DayWord[]
}

/** The week, the word and the absences of one technician on these days. What an absence takes, no word gives back. */
export function resolveAvailability(
  days: readonly Temporal.PlainDate[],
  { week, absences, words }: Times,
  clock: ZoneClock,
): AvailabilityDay[] {
  const said = Map.groupBy(words, (one) => one.date)
  return days.map((day) => {
    const date = textOf(day)
    const ordinary = shiftsOn(day, week, clock)
    const { opened, refused, standing } = fold(day, said.get(date) ?? [], clock)
    const beyond = opened.flatMap((span) =>
      ordinary.reduce<Span[]>((left, shift) => left.flatMap((one) => without(one, shift)), [span]),
    )
    const whole = [...ordinary, ...beyond].sort(byStart)
    let free: Span[] = whole
    const taken: Taken[] = []
    for (const { span, reason } of absences) {
      const away =
        span.kind === 'days'
          ? span.from <= date && date <= span.until && everything
          : { startsAt: Date.parse(span.from), endsAt: Date.parse(span.until) }
      if (!away) continue
      taken.push(...free.flatMap((shift) => common(shift, away)).map((one) => ({ ...one, reason })))
      free = free.flatMap((shift) => without(shift, away))
    }
    for (const away of refused) {
      taken.push(
        ...free
          .flatMap((shift) => common(shift, away))
          .map((one) => ({ ...one, reason: 'unavailable' as const })),
      )
      free = free.flatMap((shift) => without(shift, away))
    }
    taken.sort(byStart)
    return {
      date,
      ordinaryShifts: ordinary.map(toInstants),
      shifts: free.map(toInstants),
      absences: taken.map((one) => ({ ...toInstants(one), reason: one.reason })),
      said: standing.map(({ state, why, ...span }) => ({ ...toInstants(span), state, why })),
    }
  })
}

const everything: Span = { startsAt: -Infinity, endsAt: Infinity }

function shiftsOn(day: Temporal.PlainDate, week: readonly WeeklyShift[], clock: ZoneClock): Span[] {
  const { dayOfWeek } = day
  const spans = week
    .filter(({ weekday }) => weekday === dayOfWeek)
    .map(({ start, end }) => ({
      startsAt: clock(day, start),
      endsAt: clock(end < start ? day.add({ days: 1 }) : day, end),
    }))
    .sort(byStart)
  // A shift that ends in a skipped hour ends later by the clock: it must not run into the next one.
  return spans
    .map((span, index) => ({
      ...span,
      endsAt: Math.min(span.endsAt, spans[index + 1]?.startsAt ?? Infinity),
    }))
    .filter(({ startsAt, endsAt }) => startsAt < endsAt)
}

/** Shifts of many people begin and end together: so many instants are told without being written anew. */
const MOST_REMEMBERED = 10_000
const instantOf = remember(MOST_REMEMBERED, toInstant)

const toInstants = ({ startsAt, endsAt }: Span): { startsAt: Instant; endsAt: Instant } => ({
  startsAt: instantOf(startsAt),
  endsAt: instantOf(endsAt),
})
