import type { Problem } from '../problem/problem.ts'
import type { Plan } from '../solution/plan.ts'
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

/**
 * Ruin and recreate in laps. Which technicians work is settled while it is hot, and two searches
 * end a percent or two apart; where iterations are plenty, a few short searches from scratch come
 * first, and the last one goes on from the best of them.
 */
export class Laps implements Engine {
  private readonly problem: Problem
  private readonly options: SolveOptions
  private engine: RuinAndRecreate
  private bestEngine: RuinAndRecreate
  private iterations = 0
  /** Laps of this search; 0 until the pace is known. */
  private laps = 0
  private lap = 0

  constructor(problem: Problem, options: SolveOptions) {
    this.problem = problem
    this.options = options
    this.engine = new RuinAndRecreate(problem, options)
    this.bestEngine = this.engine
    // A running plan is gone on from, not begun again.
    if (options.initial !== undefined) this.laps = 1
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

  cool(share: number): void {
    if (this.laps === 0 && share >= PACE_KNOWN) {
      const perVisit = this.iterations / share / Math.max(1, this.problem.visits.length)
      this.laps = perVisit >= PLENTY ? LAPS.count : 1
    }
    if (this.laps < 2) {
      this.engine.cool(share)
      return
    }
    const lap = Math.min(this.laps, Math.floor(share / LAPS.share))
    if (lap > this.lap) this.begin(lap)
    const from = lap * LAPS.share
    if (lap < this.laps) this.engine.cool((share - from) / LAPS.share)
    else this.engine.cool(LAST_LAP + ((1 - LAST_LAP) * (share - from)) / (1 - from))
  }

  private begin(lap: number): void {
    this.lap = lap
    this.bestEngine = this.winner()
    const seed = (this.options.seed ?? 1) + lap * 7919
    this.engine = new RuinAndRecreate(this.problem, {
      ...this.options,
      seed,
      ...(lap === this.laps && { initial: this.bestEngine.plan() }),
    })
  }
}
