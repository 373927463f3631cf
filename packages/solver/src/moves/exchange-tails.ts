import type { Tours } from '../solution/tours.ts'
import type { Neighbours } from './neighbours.ts'

/** Neighbours looked at. */
const REACH = 16

/**
 * Exchanges the ends of two tours that are alike: the visits after `u` go where those from a
 * neighbour `v` on were, and the reverse (2-opt*, Potvin & Rousseau 1995). Strings are too short
 * to do the same in long tours. Constant time per neighbour; for the plain kernel only.
 */
export class TailExchange {
  private readonly tours: Tours
  private readonly neighbours: Neighbours

  constructor(tours: Tours, neighbours: Neighbours) {
    this.tours = tours
    this.neighbours = neighbours
  }

  /**
   * Makes the best exchange after a visit, journalled, if it costs less than `margin`.
   *
   * @returns whether the tours changed
   */
  exchange(u: number, margin: number): boolean {
    const { tours } = this
    const a = tours.tourOf[u] as number
    if (a < 0) return false
    const { emptyClass } = tours.kernel
    const near = this.neighbours.of(u)
    const reach = Math.min(REACH, near.length)
    let best = margin
    let found = -1
    for (let k = 1; k < reach; k++) {
      const v = near[k] as number
      const b = tours.tourOf[v] as number
      if (b < 0 || b === a || emptyClass[a] !== emptyClass[b]) continue
      const cost = this.delta(u, v, a)
      if (cost < best && this.fits(u, v, a, b)) {
        best = cost
        found = v
      }
    }
    if (found < 0) return false
    tours.exchangeTails(u, found)
    return true
  }

  /** What the exchange costs; more than any margin when it comes too late. */
  private delta(u: number, v: number, tour: number): number {
    const { kernel, next, prev, ready, latest } = this.tours
    const { location, locations } = kernel
    const profile = kernel.travelOf[tour] as number
    const seconds = kernel.secondsFrom[profile] as Int32Array
    const metres = kernel.metresFrom[profile] as Int32Array
    const x = next[u] as number
    const w = prev[v] as number
    const [from, there] = [(location[u] as number) * locations, location[v] as number]
    const [back, here] = [(location[w] as number) * locations, location[x] as number]
    const joins = seconds[from + there] as number
    if ((ready[u] as number) + joins > (latest[v] as number)) return Number.POSITIVE_INFINITY
    const other = seconds[back + here] as number
    if ((ready[w] as number) + other > (latest[x] as number)) return Number.POSITIVE_INFINITY
    const way = joins + other - (seconds[from + here] as number) - (seconds[back + there] as number)
    const length =
      (metres[from + there] as number) +
      (metres[back + here] as number) -
      (metres[from + here] as number) -
      (metres[back + there] as number)
    return length * (kernel.perMetre[tour] as number) + way * (kernel.perSecond[tour] as number)
  }

  /** Do both new tours stay within capacity? */
  private fits(u: number, v: number, a: number, b: number): boolean {
    const { kernel, load } = this.tours
    const { dimensions, capacity } = kernel
    for (let k = 0; k < dimensions; k++) {
      const headA = this.loadUpTo(u, k)
      const headB = this.loadUpTo(this.tours.prev[v] as number, k)
      const [allA, allB] = [load[a * dimensions + k] as number, load[b * dimensions + k] as number]
      if (headA + allB - headB > (capacity[a * dimensions + k] as number)) return false
      if (headB + allA - headA > (capacity[b * dimensions + k] as number)) return false
    }
    return true
  }

  private loadUpTo(node: number, k: number): number {
    const { kernel, prev } = this.tours
    let sum = 0
    for (let u = node; u < kernel.visits; u = prev[u] as number) {
      sum += kernel.demand[u * kernel.dimensions + k] as number
    }
    return sum
  }
}
