import type { Random } from '../../random/random.ts'
import type { Individual } from './individual.ts'
import { individualOf, isFeasible, loadIndividual } from './individual.ts'
import { LocalSearch } from './local-search.ts'
import { nearVisits } from './near-visits.ts'
import { PenalisedTours, Penalties } from './penalised-tours.ts'
import { Population } from './population.ts'
import { RouteExchange } from './route-exchange.ts'
import type { UniformModel } from './uniform-model.ts'

const LEAST_PENALTY = 0.01
const LARGEST_PENALTY = 1e5

/** Parameters, with values near those of Kool et al. (2022). */
export const GENETIC = {
  /** Visits looked at around each, by local search. */
  near: 40,
  survivors: 25,
  offspring: 40,
  elite: 4,
  close: 5,
  /** Random plans that a population begins with: a share of all its generations, within bounds. */
  initial: { share: 0.01, least: 15, most: 50 },
  /** Chance that an infeasible offspring is improved again under penalties so many times as high. */
  repairChance: 0.5,
  repairFactor: 10,
  /** After so many offspring, penalties rise or fall as fewer or more than the target keep to them. */
  adaptEvery: 50,
  targetFeasible: 0.4,
  tolerance: 0.05,
  raise: 1.2,
  lower: 0.85,
  /** Generations without a better plan after which a population is over. */
  patience: 2500,
  /** Best plans of populations before that the next one meets when it is over. */
  champions: 6,
}

/**
 * Hybrid genetic search (Vidal, Crainic, Gendreau & Prins 2013), in the form that won the vehicle
 * routing competitions with time windows (Kool, Juninck, Roos, Cornelissen, Agterberg, van Hoorn &
 * Visser 2022): two parents of a population that is kept diverse exchange tours, and local search
 * leads their child to a local optimum in which overload and lateness are allowed at a price that
 * follows how many children break the constraints.
 */
export class GeneticSearch {
  readonly tours: PenalisedTours
  /** The cheapest feasible plan so far. */
  best: Individual | undefined
  private generations = 0
  /** The cheapest feasible plan of the present population, and the generation that found it. */
  private champion: Individual | undefined
  private foundAt = 0
  /** The champions of the populations before, and whether the present one has met them. */
  private readonly champions: Individual[] = []
  private hasMet = true
  private readonly model: UniformModel
  private readonly random: Random
  private readonly local: LocalSearch
  private readonly population: Population
  private readonly exchange: RouteExchange
  /** Random plans of the present population. */
  private scattered = 0
  /** Offspring since the penalties were adapted: all, and those within capacity and in time. */
  private outcomes = 0
  private inLoad = 0
  private inTime = 0

  /** Random plans that each population begins with. */
  private readonly initial: number

  /** @param generations that there is time for, about */
  constructor(model: UniformModel, random: Random, generations: number) {
    const { share, least, most } = GENETIC.initial
    this.initial = Math.min(most, Math.max(least, Math.round(share * generations)))
    this.model = model
    this.random = random
    this.tours = new PenalisedTours(model, firstPenalties(model))
    const near = nearVisits(model, GENETIC.near)
    this.local = new LocalSearch(this.tours, near, random)
    this.population = new Population(GENETIC, this.tours.penalties)
    this.exchange = new RouteExchange(this.tours, near, random)
  }

  /** Takes a plan into the population. */
  admit(plan: readonly Int32Array[]): void {
    this.tours.clear()
    plan.forEach((visits, tour) => {
      this.tours.fill(tour, visits, 0, visits.length)
    })
    this.educate()
  }

  /** One generation: one offspring, or a random plan while the population is young. */
  breed(): void {
    this.generations++
    if (this.scattered < this.initial) this.scatter()
    else {
      const [a, b] = this.population.parents(this.random)
      this.exchange.cross(a, b)
    }
    this.educate()
    if (this.generations - this.foundAt > GENETIC.patience) this.conclude()
  }

  /**
   * A population that finds nothing better has come to resemble one plan. It then meets the best
   * plans of those before, which are as good and quite different; after that a fresh one begins.
   */
  private conclude(): void {
    const { champions, population } = this
    this.foundAt = this.generations
    if (!this.hasMet) {
      this.hasMet = true
      for (const one of champions) this.keep(one)
      return
    }
    if (this.champion && !champions.includes(this.champion)) champions.push(this.champion)
    champions.sort((a, b) => a.arcs - b.arcs)
    champions.length = Math.min(champions.length, GENETIC.champions)
    population.clear()
    this.champion = undefined
    this.scattered = 0
    this.hasMet = false
  }

  /** Random tours, a few more than the loads ask for. */
  private scatter(): void {
    const { tours, random, model } = this
    this.scattered++
    const order = Int32Array.from({ length: model.visits }, (_, k) => k)
    random.shuffle(order, order.length)
    tours.clear()
    const total = model.demand.reduce((sum, one) => sum + one, 0)
    const count = Math.min(model.tours, Math.ceil((1.3 * total) / model.capacity) + 3)
    const cut = (tour: number): number => Math.floor((tour * order.length) / count)
    for (let tour = 0; tour < count; tour++) tours.fill(tour, order, cut(tour), cut(tour + 1))
  }

  /** Local search, then a place in the population. */
  private educate(): void {
    this.local.run()
    const child = individualOf(this.tours)
    this.keep(child)
    this.outcomes++
    if (child.load === 0) this.inLoad++
    if (child.warp === 0) this.inTime++
    if (!isFeasible(child) && this.random.real() < GENETIC.repairChance) this.repair(child)
    if (this.outcomes === GENETIC.adaptEvery) this.adapt()
  }

  /** Local search once more, under penalties that leave few constraints broken. */
  private repair(child: Individual): void {
    const { penalties } = this.tours
    const { load, warp } = penalties
    penalties.load = load * GENETIC.repairFactor
    penalties.warp = warp * GENETIC.repairFactor
    loadIndividual(this.tours, child)
    this.local.run()
    penalties.load = load
    penalties.warp = warp
    const repaired = individualOf(this.tours)
    if (isFeasible(repaired)) this.keep(repaired)
  }

  private keep(child: Individual): void {
    this.population.add(child)
    if (!isFeasible(child)) return
    if (this.champion !== undefined && child.arcs >= this.champion.arcs) return
    this.champion = child
    this.foundAt = this.generations
    if (this.best === undefined || child.arcs < this.best.arcs) this.best = child
  }

  private adapt(): void {
    const { penalties } = this.tours
    penalties.load = adapted(penalties.load, this.inLoad / this.outcomes)
    penalties.warp = adapted(penalties.warp, this.inTime / this.outcomes)
    this.outcomes = 0
    this.inLoad = 0
    this.inTime = 0
  }
}

/** A penalty after so great a share of the offspring kept to its constraint. */
const adapted = (penalty: number, share: number): number => {
  const { targetFeasible, tolerance, raise, lower } = GENETIC
  if (share < targetFeasible - tolerance) return Math.min(LARGEST_PENALTY, penalty * raise)
  if (share > targetFeasible + tolerance) return Math.max(LEAST_PENALTY, penalty * lower)
  return penalty
}

/** The largest demand too much costs as much as the longest way; so does being that much late. */
const firstPenalties = ({ arc, seconds, demand }: UniformModel): Penalties => {
  const most = (values: Int32Array): number => values.reduce((a, b) => Math.max(a, b), 1)
  return new Penalties(most(arc) / most(demand), most(arc) / most(seconds))
}
