import type { Neighbours } from '../../moves/neighbours.ts'
import type { Sequence } from './sequence.ts'
import type { Sequences } from './sequences.ts'

/** Neighbours looked at. */
const REACH = 16

/**
 * Exchanges the ends of two tours that are alike: the visits after `u` go where those from a
 * neighbour `v` on were, and the reverse (2-opt*, Potvin & Rousseau 1995). Strings are too short
 * to do the same in long tours. Constant time per neighbour.
 */
export class TailExchange {
  private readonly plan: Sequences
  private readonly neighbours: Neighbours

  constructor(plan: Sequences, neighbours: Neighbours) {
    this.plan = plan
    this.neighbours = neighbours
  }

  /**
   * Makes the best exchange after a visit, journalled, if it costs less than `margin`.
   *
   * @returns whether the plan changed
   */
  exchange(u: number, margin: number): boolean {
    const { tourOf, rankOf, kernel, isOpen } = this.plan
    const { emptyClass } = kernel
    const a = tourOf[u] as number
    if (a < 0) return false
    const near = this.neighbours.of(u)
    const reach = Math.min(REACH, near.length)
    let best = margin
    let found = -1
    for (let k = 1; k < reach; k++) {
      const v = near[k] as number
      const b = tourOf[v] as number
      if (b < 0 || b === a || emptyClass[a] !== emptyClass[b] || isOpen[b] === 0) continue
      const cost = this.delta(a, rankOf[u] as number, b, rankOf[v] as number)
      if (cost < best && this.fits(a, rankOf[u] as number, b, rankOf[v] as number)) {
        best = cost
        found = v
      }
    }
    if (found < 0) return false
    this.plan.exchangeTails(
      a,
      rankOf[u] as number,
      tourOf[found] as number,
      rankOf[found] as number,
    )
    return true
  }

  /** What the exchange costs; more than any margin when it comes too late. */
  private delta(a: number, i: number, b: number, j: number): number {
    const { plan } = this
    const { kernel } = plan
    const first = plan.of[a] as Sequence
    const other = plan.of[b] as Sequence
    const seconds = kernel.secondsFrom[kernel.travelOf[a] as number] as Int32Array
    const u = first.places[i] as number
    const x = first.places[i + 1] as number
    const v = other.places[j] as number
    const w = other.places[j - 1] as number
    const joins = seconds[u * kernel.locations + v] as number
    if ((first.ready[i] as number) + joins > (other.latest[j] as number)) return Infinity
    const back = seconds[w * kernel.locations + x] as number
    if ((other.ready[j - 1] as number) + back > (first.latest[i + 1] as number)) return Infinity
    return (
      plan.prices.way(a, u, v) +
      plan.prices.way(a, w, x) -
      (first.arcs[i] as number) -
      (other.arcs[j - 1] as number)
    )
  }

  /** Do both new tours stay within capacity? */
  private fits(a: number, i: number, b: number, j: number): boolean {
    const { capacity, dimensions } = this.plan.kernel
    const first = this.plan.of[a] as Sequence
    const other = this.plan.of[b] as Sequence
    for (let d = 0; d < dimensions; d++) {
      const head = this.loadUpTo(first, i, d)
      const otherHead = this.loadUpTo(other, j - 1, d)
      const all = first.load[d] as number
      const otherAll = other.load[d] as number
      if (head + otherAll - otherHead > (capacity[a * dimensions + d] as number)) return false
      if (otherHead + all - head > (capacity[b * dimensions + d] as number)) return false
    }
    return true
  }

  private loadUpTo({ nodes }: Sequence, rank: number, dimension: number): number {
    const { demand, dimensions } = this.plan.kernel
    let sum = 0
    for (let k = 1; k <= rank; k++) {
      sum += demand[(nodes[k] as number) * dimensions + dimension] as number
    }
    return sum
  }
}
