// Labour rules held against the hours of one person. Pure: the server and the board count with this very code.
import { daysAfter, mondayOf } from './civil-days.ts'
import type { LocalDate, LocalTime } from './kernel.ts'
import { AVERAGE_WEEKS, type LabourRules } from './labour-rules.ts'
import type { Reason } from './planning-reasons.ts'

/** Local days of the organisation, as whoever counts reckons them. */
export type Calendar = {
  readonly dateAt: (milliseconds: number) => LocalDate
  /** Milliseconds at which the wall clock of a day shows a time. */
  readonly at: (date: LocalDate, time: LocalTime) => number
}

/** Epoch milliseconds. */
export type Hours = { readonly from: number; readonly until: number }

/** The nights that a day's work may reach into: the one it begins in and the one it ends in. */
export function nightsOf(
  date: LocalDate,
  { from, until }: Pick<LabourRules['night'], 'from' | 'until'>,
  calendar: Calendar,
): Hours[] {
  const isOvernight = until <= from
  return [daysAfter(date, -1), date].map((day) => ({
    from: calendar.at(day, from),
    until: calendar.at(isOvernight ? daysAfter(day, 1) : day, until),
  }))
}

const LEGAL_DAY_SECONDS = 36_000

/** Of the figures of some kinds of work, in seconds, what the rules of the engine take. */
export type Figures = {
  readonly daySeconds: number
  readonly insteadOfDaySeconds: number
  readonly weekSeconds: number
  readonly spanSeconds: number
  readonly restSeconds: number
  readonly weeklyRestSeconds: number
  readonly nightSeconds: number
  readonly nightsOf: (date: LocalDate) => { readonly start: number; readonly end: number }[]
}

/**
 * The figures of labour rules. `byHand`: the reduced rest counts, for its quota is asked besides; the engine cannot count it
 * and keeps to the full one. The legal ten hours are nobody's own wish and give way to the agreement's day.
 */
export function figuresOf(labour: LabourRules, byHand: boolean, calendar: Calendar): Figures {
  const rest = byHand && labour.shortRest ? labour.shortRest.minutes : labour.restMinutes
  return {
    daySeconds: labour.dayMinutes * 60,
    insteadOfDaySeconds: LEGAL_DAY_SECONDS,
    weekSeconds: labour.weekMinutes * 60,
    spanSeconds: labour.spanMinutes * 60,
    restSeconds: rest * 60,
    weeklyRestSeconds: labour.weeklyRestMinutes * 60,
    nightSeconds:
      labour.night.maxMinutes === null ? Number.POSITIVE_INFINITY : labour.night.maxMinutes * 60,
    nightsOf: (date) =>
      nightsOf(date, labour.night, calendar).map(({ from, until }) => ({
        start: from / 1000,
        end: until / 1000,
      })),
  }
}

type ShortRest = { readonly date: LocalDate; readonly seconds: number; readonly after: Hours }

/** Rests between the work of two local days that are shorter than the full one. */
export function shortRests(
  hours: readonly Hours[],
  { restMinutes }: Pick<LabourRules, 'restMinutes'>,
  { dateAt }: Pick<Calendar, 'dateAt'>,
): ShortRest[] {
  const inOrder = hours.toSorted((a, b) => a.from - b.from)
  return inOrder.slice(1).flatMap((after, rank) => {
    const before = inOrder[rank] as Hours
    const date = dateAt(after.from)
    const seconds = Math.round((after.from - before.until) / 1000)
    if (seconds >= restMinutes * 60 || dateAt(before.from) === date) return []
    return [{ date, seconds, after }]
  })
}

/** Hours somebody is to take, what else they have around them, and whose they are. */
export type Asked = Pick<Reason, 'visit' | 'technician'> & {
  readonly hours: Hours
  readonly others: readonly Hours[]
  /** The most they work in the eleven other weeks of twelve with this one; null: not near enough to matter. */
  readonly otherWeeks: OtherWeeks | null
}

/** Why `hours` reduce a rest once too often; null: they do not. */
export function quotaReason(asked: Asked, labour: LabourRules, calendar: Calendar): Reason | null {
  const quota = labour.shortRest
  if (!quota) return null
  const { hours, others, visit, technician } = asked
  const short = shortRests([hours, ...others], labour, calendar)
  const own = short.filter(
    ({ after, seconds }) =>
      after === hours || Math.round(after.from / 1000) - seconds === Math.round(hours.until / 1000),
  )
  for (const one of own) {
    const sameWeek = short.filter(({ date }) => mondayOf(date) === mondayOf(one.date)).length
    const sevenDays = mostInSevenDays(short, one.date)
    const over =
      sameWeek > quota.perWeek
        ? { count: sameWeek, limit: quota.perWeek, days: 'week' }
        : sevenDays > quota.perSevenDays
          ? { count: sevenDays, limit: quota.perSevenDays, days: 'seven' }
          : null
    if (over)
      return {
        ...{ rule: 'daily-rest', cause: 'quota', visit, technician, ...over },
        ...{ restSeconds: one.seconds, minSeconds: labour.restMinutes * 60 },
      }
  }
  return null
}

function mostInSevenDays(short: readonly ShortRest[], date: LocalDate): number {
  const windows = Array.from({ length: 7 }, (_, back) => daysAfter(date, -back))
  return Math.max(
    ...windows.map(
      (first) => short.filter((one) => one.date >= first && one.date < daysAfter(first, 7)).length,
    ),
  )
}

const lengthOf = (some: readonly Hours[]): number =>
  Math.round(some.reduce((sum, { from, until }) => sum + until - from, 0) / 1000)

