import { type Choice, LagrangianBound } from './lagrangian-bound.ts'
import type { PooledTour } from './tour-pool.ts'

/** Looks at a tour after which the search ends with what it has. */
const MOST_LOOKS = 20_000_000
const LESS = 1e-6

/**
 * Puts a plan together from tours that were met: the cheapest choice that makes every visit once
 * or leaves it at its price (set partitioning over the tours of a heuristic, Rochat & Taillard
 * 1995). A Lagrangian bound rules most tours out, and a search in depth chooses among the rest,
 * the visit with the fewest tours left first.
 *
 * @param limit the plan must cost less than this
 * @returns the tours, or nothing when none was found that costs less; not always the cheapest
 */
export const chooseTours = (choice: Choice, limit: number): readonly PooledTour[] | undefined => {
  const bound = new LagrangianBound(choice)
  bound.raise(limit)
  return bound.value < limit - LESS ? new DepthSearch(choice, bound, limit).run() : undefined
}

class DepthSearch {
  private readonly prices: ArrayLike<number>
  /** Tours that the bound leaves, least growth first. */
  private readonly tours: readonly PooledTour[]
  private readonly growth: Float64Array
  /** By visit: the tours that make it. */
  private readonly through: readonly (readonly number[])[]
  /** By visit: how much the bound grows when it is left out. */
  private readonly leaving: Float64Array
  private readonly done: Uint8Array
  /** By kind: shifts without a tour. */
  private readonly free: Int32Array
  private readonly chosen: number[] = []
  private readonly bound: number
  private best: readonly PooledTour[] | undefined
  private bestCost: number
  private looks = 0

  constructor({ tours, prices, counts }: Choice, bound: LagrangianBound, limit: number) {
    const { value, growth, worth } = bound
    this.prices = prices
    this.bound = value
    this.bestCost = limit
    const left = Array.from(tours.keys())
      .filter((k) => value + (growth[k] as number) < limit - LESS)
      .sort((a, b) => (growth[a] as number) - (growth[b] as number))
    this.tours = left.map((k) => tours[k] as PooledTour)
    this.growth = Float64Array.from(left, (k) => growth[k] as number)
    const through = Array.from(prices, (): number[] => [])
    this.tours.forEach(({ visits }, k) => {
      for (const visit of visits) through[visit]?.push(k)
    })
    this.through = through
    this.leaving = worth.map((one, visit) => (prices[visit] as number) - one)
    this.done = new Uint8Array(prices.length)
    this.free = Int32Array.from(counts)
  }

  run(): readonly PooledTour[] | undefined {
    this.descend(this.bound)
    return this.best
  }

  private mayAdd(k: number): boolean {
    this.looks++
    const { kind, visits } = this.tours[k] as PooledTour
    if (this.free[kind] === 0) return false
    for (let j = 0; j < visits.length; j++) if (this.done[visits[j] as number] === 1) return false
    return true
  }

  private isTooMuch(bound: number): boolean {
    return bound >= this.bestCost - LESS || this.looks > MOST_LOOKS
  }

  /** The visit with the fewest ways left; −1 when all are done. */
  private tightest(bound: number): number {
    let [tightest, fewest] = [-1, Number.POSITIVE_INFINITY]
    for (let visit = 0; visit < this.done.length && fewest > 0; visit++) {
      if (this.done[visit] === 1) continue
      let ways = this.isTooMuch(bound + (this.leaving[visit] as number)) ? 0 : 1
      for (const k of this.through[visit] as readonly number[]) {
        if (ways >= fewest || this.isTooMuch(bound + (this.growth[k] as number))) break
        if (this.mayAdd(k)) ways++
      }
      if (ways >= fewest) continue
      fewest = ways
      tightest = visit
    }
    return tightest
  }

  private descend(bound: number): void {
    const visit = this.tightest(bound)
    if (visit < 0) {
      this.keep()
      return
    }
    for (const k of this.through[visit] as readonly number[]) {
      const next = bound + (this.growth[k] as number)
      if (this.isTooMuch(next)) break
      if (!this.mayAdd(k)) continue
      this.mark(k, 1)
      this.chosen.push(k)
      this.descend(next)
      this.chosen.pop()
      this.mark(k, 0)
    }
    const without = bound + (this.leaving[visit] as number)
    if (this.isTooMuch(without)) return
    this.done[visit] = 1
    this.descend(without)
    this.done[visit] = 0
  }

  private mark(k: number, done: 0 | 1): void {
    const { kind, visits } = this.tours[k] as PooledTour
    for (let j = 0; j < visits.length; j++) this.done[visits[j] as number] = done
    this.free[kind] = (this.free[kind] as number) + (done === 1 ? -1 : 1)
  }

  /** Everything is chosen or left out: what that costs exactly. */
  private keep(): void {
    const chosen = this.chosen.map((k) => this.tours[k] as PooledTour)
    const made = new Set(chosen.flatMap(({ visits }) => Array.from(visits)))
    let cost = chosen.reduce((sum, tour) => sum + tour.cost, 0)
    for (let visit = 0; visit < this.prices.length; visit++)
      if (!made.has(visit)) cost += this.prices[visit] as number
    if (cost >= this.bestCost - LESS) return
    this.bestCost = cost
    this.best = chosen
  }
}
