import { costOf } from '../objectives/objectives.ts'
import type { Problem } from '../problem/problem.ts'
import { compileCompatibility } from '../rules/compatibility.ts'
import { compileKernel } from '../solution/kernel.ts'
import type { Plan } from '../solution/plan.ts'
import { isRich } from '../solution/rich-kernel.ts'
import { summarise } from '../solution/summary.ts'
import { viewPlan } from '../solution/tour.ts'
import { DEFAULT_ITERATIONS } from '../stop/stop.ts'
import type { Engine } from './engine.ts'
import { Laps } from './laps.ts'
import { PlainSearch } from './plain/plain-search.ts'
import { PopulationSearch } from './population/population-search.ts'
import { uniformModel } from './population/uniform-model.ts'
import type { Progress, Result, Search, SolveOptions, Territory } from './search.ts'

/**
 * Iterations between two looks at the clock: as many as take about a hundredth of the search, by
 * rhythm without seconds. A look can cost as much as a hundred iterations.
 */
const LOOK = { leastSeconds: 0.002, mostSeconds: 0.02, mostIterations: 4096, rhythm: 64 }

/** A population needs time to grow: so many visits at most, and so much for each of them. */
const BREEDING = { mostVisits: 500, secondsPerVisit: 0.01, iterationsPerVisit: 1000 }
/** Times as much where fewer tours come first: those are found by ruins. */
const FLEET_FACTOR = 3

const isWorthBreeding = ({ visits, policy }: Problem, { stop }: SolveOptions): boolean => {
  if (visits.length > BREEDING.mostVisits) return false
  const { shifts, travel } = policy.objectives
  const fleetFirst = shifts.perShift > 0 && shifts.level > travel.level
  const worth = visits.length * (fleetFirst ? FLEET_FACTOR : 1)
  const { seconds = 0, iterations = 0 } = stop ?? {}
  return (
    seconds >= BREEDING.secondsPerVisit * worth || iterations >= BREEDING.iterationsPerVisit * worth
  )
}

const openEngine = (problem: Problem, options: SolveOptions): Engine => {
  if (isRich(problem)) return new Laps(problem, options)
  const kernel = compileKernel(problem, compileCompatibility(problem))
  const open = (own: SolveOptions): Engine => new PlainSearch(kernel, own)
  const model = isWorthBreeding(problem, options) ? uniformModel(kernel) : undefined
  return model ? new PopulationSearch(kernel, model, options, open) : open(options)
}

/** Drives an engine in steps until its stop comes, and tells how far it is. */
class Session implements Search {
  readonly problem: Problem
  done = false
  private readonly engine: Engine
  private readonly options: SolveOptions
  private readonly clock: () => number
  private readonly startedAt: number
  private readonly mostIterations: number
  private iterations = 0
  private lastImprovement = 0
  private reported = Number.POSITIVE_INFINITY
  private lookEvery: number
  private nextLook = 0
  private lookedAt = 0
  private share = 0

  constructor(problem: Problem, options: SolveOptions) {
    const { iterations, seconds, clock } = options.stop ?? {}
    this.problem = problem
    this.options = options
    this.clock = clock ?? (() => 0)
    this.startedAt = this.clock()
    this.mostIterations =
      iterations ?? (seconds === undefined ? DEFAULT_ITERATIONS : Number.POSITIVE_INFINITY)
    this.lookEvery = seconds === undefined ? LOOK.rhythm : 1
    this.engine = openEngine(problem, options)
    this.done = problem.visits.length === 0 || problem.shifts.length === 0
    this.report()
  }

  get progress(): Progress {
    const { best, assigned } = this.engine
    return {
      iterations: this.iterations,
      cost: best,
      assigned,
      unassigned: this.problem.visits.length - assigned,
      elapsedSeconds: this.clock() - this.startedAt,
      share: this.done ? 1 : this.share,
    }
  }

  step(iterations = 1000): boolean {
    const { engine } = this
    for (let k = 0; k < iterations && !this.done; k += engine.effort ?? 1) {
      if (this.iterations >= this.nextLook) this.look()
      if (this.done) break
      const { best } = engine
      engine.iterate()
      this.iterations += engine.effort ?? 1
      if (engine.best < best) this.lastImprovement = this.iterations
      this.done = this.iterations >= this.mostIterations
    }
    this.report()
    return this.done
  }

  /** Looks at the clock, cools, and sees whether the search is over. */
  private look(): void {
    const { stop, signal } = this.options
    const elapsed = this.clock() - this.startedAt
    const byTime = stop?.seconds === undefined ? 0 : elapsed / stop.seconds
    const share = Math.min(1, Math.max(byTime, this.iterations / this.mostIterations))
    this.share = share
    const idle = stop?.iterationsWithoutImprovement ?? Number.POSITIVE_INFINITY
    this.engine.cool(share)
    this.done =
      share >= 1 || signal?.aborted === true || this.iterations - this.lastImprovement >= idle
    // Without seconds the rhythm stays the same, so that equal iterations give equal plans.
    if (stop?.seconds !== undefined) this.pace(elapsed - this.lookedAt, stop.seconds)
    this.lookedAt = elapsed
    this.nextLook = this.iterations + this.lookEvery
  }

  /** @param seconds since the last look */
  private pace(seconds: number, budget: number): void {
    const wanted = Math.min(LOOK.mostSeconds, Math.max(LOOK.leastSeconds, budget / 100))
    if (seconds < wanted) this.lookEvery = Math.min(LOOK.mostIterations, this.lookEvery * 2)
    else if (seconds > 2 * wanted) this.lookEvery = Math.max(1, this.lookEvery >> 1)
  }

  private report(): void {
    if (this.engine.best >= this.reported) return
    this.reported = this.engine.best
    this.options.onProgress?.(this.progress)
  }

  get canResume(): boolean {
    return this.engine.resume !== undefined
  }

  resume(plan: Plan, territory?: Territory): boolean {
    const { engine } = this
    if (engine.resume) engine.resume(plan, territory)
    else if (territory === undefined && engine.adopt) engine.adopt(plan)
    else return false
    return true
  }

  current(): Plan {
    return this.engine.currentPlan?.() ?? this.engine.plan()
  }

  cancel(): void {
    this.done = true
  }

  result(): Result {
    const plan = this.engine.plan()
    const view = viewPlan(this.problem, plan)
    return {
      plan,
      cost: costOf(view),
      summary: summarise(view),
      iterations: this.iterations,
      elapsedSeconds: this.clock() - this.startedAt,
    }
  }
}

/**
 * Opens a search to be run in steps. The first plan is there when it returns.
 *
 * @param options see `SolveOptions`; `signal` and `stop` are looked at every few milliseconds or so
 */
export const createSearch = (problem: Problem, options: SolveOptions = {}): Search =>
  new Session(problem, options)
