/**
 * Work under figures of its own: an agreement says how long a day of this kind of work may be,
 * the policy how long any other. Whoever does both is held to the stricter figure of what meets:
 * within a day, between two days, within a week.
 */
import type { CeilingRule, FloorRule, Policy, PolicyRules } from '../problem/policy.ts'
import type { Interval, Problem, Shift, Visit } from '../problem/problem.ts'
import type { Refusal } from '../rules/rule.ts'
import { refusalsOf } from '../rules/rules.ts'
import type { Plan } from '../solution/plan.ts'
import type { PlanView, Tour } from '../solution/tour.ts'
import { shiftAt, viewPlan } from '../solution/tour.ts'
import type { Placement, Verdict } from './verdict.ts'
import { judge } from './verdict.ts'

/** Figures in seconds, in place of those of the policy. */
export interface Regime {
  readonly daySeconds: number
  /** A technician's own ceiling of exactly this figure gives way to `daySeconds`; others stay. */
  readonly insteadOfDaySeconds: number
  readonly weekSeconds: number
  readonly spanSeconds: number
  readonly restSeconds: number
  readonly weeklyRestSeconds: number
  /** Infinity: as much as one likes. */
  readonly nightSeconds: number
  /** The nights that the work of a local day may reach into. */
  readonly nightsOf: (day: string) => readonly Interval[]
}

/** The regime of a visit; undefined: the policy's own figures. */
export type RegimeOf = (visit: string) => Regime | undefined

/** What meets somewhere: regimes, and whether there is work under none. */
interface Mix {
  readonly regimes: readonly Regime[]
  readonly plain: boolean
}

const mixOf = (visits: readonly Visit[], regimeOf: RegimeOf): Mix => {
  const found = new Set<Regime>()
  let plain = false
  for (const { id } of visits) {
    const regime = regimeOf(id)
    if (regime) found.add(regime)
    else plain = true
  }
  return { regimes: [...found], plain }
}

const visitsIn = (tours: readonly Tour[]): readonly Visit[] =>
  tours.flatMap(({ stops }) => stops.flatMap(({ visit }) => visit ?? []))

type Reading = (regime: Regime) => number

/** The lowest ceiling of what meets; the policy's counts where there is work under it. */
const ceilingOf = ({ regimes, plain }: Mix, rule: CeilingRule, read: Reading): CeilingRule => {
  if (regimes.length === 0) return rule
  const own = plain && rule.on ? rule.maxSeconds : Number.POSITIVE_INFINITY
  const maxSeconds = Math.min(own, ...regimes.map(read))
  return { on: maxSeconds < Number.POSITIVE_INFINITY, maxSeconds }
}

const floorOf = ({ regimes, plain }: Mix, rule: FloorRule, read: Reading): FloorRule => {
  if (regimes.length === 0) return rule
  const own = plain && rule.on ? rule.minSeconds : 0
  return { on: true, minSeconds: Math.max(own, ...regimes.map(read)) }
}

const dayLimitOf = (own: number, { regimes, plain }: Mix): number => {
  const limits = regimes.map(({ daySeconds, insteadOfDaySeconds }) =>
    own === insteadOfDaySeconds ? daySeconds : Math.min(own, daySeconds),
  )
  return regimes.length === 0 ? own : Math.min(...limits, ...(plain ? [own] : []))
}

type Meeting = { readonly day: Mix; readonly rests: Mix; readonly week: Mix }

const figuresOf = (rules: PolicyRules, { day, rests, week }: Meeting) => ({
  workPerDay: ceilingOf(day, rules.workPerDay, ({ daySeconds }) => daySeconds),
  workPerWeek: ceilingOf(week, rules.workPerWeek, ({ weekSeconds }) => weekSeconds),
  span: ceilingOf(day, rules.span, ({ spanSeconds }) => spanSeconds),
  dailyRest: floorOf(rests, rules.dailyRest, ({ restSeconds }) => restSeconds),
  weeklyRest: floorOf(week, rules.weeklyRest, (one) => one.weeklyRestSeconds),
  nightWork: ceilingOf(day, rules.nightWork, ({ nightSeconds }) => nightSeconds),
})

