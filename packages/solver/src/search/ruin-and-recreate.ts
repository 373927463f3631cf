import { Neighbours } from '../moves/neighbours.ts'
import { GreedyInsertion } from '../moves/recreate.ts'
import { StringRemoval } from '../moves/remove-strings.ts'
import type { Problem } from '../problem/problem.ts'
import { Random } from '../random/random.ts'
import { compileCompatibility } from '../rules/compatibility.ts'
import { compileKernel } from '../solution/kernel.ts'
import { isLinked } from '../solution/link-kernel.ts'
import { LinkedTours } from '../solution/linked-tours.ts'
import { loadPlan } from '../solution/load-plan.ts'
import type { Plan } from '../solution/plan.ts'
import { compileRichKernel } from '../solution/rich-kernel.ts'
import { RichTours } from '../solution/rich-tours.ts'
import { savePlan } from '../solution/save-plan.ts'
import { Annealing, type TEMPERATURES } from './acceptance.ts'
import type { TourPool } from './combination/tour-pool.ts'
import type { Engine } from './engine.ts'
import type { SolveOptions } from './search.ts'

/** Visits without a place that are tried again in one iteration. */
const RETRIES = 24
/** Tours of plans that cost no more than so much above the best join the pool. */
const POOLED = 0.01

/** Ruin and recreate under simulated annealing, under the rules that the plain search does not know. */
export class RuinAndRecreate implements Engine {
  best: number = Number.POSITIVE_INFINITY
  assigned = 0
  private readonly problem: Problem
  private readonly tours: RichTours | LinkedTours
  private readonly rich: RichTours | undefined
  private readonly random: Random
  private readonly ruin: StringRemoval
  private readonly greedy: GreedyInsertion
  private readonly options: SolveOptions
  private annealing: Annealing
  /** Cost of a typical step in the first plan. */
  private firstScale = 1
  private current = 0
  private bestPlan: Plan = { assignments: [] }
  private readonly inBank: Int32Array
  private round = 0
  /** Where the tours of good plans are kept. */
  private pool: TourPool | undefined
  /** By tour: the version that joined the pool last. */
  private readonly pooled: Int32Array
  private readonly room: Int32Array

  constructor(problem: Problem, options: SolveOptions) {
    this.problem = problem
    this.options = options
    const kernel = compileKernel(problem, compileCompatibility(problem))
    const linked = isLinked(problem) ? new LinkedTours(kernel) : undefined
    this.rich = linked ? undefined : new RichTours(kernel, compileRichKernel(kernel))
    this.tours = linked ?? (this.rich as RichTours)
    this.random = new Random(options.seed ?? 1)
    this.ruin = new StringRemoval(this.tours, new Neighbours(kernel), this.random)
    this.greedy = new GreedyInsertion(this.tours, this.random)
    this.inBank = new Int32Array(kernel.visits)
    this.pooled = new Int32Array(kernel.shifts)
    this.room = new Int32Array(kernel.visits)
    this.annealing = new Annealing(this.random, 1)
    this.construct()
  }

  /** Locks and the initial plan first, then everything else by price. */
  private construct(): void {
    const { tours, ruin } = this
    loadPlan(tours, this.options.initial ?? { assignments: [] })
    if (this.isWithinBudget()) this.keepBest()
    const { price } = tours.kernel
    const waiting = Array.from(tours.bank.subarray(0, tours.banked)).sort(
      (a, b) => (price[b] as number) - (price[a] as number),
    )
    tours.begin()
    for (let k = 0; k < waiting.length; ) {
      const group = waiting
        .slice(k)
        .findIndex((visit) => price[visit] !== price[waiting[k] as number])
      const count = group < 0 ? waiting.length - k : group
      for (let j = 0; j < count; j++) ruin.removed[j] = waiting[k + j] as number
      const before = tours.bank.slice(0, k === 0 ? 0 : tours.banked)
      this.greedy.insertAll(ruin.removed, count, Number.POSITIVE_INFINITY)
      this.rebank(before)
      k += count
    }
    if (this.isWithinBudget()) tours.commit()
    else {
      tours.rollback()
      this.insertOneByOne(waiting)
    }
    this.current = tours.total + tours.extra()
    if (this.current < this.best && this.isWithinBudget()) this.keepBest()
    this.firstScale = this.scale()
    this.annealing = new Annealing(this.random, this.firstScale)
  }

