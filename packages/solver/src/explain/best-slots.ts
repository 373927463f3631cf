import { preferencePrice } from '../problem/preference-price.ts'
import type { Interval, Problem, Shift, Visit } from '../problem/problem.ts'
import { serviceOf, UNREACHABLE } from '../problem/problem.ts'
import type { Refusal } from '../rules/rule.ts'
import { PAIR_RULES } from '../rules/rules.ts'
import type { Plan } from '../solution/plan.ts'
import type { PlanView, Tour } from '../solution/tour.ts'
import { viewPlan } from '../solution/tour.ts'
import { travelMetres, travelSeconds } from '../solution/travel.ts'
import { judge } from './verdict.ts'

/** A place for a visit in which it breaks no rule and moves nobody. */
export interface Slot {
  readonly technician: string
  readonly shift: string
  readonly start: number
  readonly end: number
  /** Travel that the visit adds to the tour. */
  readonly addedTravelSeconds: number
  readonly addedMetres: number
  /** Points that the visit adds: travel, lateness and preference. */
  readonly addedPoints: number
  /** Idle seconds left before the next visit or the end of the shift. */
  readonly slackSeconds: number
}

/** A gap of a tour into which a visit might go. */
export interface Gap {
  readonly tour: Tour
  /** Rank of the stop that would follow. */
  readonly rank: number
}

/** When a visit may begin, given its windows and the partners that are already planned. */
export const startWindows = (view: PlanView, visit: Visit): readonly Interval[] => {
  let low = Number.NEGATIVE_INFINITY
  let high = Number.POSITIVE_INFINITY
  if (visit.locked?.start !== undefined) low = high = visit.locked.start
  for (const link of view.problem.links) {
    if (link.to === visit.index) {
      const from = view.stopOf.get(link.from)?.stop
      if (from === undefined) continue
      const at = link.measuredFrom === 'start' ? from.start : from.end
      low = Math.max(low, at + link.minSeconds)
      high = Math.min(high, at + link.maxSeconds)
    } else if (link.from === visit.index) {
      const to = view.stopOf.get(link.to)?.stop
      if (to === undefined) continue
      const lag = link.measuredFrom === 'start' ? 0 : visit.serviceSeconds
      high = Math.min(high, to.start - lag - link.minSeconds)
      low = Math.max(low, to.start - lag - link.maxSeconds)
    }
  }
  return visit.windows
    .map(({ start, end }) => ({ start: Math.max(start, low), end: Math.min(end, high) }))
    .filter(({ start, end }) => start <= end)
}

/** The refusals of a visit and a shift whatever the time. */
export const pairRefusals = (problem: Problem, visit: Visit, shift: Shift): readonly Refusal[] =>
  PAIR_RULES.flatMap((rule) => rule.pair(problem, visit, shift) ?? [])

/** The first start at or after `ready` within the windows and outside the absences. */
const firstStart = (
  tour: Tour,
  windows: readonly Interval[],
  ready: number,
  service: number,
): number => {
  for (const window of windows) {
    let start = Math.max(ready, window.start)
    for (const absence of tour.technician.absences) {
      if (start < absence.end && start + service > absence.start) start = absence.end
    }
    if (start <= window.end) return start
  }
  return Number.POSITIVE_INFINITY
}

