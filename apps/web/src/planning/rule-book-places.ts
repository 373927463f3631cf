// The best places for one visit, found in the browser by the rules of the engine.
import { allUnder, type Problem, suggest } from '@regie/solver'
import type { Labour } from './rule-book-labour.ts'
import type { Sorted, Standing } from './standing.ts'

/** A place that breaks no rule, with what it costs. */
export type Suggestion = {
  readonly technicianId: string
  readonly from: number
  readonly until: number
  readonly addedTravelSeconds: number
  readonly addedTravelMetres: number
  /** Points of the policy; lower is better. */
  readonly cost: number
}

/** The problem as it is if the visit may not begin earlier: each place that is judged costs a look at the whole plan. */
const startingFrom = (problem: Problem, positionId: string, notBefore: number): Problem => {
  const rank = problem.visitIndex.get(positionId)
  const visit = rank === undefined ? undefined : problem.visits[rank]
  if (rank === undefined || !visit) return problem
  const first = Math.ceil(notBefore / 1000)
  const windows = visit.windows
    .map(({ start, end }) => ({ start: Math.max(start, first), end }))
    .filter(({ start, end }) => start <= end)
  return { ...problem, visits: problem.visits.with(rank, { ...visit, windows }) }
}

/** The best places for a visit from `notBefore` on (epoch milliseconds) while all others stay, cheapest first. */
export type Suggest = (
  standing: readonly Standing[],
  positionId: string,
  wanted: { readonly count: number; readonly notBefore: number },
) => readonly Suggestion[]

type Rules = {
  readonly judge: (
    standing: readonly Standing[],
    placement: Standing,
  ) => { readonly allowed: boolean } | null
  readonly problem: Problem
  readonly labour: Labour
  readonly read: (standing: readonly Standing[]) => Sorted
}

/** One look at everybody under the visit's own rules; who has other work under others is then asked of alone. */
export const makeSuggest =
  ({ problem, labour, judge, read }: Rules): Suggest =>
  (standing, positionId, { count, notBefore }) => {
    if (!problem.visitIndex.has(positionId)) return []
    const assignments = standing.map((one) => ({
      visit: one.positionId,
      technician: one.technicianId,
      start: Math.round(one.from / 1000),
    }))
    const regime = labour.regimeOf(positionId)
    const open = startingFrom(problem, positionId, notBefore)
    const asked = regime ? allUnder(open, regime) : open
    const isGood = (place: Standing): boolean => {
      if (labour.hasAgreements) return judge(standing, place)?.allowed === true
      const own = read(standing).byTechnician.get(place.technicianId) ?? []
      return labour.reasons(own, place).length === 0
    }
    return suggest(asked, { assignments }, positionId, { count })
      .map((slot) => ({
        technicianId: slot.technician,
        from: slot.start * 1000,
        until: slot.end * 1000,
        addedTravelSeconds: slot.addedTravelSeconds,
        addedTravelMetres: slot.addedMetres,
        cost: Math.round(slot.addedPoints),
      }))
      .filter(({ technicianId, from }) => isGood({ positionId, technicianId, from }))
  }
