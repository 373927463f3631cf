import type { PenalisedTours, Penalties } from './penalised-tours.ts'

/** A plan in the population: its tours in one list, and what it costs. */
export interface Individual {
  /** The visits, tour after tour; tour k stands in `order` from `bounds[k]` to `bounds[k + 1]`. */
  readonly order: Int32Array
  readonly bounds: Int32Array
  /** By visit: the visit after and before it, −1 for the end of the tour. */
  readonly after: Int32Array
  readonly before: Int32Array
  /** Sum of the arcs, load above the capacity, and time warp. */
  readonly arcs: number
  readonly load: number
  readonly warp: number
}

/** What a plan costs with what it pays for breaking constraints. */
export const penalisedCost = (one: Individual, penalties: Penalties): number =>
  one.arcs + one.load * penalties.load + one.warp * penalties.warp

export const isFeasible = (one: Individual): boolean => one.load === 0 && one.warp === 0

/** Writes the tours down. */
export const individualOf = (tours: PenalisedTours): Individual => {
  const { next, size, model } = tours
  const { visits } = model
  const order = new Int32Array(visits)
  const after = new Int32Array(visits).fill(-1)
  const before = new Int32Array(visits).fill(-1)
  const bounds: number[] = [0]
  let at = 0
  for (let tour = 0; tour < model.tours; tour++) {
    if (size[tour] === 0) continue
    let last = -1
    for (let u = next[tours.start(tour)] as number; u < visits; u = next[u] as number) {
      order[at++] = u
      before[u] = last
      if (last >= 0) after[last] = u
      last = u
    }
    bounds.push(at)
  }
  return { order, bounds: Int32Array.from(bounds), after, before, ...tours.cost() }
}

/** Puts the tours of an individual into tours. */
export const loadIndividual = (tours: PenalisedTours, { order, bounds }: Individual): void => {
  tours.clear()
  for (let k = 0; k + 1 < bounds.length; k++) {
    tours.fill(k, order, bounds[k] as number, bounds[k + 1] as number)
  }
}

/**
 * Broken pairs distance: the share of visits that are followed by another visit in the other
 * plan, or begin a tour in one plan only (Prins 2009; Vidal et al. 2012).
 */
export const brokenPairs = (a: Individual, b: Individual): number => {
  const visits = a.after.length
  let broken = 0
  for (let u = 0; u < visits; u++) {
    if (a.after[u] !== b.after[u]) broken++
    if ((a.before[u] as number) < 0 && (b.before[u] as number) >= 0) broken++
  }
  return broken / visits
}
