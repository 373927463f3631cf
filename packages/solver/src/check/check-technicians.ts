import type { Problem } from '../problem/problem.ts'
import { about } from './check-visits.ts'
import type { Act, Day } from './day.ts'
import type { Violation } from './violation.ts'

const groupBy = (days: readonly Day[], key: (day: Day) => string | undefined): readonly Day[][] => {
  const groups = new Map<string, Day[]>()
  for (const day of days) {
    const name = key(day)
    if (name !== undefined) groups.set(name, [...(groups.get(name) ?? []), day])
  }
  return [...groups.values()]
}

const workOf = (days: readonly Day[]): number =>
  days.reduce((sum, { travelSeconds, serviceSeconds }) => sum + travelSeconds + serviceSeconds, 0)

const ceilingOf = (
  own: number,
  rule: { readonly on: boolean; readonly maxSeconds: number },
): number => {
  if (own < Number.POSITIVE_INFINITY) return own
  return rule.on ? rule.maxSeconds : Number.POSITIVE_INFINITY
}

/** Limits over the days and weeks of one technician; `days` in order of time. */
export const checkTechnician = (problem: Problem, days: readonly Day[]): readonly Violation[] => {
  const { rules } = problem.policy
  const found: Violation[] = []
  const tell = (day: Day | undefined, rule: string, message: string): void => {
    const act = day?.acts.at(-1)
    if (act) found.push(about(act as Act, rule, message))
  }
  for (const group of groupBy(days, ({ shift }) => shift.day)) {
    const limit = ceilingOf(group[0]?.technician.limits.workSecondsPerDay ?? 0, rules.workPerDay)
    if (workOf(group) > limit)
      tell(group.at(-1), 'work-per-day', `${workOf(group)} s, the limit is ${limit} s`)
    const spanned =
      Math.max(...group.map((day) => day.returns)) - Math.min(...group.map((day) => day.leaves))
    if (rules.span.on && spanned > rules.span.maxSeconds)
      tell(group.at(-1), 'span', `${spanned} s from first to last`)
  }
  for (const group of groupBy(days, ({ shift }) => shift.week)) {
    const limit = ceilingOf(group[0]?.technician.limits.workSecondsPerWeek ?? 0, rules.workPerWeek)
    if (workOf(group) > limit)
      tell(group.at(-1), 'work-per-week', `${workOf(group)} s, the limit is ${limit} s`)
    const gaps = group.slice(1).map((day, k) => day.leaves - (group[k]?.returns ?? 0))
    const seven = new Set(group.map(({ shift }) => shift.day)).size >= 7
    if (rules.weeklyRest.on && seven && Math.max(0, ...gaps) < rules.weeklyRest.minSeconds) {
      tell(group.at(-1), 'weekly-rest', `the longest rest is ${Math.max(0, ...gaps)} s`)
    }
  }
  days.slice(1).forEach((day, k) => {
    const before = days[k] as Day
    const rest = day.leaves - before.returns
    if (
      rules.dailyRest.on &&
      before.shift.day !== day.shift.day &&
      rest < rules.dailyRest.minSeconds
    ) {
      tell(day, 'daily-rest', `${rest} s of rest, at least ${rules.dailyRest.minSeconds} s are due`)
    }
  })
  return found
}
