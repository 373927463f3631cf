import { secondsBetween } from '../problem/location.ts'
import type { Problem, Shift, Visit } from '../problem/problem.ts'
import { serviceOf } from '../problem/problem.ts'
import type { Refusal } from '../rules/rule.ts'
import { explainRefusal } from '../rules/rules.ts'
import type { Plan } from '../solution/plan.ts'
import type { PlanView, Tour } from '../solution/tour.ts'
import { viewPlan } from '../solution/tour.ts'
import type { Slot } from './best-slots.ts'
import { pairRefusals, slotsByTechnician, startWindows } from './best-slots.ts'
import { judge } from './verdict.ts'
import type { Relaxation } from './what-if.ts'
import { findRelaxations } from './what-if.ts'

/** Why one technician cannot make a visit, all shifts considered. */
export interface TechnicianReasons {
  readonly technician: string
  /** A slot when the technician can after all. */
  readonly slot: Slot | undefined
  /** The refusals of the least refused attempt, or of the pair when no time would do. */
  readonly refusals: readonly Refusal[]
  readonly reasons: readonly string[]
}

/** Why a visit is unassigned, or could not move. */
export interface Explanation {
  readonly visit: string
  /** One entry per technician, those nearest to feasible first. */
  readonly technicians: readonly TechnicianReasons[]
  /** The smallest changes of the problem that open a slot, each proven by `slot`. */
  readonly relaxations: readonly Relaxation[]
}

/** Starts worth trying in a tour: at each gap, as early as its neighbour, and in each window. */
const attempts = (view: PlanView, visit: Visit, tour: Tour): readonly number[] => {
  const windows = startWindows(view, visit)
  const travel = view.problem.travels[tour.technician.travel]
  const starts = new Set<number>()
  const ends = [
    { end: tour.shift.start, location: tour.shift.startLocation },
    ...tour.stops.map(({ end, location }) => ({ end, location })),
  ]
  const { on, seconds } = view.problem.policy.rules.buffers
  ends.forEach(({ end, location }, rank) => {
    const leg = travel ? secondsBetween(travel, location, visit.location) : 0
    const ready = end + leg + (on && rank > 0 ? seconds : 0)
    for (const window of windows) starts.add(Math.min(Math.max(ready, window.start), window.end))
    if (windows.length === 0) starts.add(Math.max(ready, visit.windows[0]?.start ?? ready))
  })
  const latest = tour.shift.end + tour.shift.overtimeSeconds
  const near = [...starts].filter((start) => start >= tour.shift.start && start <= latest)
  if (near.length > 0) return near.slice(0, 24)
  const service = serviceOf(visit, tour.technician.index)
  const [first = tour.shift.start] = starts
  return [Math.max(tour.shift.start - service, Math.min(first, latest))]
}

const tryShift = (view: PlanView, visit: Visit, shift: Shift): readonly Refusal[] => {
  const tour = view.tours[shift.index] as Tour
  const pair = pairRefusals(view.problem, visit, shift)
  if (pair.length > 0) return pair
  let best: readonly Refusal[] | undefined
  for (const start of attempts(view, visit, tour)) {
    const { refusals } = judge(view, { visit: visit.id, technician: tour.technician.id, start })
    if (best === undefined || refusals.length < best.length) best = refusals
  }
  return best ?? []
}

/** The reasons of every technician, nearest to feasible first. */
const reasonsByTechnician = (
  view: PlanView,
  visit: Visit,
  slots: readonly Slot[],
): readonly TechnicianReasons[] => {
  const slotOf = new Map(slots.map((slot) => [slot.technician, slot]))
  return view.problem.technicians
    .map((technician): TechnicianReasons => {
      const slot = slotOf.get(technician.id)
      if (slot) return { technician: technician.id, slot, refusals: [], reasons: [] }
      const byShift = technician.shifts.map((rank) =>
        tryShift(view, visit, view.problem.shifts[rank] as Shift),
      )
      const none: Refusal = {
        rule: 'shifts',
        visit: visit.id,
        technician: technician.id,
        cause: 'no-shift',
        at: visit.windows[0]?.start ?? 0,
        limit: visit.windows[0]?.start ?? 0,
      }
      const refusals = byShift.sort((a, b) => a.length - b.length)[0] ?? [none]
      return { technician: technician.id, slot, refusals, reasons: refusals.map(explainRefusal) }
    })
    .sort((a, b) => a.refusals.length - b.refusals.length)
}

/**
 * Why a visit is unassigned, or why it could not be made by others.
 *
 * @returns for every technician all true reasons of the attempt that fails least (or the slot,
 *   when there is one), and the smallest relaxations, each proven by a slot in the relaxed problem;
 *   without `relaxations` only the reasons, many times faster
 */
export const explain = (
  problem: Problem,
  plan: Plan,
  visitId: string,
  options: { readonly relaxations?: boolean } = {},
): Explanation => {
  const visit = problem.visits[problem.visitIndex.get(visitId) ?? -1]
  if (visit === undefined) return { visit: visitId, technicians: [], relaxations: [] }
  const others = plan.assignments.filter((assignment) => assignment.visit !== visitId)
  const view = viewPlan(problem, { ...plan, assignments: others })
  const slots = slotsByTechnician(view, visit)
  const technicians = reasonsByTechnician(view, visit, slots)
  const isAsked = options.relaxations ?? true
  const relaxations = slots.length > 0 || !isAsked ? [] : findRelaxations(view, visit, technicians)
  return { visit: visitId, technicians, relaxations }
}