const shared = (one: Hours, other: Hours): number =>
  Math.max(0, Math.min(one.until, other.until) - Math.max(one.from, other.from))

/** Why a day is too long for somebody who works in the night that often in that week; null: it is not. */
export function nightReason(
  asked: Asked,
  rules: Pick<LabourRules, 'night' | 'nightWorker'>,
  calendar: Calendar,
): Reason | null {
  const bound = rules.nightWorker
  if (!bound) return null
  const own = calendar.dateAt(asked.hours.from)
  const week = mondayOf(own)
  const days = Map.groupBy([asked.hours, ...asked.others], ({ from }) => calendar.dateAt(from))
  const atNight = [...days].filter(([date, some]) => {
    if (mondayOf(date) !== week) return false
    const nights = nightsOf(date, rules.night, calendar)
    const length = some.flatMap((one) => nights.map((night) => shared(one, night)))
    return length.reduce((sum, one) => sum + one, 0) >= bound.nightMinutes * 60_000
  })
  if (atNight.length < bound.daysPerWeek || !atNight.some(([date]) => date === own)) return null
  const value = Math.max(...atNight.map(([, some]) => lengthOf(some)))
  const limit = bound.dayMinutes * 60
  if (value <= limit) return null
  const { visit, technician } = asked
  return { rule: 'night-worker', visit, technician, value, limit, nights: atNight.length }
}

/** Minutes planned in each week of one person, by its Monday. */
export type WeekSums = ReadonlyMap<LocalDate, number>
export type OtherWeeks = {
  readonly minutes: number
  /** Monday of the first of the twelve. */
  readonly since: LocalDate
}

/** Of all twelve weeks in a row that hold this one, those with the most work in the eleven others. */
export function heaviestWith(week: LocalDate, sums: WeekSums): OtherWeeks {
  const of = (date: LocalDate) => (date === week ? 0 : (sums.get(date) ?? 0))
  const windows = Array.from({ length: AVERAGE_WEEKS }, (_, back) => {
    const since = daysAfter(week, -7 * back)
    const weeks = Array.from({ length: AVERAGE_WEEKS }, (__, rank) => daysAfter(since, 7 * rank))
    return { since, minutes: weeks.reduce((sum, one) => sum + of(one), 0) }
  })
  return windows.reduce((most, one) => (one.minutes > most.minutes ? one : most))
}

/** Of all twelve weeks in a row that meet these weeks, those with the most work, and a week of them on average. */
export function heaviestAround(weeks: readonly LocalDate[], sums: WeekSums): OtherWeeks {
  const around = weeks.map((week) => {
    const { since, minutes } = heaviestWith(week, sums)
    return { since, minutes: (minutes + (sums.get(week) ?? 0)) / AVERAGE_WEEKS }
  })
  return around.reduce((most, one) => (one.minutes > most.minutes ? one : most))
}

/** So many minutes in each of these weeks leave every twelve in a row that meet them at the average; others as they are. */
export function roomPerWeek(
  weeks: readonly LocalDate[],
  sums: WeekSums,
  averageMinutes: number,
): number {
  const asked = new Set(weeks)
  const firsts = new Set(
    weeks.flatMap((week) =>
      Array.from({ length: AVERAGE_WEEKS }, (_, back) => daysAfter(week, -7 * back)),
    ),
  )
  const rooms = [...firsts].map((since) => {
    const window = Array.from({ length: AVERAGE_WEEKS }, (_, rank) => daysAfter(since, 7 * rank))
    const others = window.filter((week) => !asked.has(week))
    const taken = others.reduce((sum, week) => sum + (sums.get(week) ?? 0), 0)
    return (AVERAGE_WEEKS * averageMinutes - taken) / (AVERAGE_WEEKS - others.length)
  })
  return Math.max(0, Math.min(...rooms))
}

/** A week with these hours in the average of the twelve that weigh most. */
export function averageWith({ hours, others, otherWeeks }: Asked, calendar: Calendar): number {
  const week = mondayOf(calendar.dateAt(hours.from))
  const inWeek = others.filter(({ from }) => mondayOf(calendar.dateAt(from)) === week)
  const minutes = lengthOf([hours, ...inWeek]) / 60
  return ((otherWeeks?.minutes ?? 0) + minutes) / AVERAGE_WEEKS
}

/** Why the hours of twelve weeks in a row are too many; null: they are not, or nothing is known of the others. */
export function averageReason(
  asked: Asked,
  { averageMinutes }: Pick<LabourRules, 'averageMinutes'>,
  calendar: Calendar,
): Reason | null {
  const { otherWeeks, visit, technician } = asked
  if (averageMinutes === null || !otherWeeks) return null
  const average = averageWith(asked, calendar)
  if (average <= averageMinutes) return null
  const since = calendar.at(otherWeeks.since, '12:00') / 1000
  return {
    ...{ rule: 'average-week', visit, technician, since, weeks: AVERAGE_WEEKS },
    until: calendar.at(daysAfter(otherWeeks.since, 7 * AVERAGE_WEEKS - 1), '12:00') / 1000,
    ...{ value: Math.round(average * 60), limit: averageMinutes * 60 },
  }
}

type Judging = Pick<LabourRules, 'night' | 'nightWorker' | 'averageMinutes'>

/** All that hours alone break. `labour`: of the agreement; null: of the law. */
export function hoursReasons(
  asked: Asked,
  { labour, house }: { readonly labour: LabourRules | null; readonly house: Judging },
  calendar: Calendar,
): Reason[] {
  const rules = labour ?? house
  return [
    labour && quotaReason(asked, labour, calendar),
    nightReason(asked, rules, calendar),
    averageReason(asked, rules, calendar),
  ].filter((one) => one !== null)
}
