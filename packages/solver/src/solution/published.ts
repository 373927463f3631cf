import type { Visit } from '../problem/problem.ts'
import type { PlanView } from './tour.ts'

/** Is a published visit planned otherwise than people were told? Unassigned counts as changed. */
export const isChanged = (view: PlanView, visit: Visit): boolean => {
  const { published } = visit
  if (published === undefined) return false
  const place = view.stopOf.get(visit.index)
  if (place?.tour.technician.index !== published.technician) return true
  const { toleranceSeconds } = view.problem.policy.rules.changes
  return Math.abs(place.stop.start - published.start) > toleranceSeconds
}

/** Visits that were published and confirmed, and that a plan changes: what a stability budget counts. */
export const changedPromises = (view: PlanView): readonly Visit[] =>
  view.problem.visits.filter((visit) => visit.published?.confirmed && isChanged(view, visit))

/** Published visits that a plan changes. */
export const changedVisits = (view: PlanView): readonly Visit[] =>
  view.problem.visits.filter((visit) => isChanged(view, visit))
