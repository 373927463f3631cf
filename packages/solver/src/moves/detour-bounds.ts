import type { LinkedTours } from '../solution/linked-tours.ts'
import { CACHE_LIMIT } from './rich-insertion.ts'

/**
 * The cheapest detour of each visit in each tour, whatever the times: a lower bound of what the
 * visit costs there. Kept by version of the tour, for the order of its visits alone decides it.
 */
export class DetourBounds {
  private readonly tours: LinkedTours
  private readonly known: Int32Array
  private readonly bounds: Float64Array

  constructor(tours: LinkedTours) {
    const { visits, shifts } = tours.kernel
    const cells = visits * shifts <= CACHE_LIMIT ? visits * shifts : 0
    this.tours = tours
    this.known = new Int32Array(cells)
    this.bounds = new Float64Array(cells)
  }

  of(visit: number, tour: number): number {
    const { tours, known, bounds } = this
    if (known.length === 0) return this.reckon(visit, tour)
    const cell = visit * tours.kernel.shifts + tour
    const version = tours.version[tour] as number
    if (known[cell] !== version) {
      known[cell] = version
      bounds[cell] = this.reckon(visit, tour)
    }
    return bounds[cell] as number
  }

  private reckon(visit: number, tour: number): number {
    const { kernel, next } = this.tours
    const { location, locations } = kernel
    const profile = kernel.travelOf[tour] as number
    const row = (location[visit] as number) * locations
    const secondsTo = kernel.secondsTo[profile] as Int32Array
    const secondsFrom = kernel.secondsFrom[profile] as Int32Array
    const metresTo = kernel.metresTo[profile] as Int32Array
    const metresFrom = kernel.metresFrom[profile] as Int32Array
    const perMetre = kernel.perMetre[tour] as number
    const perSecond = kernel.perSecond[tour] as number
    const filled = this.tours.size[tour] === 0 ? 0 : 1
    const end = this.tours.end(tour)
    let least = Number.POSITIVE_INFINITY
    let p = this.tours.start(tour)
    let here = location[p] as number
    while (p !== end) {
      p = next[p] as number
      const there = location[p] as number
      const skip = here * locations + there
      const arcs =
        ((metresTo[row + here] as number) +
          (metresFrom[row + there] as number) -
          filled * (metresFrom[skip] as number)) *
          perMetre +
        ((secondsTo[row + here] as number) +
          (secondsFrom[row + there] as number) -
          filled * (secondsFrom[skip] as number)) *
          perSecond
      if (arcs < least) least = arcs
      here = there
    }
    return least + this.tours.joinPrice(visit, tour)
  }
}
