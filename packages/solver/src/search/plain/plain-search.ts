import { Neighbours } from '../../moves/neighbours.ts'
import { RUIN } from '../../moves/remove-strings.ts'
import { Random } from '../../random/random.ts'
import type { Kernel } from '../../solution/kernel.ts'
import { loadPlan } from '../../solution/load-plan.ts'
import type { Plan } from '../../solution/plan.ts'
import { Tours } from '../../solution/tours.ts'
import { Annealing } from '../acceptance.ts'
import type { Engine } from '../engine.ts'
import type { SolveOptions, Territory } from '../search.ts'
import { BestTours } from './best-tours.ts'
import { TailExchange } from './exchange-tails.ts'
import { Fleet } from './fleet.ts'
import { Recreate } from './recreate.ts'
import { Ruin } from './ruin.ts'
import { isUniform, joinBySavings } from './savings.ts'
import { Sequences } from './sequences.ts'

/** First and last temperature, in costs of the plan per visit. */
export const HEAT = { first: 1, last: 0.02 }
/** Share of the search in which fewer tours are looked for, when they come first. */
const FLEET_SHARE = 0.4
/** Visits without a place that are tried again in one iteration. */
const RETRIES = 24
/** A plan is better when it costs less by more than rounding. */
const LESS = 1e-7

/** Slack induction by string removals (Christiaens & Vanden Berghe 2020) on the plain rules. */
export class PlainSearch implements Engine {
  best: number = Number.POSITIVE_INFINITY
  assigned = 0
  private readonly tours: Sequences
  private readonly random: Random
  private readonly ruin: Ruin
  private readonly recreate: Recreate
  private readonly tails: TailExchange
  private readonly bestTours: BestTours
  private readonly annealing: Annealing
  private cost = 0
  /** Visits that a ruin may begin with. */
  private seeds: Int32Array
  /** Unassigned visits outside the territory. */
  private outside = 0
  /** While fewer tours are looked for. */
  private fleet: Fleet | undefined
  private share = 0
  /** Share of the search that was over when the annealing began. */
  private begun = 0

  constructor(kernel: Kernel, options: SolveOptions) {
    const plan = new Sequences(kernel)
    const neighbours = new Neighbours(kernel)
    this.tours = plan
    this.random = new Random(options.seed ?? 1)
    const tourChance = Math.min(RUIN.tourChance, 1 / Math.max(1, kernel.visits))
    this.ruin = new Ruin(plan, neighbours, this.random, { ...RUIN, tourChance })
    this.recreate = new Recreate(plan, neighbours, this.random)
    this.tails = new TailExchange(plan, neighbours)
    this.bestTours = new BestTours(kernel.shifts)
    this.seeds = Int32Array.from({ length: kernel.visits }, (_, visit) => visit)
    this.load(options.initial ?? { assignments: [] })
    if (plan.usedCount === 0 && isUniform(kernel)) {
      const tours = joinBySavings(kernel, neighbours)
      plan.load((tour) => tours[tour] ?? [])
      this.accept()
    }
    this.construct()
    this.annealing = new Annealing(this.random, this.scale(), HEAT)
    if (Fleet.matters(plan))
      this.fleet = new Fleet({
        plan,
        ruin: this.ruin,
        recreate: this.recreate,
        random: this.random,
      })
  }

  /** Locks and the initial plan. */
  private load(initial: Plan): void {
    const { kernel } = this.tours
    const tours = new Tours(kernel)
    loadPlan(tours, initial)
    this.tours.load((tour) => {
      const visits: number[] = []
      const end = tours.end(tour)
      for (let u = tours.next[tours.start(tour)] as number; u !== end; ) {
        visits.push(u)
        u = tours.next[u] as number
      }
      return visits
    })
    this.accept()
  }

  /** Everything that waits, by price. */
  private construct(): void {
    const { tours: plan, ruin } = this
    const { price } = plan.kernel
    const waiting = plan.bank.slice(0, plan.banked)
    waiting.sort((a, b) => (price[b] as number) - (price[a] as number))
    plan.begin()
    plan.banked = 0
    for (let k = 0; k < waiting.length; ) {
      let count = 0
      const worth = price[waiting[k] as number] as number
      for (; price[waiting[k] as number] === worth; k++)
        ruin.removed[count++] = waiting[k] as number
      this.recreate.insertAll(ruin.removed, count, Number.POSITIVE_INFINITY)
    }
    plan.commit()
    this.accept()
  }

