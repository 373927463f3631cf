import type { PooledTour } from './tour-pool.ts'

/** What is to be made of tours that were met. */
export interface Choice {
  readonly tours: readonly PooledTour[]
  /** Price of each visit when no tour makes it. */
  readonly prices: ArrayLike<number>
  /** By kind of shift: how many there are. */
  readonly counts: ArrayLike<number>
}

const STEPS = 250
/** Steps without a better bound after which steps become half as long. */
const PATIENCE = 10
const SHORTEST = 0.005
const LESS = 1e-6

/**
 * A lower bound on what any choice of tours costs: every visit has a worth, and a tour that costs
 * less than its visits are worth lowers the bound (Lagrangian relaxation of "every visit once";
 * Held & Karp 1971; for choices of tours, Balinski & Quandt 1964).
 */
export class LagrangianBound {
  /** Below what every choice costs. */
  value: number = Number.NEGATIVE_INFINITY
  /** By visit. */
  readonly worth: Float64Array
  /** By tour: how much the bound grows at least when it is chosen. */
  readonly growth: Float64Array
  private readonly choice: Choice
  /** How often each visit is made by the tours of the bound. */
  private readonly made: Int32Array
  /** By tour: its cost less what its visits are worth. */
  private readonly reduced: Float64Array
  /** By kind of which there is one: the least reduced cost below 0, and its tour. */
  private readonly least: Float64Array
  private readonly leastTour: Int32Array

  constructor(choice: Choice) {
    const { tours, prices, counts } = choice
    this.choice = choice
    this.worth = Float64Array.from(prices)
    this.growth = new Float64Array(tours.length)
    this.made = new Int32Array(prices.length)
    this.reduced = new Float64Array(tours.length)
    this.least = new Float64Array(counts.length)
    this.leastTour = new Int32Array(counts.length)
    for (const { visits, cost } of tours) {
      const each = cost / visits.length
      for (const visit of visits) this.worth[visit] = Math.min(this.worth[visit] as number, each)
    }
  }

  /**
   * Raises the bound by steps along the subgradient.
   *
   * @param limit a cost that is to be beaten
   */
  raise(limit: number): void {
    const best = this.worth.slice()
    let [pace, idle] = [1, 0]
    for (let step = 0; step < STEPS && pace >= SHORTEST && this.value < limit; step++) {
      const value = this.weigh()
      if (value > this.value + LESS) {
        this.value = value
        best.set(this.worth)
        idle = 0
      } else if (++idle >= PATIENCE) {
        pace /= 2
        idle = 0
      }
      if (!this.move(pace * (1.01 * limit - value))) break
    }
    this.worth.set(best)
    this.weigh()
    this.measure()
  }

  /** The bound at the present worths. */
  private weigh(): number {
    const { worth, made, reduced, least, leastTour } = this
    const { tours, counts, prices } = this.choice
    least.fill(0)
    leastTour.fill(-1)
    let value = 0
    for (let visit = 0; visit < worth.length; visit++) {
      value += worth[visit] as number
      made[visit] = (worth[visit] as number) >= (prices[visit] as number) ? 1 : 0
    }
    for (let k = 0; k < tours.length; k++) {
      const { kind, visits, cost } = tours[k] as PooledTour
      let rest = cost
      for (let j = 0; j < visits.length; j++) rest -= worth[visits[j] as number] as number
      reduced[k] = rest
      if (counts[kind] === 1) {
        if (rest >= (least[kind] as number)) continue
        least[kind] = rest
        leastTour[kind] = k
      } else if (rest < 0) {
        value += rest
        this.take(visits)
      }
    }
    for (let kind = 0; kind < least.length; kind++) {
      const tour = tours[leastTour[kind] as number]
      if (tour === undefined) continue
      value += least[kind] as number
      this.take(tour.visits)
    }
    return value
  }

  private take(visits: Int32Array): void {
    for (let j = 0; j < visits.length; j++) {
      const visit = visits[j] as number
      this.made[visit] = (this.made[visit] as number) + 1
    }
  }

  /** Visits made too often lose worth, others gain. Returns false when all are made once. */
  private move(length: number): boolean {
    const { worth, made } = this
    const { prices } = this.choice
    let norm = 0
    for (let visit = 0; visit < worth.length; visit++) norm += (1 - (made[visit] as number)) ** 2
    if (norm === 0) return false
    for (let visit = 0; visit < worth.length; visit++) {
      const next = (worth[visit] as number) + (length / norm) * (1 - (made[visit] as number))
      worth[visit] = Math.min(next, prices[visit] as number)
    }
    return true
  }

  private measure(): void {
    const { tours, counts } = this.choice
    for (let k = 0; k < tours.length; k++) {
      const { kind } = tours[k] as PooledTour
      const rest = this.reduced[k] as number
      const taken = counts[kind] === 1 ? (this.least[kind] as number) : Math.min(0, rest)
      this.growth[k] = rest - taken
    }
  }
}
