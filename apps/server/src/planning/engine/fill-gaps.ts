// After parts are put together: what one part could not place may fit into another's tours.
import { check, evaluate, type Plan, type Problem, suggest } from '@regie/solver'

/** Puts single seats that stay empty into their best slot, one after the other, as far as the time goes. */
export function fillGaps(problem: Problem, plan: Plan, limitMs: number): Plan {
  const until = performance.now() + limitMs
  const broken = check(problem, plan).length
  let filled = plan
  const priceOf = (visit: string): number =>
    problem.visits[problem.visitIndex.get(visit) ?? -1]?.unassignedPrice ?? 0
  const empty = evaluate(problem, plan).summary.unassigned
  for (const visit of empty.toSorted((a, b) => priceOf(b) - priceOf(a))) {
    if (performance.now() > until) break
    const order = problem.visits[problem.visitIndex.get(visit) ?? -1]?.workOrder ?? -1
    // A crew is seated whole or not at all.
    if ((problem.workOrders[order]?.visits.length ?? 0) !== 1) continue
    const [slot] = suggest(problem, filled, visit, { count: 1 })
    if (!slot) continue
    const { technician, start } = slot
    filled = { ...filled, assignments: [...filled.assignments, { visit, technician, start }] }
  }
  return check(problem, filled).length > broken ? plan : filled
}
