// The days of a recurrence. Pure: the same on the server, which makes the visits, and in the form, which shows them.
import { civilOf, dateOfDay, dayNumber, dayOf, daysInMonth, weekdayOf } from './civil-days.ts'
import { frenchHolidays } from './french-holidays.ts'
import type { LocalDate } from './kernel.ts'
import { isWholeYear, type Recurrence, type Rhythm, type Season } from './recurrence.ts'

/** One day of a recurrence; `season` is the index of the season that asks for it. */
export type Occurrence = { readonly on: LocalDate; readonly season: number }

type Span = { readonly first: number; readonly last: number }

/** A day with its own holidays: so far a day may be moved to find a working day. */
const MARGIN_DAYS = 12

const SATURDAY = 6
const isHoliday = (day: number, alsatian: boolean): boolean =>
  frenchHolidays(civilOf(day).year, alsatian).has(day)
const isOff = (day: number, alsatian: boolean): boolean =>
  weekdayOf(day) >= SATURDAY || isHoliday(day, alsatian)

function workingDay(day: number, step: 1 | -1, alsatian: boolean): number {
  let found = day
  while (isOff(found, alsatian)) found += step
  return found
}

/** `MM-DD` in a year; 29 February is the last day of February. */
function dayInYear(monthDay: string, year: number): number {
  const month = Number(monthDay.slice(0, 2))
  return dayNumber(year, month, Math.min(Number(monthDay.slice(3)), daysInMonth(year, month)))
}

/** The stretches of a season that meet the range, each from its own beginning: what a rhythm is counted from. */
function* stretches(season: Season, start: number, range: Span): Generator<Span> {
  const whole = isWholeYear(season)
  const begin = civilOf(start)
  for (let year = civilOf(range.first).year - 1; year <= civilOf(range.last).year; year++) {
    const first = whole
      ? dayNumber(year, begin.month, Math.min(begin.day, daysInMonth(year, begin.month)))
      : dayInYear(season.from, year)
    const next = whole
      ? dayNumber(year + 1, begin.month, Math.min(begin.day, daysInMonth(year + 1, begin.month)))
      : 0
    const last = whole
      ? next - 1
      : dayInYear(season.until, season.until < season.from ? year + 1 : year)
    if (last >= range.first && first <= range.last && last >= start) yield { first, last }
  }
}

/** What the rhythm counts from: the first day of the series all year round, that of the season else. */
const anchorOf = (season: Season, stretch: Span, start: number): number =>
  isWholeYear(season) ? start : Math.max(stretch.first, start)

function* weeklyDays(
  { every, weekdays }: Extract<Rhythm, { kind: 'weekly' }>,
  anchor: number,
  { first, last }: Span,
): Generator<number> {
  const monday = anchor - (weekdayOf(anchor) - 1)
  const turn = every * 7
  const begin = monday + Math.max(0, Math.floor((first - monday) / turn)) * turn
  const sorted = weekdays.toSorted((a, b) => a - b)
  for (let week = begin; week <= last; week += turn)
    for (const weekday of sorted) yield week + weekday - 1
}

/** The months a rhythm of months comes to, as the first day of each. */
function* months(every: number, anchor: number, { first, last }: Span) {
  const at = civilOf(anchor)
  const from = civilOf(first)
  const start = at.year * 12 + at.month - 1
  const gap = Math.max(0, Math.floor((from.year * 12 + from.month - 1 - start) / every))
  for (let index = start + gap * every; ; index += every) {
    const year = Math.floor(index / 12)
    const month = (index % 12) + 1
    if (dayNumber(year, month, 1) > last) return
    yield { year, month }
  }
}

function nthWeekday(year: number, month: number, nth: number, weekday: number): number {
  if (nth < 0) {
    const end = dayNumber(year, month, daysInMonth(year, month))
    return end - ((weekdayOf(end) - weekday + 7) % 7)
  }
  const begin = dayNumber(year, month, 1)
  return begin + ((weekday - weekdayOf(begin) + 7) % 7) + (nth - 1) * 7
}

