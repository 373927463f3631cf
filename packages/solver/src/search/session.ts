import { bestSlots } from '../explain/best-slots.ts'
import { costOf } from '../objectives/objectives.ts'
import type { Problem, Shift, Visit } from '../problem/problem.ts'
import { summarise } from '../solution/summary.ts'
import type { PlanView } from '../solution/tour.ts'
import { planOf, viewPlan, withVisit } from '../solution/tour.ts'
import type { Progress, Result, Search, SolveOptions } from './search.ts'

const placeLocked = (view: PlanView, visit: Visit): PlanView => {
  const { problem } = view
  const { locked } = visit
  const rank = problem.technicians[locked?.technician ?? -1]?.shifts[0]
  const shift = problem.shifts[rank ?? -1]
  if (locked?.start === undefined || shift === undefined) return view
  return withVisit(view, visit, { shift, start: locked.start })
}

/** Puts all seats of a work order at their best slots, or none. */
const placeWorkOrder = (view: PlanView, seats: readonly Visit[]): PlanView => {
  let next = view
  for (const seat of seats) {
    if (next.stopOf.has(seat.index)) continue
    const [slot] = bestSlots(next, seat, 1)
    const shift = next.problem.shifts[next.problem.shiftIndex.get(slot?.shift ?? '') ?? -1]
    if (slot && shift) next = withVisit(next, seat, { shift: shift as Shift, start: slot.start })
    else if (!seat.optional) return view
  }
  return next
}

/** A first plan: work orders by price, each at its best slots. */
export const constructPlan = (problem: Problem, initial: PlanView): PlanView => {
  let view = initial
  for (const visit of problem.visits) if (visit.locked) view = placeLocked(view, visit)
  const price = (seats: readonly number[]): number =>
    Math.max(...seats.map((rank) => problem.visits[rank]?.unassignedPrice ?? 0))
  const orders = [...problem.workOrders].sort((a, b) => price(b.visits) - price(a.visits))
  for (const order of orders) {
    view = placeWorkOrder(
      view,
      order.visits.map((rank) => problem.visits[rank] as Visit),
    )
  }
  return view
}

/**
 * Opens a search to be run in steps.
 *
 * @param options see `SolveOptions`; `signal` and `stop` are looked at between iterations
 */
export const createSearch = (problem: Problem, options: SolveOptions = {}): Search => {
  const clock = options.stop?.clock ?? (() => 0)
  const startedAt = clock()
  let view = viewPlan(problem, options.initial ?? { assignments: [] })
  let done = false
  let iterations = 0
  const progress = (): Progress => ({
    iterations,
    cost: costOf(view).total,
    assigned: view.stopOf.size,
    unassigned: problem.visits.length - view.stopOf.size,
    elapsedSeconds: clock() - startedAt,
  })
  return {
    problem,
    get done(): boolean {
      return done
    },
    get progress(): Progress {
      return progress()
    },
    step(): boolean {
      if (done || options.signal?.aborted) return true
      view = constructPlan(problem, view)
      iterations = 1
      done = true
      options.onProgress?.(progress())
      return done
    },
    cancel(): void {
      done = true
    },
    result(): Result {
      const elapsedSeconds = clock() - startedAt
      return {
        plan: planOf(view),
        cost: costOf(view),
        summary: summarise(view),
        iterations,
        elapsedSeconds,
      }
    },
  }
}
