import type { Problem, Shift } from '../problem/problem.ts'
import { compileCompatibility } from '../rules/compatibility.ts'
import { compileKernel, type Kernel } from '../solution/kernel.ts'
import type { Assignment, Plan } from '../solution/plan.ts'
import { chooseTours } from './combination/choose-tours.ts'
import { type PooledTour, TourPool } from './combination/tour-pool.ts'
import type { Engine } from './engine.ts'
import { RuinAndRecreate } from './ruin-and-recreate.ts'
import type { SolveOptions } from './search.ts'

/** Searches from scratch before the last one, and the share of the whole that each takes. */
const LAPS = { count: 4, share: 0.15 }
/** Iterations a visit from which on laps pay. */
const PLENTY = 2000
/** Share of the search after which the pace is known. */
const PACE_KNOWN = 0.02
/** The last lap begins cooler: as if so much of it were over. */
const LAST_LAP = 0.3
/** First and last temperature of laps whose tours are combined, in costs of a typical step. */
const HOT = { first: 1, last: 0.1 }
/** Tours kept of all laps, and the share of the search between two combinations of them. */
const POOL = { most: 20_000, every: 0.08 }

/** The tours as a plan; starts only tell the order. */
const planOf = ({ problem, emptyClass }: Kernel, tours: readonly PooledTour[]): Plan => {
  const free = new Map<number, Shift[]>()
  emptyClass.forEach((kind, tour) => {
    const shift = problem.shifts[tour]
    if (shift) free.set(kind, [...(free.get(kind) ?? []), shift])
  })
  return {
    assignments: tours.flatMap(({ kind, visits }): Assignment[] => {
      const shift = free.get(kind)?.shift()
      if (shift === undefined) return []
      const technician = problem.technicians[shift.technician]?.id ?? ''
      return Array.from(visits, (visit, k) => ({
        visit: problem.visits[visit]?.id ?? '',
        technician,
        start: shift.start + k,
      }))
    }),
  }
}

/**
 * Ruin and recreate in laps. Which technicians work is settled while it is hot, and two searches
 * end a percent or two apart; where iterations are plenty, a few short searches from scratch come
 * first, and the last one goes on from the best of them. Where tours do not depend on each other,
 * the laps are hotter, and the last one goes on from the best choice of all tours that were met.
 */
export class Laps implements Engine {
  private readonly problem: Problem
  private readonly options: SolveOptions
  private readonly kernel: Kernel
  /** Tours met, where they do not depend on each other and laps pay. */
  private pool: TourPool | undefined
  private engine: RuinAndRecreate
  private bestEngine: RuinAndRecreate
  private iterations = 0
  /** Laps of this search; 0 until the pace is known. */
  private laps = 0
  private lap = 0
  /** Share of the search at the last combination. */
  private combinedAt = 0
  /** Times it went on from another plan. */
  private adopted = 0

  constructor(problem: Problem, options: SolveOptions) {
    this.problem = problem
    this.options = options
    this.kernel = compileKernel(problem, compileCompatibility(problem))
    // A running plan is gone on from, not begun again.
    if (options.initial !== undefined) this.laps = 1
    this.engine = this.open(options)
    this.bestEngine = this.engine
  }

  private open(options: SolveOptions): RuinAndRecreate {
    const engine = new RuinAndRecreate(this.problem, options)
    if (this.pool) engine.gatherHot(this.pool, HOT)
    return engine
  }

  get best(): number {
    return Math.min(this.bestEngine.best, this.engine.best)
  }

  get assigned(): number {
    return this.winner().assigned
  }

  private winner(): RuinAndRecreate {
    return this.engine.best < this.bestEngine.best ? this.engine : this.bestEngine
  }

  plan(): Plan {
    return this.winner().plan()
  }

  iterate(): void {
    this.engine.iterate()
    this.iterations++
  }

  /** From here on there is one lap: this one. */
  adopt(plan: Plan): void {
    this.bestEngine = this.winner()
    this.laps = 1
    this.engine = this.openFrom(plan)
  }

  private openFrom(initial: Plan): RuinAndRecreate {
    this.adopted++
    const seed = (this.options.seed ?? 1) + this.adopted * 104_729
    return this.open({ ...this.options, seed, initial })
  }

  cool(share: number): void {
    if (this.laps === 0 && share >= PACE_KNOWN) {
      this.settle(this.iterations / share / Math.max(1, this.problem.visits.length))
    }
    if (this.laps < 2) {
      this.engine.cool(share)
      return
    }
    const lap = Math.min(this.laps, Math.floor(share / LAPS.share))
    if (lap > this.lap) this.begin(lap, share)
    if (lap === this.laps && share >= this.combinedAt + POOL.every) this.combine(share)
    const from = lap * LAPS.share
    if (lap < this.laps) this.engine.cool((share - from) / LAPS.share)
    else this.engine.cool(LAST_LAP + ((1 - LAST_LAP) * (share - from)) / (1 - from))
  }

  /** @param perVisit iterations a visit that there is time for */
  private settle(perVisit: number): void {
    const { visits, links } = this.problem
    this.laps = perVisit >= PLENTY ? LAPS.count : 1
    if (this.laps === 1 || links.length > 0) return
    this.pool = new TourPool(visits.length, POOL.most)
    this.engine.gatherHot(this.pool, HOT)
  }

  private begin(lap: number, share: number): void {
    this.lap = lap
    this.bestEngine = this.winner()
    const isLast = lap === this.laps
    const initial = isLast ? { initial: this.bestEngine.plan() } : {}
    const seed = (this.options.seed ?? 1) + lap * 7919
    this.engine = this.open({ ...this.options, seed, ...initial })
    if (isLast) this.combine(share)
  }

  /** Goes on from the best choice of all tours that were met, when it is better than the best plan. */
  private combine(share: number): void {
    this.combinedAt = share
    const { pool, kernel } = this
    if (pool === undefined) return
    const counts = new Int32Array(kernel.shifts)
    for (const kind of kernel.emptyClass) counts[kind] = (counts[kind] as number) + 1
    const tours = chooseTours({ tours: pool.tours, prices: kernel.price, counts }, this.best)
    if (tours === undefined) return
    const next = this.openFrom(planOf(kernel, tours))
    // Tours may depend on each other after all: then the whole costs more than its tours.
    if (next.best >= this.best) return
    this.bestEngine = this.winner()
    this.engine = next
  }
}