  /** Cost per planned visit without what is owed for empty seats and used shifts. */
  private scale(): number {
    const { total, bank, banked, used, usedCount, kernel } = this.tours
    let owed = 0
    for (let k = 0; k < banked; k++) owed += kernel.price[bank[k] as number] as number
    for (let k = 0; k < usedCount; k++) owed += kernel.perShift[used[k] as number] as number
    return Math.max(1e-6, (total - owed) / Math.max(1, kernel.visits - banked))
  }

  /** The plan as it is becomes the current one, and perhaps the best. */
  private accept(): void {
    const { tours: plan } = this
    this.cost = plan.total
    if (this.cost >= this.best - LESS) return
    this.best = this.cost
    this.assigned = plan.kernel.visits - plan.banked - this.outside
    this.bestTours.keep(plan)
  }

  cool(share: number): void {
    if (this.fleet && share >= FLEET_SHARE) this.endFleet()
    if (this.fleet) this.annealing.cool(1)
    else this.annealing.cool((share - this.begun) / (1 - this.begun))
    this.share = share
  }

  /** Fewer tours come first: tries to do without one more. */
  private shrink(fleet: Fleet): void {
    if (this.tours.banked === 0 && !fleet.canShrink()) this.endFleet()
    else if (this.tours.banked === 0) fleet.shrink()
    else if (fleet.iterate(this.annealing.margin())) this.accept()
  }

  /** From the best plan on, the ways count. */
  private endFleet(): void {
    this.fleet = undefined
    this.begun = this.share
    this.tours.isOpen.fill(1)
    this.tours.load((tour) => this.bestTours.of(tour))
    this.cost = this.tours.total
  }

  iterate(): void {
    if (this.fleet) {
      this.shrink(this.fleet)
      return
    }
    const { tours: plan, annealing, tails } = this
    plan.begin()
    if (tails.exchange(this.seed(), annealing.margin() - LESS)) {
      plan.commit()
      this.accept()
    }
    const limit = this.cost + annealing.margin()
    plan.begin()
    this.ruin.remove(this.seed())
    const count = this.withBanked()
    const kept = this.recreate.insertAll(this.ruin.removed, count, limit) && plan.total < limit
    if (kept) {
      plan.commit()
      this.accept()
    } else plan.rollback()
  }

  /** Adds some unassigned visits to the removed ones, and returns how many there are in all. */
  private withBanked(): number {
    const { tours: plan, random, ruin } = this
    const { bank } = plan
    let count = ruin.count
    for (let tries = Math.min(plan.banked, RETRIES); tries > 0; tries--) {
      const k = random.below(plan.banked)
      ruin.removed[count++] = bank[k] as number
      bank[k] = bank[--plan.banked] as number
    }
    return count
  }

  private seed(): number {
    return this.seeds[this.random.below(this.seeds.length)] as number
  }

  resume(plan: Plan, territory?: Territory): void {
    this.fleet = undefined
    const { kernel, isOpen, bank } = this.tours
    const inside = new Set(territory?.visits)
    this.seeds = territory
      ? Int32Array.from(territory.visits)
      : Int32Array.from({ length: kernel.visits }, (_, visit) => visit)
    this.best = Number.POSITIVE_INFINITY
    this.outside = 0
    isOpen.fill(territory ? 0 : 1)
    for (const shift of territory?.shifts ?? []) isOpen[shift] = 1
    this.load(plan)
    if (!territory) return
    const { banked } = this.tours
    this.tours.banked = 0
    for (let k = 0; k < banked; k++) {
      const visit = bank[k] as number
      if (inside.has(visit)) bank[this.tours.banked++] = visit
    }
    this.outside = banked - this.tours.banked
  }

  currentPlan(): Plan {
    const now = new BestTours(this.tours.kernel.shifts)
    now.keep(this.tours)
    return now.plan(this.tours.kernel)
  }

  plan(): Plan {
    return this.bestTours.plan(this.tours.kernel)
  }
}
