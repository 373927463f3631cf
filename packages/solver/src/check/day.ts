/** The checker's own reading of a plan: what each technician does, in order of time. */

import { metresBetween, secondsBetween } from '../problem/location.ts'
import type { Problem, Shift, Technician, Visit } from '../problem/problem.ts'
import { serviceOf, UNREACHABLE } from '../problem/problem.ts'

/** One thing a technician does: a visit, or a renewal when `visit` is undefined. */
export interface Act {
  readonly visit: Visit | undefined
  readonly technician: Technician
  readonly location: number
  readonly start: number
  readonly end: number
}

/** The acts of one technician in one shift, never empty. */
export interface Day {
  readonly technician: Technician
  readonly shift: Shift
  readonly acts: readonly Act[]
  readonly leaves: number
  readonly returns: number
  readonly travelSeconds: number
  readonly metres: number
  readonly serviceSeconds: number
}

/** A plan as the checker takes it: structurally that of `solution/`, which it must not know. */
export interface CheckedPlan {
  readonly assignments: readonly {
    readonly visit: string
    readonly technician: string
    readonly start: number
  }[]
  readonly renewals?: readonly { readonly technician: string; readonly start: number }[]
}

/** Seconds on the way, with the factor of the slice in which the trip begins. */
export const wayBetween = (
  problem: Problem,
  technician: Technician,
  trip: { readonly from: number; readonly to: number; readonly leaves: number },
): { readonly seconds: number; readonly metres: number } => {
  const table = problem.travels[technician.travel]
  if (table === undefined) return { seconds: UNREACHABLE, metres: UNREACHABLE }
  const plain = secondsBetween(table, trip.from, trip.to)
  const slice = table.slices.find(({ start, end }) => trip.leaves >= start && trip.leaves < end)
  const slow = slice !== undefined && plain > 0 && plain < UNREACHABLE
  return {
    seconds: slow ? Math.round(plain * slice.factor) : plain,
    metres: metresBetween(table, trip.from, trip.to),
  }
}

const distanceTo = (shift: Shift, start: number): number => {
  if (start < shift.start) return shift.start - start
  return Math.max(0, start - shift.end - shift.overtimeSeconds)
}

const layOut = (problem: Problem, shift: Shift, acts: readonly Act[]): Day => {
  const technician = problem.technicians[shift.technician] as Technician
  let from = shift.startLocation
  let leaves = Number.NEGATIVE_INFINITY
  let travel = 0
  let metres = 0
  let firstLeg = 0
  for (const act of acts) {
    const way = wayBetween(problem, technician, { from, to: act.location, leaves })
    if (act === acts[0]) firstLeg = way.seconds
    travel += way.seconds
    metres += way.metres
    from = act.location
    leaves = act.end
  }
  const home = wayBetween(problem, technician, { from, to: shift.endLocation, leaves })
  return {
    technician,
    shift,
    acts,
    leaves: (acts[0] as Act).start - firstLeg,
    returns: leaves + home.seconds,
    travelSeconds: travel + home.seconds,
    metres: metres + home.metres,
    serviceSeconds: acts.reduce((sum, { start, end }) => sum + end - start, 0),
  }
}

/** Sorts the acts of a plan into days; `strays` are those of technicians without any shift. */
export const readDays = (
  problem: Problem,
  plan: CheckedPlan,
): { readonly days: readonly Day[]; readonly strays: readonly Act[] } => {
  const byShift = new Map<Shift, Act[]>()
  const strays: Act[] = []
  const put = (technicianId: string, start: number, visit: Visit | undefined): void => {
    const technician = problem.technicians[problem.technicianIndex.get(technicianId) ?? -1]
    if (technician === undefined) return
    const seconds = visit
      ? serviceOf(visit, technician.index)
      : (problem.depot?.serviceSeconds ?? 0)
    const location = visit ? visit.location : (problem.depot?.location ?? problem.nowhere)
    const act: Act = { visit, technician, location, start, end: start + seconds }
    const shifts = technician.shifts.map((rank) => problem.shifts[rank] as Shift)
    const nearest = shifts.reduce<Shift | undefined>(
      (best, shift) => (!best || distanceTo(shift, start) < distanceTo(best, start) ? shift : best),
      undefined,
    )
    if (nearest === undefined) strays.push(act)
    else byShift.set(nearest, [...(byShift.get(nearest) ?? []), act])
  }
  for (const { visit, technician, start } of plan.assignments) {
    put(technician, start, problem.visits[problem.visitIndex.get(visit) ?? -1])
  }
  for (const { technician, start } of plan.renewals ?? []) put(technician, start, undefined)
  const days = problem.shifts.flatMap((shift) => {
    const acts = byShift.get(shift)?.sort((a, b) => a.start - b.start)
    return acts ? [layOut(problem, shift, acts)] : []
  })
  return { days, strays }
}