/** The earliest slot of a visit in a gap, or nothing when it does not fit between its neighbours. */
export const slotIn = (
  view: PlanView,
  visit: Visit,
  gap: Gap,
  options: { readonly windows: readonly Interval[]; readonly delay?: number },
): Slot | undefined => {
  const { problem } = view
  const { tour, rank } = gap
  const { shift, technician } = tour
  const travel = problem.travels[technician.travel]
  if (travel === undefined) return undefined
  const before = tour.stops[rank - 1]
  const after = tour.stops[rank]
  const { on, seconds } = problem.policy.rules.buffers
  const buffer = on ? seconds : 0
  const here = before?.location ?? shift.startLocation
  const there = after?.location ?? shift.endLocation
  const ready = (before?.end ?? shift.start) + (before?.visit ? buffer : 0) + (options.delay ?? 0)
  const to = travelSeconds(travel, here, visit.location, before?.end ?? shift.start)
  if (to >= UNREACHABLE) return undefined
  const service = serviceOf(visit, technician.index)
  const start = firstStart(tour, options.windows, ready + to, service)
  const end = start + service
  const on2 = travelSeconds(travel, visit.location, there, end)
  const limit = after?.start ?? shift.end + shift.overtimeSeconds
  const slackSeconds = limit - (end + on2 + (after?.visit ? buffer : 0))
  if (!(slackSeconds >= 0)) return undefined
  const alone = before === undefined && after === undefined
  const old = alone ? 0 : travelSeconds(travel, here, there, before?.end ?? shift.start)
  const oldMetres = alone ? 0 : travelMetres(travel, here, there)
  const addedTravelSeconds = to + on2 - old
  const addedMetres =
    travelMetres(travel, here, visit.location) +
    travelMetres(travel, visit.location, there) -
    oldMetres
  const prices = problem.policy.objectives.travel
  const addedPoints =
    addedMetres * (prices.perMetre + technician.costs.perKilometre / 1000) +
    addedTravelSeconds * (prices.perSecond + technician.costs.perTravelHour / 3600) +
    Math.max(0, start - visit.dueAt) * visit.latenessPrice +
    preferencePrice(problem, visit.index, technician.index) +
    ((start - shift.start) * problem.policy.objectives.earliest.perHour) / 3600
  return {
    technician: technician.id,
    shift: shift.id,
    start,
    end,
    addedTravelSeconds,
    addedMetres,
    addedPoints,
    slackSeconds,
  }
}

/** All slots of a visit that fit between their neighbours, cheapest first, not yet judged. */
const roughSlots = (view: PlanView, visit: Visit, only: number | undefined): readonly Slot[] => {
  const windows = startWindows(view, visit)
  const slots: Slot[] = []
  for (const tour of windows.length > 0 ? view.tours : []) {
    if (only !== undefined && tour.technician.index !== only) continue
    if (pairRefusals(view.problem, visit, tour.shift).length > 0) continue
    for (let rank = 0; rank <= tour.stops.length; rank++) {
      const slot = slotIn(view, visit, { tour, rank }, { windows })
      if (slot) slots.push(slot)
    }
  }
  return slots.sort((a, b) => a.addedPoints - b.addedPoints || a.start - b.start)
}

/** For each technician who has any the cheapest slot that breaks no rule, cheapest first. */
export const slotsByTechnician = (view: PlanView, visit: Visit): readonly Slot[] => {
  const found = new Map<string, Slot>()
  for (const slot of roughSlots(view, visit, undefined)) {
    const { technician, start } = slot
    if (found.has(technician)) continue
    if (judge(view, { visit: visit.id, technician, start }).allowed) found.set(technician, slot)
  }
  return [...found.values()]
}

/**
 * The best slots over a view; see `suggest`. The visit must not stand in the view.
 *
 * @param only rank of the one technician to look at
 */
export const bestSlots = (
  view: PlanView,
  visit: Visit,
  count: number,
  only?: number,
): readonly Slot[] => {
  const found: Slot[] = []
  for (const slot of roughSlots(view, visit, only)) {
    if (found.length >= count) break
    const { technician, start } = slot
    if (judge(view, { visit: visit.id, technician, start }).allowed) found.push(slot)
  }
  return found
}

/**
 * The best places for one visit while all others stay as they are.
 *
 * @param plan the assignments as they stand; if the visit is among them it is taken out first
 * @param options `count`: how many slots (3)
 * @returns the cheapest slots that break no rule, cheapest first; empty when there is none
 *   (ask `explain` why)
 */
export const suggest = (
  problem: Problem,
  plan: Plan,
  visitId: string,
  options: { readonly count?: number } = {},
): readonly Slot[] => {
  const visit = problem.visits[problem.visitIndex.get(visitId) ?? -1]
  if (visit === undefined) return []
  const others = plan.assignments.filter((assignment) => assignment.visit !== visitId)
  return bestSlots(viewPlan(problem, { ...plan, assignments: others }), visit, options.count ?? 3)
}
