/**
 * What the rich rules and goals need of a problem, as typed arrays. A problem that asks for none
 * of it is planned on the plain kernel, as fast as a solver made for vehicle routing alone.
 */
import { earliestStart } from '../problem/earliest-start.ts'
import { goalFactor } from '../problem/policy.ts'
import type { Interval, Link, Problem } from '../problem/problem.ts'
import { serviceOf } from '../problem/problem.ts'
import type { Kernel } from './kernel.ts'
import { compileShifts, type ShiftFrame, since } from './shift-frames.ts'
import { compileSupplies, type Supplies } from './supplies.ts'

/** A bound that a partner sets on the start of a visit: start ≥ partner + low, ≤ partner + high. */
export interface Tie {
  readonly partner: number
  readonly low: number
  readonly high: number
}

/** What a visit costs by its start. */
export interface VisitFrame {
  readonly windows: readonly Interval[]
  readonly dueAt: number
  readonly perLateSecond: number
  readonly firstStart: number
  readonly ties: readonly Tie[]
  readonly publishedTechnician: number
  readonly publishedStart: number
  /** Published and confirmed: a stability budget counts a change. */
  readonly promised: boolean
  readonly changePrice: number
  readonly resources: readonly { readonly resource: number; readonly count: number }[]
  /** Nothing but windows binds the start. */
  readonly plain: boolean
}

/** See the file comment. */
export interface RichKernel {
  readonly kernel: Kernel
  readonly frames: readonly ShiftFrame[]
  readonly visits: readonly VisitFrame[]
  /** Service by visit × technician when it differs, else empty. */
  readonly ownService: Float64Array
  readonly perEarlySecond: number
  readonly perLargestLateSecond: number
  readonly perSquaredHour: number
  readonly perSeriesTechnician: number
  readonly steps: Problem['policy']['rules']['breaks']['steps']
  /** Tours may leave later to wait less: nothing else depends on when they run. */
  readonly shiftable: boolean
  /** Visits of different tours depend on each other's times. */
  readonly coupled: boolean
  /** Visits that hold each resource. */
  readonly holders: readonly (readonly number[])[]
  readonly carries: boolean
  readonly supplies: Supplies
  /** The times of the plain kernel are bounds; travel that can be faster than its table breaks them. */
  readonly bounded: boolean
}

/** Does a problem ask for more than windows, capacity, pairs and travel? */
export const isRich = (problem: Problem): boolean => {
  const { rules, objectives } = problem.policy
  const own = problem.technicians.some(
    ({ limits, costs, absences }) =>
      Object.values(limits).some(Number.isFinite) || costs.perHour > 0 || absences.length > 0,
  )
  const timed = problem.visits.some(
    (visit) =>
      visit.windows.length > 1 ||
      visit.dueAt < Number.POSITIVE_INFINITY ||
      visit.serviceByTechnician.size > 0 ||
      visit.published !== undefined ||
      visit.series >= 0 ||
      visit.resources.length > 0 ||
      visit.tools.length > 0 ||
      visit.parts.size > 0,
  )
  const days = problem.shifts.some(
    ({ pauses, nights, overtimeSeconds }) => pauses.length + nights.length + overtimeSeconds > 0,
  )
  return (
    own ||
    timed ||
    days ||
    problem.links.length > 0 ||
    problem.workOrders.some(({ visits }) => visits.length > 1) ||
    problem.travels.some(({ slices }) => slices.length > 0) ||
    rules.breaks.on ||
    rules.workPerDay.on ||
    rules.workPerWeek.on ||
    rules.span.on ||
    rules.dailyRest.on ||
    rules.weeklyRest.on ||
    rules.streak.on ||
    objectives.duration.perSecond > 0 ||
    objectives.earliest.perHour > 0 ||
    objectives.balance.perSquaredHour > 0
  )
}

