// What somebody carries, and what a seat more would make of it. Pure.
import { mondayOf } from '@regie/contract/civil-days'
import type { LocalDate } from '@regie/contract/kernel'
import {
  averageWith,
  type Calendar,
  type Hours,
  heaviestWith,
  nightsOf,
  shortRests,
  type WeekSums,
} from '@regie/contract/labour-hours'
import type { LabourRules } from '@regie/contract/labour-rules'
import type { Burden, LabourFigures } from '@regie/contract/production-candidates'
import { daysLaterThan, localDateOf } from './local-dates.ts'

type Counting = { readonly calendar: Calendar; readonly timeZone: string }

const MINUTE = 60_000
/** Midnight to five, which every definition of the night holds (code du travail L3122-2, L3122-3). */
const anyNight = { from: '00:00', until: '05:00', maxMinutes: null }

const shared = (a: Hours, b: Hours): number =>
  Math.max(0, Math.min(a.until, b.until) - Math.max(a.from, b.from))

/** The local dates that these hours touch. */
function datesOf({ from, until }: Hours, timeZone: string): LocalDate[] {
  const dates: LocalDate[] = []
  const last = localDateOf(until - 1, timeZone)
  for (let date = localDateOf(from, timeZone); date <= last; date = daysLaterThan(date, 1))
    dates.push(date)
  return dates
}

const isWeekend = (date: LocalDate): boolean =>
  [0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay())

/** Work within `range`, the nights and weekend days it reaches into. */
export function burdenOf(
  own: readonly Hours[],
  range: Hours,
  { night = anyNight, calendar, timeZone }: Counting & { night?: LabourRules['night'] | undefined },
): Burden {
  const inside = own.filter((one) => shared(one, range) > 0)
  const dates = inside.flatMap((one) => datesOf(one, timeZone))
  const nights = inside.flatMap((one) =>
    datesOf(one, timeZone)
      .flatMap((date) => nightsOf(date, night, calendar))
      .filter((found) => shared(one, found) > 0)
      .map(({ from }) => from),
  )
  return {
    minutes: Math.round(inside.reduce((sum, one) => sum + shared(one, range), 0) / MINUTE),
    nights: new Set(nights).size,
    weekendDays: new Set(dates.filter(isWeekend)).size,
  }
}

/** Day, week, average and rests of somebody who takes `seat` besides all they have. */
export function figuresWith(
  seat: Hours,
  own: readonly Hours[],
  { rules, sums, calendar, timeZone }: Counting & { rules: LabourRules | null; sums: WeekSums },
): LabourFigures {
  const all = [seat, ...own]
  const dateOf = ({ from }: Hours) => localDateOf(from, timeZone)
  const [day, week] = [dateOf(seat), mondayOf(dateOf(seat))]
  const minutes = (some: readonly Hours[]) =>
    Math.round(some.reduce((sum, { from, until }) => sum + until - from, 0) / MINUTE)
  const rests = own
    .filter((one) => dateOf(one) !== day)
    .map((one) => (one.from >= seat.until ? one.from - seat.until : seat.from - one.until))
    .filter((gap) => gap >= 0 && gap <= DAY)
  const asked = { visit: '', technician: '', hours: seat, others: own }
  const otherWeeks = heaviestWith(week, sums)
  return {
    averageMinutes: Math.round(averageWith({ ...asked, otherWeeks }, calendar)),
    dayMinutes: minutes(all.filter((one) => dateOf(one) === day)),
    weekMinutes: minutes(all.filter((one) => mondayOf(dateOf(one)) === week)),
    restMinutes: rests.length > 0 ? Math.round(Math.min(...rests) / MINUTE) : null,
    shortRests: rules
      ? shortRests(all, rules, calendar).filter(({ date }) => mondayOf(date) === week).length
      : 0,
  }
}
const DAY = 24 * 60 * MINUTE
