import type { Problem } from '../problem/problem.ts'
import type { Refusal } from '../rules/rule.ts'
import { explainRefusal, refusalsOf } from '../rules/rules.ts'
import type { Plan } from '../solution/plan.ts'
import type { PlanView, Tour } from '../solution/tour.ts'
import { shiftAt, viewPlan } from '../solution/tour.ts'
import { placed } from './placed.ts'

/** A visit held by a technician at a start: what a planner does with a drop on the board. */
export interface Placement {
  readonly visit: string
  readonly technician: string
  readonly start: number
}

/** The answer to "may this technician do this then?". */
export interface Verdict {
  readonly allowed: boolean
  /** Why not: what the placement breaks, itself or at its neighbours. */
  readonly refusals: readonly Refusal[]
  /** The same as English sentences. */
  readonly reasons: readonly string[]
}

const signature = (refusal: Refusal): string => {
  const other = 'other' in refusal ? refusal.other : ''
  return `${refusal.rule} ${refusal.visit} ${refusal.technician} ${other}`
}

/** Refusals that a change brings: those of the visit itself, and new ones of its neighbours. */
export const newRefusals = (
  before: PlanView,
  after: PlanView,
  tour: Tour,
  visit: string,
): readonly Refusal[] => {
  const old = before.tours[tour.shift.index]
  const known = new Set((old ? refusalsOf(before, old) : []).map(signature))
  return refusalsOf(after, tour).filter(
    (refusal) => refusal.visit === visit || !known.has(signature(refusal)),
  )
}

/** The verdict on a placement, over a view that is already built. */
export const judge = (view: PlanView, placement: Placement): Verdict => {
  const { problem } = view
  const technician = problem.technicianIndex.get(placement.technician)
  const visit = problem.visits[problem.visitIndex.get(placement.visit) ?? -1]
  const shift = technician === undefined ? undefined : shiftAt(problem, technician, placement.start)
  if (visit === undefined || shift === undefined) {
    const { start: at } = placement
    const refusal: Refusal = {
      rule: 'shifts',
      visit: placement.visit,
      technician: placement.technician,
      cause: 'no-shift',
      at,
      limit: at,
    }
    return { allowed: false, refusals: [refusal], reasons: [explainRefusal(refusal)] }
  }
  const after = placed(view, visit, { shift, start: placement.start })
  const refusals = newRefusals(view, after, after.tours[shift.index] as Tour, visit.id)
  return { allowed: refusals.length === 0, refusals, reasons: refusals.map(explainRefusal) }
}

/**
 * May this technician make this visit at this time, the rest of the plan as it is?
 *
 * @param plan the assignments as they stand; the visit may be among them (it is moved)
 * @returns every rule that says no, with its numbers; a seat whose partners are still empty is
 *   not refused for that
 * @remarks Linear in the plan: about 3 ms for 2,000 assignments.
 */
export const verdict = (problem: Problem, plan: Plan, placement: Placement): Verdict =>
  judge(viewPlan(problem, plan), placement)
