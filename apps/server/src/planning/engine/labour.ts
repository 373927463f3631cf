// Labour rules of a production in what the rules of the engine understand. Pure.
import type { Id, LocalDate } from '@regie/contract/kernel'
import type { LabourRules } from '@regie/contract/labour-rules'
import type { Reason } from '@regie/contract/planning-reasons'
import type { IntervalInput, PolicyInput } from '@regie/solver'
import { Temporal } from 'temporal-polyfill'
import { addDays, dateAt, mondayOf } from '../local-days.ts'

const LEGAL_DAY_SECONDS = 36_000

/** Of several the strictest figure each; a reduced rest only where all allow it. */
export function strictestOf(rules: readonly LabourRules[]): LabourRules | null {
  const [first] = rules
  if (!first) return null
  const least = (read: (one: LabourRules) => number) => Math.min(...rules.map(read))
  const most = (read: (one: LabourRules) => number) => Math.max(...rules.map(read))
  const allReduce = rules.every(({ shortRest }) => shortRest)
  const nights = rules.flatMap(({ night }) => night.maxMinutes ?? [])
  return {
    dayMinutes: least((one) => one.dayMinutes),
    weekMinutes: least((one) => one.weekMinutes),
    spanMinutes: least((one) => one.spanMinutes),
    restMinutes: most((one) => one.restMinutes),
    weeklyRestMinutes: most((one) => one.weeklyRestMinutes),
    shortRest: allReduce
      ? {
          minutes: most((one) => one.shortRest?.minutes ?? 0),
          perWeek: least((one) => one.shortRest?.perWeek ?? 0),
          perSevenDays: least((one) => one.shortRest?.perSevenDays ?? 0),
        }
      : null,
    night: { ...first.night, maxMinutes: nights.length > 0 ? Math.min(...nights) : null },
  }
}

/**
 * A policy with the figures of the agreement. `byHand`: the reduced rest counts, for its quota is asked besides; the
 * engine cannot count it and keeps to the full one.
 */
export function withLabour(policy: PolicyInput, labour: LabourRules, byHand: boolean): PolicyInput {
  const rest = byHand && labour.shortRest ? labour.shortRest.minutes : labour.restMinutes
  const { maxMinutes } = labour.night
  return {
    ...policy,
    rules: {
      ...policy.rules,
      workPerDay: { on: true, maxSeconds: labour.dayMinutes * 60 },
      workPerWeek: { on: true, maxSeconds: labour.weekMinutes * 60 },
      span: { on: true, maxSeconds: labour.spanMinutes * 60 },
      dailyRest: { on: true, minSeconds: rest * 60 },
      weeklyRest: { on: true, minSeconds: labour.weeklyRestMinutes * 60 },
      nightWork: { on: maxMinutes !== null, ...(maxMinutes && { maxSeconds: maxMinutes * 60 }) },
    },
  }
}

/** The legal ten hours are nobody's own wish and give way to the agreement; any other limit of a person's own stays. */
export const dayLimitOf = (ownSeconds: number, { dayMinutes }: LabourRules): number =>
  ownSeconds === LEGAL_DAY_SECONDS ? dayMinutes * 60 : Math.min(ownSeconds, dayMinutes * 60)

/** The nights that a day's work may reach into: the one it begins in and the one it ends in. */
export function nightsOf(
  date: LocalDate,
  { from, until }: LabourRules['night'],
  timeZone: string,
): IntervalInput[] {
  const at = (day: LocalDate, time: string) =>
    Temporal.PlainDate.from(day).toZonedDateTime({
      timeZone,
      plainTime: Temporal.PlainTime.from(time),
    }).epochMilliseconds / 1000
  const isOvernight = until <= from
  return [addDays(date, -1), date].map((day) => ({
    start: at(day, from),
    end: at(isOvernight ? addDays(day, 1) : day, until),
  }))
}

export type Hours = { readonly from: number; readonly until: number }
type ShortRest = { readonly date: LocalDate; readonly seconds: number; readonly after: Hours }

/** Rests between the work of two local days that are shorter than the full one. */
export function shortRests(
  hours: readonly Hours[],
  { restMinutes }: LabourRules,
  timeZone: string,
): ShortRest[] {
  const inOrder = hours.toSorted((a, b) => a.from - b.from)
  return inOrder.slice(1).flatMap((after, rank) => {
    const before = inOrder[rank] as Hours
    const date = dateAt(after.from, timeZone)
    const seconds = Math.round((after.from - before.until) / 1000)
    if (seconds >= restMinutes * 60 || dateAt(before.from, timeZone) === date) return []
    return [{ date, seconds, after }]
  })
}

export type Quota = Pick<Reason, 'visit' | 'technician'> & { readonly timeZone: string }

/** Why `hours` reduce a rest once too often, among all hours of this person; null: they do not. */
export function quotaReason(
  hours: Hours,
  all: readonly Hours[],
  labour: LabourRules,
  { visit, technician, timeZone }: Quota,
): Reason | null {
  const quota = labour.shortRest
  if (!quota) return null
  const short = shortRests(all, labour, timeZone)
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
  const windows = Array.from({ length: 7 }, (_, back) => addDays(date, -back))
  return Math.max(
    ...windows.map(
      (first) => short.filter((one) => one.date >= first && one.date < addDays(first, 7)).length,
    ),
  )
}

/** Hours of somebody in a plan, those of one seat replaced by others. */
export const hoursWith = (
  assignments: readonly {
    readonly technicianId: Id
    readonly positionId: Id
    readonly startsAt: string
    readonly endsAt: string
  }[],
  technicianId: Id,
  { positionId, hours }: { readonly positionId: Id; readonly hours: Hours },
): Hours[] => [
  hours,
  ...assignments
    .filter((one) => one.technicianId === technicianId && one.positionId !== positionId)
    .map(({ startsAt, endsAt }) => ({ from: Date.parse(startsAt), until: Date.parse(endsAt) })),
]
