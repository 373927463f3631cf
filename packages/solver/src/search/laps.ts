import type { Problem } from '../problem/problem.ts'
import { isLinked } from '../solution/link-kernel.ts'
import type { Plan } from '../solution/plan.ts'
import type { Engine } from './engine.ts'
import { RuinAndRecreate } from './ruin-and-recreate.ts'
import type { SolveOptions } from './search.ts'

/** Searches from scratch before the last one, and the share of the whole that each takes. */
const LAPS = { count: 4, share: 0.15 }
/** Iterations a visit from which on laps pay, or a hotter search. */
const PLENTY = { laps: 2000, heat: 1500 }
/** First and last temperature of a search with plenty of iterations, in costs of a typical step. */
const HOT = { first: 1, last: 0.1 }
/** Share of the search after which the pace is known. */
const PACE_KNOWN = 0.02
/** The last lap begins cooler: as if so much of it were over. */
const LAST_LAP = 0.3

/**
 * Ruin and recreate, as its pace allows. Which technicians work is settled while it is hot, and two
 * searches end a percent or two apart. Where iterations are plenty, a search is hotter from
 * beginning to end; one of linked visits goes in laps: a few short searches from scratch come
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
  /** Times it went on from another plan. */
  private adopted = 0

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

  /** From here on there is one lap: this one. */
  adopt(plan: Plan): void {
    this.bestEngine = this.winner()
    this.laps = 1
    this.lap = 1
    this.adopted++
    const seed = (this.options.seed ?? 1) + this.adopted * 104_729
    this.engine = new RuinAndRecreate(this.problem, { ...this.options, seed, initial: plan })
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
    if (lap > this.lap) this.begin(lap)
    const from = lap * LAPS.share
    if (lap < this.laps) this.engine.cool((share - from) / LAPS.share)
    else this.engine.cool(LAST_LAP + ((1 - LAST_LAP) * (share - from)) / (1 - from))
  }

  /** @param perVisit iterations a visit that there is time for */
  private settle(perVisit: number): void {
    if (isLinked(this.problem)) this.laps = perVisit >= PLENTY.laps ? LAPS.count : 1
    else {
      this.laps = 1
      if (perVisit >= PLENTY.heat) this.engine.heat(HOT)
    }
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
