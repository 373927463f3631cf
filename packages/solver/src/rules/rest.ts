import type { PlanView, Tour } from '../solution/tour.ts'
import type { RefusalOf, Rule } from './rule.ts'
import { defineRule, duration, pairOf, visitsOf } from './rule.ts'

const worked = (view: PlanView, tour: Tour): readonly Tour[] =>
  tour.technician.shifts
    .map((rank) => view.tours[rank] as Tour)
    .filter((other) => other.stops.length > 0)

/** Rest between the last return of a day and the first departure of the next: 11 h, L3131-1. */
export const dailyRest: Rule = defineRule(
  'daily-rest',
  (view, tour): readonly RefusalOf<'daily-rest'>[] => {
    const { on, minSeconds } = view.problem.policy.rules.dailyRest
    const first = visitsOf(tour)[0]
    if (!on || first === undefined) return []
    const days = worked(view, tour)
    const rank = days.indexOf(tour)
    return [
      [days[rank - 1], tour],
      [tour, days[rank + 1]],
    ].flatMap(([before, after]): RefusalOf<'daily-rest'>[] => {
      if (before === undefined || after === undefined) return []
      if (before.shift.day === after.shift.day) return []
      const restSeconds = after.departure - before.arrival
      if (restSeconds >= minSeconds) return []
      return [{ rule: 'daily-rest', ...pairOf(first.visit, tour), restSeconds, minSeconds }]
    })
  },
  ({ technician, restSeconds, minSeconds }) =>
    `${technician} would rest ${duration(restSeconds)} between two days, at least ${duration(minSeconds)} are due`,
)

/**
 * A rest of at least 35 h in each local week (24 h and the daily rest, L3132-2). Only a week in
 * which all seven days are worked is judged: a day without any tour holds the rest.
 */
export const weeklyRest: Rule = defineRule(
  'weekly-rest',
  (view, tour): readonly RefusalOf<'weekly-rest'>[] => {
    const { on, minSeconds } = view.problem.policy.rules.weeklyRest
    const first = visitsOf(tour)[0]
    if (!on || first === undefined || tour.shift.week === undefined) return []
    const week = worked(view, tour).filter(({ shift }) => shift.week === tour.shift.week)
    const days = new Set(week.map(({ shift }) => shift.day))
    if (days.size < 7) return []
    const gaps = week.slice(1).map((after, k) => after.departure - (week[k] as Tour).arrival)
    const restSeconds = Math.max(0, ...gaps)
    if (restSeconds >= minSeconds) return []
    return [{ rule: 'weekly-rest', ...pairOf(first.visit, tour), restSeconds, minSeconds }]
  },
  ({ technician, restSeconds, minSeconds }) =>
    `the longest rest of ${technician} in the week would be ${duration(restSeconds)}, at least ${duration(minSeconds)} are due`,
)
