import type { Tours } from '../solution/tours.ts'
import type { Found } from './rich-insertion.ts'
import { CACHE_LIMIT, fits, NEVER } from './rich-insertion.ts'

/**
 * Finds the cheapest feasible place of a visit in a tour, in constant time per place.
 *
 * @param except a node after which the visit must not go (a blink), −1 for none
 */
export const scanTour = (
  tours: Tours,
  visit: number,
  tour: number,
  except: number,
  found: Found,
): void => {
  found.cost = NEVER
  found.after = -1
  if (!fits(tours, visit, tour)) return
  const { kernel, next, ready, latest } = tours
  const { location, locations } = kernel
  const profile = kernel.travelOf[tour] as number
  const row = (location[visit] as number) * locations
  const secondsTo = kernel.secondsTo[profile] as Int32Array
  const secondsFrom = kernel.secondsFrom[profile] as Int32Array
  const metresTo = kernel.metresTo[profile] as Int32Array
  const metresFrom = kernel.metresFrom[profile] as Int32Array
  const perMetre = kernel.perMetre[tour] as number
  const perSecond = kernel.perSecond[tour] as number
  const opens = kernel.opens[visit] as number
  const closes = kernel.closes[visit] as number
  const service = kernel.service[visit] as number
  const end = tours.end(tour)
  let p = tours.start(tour)
  let best = NEVER
  let at = -1
  while (p !== end && (ready[p] as number) <= closes) {
    const s = next[p] as number
    if (opens + service <= (latest[s] as number)) {
      const here = location[p] as number
      const there = location[s] as number
      const to = secondsTo[row + here] as number
      const on = secondsFrom[row + there] as number
      let time = (ready[p] as number) + to
      if (time < opens) time = opens
      if (time <= closes && time + service + on <= (latest[s] as number)) {
        const skip = here * locations + there
        const cost =
          ((metresTo[row + here] as number) +
            (metresFrom[row + there] as number) -
            (metresFrom[skip] as number)) *
            perMetre +
          (to + on - (secondsFrom[skip] as number)) * perSecond
        if (cost < best && p !== except) {
          best = cost
          at = p
        }
      }
    }
    p = s
  }
  if (at < 0) return
  if (tours.size[tour] === 0) {
    const skip = (location[tours.start(tour)] as number) * locations + (location[end] as number)
    best +=
      (kernel.perShift[tour] as number) +
      (metresFrom[skip] as number) * perMetre +
      (secondsFrom[skip] as number) * perSecond
  }
  const { preference } = kernel
  if (preference.length > 0)
    best += preference[
      visit * kernel.problem.technicians.length + (kernel.technicianOf[tour] as number)
    ] as number
  found.cost = best
  found.after = at
}

/** Finds the cheapest place of a visit over all tours. */
export interface Inserter {
  /** The tour of the place found, −1 for none; with its cost and the node before. */
  readonly tour: number
  readonly cost: number
  readonly after: number
  /** @param nextBlink draws how many places to take until one is overlooked */
  find(visit: number, nextBlink: () => number): void
}

/** Shifts by class of those that are alike while empty. */
export const emptyClasses = (tours: Tours): readonly Int32Array[] => {
  const classes = new Map<number, number[]>()
  tours.kernel.emptyClass.forEach((alike, r) => {
    classes.set(alike, [...(classes.get(alike) ?? []), r])
  })
  return [...classes.values()].map((alike) => Int32Array.from(alike))
}

/**
 * The cheapest place of a visit over all tours. A tour that did not change since a visit was
 * last compared with it is not scanned again: most of the work of a ruin and recreate.
 */
export class BestInsertion implements Inserter {
  readonly found: Found = { cost: NEVER, after: -1 }
  /** The tour of the place found, −1 for none. */
  tour = -1
  cost: number = NEVER
  after = -1
  private readonly tours: Tours
  private readonly known: Int32Array
  private readonly knownCost: Float64Array
  private readonly knownAfter: Int32Array
  private readonly empties: readonly Int32Array[]
  /** Scans until the next blink. */
  private untilBlink = 1

  constructor(tours: Tours) {
    const { visits, shifts } = tours.kernel
    const cells = visits * shifts <= CACHE_LIMIT ? visits * shifts : 0
    this.tours = tours
    this.known = new Int32Array(cells)
    this.knownCost = new Float64Array(cells)
    this.knownAfter = new Int32Array(cells)
    this.empties = emptyClasses(tours)
  }

  /**
   * @param nextBlink draws how many tours to look at until one place is overlooked
   */
  find(visit: number, nextBlink: () => number): void {
    const { tours, empties } = this
    const { shifts, compatibility } = tours.kernel
    const row = (compatibility.classOf[visit] as number) * shifts
    this.tour = -1
    this.cost = NEVER
    const { used, usedCount } = tours
    for (let k = 0; k < usedCount; k++) {
      const r = used[k] as number
      if (compatibility.table[row + r] === 1) this.consider(visit, r, nextBlink)
    }
    for (let k = 0; k < empties.length; k++) {
      const r = this.emptyOf(k)
      if (r >= 0 && compatibility.table[row + r] === 1) this.consider(visit, r, nextBlink)
    }
  }

  /** An empty tour of a class of tours that are alike while empty, −1 when all are used. */
  private emptyOf(rank: number): number {
    const alike = this.empties[rank] as Int32Array
    for (let k = 0; k < alike.length; k++) {
      const r = alike[k] as number
      if (this.tours.size[r] === 0) return r
    }
    return -1
  }

  private consider(visit: number, tour: number, nextBlink: () => number): void {
    const { found } = this
    this.look(visit, tour)
    if (--this.untilBlink <= 0) {
      this.untilBlink = nextBlink()
      if (found.after >= 0) scanTour(this.tours, visit, tour, found.after, found)
    }
    if (found.cost < this.cost) {
      this.cost = found.cost
      this.after = found.after
      this.tour = tour
    }
  }

  private look(visit: number, tour: number): void {
    const { tours, found, known } = this
    const version = tours.version[tour] as number
    if (known.length === 0) {
      scanTour(tours, visit, tour, -1, found)
      return
    }
    const cell = visit * tours.kernel.shifts + tour
    if (known[cell] === version) {
      found.cost = this.knownCost[cell] as number
      found.after = this.knownAfter[cell] as number
      return
    }
    scanTour(tours, visit, tour, -1, found)
    known[cell] = version
    this.knownCost[cell] = found.cost
    this.knownAfter[cell] = found.after
  }
}
