/**
 * A plan seen as tours: one per shift, with times, legs and idle gaps worked out from the
 * starts alone. Rules, objectives and explanations read this view; the search has its own.
 */
import type { Problem, Shift, Technician, Travel, Visit } from '../problem/problem.ts'
import { serviceOf } from '../problem/problem.ts'
import type { Assignment, Plan } from './plan.ts'
import { travelMetres, travelSeconds } from './travel.ts'

/** A visit, or a renewal at the depot, with the way to it. */
export interface Stop {
  /** `undefined` for a renewal. */
  readonly visit: Visit | undefined
  readonly location: number
  readonly start: number
  readonly end: number
  readonly travelSeconds: number
  readonly travelMetres: number
  /** Seconds between the stop before and this one that are neither service nor travel. */
  readonly idleSeconds: number
}

/** What one technician does in one shift. */
export interface Tour {
  readonly shift: Shift
  readonly technician: Technician
  readonly stops: readonly Stop[]
  /** When the technician leaves (as late as the first visit allows) and is back. */
  readonly departure: number
  readonly arrival: number
  readonly travelSeconds: number
  readonly metres: number
  readonly serviceSeconds: number
}

/** A plan as tours, by rank of shift, with the place of each visit. */
export interface PlanView {
  readonly problem: Problem
  readonly tours: readonly Tour[]
  readonly stopOf: ReadonlyMap<number, { readonly tour: Tour; readonly stop: Stop }>
}

interface Entry {
  readonly visit: Visit | undefined
  readonly start: number
}

const legTo = (
  travel: Travel,
  from: { readonly location: number; readonly end: number },
  to: { readonly location: number; readonly start: number },
): number => travelSeconds(travel, from.location, to.location, from.end)

/** Seconds of work in a tour: service and travel. */
export const workSeconds = (tour: Tour): number => tour.serviceSeconds + tour.travelSeconds

/** Lays out the entries (in order of time) of one shift. */
export const buildTour = (problem: Problem, shift: Shift, entries: readonly Entry[]): Tour => {
  const technician = problem.technicians[shift.technician] as Technician
  const travel = problem.travels[technician.travel] as Travel
  const stops: Stop[] = []
  let seconds = 0
  let metres = 0
  let service = 0
  let here = { location: shift.startLocation, end: Number.NEGATIVE_INFINITY }
  for (const { visit, start } of entries) {
    const location = visit?.location ?? problem.depot?.location ?? problem.nowhere
    const duration = visit
      ? serviceOf(visit, technician.index)
      : (problem.depot?.serviceSeconds ?? 0)
    const leg = legTo(travel, here, { location, start })
    const idle = stops.length === 0 ? 0 : start - here.end - leg
    const length = travelMetres(travel, here.location, location)
    stops.push({
      visit,
      location,
      start,
      end: start + duration,
      travelSeconds: leg,
      travelMetres: length,
      idleSeconds: idle,
    })
    seconds += leg
    metres += length
    service += duration
    here = { location, end: start + duration }
  }
  const first = stops[0]
  const back =
    stops.length === 0 ? 0 : legTo(travel, here, { location: shift.endLocation, start: 0 })
  if (first !== undefined) metres += travelMetres(travel, here.location, shift.endLocation)
  return {
    shift,
    technician,
    stops,
    departure: first === undefined ? shift.start : first.start - first.travelSeconds,
    arrival: first === undefined ? shift.start : here.end + back,
    travelSeconds: seconds + back,
    metres,
    serviceSeconds: service,
  }
}

/** The shift of a technician in which a start lies, else the one nearest to it. */
export const shiftAt = (problem: Problem, technician: number, start: number): Shift | undefined => {
  let best: Shift | undefined
  let nearest = Number.POSITIVE_INFINITY
  for (const rank of problem.technicians[technician]?.shifts ?? []) {
    const shift = problem.shifts[rank] as Shift
    const latest = shift.end + shift.overtimeSeconds
    const gap = start < shift.start ? shift.start - start : Math.max(0, start - latest)
    if (gap < nearest) [best, nearest] = [shift, gap]
  }
  return best
}

/** Builds the view from (visit, shift, start) entries that are already resolved. */
export const viewTours = (problem: Problem, tours: readonly Tour[]): PlanView => {
  const stopOf = new Map<number, { tour: Tour; stop: Stop }>()
  for (const tour of tours) {
    for (const stop of tour.stops) if (stop.visit) stopOf.set(stop.visit.index, { tour, stop })
  }
  return { problem, tours, stopOf }
}

/**
 * Reads a plan into tours. Assignments with unknown ids are left out (`check` tells them); of
 * two assignments of one visit the last counts.
 */
export const viewPlan = (problem: Problem, plan: Plan): PlanView => {
  const entries: Entry[][] = problem.shifts.map(() => [])
  const last = new Map<string, Assignment>()
  for (const assignment of plan.assignments) last.set(assignment.visit, assignment)
  const place = (technicianId: string, start: number, visit: Visit | undefined): void => {
    const technician = problem.technicianIndex.get(technicianId)
    const shift = technician === undefined ? undefined : shiftAt(problem, technician, start)
    if (shift !== undefined) entries[shift.index]?.push({ visit, start })
  }
  for (const { visit, technician, start } of last.values()) {
    const rank = problem.visitIndex.get(visit)
    if (rank !== undefined) place(technician, start, problem.visits[rank])
  }
  for (const { technician, start } of plan.renewals ?? []) place(technician, start, undefined)
  const tours = problem.shifts.map((shift) => {
    const own = entries[shift.index] ?? []
    own.sort((a, b) => a.start - b.start)
    return buildTour(problem, shift, own)
  })
  return viewTours(problem, tours)
}

/** The view with one visit put at a start in a shift (and taken from wherever it was). */
export const withVisit = (
  view: PlanView,
  visit: Visit,
  place: { readonly shift: Shift; readonly start: number } | undefined,
): PlanView => {
  const { problem } = view
  const from = view.stopOf.get(visit.index)?.tour.shift.index
  const tours = view.tours.map((tour) => {
    const rank = tour.shift.index
    if (rank !== from && rank !== place?.shift.index) return tour
    const entries: Entry[] = tour.stops.filter((stop) => stop.visit !== visit)
    if (place !== undefined && rank === place.shift.index) {
      const at = entries.findIndex((entry) => entry.start > place.start)
      entries.splice(at < 0 ? entries.length : at, 0, { visit, start: place.start })
    }
    return buildTour(problem, tour.shift, entries)
  })
  return viewTours(problem, tours)
}

/** Back to plain JSON, in order of shift and time. */
export const planOf = (view: PlanView): Plan => {
  const assignments: Assignment[] = []
  const renewals: { technician: string; start: number }[] = []
  for (const { technician, stops } of view.tours) {
    for (const { visit, start } of stops) {
      if (visit) assignments.push({ visit: visit.id, technician: technician.id, start })
      else renewals.push({ technician: technician.id, start })
    }
  }
  return renewals.length > 0 ? { assignments, renewals } : { assignments }
}