const tiesOf = (problem: Problem, links: readonly Link[]): readonly (readonly Tie[])[] => {
  const ties: Tie[][] = problem.visits.map(() => [])
  for (const { from, to, measuredFrom, minSeconds, maxSeconds } of links) {
    const service = measuredFrom === 'end' ? (problem.visits[from]?.serviceSeconds ?? 0) : 0
    const [low, high] = [service + minSeconds, service + maxSeconds]
    ties[to]?.push({ partner: from, low, high })
    ties[from]?.push({ partner: to, low: -high, high: -low })
  }
  return ties
}

const compileVisits = (problem: Problem, origin: number): readonly VisitFrame[] => {
  const { objectives } = problem.policy
  const ties = tiesOf(problem, problem.links)
  const late = goalFactor(objectives.lateness)
  const stability = goalFactor(objectives.stability)
  return problem.visits.map((visit): VisitFrame => {
    const pinned = visit.locked?.start
    return {
      windows: since(
        origin,
        pinned === undefined ? visit.windows : [{ start: pinned, end: pinned }],
      ),
      dueAt: visit.dueAt - origin,
      perLateSecond: late * visit.latenessPrice,
      firstStart: earliestStart(problem, visit.index) - origin,
      ties: ties[visit.index] ?? [],
      publishedTechnician: visit.published?.technician ?? -1,
      publishedStart: (visit.published?.start ?? 0) - origin,
      promised: visit.published?.confirmed ?? false,
      changePrice: stability * (visit.published?.changePrice ?? 0),
      resources: problem.policy.rules.resources.on ? visit.resources : [],
      plain: !visit.published && (ties[visit.index] ?? []).length + visit.resources.length === 0,
    }
  })
}

/** Compiles what the plain kernel leaves out. */
export const compileRichKernel = (kernel: Kernel): RichKernel => {
  const { problem, origin } = kernel
  const { rules, objectives } = problem.policy
  const crew = problem.technicians.length
  const personal = problem.visits.some((visit) => visit.serviceByTechnician.size > 0)
  const ownService = new Float64Array(personal ? problem.visits.length * crew : 0)
  for (const visit of personal ? problem.visits : []) {
    for (let t = 0; t < crew; t++) ownService[visit.index * crew + t] = serviceOf(visit, t)
    const least = Math.min(visit.serviceSeconds, ...visit.serviceByTechnician.values())
    kernel.service[visit.index] = least + kernel.buffer
  }
  const visits = compileVisits(problem, origin)
  const perEarlySecond = (goalFactor(objectives.earliest) * objectives.earliest.perHour) / 3600
  const straight =
    !personal &&
    perEarlySecond === 0 &&
    problem.workOrders.every(({ visits: seats }) => seats.length === 1) &&
    visits.every(
      ({ plain, windows, dueAt }) =>
        plain && windows.length === 1 && dueAt === Number.POSITIVE_INFINITY,
    )
  const frames = compileShifts(problem, origin, straight)
  const shared = visits.some(({ resources }) => resources.length > 0)
  const coupled = problem.links.length > 0 || shared
  return {
    kernel,
    frames,
    visits,
    ownService,
    perEarlySecond,
    perLargestLateSecond: goalFactor(objectives.lateness) * objectives.lateness.perSecondOfLargest,
    perSquaredHour: goalFactor(objectives.balance) * objectives.balance.perSquaredHour,
    perSeriesTechnician: goalFactor(objectives.continuity) * objectives.continuity.perTechnician,
    steps: rules.breaks.on ? rules.breaks.steps : [],
    shiftable:
      !(coupled || rules.breaks.on || rules.streak.on) &&
      perEarlySecond === 0 &&
      frames.every(
        ({ pauses, absences, travel, nights }) =>
          pauses.length + absences.length + travel.slices.length + nights.length === 0,
      ) &&
      frames.some(({ perDurationSecond }) => perDurationSecond > 0),
    coupled,
    holders: problem.resources.map((_, rank) =>
      problem.visits
        .filter(({ resources }) => resources.some((need) => need.resource === rank))
        .map(({ index }) => index),
    ),
    bounded: problem.travels.every(({ slices }) => slices.every(({ factor }) => factor >= 1)),
    supplies: compileSupplies(problem),
    carries:
      rules.parts.on && problem.visits.some(({ tools, parts }) => tools.length + parts.size > 0),
  }
}