/** The problem as one shift of a technician is judged; undefined: by the policy, as it is. */
const personal = (
  { problem, tours }: PlanView,
  shift: Shift,
  regimeOf: RegimeOf,
  added?: Visit,
): Problem | undefined => {
  const technician = problem.technicians[shift.technician]
  if (technician === undefined) return undefined
  const own = technician.shifts
    .map((rank) => tours[rank] as Tour)
    .filter((tour) => tour.shift === shift || tour.stops.some(({ visit }) => visit !== added))
  const rank = own.findIndex((tour) => tour.shift === shift)
  const same = (key: 'day' | 'week') => own.filter((tour) => tour.shift[key] === shift[key])
  const near = own.filter((tour, k) => tour.shift.day === shift.day || Math.abs(k - rank) === 1)
  const mix = (some: readonly Tour[]) =>
    mixOf(
      [...visitsIn(some).filter((visit) => visit !== added), ...(added ? [added] : [])],
      regimeOf,
    )
  const [day, rests, week] = [mix(same('day')), mix(near), mix(same('week'))]
  if (day.regimes.length + rests.regimes.length + week.regimes.length === 0) return undefined
  const { rules } = problem.policy
  const figures = figuresOf(rules, { day, rests, week })
  const policy: Policy = { ...problem.policy, rules: { ...rules, ...figures } }
  const limits = {
    ...technician.limits,
    workSecondsPerDay: dayLimitOf(technician.limits.workSecondsPerDay, day),
  }
  // Hours that count as night differ: the longest night of those that limit it counts most.
  const nights = day.regimes
    .filter(({ nightSeconds }) => nightSeconds < Number.POSITIVE_INFINITY)
    .map((regime) => regime.nightsOf(shift.day))
    .toSorted((a, b) => lengthOf(b) - lengthOf(a))[0]
  return {
    ...problem,
    policy,
    technicians: problem.technicians.with(shift.technician, { ...technician, limits }),
    shifts: nights ? problem.shifts.with(shift.index, { ...shift, nights }) : problem.shifts,
  }
}

const lengthOf = (spans: readonly Interval[]): number =>
  spans.reduce((sum, { start, end }) => sum + end - start, 0)

/** The problem as if all work were under one regime: a first look at who could make a visit of it. */
export const allUnder = (problem: Problem, regime: Regime): Problem => {
  const mix: Mix = { regimes: [regime], plain: false }
  const { rules } = problem.policy
  const isNight = regime.nightSeconds < Number.POSITIVE_INFINITY
  return {
    ...problem,
    policy: {
      ...problem.policy,
      rules: { ...rules, ...figuresOf(rules, { day: mix, rests: mix, week: mix }) },
    },
    technicians: problem.technicians.map((one) => ({
      ...one,
      limits: {
        ...one.limits,
        workSecondsPerDay: dayLimitOf(one.limits.workSecondsPerDay, mix),
      },
    })),
    shifts: isNight
      ? problem.shifts.map((shift) => ({ ...shift, nights: regime.nightsOf(shift.day) }))
      : problem.shifts,
  }
}

/**
 * `verdict` where visits have regimes.
 *
 * @param regimeOf asked of each visit of the technician around the placement
 */
export const verdictUnder = (
  problem: Problem,
  plan: Plan,
  placement: Placement,
  regimeOf: RegimeOf,
): Verdict => {
  const view = viewPlan(problem, plan)
  const technician = problem.technicianIndex.get(placement.technician)
  const visit = problem.visits[problem.visitIndex.get(placement.visit) ?? -1]
  const shift = technician === undefined ? undefined : shiftAt(problem, technician, placement.start)
  const own = shift && visit && personal(view, shift, regimeOf, visit)
  return own ? judge(viewPlan(own, plan), placement) : judge(view, placement)
}

/**
 * Every refusal of a plan where visits have regimes.
 *
 * @remarks A tour under the policy alone costs as much as in `evaluate`, one under a regime a look at the whole plan.
 */
export const refusalsUnder = (
  problem: Problem,
  plan: Plan,
  regimeOf: RegimeOf,
): readonly Refusal[] => {
  const view = viewPlan(problem, plan)
  return view.tours.flatMap((tour) => {
    const own = tour.stops.length > 0 ? personal(view, tour.shift, regimeOf) : undefined
    if (!own) return refusalsOf(view, tour)
    const seen = viewPlan(own, plan)
    return refusalsOf(seen, seen.tours[tour.shift.index] as Tour)
  })
}