/** Days of the rhythm around the span; the caller keeps those that lie in it. */
function* rhythmDays(rhythm: Rhythm, anchor: number, stretch: Span, span: Span): Generator<number> {
  switch (rhythm.kind) {
    case 'weekly':
      yield* weeklyDays(rhythm, anchor, span)
      return
    case 'monthly_weekday':
      for (const { year, month } of months(rhythm.every, anchor, span))
        yield nthWeekday(year, month, rhythm.nth, rhythm.weekday)
      return
    case 'monthly_day':
      for (const { year, month } of months(rhythm.every, anchor, span))
        if (rhythm.day <= daysInMonth(year, month)) yield dayNumber(year, month, rhythm.day)
      return
    case 'yearly':
      for (let { year } = civilOf(span.first); year <= civilOf(span.last).year; year++)
        if (rhythm.day <= daysInMonth(year, rhythm.month))
          yield dayNumber(year, rhythm.month, rhythm.day)
      return
    case 'spread': {
      const length = stretch.last - stretch.first + 1
      for (let visit = 0; visit < rhythm.visits; visit++)
        yield stretch.first + Math.floor((visit * length) / rhythm.visits)
      return
    }
    default:
      rhythm satisfies never
  }
}

function settle(
  day: number,
  { rhythm }: Season,
  { holidays }: Pick<Recurrence, 'holidays'>,
  alsatian: boolean,
): number | null {
  const asked =
    rhythm.kind === 'spread' && weekdayOf(day) >= SATURDAY ? day + 8 - weekdayOf(day) : day
  if (holidays === 'keep' || !isHoliday(asked, alsatian)) return asked
  if (holidays === 'skip' && rhythm.kind !== 'spread') return null
  return workingDay(asked, holidays === 'before' ? -1 : 1, alsatian)
}

/**
 * The days of a recurrence from `from` to `until`, both included, in order, none twice: where two seasons
 * meet on one day, the one named first has it. Cost: in proportion to the days found.
 */
export function occurrencesBetween(
  rule: Recurrence,
  query: { readonly from: LocalDate; readonly until: LocalDate; readonly alsatian?: boolean },
): Occurrence[] {
  const alsatian = query.alsatian ?? false
  const start = dayOf(rule.startsOn)
  const first = Math.max(dayOf(query.from), start)
  const last = Math.min(dayOf(query.until), rule.until ? dayOf(rule.until) : Infinity)
  if (first > last) return []
  const around = { first: first - MARGIN_DAYS, last: last + MARGIN_DAYS }
  const found = new Map<number, number>()
  for (const [index, season] of rule.seasons.entries())
    for (const stretch of stretches(season, start, around)) {
      const span = {
        first: Math.max(stretch.first, around.first, start),
        last: Math.min(stretch.last, around.last),
      }
      const anchor = anchorOf(season, stretch, start)
      for (const day of rhythmDays(season.rhythm, anchor, stretch, span)) {
        if (day < span.first || day > span.last) continue
        const settled = settle(day, season, rule, alsatian)
        if (settled === null || settled < first || settled > last) continue
        if (!found.has(settled)) found.set(settled, index)
      }
    }
  return [...found]
    .sort(([a], [b]) => a - b)
    .map(([day, season]) => ({ on: dateOfDay(day), season }))
}

/** Long enough for 29 February to come round a turn of a century. */
const LONGEST_WAIT_YEARS = 9

/** Indexes of the seasons that never bring a day, however long one waits. */
export function emptySeasons(rule: Recurrence): number[] {
  const year = Number(rule.startsOn.slice(0, 4))
  const range = { from: rule.startsOn, until: `${year + LONGEST_WAIT_YEARS}-12-31` }
  return rule.seasons.flatMap((season, index) =>
    occurrencesBetween({ ...rule, until: null, seasons: [season] }, range).length ? [] : [index],
  )
}

/** Whether any day comes at all before it ends. */
export const comesEver = (rule: Recurrence): boolean => {
  const year = Number(rule.startsOn.slice(0, 4))
  const until = rule.until ?? `${year + LONGEST_WAIT_YEARS}-12-31`
  return occurrencesBetween(rule, { from: rule.startsOn, until }).length > 0
}

/** The first `count` days from `from` on; fewer when it ends before, or within nine years. */
export function nextOccurrences(
  rule: Recurrence,
  query: { readonly from: LocalDate; readonly count: number; readonly alsatian?: boolean },
): Occurrence[] {
  const found: Occurrence[] = []
  let from = dateOfDay(Math.max(dayOf(query.from), dayOf(rule.startsOn)))
  for (let years = 0; years < LONGEST_WAIT_YEARS && found.length < query.count; years++) {
    const until = dateOfDay(dayOf(from) + 365)
    found.push(...occurrencesBetween(rule, { ...query, from, until }))
    from = dateOfDay(dayOf(from) + 366)
  }
  return found.slice(0, query.count)
}
