import type { Link } from '../problem/problem.ts'
import type { PlanView, Tour } from '../solution/tour.ts'
import type { Refusal } from './rule.ts'
import { pairOf, visitsOf } from './rule.ts'

/** Links of a tour whose lag is outside its bounds, told at the visit of this tour. */
export const brokenLags = (view: PlanView, tour: Tour, kind: Link['kind']): readonly Refusal[] => {
  const { problem, stopOf } = view
  const own = new Set(visitsOf(tour).map(({ visit }) => visit.index))
  const refusals: Refusal[] = []
  if (own.size === 0) return refusals
  for (const link of problem.links) {
    if (link.kind !== kind || !(own.has(link.from) || own.has(link.to))) continue
    const from = stopOf.get(link.from)?.stop
    const to = stopOf.get(link.to)?.stop
    const [here, other] = own.has(link.to) ? [link.to, link.from] : [link.from, link.to]
    const visit = problem.visits[here]
    const partner = problem.visits[other]
    if (!(from && to && visit && partner)) continue
    const lag = to.start - (link.measuredFrom === 'start' ? from.start : from.end)
    if (lag >= link.minSeconds && lag <= link.maxSeconds) continue
    refusals.push({
      rule: link.kind === 'dependency' ? 'dependencies' : 'synchronisation',
      ...pairOf(visit, tour),
      other: partner.id,
      lagSeconds: lag,
      minSeconds: link.minSeconds,
      ...(Number.isFinite(link.maxSeconds) && { maxSeconds: link.maxSeconds }),
    })
  }
  return refusals
}
