import type { Problem, Visit, WorkOrder } from '../problem/problem.ts'
import { about } from './check-visits.ts'
import type { Act } from './day.ts'
import type { Violation } from './violation.ts'

const checkCrew = (
  problem: Problem,
  order: WorkOrder,
  acts: ReadonlyMap<number, Act>,
): readonly Violation[] => {
  const seats = order.visits.map((rank) => problem.visits[rank] as Visit)
  const filled = seats.flatMap((seat) => acts.get(seat.index) ?? [])
  const [first] = filled
  if (first === undefined) return []
  const found: Violation[] = []
  const empty = seats.filter((seat) => !(seat.optional || acts.has(seat.index)))
  if (empty.length > 0) {
    found.push(
      about(
        first,
        'synchronisation',
        `the crew is incomplete: ${empty.map(({ id }) => id).join(', ')}`,
      ),
    )
  }
  if (new Set(filled.map(({ technician }) => technician)).size < filled.length) {
    found.push(about(first, 'synchronisation', 'one technician holds two seats'))
  }
  return found
}

const checkResources = (problem: Problem, acts: ReadonlyMap<number, Act>): readonly Violation[] => {
  const found: Violation[] = []
  problem.resources.forEach(({ id, count }, resource) => {
    const holders = [...acts.values()].filter(({ visit }) =>
      visit?.resources.some((need) => need.resource === resource),
    )
    for (const act of holders) {
      const orders = new Map<number, number>()
      for (const { visit, start, end } of holders) {
        const need = visit?.resources.find((one) => one.resource === resource)
        if (visit && need && start <= act.start && act.start < end)
          orders.set(visit.workOrder, need.count)
      }
      const used = [...orders.values()].reduce((sum, one) => sum + one, 0)
      if (used > count)
        found.push(about(act, 'resources', `${used} × ${id} at once, there are ${count}`))
    }
  })
  return found
}

const checkLinks = (problem: Problem, acts: ReadonlyMap<number, Act>): readonly Violation[] =>
  problem.links.flatMap((link) => {
    const from = acts.get(link.from)
    const to = acts.get(link.to)
    if (!(from && to)) return []
    const lag = to.start - (link.measuredFrom === 'end' ? from.end : from.start)
    if (lag >= link.minSeconds && lag <= link.maxSeconds) return []
    const rule = link.kind === 'dependency' ? 'dependencies' : 'synchronisation'
    return [
      about(
        to,
        rule,
        `${lag} s after ${from.visit?.id}, asked: ${link.minSeconds} to ${link.maxSeconds} s`,
      ),
    ]
  })

const checkSeries = (problem: Problem, acts: ReadonlyMap<number, Act>): readonly Violation[] => {
  const owner = new Map<number, Act>()
  const found: Violation[] = []
  for (const act of acts.values()) {
    const series = act.visit?.series ?? -1
    if (series < 0) continue
    const first = owner.get(series)
    if (first === undefined) owner.set(series, act)
    else if (first.technician !== act.technician)
      found.push(
        about(act, 'continuity', `the series ${problem.series[series]} has two technicians`),
      )
  }
  return found
}

const checkChanges = (problem: Problem, acts: ReadonlyMap<number, Act>): readonly Violation[] => {
  const { maxChanges, toleranceSeconds } = problem.policy.rules.changes
  const changed = problem.visits.filter(({ index, published }) => {
    if (!published?.confirmed) return false
    const act = acts.get(index)
    return (
      act?.technician.index !== published.technician ||
      Math.abs(act.start - published.start) > toleranceSeconds
    )
  })
  if (changed.length <= maxChanges) return []
  return [
    {
      rule: 'changes',
      message: `${changed.length} confirmed assignments change, the budget is ${maxChanges}`,
    },
  ]
}

/** What ties visits of different technicians together. `acts` by rank of visit. */
export const checkTies = (
  problem: Problem,
  acts: ReadonlyMap<number, Act>,
): readonly Violation[] => {
  const { rules } = problem.policy
  return [
    ...problem.workOrders
      .filter(({ visits }) => visits.length > 1)
      .flatMap((order) => checkCrew(problem, order, acts)),
    ...checkLinks(problem, acts),
    ...(rules.resources.on ? checkResources(problem, acts) : []),
    ...(rules.continuity.on ? checkSeries(problem, acts) : []),
    ...(rules.changes.on ? checkChanges(problem, acts) : []),
  ]
}
