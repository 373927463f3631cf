import type { RichTours } from '../solution/rich-tours.ts'
import { emptyClasses, type Inserter } from './insertion.ts'
import type { Found } from './rich-insertion.ts'
import { BOUND_ONLY, boundTour, CACHE_LIMIT, NEVER, scanRichTour } from './rich-insertion.ts'

/**
 * The cheapest place of a visit over all tours under the rich rules. Tours are compared by a
 * lower bound first; only those that may still win are played through. Bounds and costs are
 * kept by version of the tour, unless tours depend on each other's times.
 */
export class BestRichInsertion implements Inserter {
  tour = -1
  cost: number = NEVER
  after = -1
  private readonly tours: RichTours
  private readonly found: Found = { cost: NEVER, after: -1 }
  private readonly known: Int32Array
  private readonly knownCost: Float64Array
  /** The node after which the visit goes; negative while the cost is only a bound. */
  private readonly knownAfter: Int32Array
  private readonly empties: readonly Int32Array[]
  private readonly rivals: Int32Array
  private readonly rivalCost: Float64Array
  private readonly rivalAfter: Int32Array
  private count = 0
  private untilBlink = 1

  constructor(tours: RichTours) {
    const { visits, shifts } = tours.kernel
    const cells = !tours.rich.coupled && visits * shifts <= CACHE_LIMIT ? visits * shifts : 0
    this.tours = tours
    this.known = new Int32Array(cells)
    this.knownCost = new Float64Array(cells)
    this.knownAfter = new Int32Array(cells)
    this.empties = emptyClasses(tours)
    this.rivals = new Int32Array(shifts)
    this.rivalCost = new Float64Array(shifts)
    this.rivalAfter = new Int32Array(shifts)
  }

  find(visit: number, nextBlink: () => number): void {
    const { tours } = this
    const { shifts, compatibility } = tours.kernel
    const row = (compatibility.classOf[visit] as number) * shifts
    this.count = 0
    for (let k = 0; k < tours.usedCount; k++) {
      const r = tours.used[k] as number
      if (compatibility.table[row + r] === 1) this.enter(visit, r)
    }
    for (const alike of this.empties) {
      const r = alike.find((one) => tours.size[one] === 0) ?? -1
      if (r >= 0 && compatibility.table[row + r] === 1) this.enter(visit, r)
    }
    this.choose(visit, nextBlink)
  }

  /** Enters a tour among the rivals with what is known of its cost. */
  private enter(visit: number, tour: number): void {
    const { tours, known } = this
    if (!tours.mayJoin(visit, tour)) return
    const cell = known.length === 0 ? -1 : visit * tours.kernel.shifts + tour
    let cost = NEVER
    let after = -1
    if (cell >= 0 && known[cell] === tours.version[tour]) {
      cost = this.knownCost[cell] as number
      after = this.knownAfter[cell] as number
    } else {
      cost = boundTour(tours, visit, tour)
      this.remember(cell, tour, cost, after)
    }
    if (cost >= NEVER) return
    this.rivals[this.count] = tour
    this.rivalCost[this.count] = cost + tours.seriesPrice(visit, tour)
    this.rivalAfter[this.count++] = after
  }

  private remember(cell: number, tour: number, cost: number, after: number): void {
    if (cell < 0) return
    this.known[cell] = this.tours.version[tour] as number
    this.knownCost[cell] = cost
    this.knownAfter[cell] = after
  }

  /** Plays the rival with the least bound until the least is a cost. */
  private choose(visit: number, nextBlink: () => number): void {
    const { tours, rivalCost, rivalAfter, rivals, found } = this
    this.tour = -1
    this.cost = NEVER
    let except = -1
    for (;;) {
      let least = -1
      let next = NEVER
      let cost = NEVER
      for (let k = 0; k < this.count; k++) {
        const one = rivalCost[k] as number
        if (one < cost) [next, cost, least] = [cost, one, k]
        else if (one < next) next = one
      }
      if (least < 0) return
      const tour = rivals[least] as number
      const after = rivalAfter[least] as number
      if (after >= 0 && --this.untilBlink > 0) {
        this.tour = tour
        this.cost = cost
        this.after = after
        return
      }
      if (after >= 0) {
        this.untilBlink = nextBlink()
        except = after
      } else except = -1
      const extra = tours.seriesPrice(visit, tour)
      const cutoff = after === BOUND_ONLY ? NEVER : next - extra
      scanRichTour(tours, visit, tour, { except, cutoff }, found)
      rivalCost[least] = found.cost >= NEVER ? NEVER : found.cost + extra
      rivalAfter[least] = found.after
      if (except < 0 && this.known.length > 0) {
        this.remember(
          visit * tours.kernel.shifts + tour,
          tour,
          found.cost,
          Math.max(-1, found.after),
        )
      }
    }
  }
}