  /** Where all at once would change more promises than allowed: each that does not, in turn. */
  private insertOneByOne(waiting: readonly number[]): void {
    const { tours, ruin } = this
    for (const visit of waiting) {
      if ((tours.tourOf[visit] as number) >= 0) continue
      const others = tours.bank.slice(0, tours.banked).filter((other) => other !== visit)
      tours.begin()
      ruin.removed[0] = visit
      this.greedy.insertAll(ruin.removed, 1, Number.POSITIVE_INFINITY)
      this.rebank(others)
      if (tours.isSound() && this.isWithinBudget()) tours.commit()
      else tours.rollback()
    }
  }

  /** Goes on at other temperatures, and keeps the tours of good plans. */
  gatherHot(pool: TourPool, temperatures: typeof TEMPERATURES): void {
    this.pool = pool
    this.annealing = new Annealing(this.random, this.firstScale, temperatures)
  }

  /** Cost per planned visit without what no search can save: empty seats, used shifts, hours of service. */
  private scale(): number {
    const { tours } = this
    let owed = 0
    for (let k = 0; k < tours.banked; k++)
      owed += tours.kernel.price[tours.bank[k] as number] as number
    for (let k = 0; k < tours.usedCount; k++) {
      owed += tours.kernel.perShift[tours.used[k] as number] as number
    }
    owed += this.rich?.servicePrice() ?? 0
    const planned = Math.max(1, this.problem.visits.length - tours.banked)
    return Math.max(1e-6, (tours.total - owed) / planned)
  }

  private keepBest(): void {
    const { tours } = this
    this.current = tours.total + tours.extra()
    this.best = this.current
    this.assigned = this.problem.visits.length - tours.banked
    // Written down at once: the times of a plan depend on more than its order.
    this.bestPlan = savePlan(tours)
  }

  /** The stability budget, counted from the starts as played. */
  private isWithinBudget(): boolean {
    const { on, maxChanges, toleranceSeconds } = this.problem.policy.rules.changes
    const { rich } = this
    if (!(on && rich)) return true
    let changed = 0
    rich.rich.visits.forEach(({ publishedTechnician, publishedStart, promised }, u) => {
      if (!promised) return
      const tour = rich.tourOf[u] as number
      const kept = tour >= 0 && rich.kernel.technicianOf[tour] === publishedTechnician
      if (!kept || Math.abs((rich.begins[u] as number) - publishedStart) > toleranceSeconds)
        changed++
    })
    return changed <= maxChanges
  }

  cool(share: number): void {
    this.annealing.cool(share)
  }

  iterate(): void {
    const { tours, ruin, random, annealing } = this
    const limit = this.current + annealing.margin()
    tours.begin()
    ruin.remove(this.random.below(tours.kernel.visits))
    let count = ruin.count
    const banked = tours.banked
    const tries = Math.min(banked, RETRIES)
    for (let k = 0; k < tries; k++) {
      const j = k + random.below(banked - k)
      const visit = tours.bank[j] as number
      tours.bank[j] = tours.bank[k] as number
      tours.bank[k] = visit
      ruin.removed[count++] = visit
    }
    const untried = tours.bank.slice(tries, banked)
    let kept = this.greedy.insertAll(ruin.removed, count, limit)
    this.rebank(untried)
    kept = kept && tours.isSound() && tours.total + tours.extra() < limit && this.isWithinBudget()
    if (!kept) {
      tours.rollback()
      return
    }
    tours.commit()
    this.current = tours.total + tours.extra()
    if (this.current < this.best - 1e-7) this.keepBest()
    if (this.pool && this.current <= this.best * (1 + POOLED)) this.gather(this.pool)
  }

  /** Tours that changed since the last time join the pool. */
  private gather(pool: TourPool): void {
    const { tours, pooled, room } = this
    const { emptyClass } = tours.kernel
    for (let k = 0; k < tours.usedCount; k++) {
      const tour = tours.used[k] as number
      if (pooled[tour] === tours.version[tour]) continue
      pooled[tour] = tours.version[tour] as number
      let size = 0
      const end = tours.end(tour)
      for (let u = tours.next[tours.start(tour)] as number; u !== end; u = tours.next[u] as number)
        room[size++] = u
      pool.add(emptyClass[tour] as number, room, size, tours.cost[tour] as number)
    }
  }

  /** Puts back what was not tried; a crew may have taken some of it along. */
  private rebank(untried: Int32Array): void {
    const { tours, inBank } = this
    this.round++
    for (let k = 0; k < tours.banked; k++) inBank[tours.bank[k] as number] = this.round
    for (const visit of untried) {
      if ((tours.tourOf[visit] as number) >= 0 || inBank[visit] === this.round) continue
      tours.bank[tours.banked++] = visit
    }
  }

  plan(): Plan {
    return this.bestPlan
  }
}
