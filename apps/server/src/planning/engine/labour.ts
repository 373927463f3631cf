// Labour rules of productions in what a problem of the engine understands. Pure.

import { mondayOf } from '@regie/contract/civil-days'
import type { Id, Instant } from '@regie/contract/kernel'
import {
  type Asked,
  type Calendar,
  figuresOf,
  type Hours,
  heaviestWith,
} from '@regie/contract/labour-hours'
import type { LabourRules } from '@regie/contract/labour-rules'
import { type PolicyInput, type RegimeOf, resolvePolicy, type ShiftInput } from '@regie/solver'
import { calendarOf } from '../local-days.ts'
import type { Scene } from './scene.ts'

/** Under what somebody works: labour rules of agreements, and whether also under the organisation's own policy. */
export type Mix = { readonly rules: readonly LabourRules[]; readonly plain: boolean }
export const PLAIN: Mix = { rules: [], plain: true }

/** The legal ten hours are nobody's own wish and give way to the agreement; any other limit of a person's own stays. */
export function dayLimitOf(ownSeconds: number, { rules, plain }: Mix, calendar: Calendar): number {
  const limits = rules
    .map((one) => figuresOf(one, false, calendar))
    .map(({ daySeconds, insteadOfDaySeconds }) =>
      ownSeconds === insteadOfDaySeconds ? daySeconds : Math.min(ownSeconds, daySeconds),
    )
  return Math.min(...limits, ...(plain || limits.length === 0 ? [ownSeconds] : []))
}

/**
 * A policy with the strictest figures of what meets. `byHand`: the reduced rest counts, for its quota is asked besides; the
 * engine cannot count it and keeps to the full one.
 */
export function withMixes(
  policy: PolicyInput,
  mixes: Iterable<Mix>,
  { byHand, calendar }: { readonly byHand: boolean; readonly calendar: Calendar },
): PolicyInput {
  const all = [...mixes]
  const rules = [...new Set(all.flatMap((one) => one.rules))]
  const known = resolvePolicy(policy)?.rules
  if (rules.length === 0 || !known) return policy
  const plain = all.some((one) => one.plain)
  const figures = rules.map((one) => figuresOf(one, byHand, calendar))
  type Figure = Exclude<keyof (typeof figures)[number], 'nightsOf'>
  const ceiling = (figure: Figure, own: { on: boolean; maxSeconds: number }) => {
    const maxSeconds = Math.min(
      ...figures.map((one) => one[figure]),
      ...(plain && own.on ? [own.maxSeconds] : []),
    )
    return Number.isFinite(maxSeconds) ? { on: true, maxSeconds } : { on: false }
  }
  const floor = (figure: Figure, own: { on: boolean; minSeconds: number }) => ({
    on: true,
    minSeconds: Math.max(
      ...figures.map((one) => one[figure]),
      ...(plain && own.on ? [own.minSeconds] : []),
    ),
  })
  return {
    ...policy,
    rules: {
      ...policy.rules,
      workPerDay: ceiling('daySeconds', known.workPerDay),
      workPerWeek: ceiling('weekSeconds', known.workPerWeek),
      span: ceiling('spanSeconds', known.span),
      dailyRest: floor('restSeconds', known.dailyRest),
      weeklyRest: floor('weeklyRestSeconds', known.weeklyRest),
      nightWork: ceiling('nightSeconds', known.nightWork),
    },
  }
}

/** Shifts with their nights where somebody's hours at night are limited: the longest night of those that limit them. */
export function withNights(
  shifts: readonly ShiftInput[],
  { rules }: Mix,
  calendar: Calendar,
): ShiftInput[] {
  const limiting = rules.filter(({ night }) => night.maxMinutes !== null)
  if (limiting.length === 0) return [...shifts]
  return shifts.map((shift) => {
    const nights = limiting.map((one) => figuresOf(one, false, calendar).nightsOf(shift.day))
    const lengthOf = (some: (typeof nights)[number]) =>
      some.reduce((sum, { start, end }) => sum + end - start, 0)
    return { ...shift, nights: nights.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0] ?? [] }
  })
}

/** The labour rules a seat of a scene is under; null: the organisation's policy. */
export function labourOfSeats(scene: Pick<Scene, 'agreements' | 'workOrders'>) {
  const bySeat = new Map<Id, LabourRules>()
  if (scene.agreements.size > 0)
    for (const { id, seats } of scene.workOrders) {
      const labour = scene.agreements.get(id)
      if (labour) for (const { positionId } of seats) bySeat.set(positionId, labour)
    }
  return (positionId: Id): LabourRules | null => bySeat.get(positionId) ?? null
}

/** The same as the rules of the engine ask for it. */
export function regimesOf(
  scene: Pick<Scene, 'agreements' | 'workOrders' | 'timeZone'>,
  byHand: boolean,
): RegimeOf {
  const labourOf = labourOfSeats(scene)
  const calendar = calendarOf(scene.timeZone)
  const made = new Map(
    [...scene.agreements.values()].map((one) => [one, figuresOf(one, byHand, calendar)]),
  )
  return (positionId) => {
    const labour = labourOf(positionId)
    return labour ? made.get(labour) : undefined
  }
}

export type Seated = {
  readonly positionId: Id
  readonly technicianId: Id
  readonly startsAt: Instant
  readonly endsAt: Instant
}

const hoursOf = ({ startsAt, endsAt }: Pick<Seated, 'startsAt' | 'endsAt'>): Hours => ({
  from: Date.parse(startsAt),
  until: Date.parse(endsAt),
})

/** What the rules of hours are asked about somebody who takes a seat, whatever they sit on now. */
export function askedOf(scene: Scene, seated: Seated): Asked {
  const { positionId, technicianId } = seated
  const { dateAt } = calendarOf(scene.timeZone)
  const own = scene.assignments.filter((one) => one.technicianId === technicianId)
  const hours = hoursOf(seated)
  const week = mondayOf(dateAt(hours.from))
  const sums = new Map(scene.weeks.get(technicianId))
  // What is moved here from another week is no longer there.
  for (const moved of own.filter((one) => one.positionId === positionId).map(hoursOf)) {
    const left = mondayOf(dateAt(moved.from))
    sums.set(left, (sums.get(left) ?? 0) - (moved.until - moved.from) / 60_000)
  }
  return {
    ...{ visit: positionId, technician: technicianId, hours },
    others: own.filter((one) => one.positionId !== positionId).map(hoursOf),
    otherWeeks: heaviestWith(week, sums),
  }
}
