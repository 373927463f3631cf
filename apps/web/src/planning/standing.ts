// What stands on the board as the rules in the browser see it.
import type { BoardProblem } from '@regie/contract/planning'
import { BOOKING } from '@regie/contract/planning-reasons'
import type { Plan } from '@regie/solver'

/** Something that stands: who makes which visit when (epoch milliseconds). */
export type Standing = {
  readonly positionId: string
  readonly technicianId: string
  readonly from: number
  /** How long it takes; left out, as long as the work asks for. */
  readonly until?: number | undefined
}

/** The days shown; the server tells the weeks around them besides. */
export type ShownRange = { readonly from: string; readonly until: string }

export type Sorted = {
  readonly byTechnician: ReadonlyMap<string, readonly Standing[]>
  /** Those that are seen from other tours, too. */
  readonly reaching: readonly Standing[]
}

/** What the rules were read with beyond the days shown: the rest of a week counts whether it is looked at or not. */
export const beyond = (
  { plan }: BoardProblem,
  { from, until }: ShownRange,
): readonly Standing[] => {
  const [first, last] = [Date.parse(from), Date.parse(until)]
  return (plan as unknown as Plan).assignments
    .filter(({ visit }) => !visit.startsWith(BOOKING))
    .map(({ visit, technician, start }) => ({
      ...{ positionId: visit, technicianId: technician, from: start * 1000 },
    }))
    .filter(({ from: at }) => at < first || at >= last)
}

/** Hundreds of rows are judged upon one state of the board: it is sorted by technician once. */
export const makeSorter = (linked: ReadonlySet<string>, outside: readonly Standing[]) => {
  const sorted = new WeakMap<readonly Standing[], Sorted>()
  return (standing: readonly Standing[]): Sorted => {
    const known = sorted.get(standing)
    if (known) return known
    const shown = new Set(standing.map(({ positionId }) => positionId))
    const all = [...standing, ...outside.filter(({ positionId }) => !shown.has(positionId))]
    const byTechnician = Map.groupBy(all, ({ technicianId }) => technicianId)
    const made = { byTechnician, reaching: all.filter((one) => linked.has(one.positionId)) }
    sorted.set(standing, made)
    return made
  }
}
