import type { RichTours } from '../solution/rich-tours.ts'
import { emptyClasses, type Inserter } from './insertion.ts'
import type { Found } from './rich-insertion.ts'
import {
  BOUND_ONLY,
  boundWays,
  CACHE_LIMIT,
  NEVER,
  scanRichTour,
  type Ways,
  wholeBound,
} from './rich-insertion.ts'

/** Numbers of a cell, and where they stand; the version of the bounds comes first. */
const CELL = 8
const WAYS = 1
const SECONDS = 2
const PLAYED = 3
const CONTEXT = 4
const COST = 5
const AFTER = 6

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
  /**
   * What is known of each visit in each tour, a line of memory a cell: bounds from the ways by
   * version of the tour, costs by version and by what the technician's other tours leave it.
   */
  private readonly known: Float64Array
  private readonly ways: Ways = { cost: NEVER, seconds: 0 }
  private readonly empties: readonly Int32Array[]
  private readonly rivals: Int32Array
  private readonly rivalCost: Float64Array
  private readonly rivalAfter: Int32Array
  private count = 0
  private untilBlink = 1

  constructor(tours: RichTours) {
    const { visits, shifts } = tours.kernel
    const cells = !tours.rich.coupled && visits * shifts <= CACHE_LIMIT / 4 ? visits * shifts : 0
    this.tours = tours
    this.known = new Float64Array(cells * CELL)
    this.empties = emptyClasses(tours.kernel)
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
      for (const r of alike) {
        if (tours.size[r] !== 0) continue
        if (compatibility.table[row + r] === 1) this.enter(visit, r)
        break
      }
    }
    this.choose(visit, nextBlink)
  }

  /** Enters a tour among the rivals with what is known of its cost. */
  private enter(visit: number, tour: number): void {
    const { tours, known, ways } = this
    if (!tours.mayJoin(visit, tour)) return
    const cell = known.length === 0 ? -1 : (visit * tours.kernel.shifts + tour) * CELL
    let cost = NEVER
    let after = -1
    if (
      cell >= 0 &&
      known[cell + PLAYED] === tours.version[tour] &&
      known[cell + CONTEXT] === tours.context[tour]
    ) {
      cost = known[cell + COST] as number
      after = known[cell + AFTER] as number
    } else {
      this.bound(visit, tour, cell)
      if (ways.cost < NEVER) cost = wholeBound(tours, visit, tour, ways)
    }
    if (cost >= NEVER) return
    this.rivals[this.count] = tour
    this.rivalCost[this.count] = cost + tours.seriesPrice(visit, tour)
    this.rivalAfter[this.count++] = after
  }

  /** Leaves the bounds from the ways in `ways`. */
  private bound(visit: number, tour: number, cell: number): void {
    const { tours, ways, known } = this
    if (cell >= 0 && known[cell] === tours.version[tour]) {
      ways.cost = known[cell + WAYS] as number
      ways.seconds = known[cell + SECONDS] as number
      return
    }
    boundWays(tours, visit, tour, ways)
    if (cell < 0) return
    known[cell] = tours.version[tour] as number
    known[cell + WAYS] = ways.cost
    known[cell + SECONDS] = ways.seconds
  }

  /** Notes what a scan of a tour found, unless it stopped at a bound. */
  private remember(visit: number, tour: number): void {
    const { tours, found, known } = this
    if (known.length === 0 || (found.after < 0 && found.cost < NEVER)) return
    const cell = (visit * tours.kernel.shifts + tour) * CELL
    known[cell + PLAYED] = tours.version[tour] as number
    known[cell + CONTEXT] = tours.context[tour] as number
    known[cell + COST] = found.cost
    known[cell + AFTER] = found.after
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
      if (except < 0) this.remember(visit, tour)
    }
  }
}
