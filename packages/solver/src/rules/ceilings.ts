/**
 * Rules of one shape: a number of a tour, a day or a week stays under a ceiling. The ceiling
 * of the technician overrules that of the policy; Infinity or `off` binds nothing.
 */
import type { PlanView, Tour } from '../solution/tour.ts'
import { workSeconds } from '../solution/tour.ts'
import type { Refusal, Rule } from './rule.ts'
import { defineRule, duration, pairOf, visitsOf } from './rule.ts'

type CeilingName =
  | 'visits-per-shift'
  | 'metres-per-shift'
  | 'travel-per-shift'
  | 'work-per-day'
  | 'work-per-week'
  | 'span'
  | 'night-work'

type Measure = (view: PlanView, tour: Tour) => readonly [value: number, limit: number]

/** The tours of the same technician that share a day or a week with this one, itself included. */
const siblings = (view: PlanView, tour: Tour, share: 'day' | 'week'): readonly Tour[] =>
  tour.technician.shifts
    .map((rank) => view.tours[rank] as Tour)
    .filter((other) => other.shift[share] === tour.shift[share] && other.stops.length > 0)

const ceiling = (name: CeilingName, unit: (value: number) => string, measure: Measure): Rule =>
  defineRule(
    name,
    (view, tour) => {
      const last = visitsOf(tour).at(-1)
      if (last === undefined) return []
      const [value, limit] = measure(view, tour)
      if (value <= limit) return []
      return [
        { rule: name, ...pairOf(last.visit, tour), value, limit } as Extract<
          Refusal,
          { rule: CeilingName }
        >,
      ]
    },
    (refusal) => {
      const { technician, value, limit } = refusal as Extract<Refusal, { rule: CeilingName }>
      return `${technician}: ${name.replaceAll('-', ' ')} would be ${unit(value)}, the limit is ${unit(limit)}`
    },
  )

const switched = (
  rule: { readonly on: boolean; readonly maxSeconds: number },
  own: number,
): number => {
  if (own !== Number.POSITIVE_INFINITY) return own
  return rule.on ? rule.maxSeconds : Number.POSITIVE_INFINITY
}

const count = (value: number): string => String(value)

/** At most so many visits in a shift (AVAIL-12). */
export const visitsPerShift: Rule = ceiling('visits-per-shift', count, (_view, tour) => [
  visitsOf(tour).length,
  tour.technician.limits.visitsPerShift,
])

/** At most so many metres in a shift. */
export const metresPerShift: Rule = ceiling('metres-per-shift', count, (_view, tour) => [
  tour.metres,
  tour.technician.limits.metresPerShift,
])

/** At most so much travel in a shift. */
export const travelPerShift: Rule = ceiling('travel-per-shift', duration, (_view, tour) => [
  tour.travelSeconds,
  tour.technician.limits.travelSecondsPerShift,
])

/** Work (service and travel) of a local day: 10 h by L3121-18. */
export const workPerDay: Rule = ceiling('work-per-day', duration, (view, tour) => [
  siblings(view, tour, 'day').reduce((sum, other) => sum + workSeconds(other), 0),
  switched(view.problem.policy.rules.workPerDay, tour.technician.limits.workSecondsPerDay),
])

/** Work of a local week: 48 h by L3121-20. Shifts without a week count in none. */
export const workPerWeek: Rule = ceiling('work-per-week', duration, (view, tour) => [
  tour.shift.week === undefined
    ? 0
    : siblings(view, tour, 'week').reduce((sum, other) => sum + workSeconds(other), 0),
  switched(view.problem.policy.rules.workPerWeek, tour.technician.limits.workSecondsPerWeek),
])

/** From the first departure to the last return of a day: 13 h, the rest of 24 after 11. */
export const span: Rule = ceiling('span', duration, (view, tour) => {
  const day = siblings(view, tour, 'day')
  const first = Math.min(...day.map((other) => other.departure))
  const last = Math.max(...day.map((other) => other.arrival))
  return [last - first, switched(view.problem.policy.rules.span, Number.POSITIVE_INFINITY)]
})

/** Seconds of a tour, from departure to return, that lie in the nights of its shift (L3122-6). */
export const nightWork: Rule = ceiling('night-work', duration, (view, tour) => [
  tour.shift.nights.reduce((sum, night) => {
    const inside = Math.min(night.end, tour.arrival) - Math.max(night.start, tour.departure)
    return sum + Math.max(0, inside)
  }, 0),
  switched(view.problem.policy.rules.nightWork, Number.POSITIVE_INFINITY),
])
