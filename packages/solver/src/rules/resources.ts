import type { PlanView, Stop, Tour } from '../solution/tour.ts'
import type { RefusalOf, Rule } from './rule.ts'
import { defineRule, pairOf, visitsOf } from './rule.ts'

/** How many of a resource the plan holds at an instant; one work order holds it once. */
const heldAt = (view: PlanView, resource: number, at: number): number => {
  const held = new Map<number, number>()
  for (const [index, { stop }] of view.stopOf) {
    const visit = view.problem.visits[index]
    const need = visit?.resources.find((one) => one.resource === resource)
    if (visit && need && at >= stop.start && at < stop.end) held.set(visit.workOrder, need.count)
  }
  return [...held.values()].reduce((sum, count) => sum + count, 0)
}

/** Starts of holding that lie within a stop: the instants at which use can peak. */
const peaks = (view: PlanView, resource: number, stop: Stop): readonly number[] => {
  const starts = [stop.start]
  for (const [index, other] of view.stopOf) {
    const holds = view.problem.visits[index]?.resources.some((one) => one.resource === resource)
    if (holds && other.stop.start > stop.start && other.stop.start < stop.end)
      starts.push(other.stop.start)
  }
  return starts
}

/** Shared equipment is held by no more work orders at once than it exists (SKIL-09, NEED-12). */
export const resources: Rule = defineRule(
  'resources',
  (view, tour: Tour): readonly RefusalOf<'resources'>[] => {
    if (!view.problem.policy.rules.resources.on) return []
    return visitsOf(tour).flatMap(({ visit, stop }) =>
      visit.resources.flatMap(({ resource }): RefusalOf<'resources'>[] => {
        const { id, count } = view.problem.resources[resource] ?? { id: '', count: 0 }
        const used = Math.max(
          ...peaks(view, resource, stop).map((at) => heldAt(view, resource, at)),
        )
        if (used <= count) return []
        return [{ rule: 'resources', ...pairOf(visit, tour), resource: id, used, count }]
      }),
    )
  },
  ({ resource, used, count }) =>
    `${used} × ${resource} would be in use at once, there are ${count}`,
)
