import { Random } from '../../random/random.ts'
import type { Kernel } from '../../solution/kernel.ts'
import type { Assignment, Plan } from '../../solution/plan.ts'
import { DEFAULT_ITERATIONS } from '../../stop/stop.ts'
import type { Engine } from '../engine.ts'
import type { SolveOptions } from '../search.ts'
import { GeneticSearch } from './genetic-search.ts'
import type { Individual } from './individual.ts'
import type { UniformModel } from './uniform-model.ts'

/**
 * How long ruin and recreate has before the population: so many ruins for each square of the
 * count of visits, within bounds of the whole search.
 */
const FIRST = { perSquaredVisit: 3, leastShare: 0.05, mostShare: 0.4 }
/** Ruins that a second is worth when the search stops by the clock; only the order matters. */
const RUINS_PER_SECOND = 100_000

/** Ruins that there is time for, about. */
const ruinsOf = ({ stop }: SolveOptions): number => {
  const seconds = stop?.seconds ?? Number.POSITIVE_INFINITY
  const most = stop?.iterations ?? (stop?.seconds === undefined ? DEFAULT_ITERATIONS : Infinity)
  return Math.min(most, seconds * RUINS_PER_SECOND)
}

/** Share of the search before the population. */
const firstShare = (visits: number, options: SolveOptions): number => {
  const wanted = (FIRST.perSquaredVisit * visits ** 2) / ruinsOf(options)
  return Math.min(FIRST.mostShare, Math.max(FIRST.leastShare, wanted))
}

/** Generations take longer than ruins, the more visits the longer: iterations that one counts for. */
const EFFORT_PER_VISIT = 0.5

/** The tours of a plan of a uniform problem, in order of time. */
const toursOf = (kernel: Kernel, plan: Plan): readonly Int32Array[] => {
  const { visitIndex } = kernel.problem
  const tours = new Map<string, number[]>()
  for (const { visit, technician } of [...plan.assignments].sort((a, b) => a.start - b.start)) {
    const tour = tours.get(technician) ?? []
    tours.set(technician, tour)
    tour.push(visitIndex.get(visit) as number)
  }
  return [...tours.values()].map((tour) => Int32Array.from(tour))
}

/** What a plan costs in the cost of the kernel, exactly; and its assignments, as early as possible. */
const layOut = (kernel: Kernel, { order, bounds }: Individual): { cost: number; plan: Plan } => {
  const { problem, location, locations, opens, service, origin, visits, shifts } = kernel
  const seconds = kernel.secondsFrom[0] as Int32Array
  const metres = kernel.metresFrom[0] as Int32Array
  const assignments: Assignment[] = []
  let cost = 0
  let time = 0
  const go = (from: number, to: number): void => {
    const cell = (location[from] as number) * locations + (location[to] as number)
    cost +=
      (metres[cell] as number) * (kernel.perMetre[0] as number) +
      (seconds[cell] as number) * (kernel.perSecond[0] as number)
    time = Math.max(opens[to] as number, time + (seconds[cell] as number))
  }
  for (let tour = 0; tour + 1 < bounds.length; tour++) {
    const technician = problem.technicians[kernel.technicianOf[tour] as number]?.id ?? ''
    let here = visits + tour
    time = opens[here] as number
    cost += kernel.perShift[tour] as number
    for (let k = bounds[tour] as number; k < (bounds[tour + 1] as number); k++) {
      const visit = order[k] as number
      go(here, visit)
      assignments.push({ visit: problem.visits[visit]?.id ?? '', technician, start: time + origin })
      time += service[visit] as number
      here = visit
    }
    go(here, visits + shifts + tour)
  }
  return { cost, plan: { assignments } }
}

/**
 * Ruin and recreate for a share of the search, then a population that begins with its plan.
 * A plan that leaves visits unassigned is none for a population: ruin and recreate then goes on.
 */
export class PopulationSearch implements Engine {
  best: number
  assigned: number
  private readonly kernel: Kernel
  private readonly model: UniformModel
  private readonly options: SolveOptions
  private readonly open: (options: SolveOptions) => Engine
  private engine: Engine
  private genetic: GeneticSearch | undefined
  private bestChild: Individual | undefined
  /** Share of the search before the population. */
  private readonly first: number
  private isFirst = true

  constructor(
    kernel: Kernel,
    model: UniformModel,
    options: SolveOptions,
    open: (options: SolveOptions) => Engine,
  ) {
    this.kernel = kernel
    this.model = model
    this.options = options
    this.open = open
    this.first = firstShare(model.visits, options)
    this.engine = open(options)
    this.best = this.engine.best
    this.assigned = this.engine.assigned
  }

  /** Iterations that a generation counts for. */
  private get effortOfOne(): number {
    return Math.max(1, Math.round(EFFORT_PER_VISIT * this.model.visits))
  }

  get effort(): number {
    return this.genetic ? this.effortOfOne : 1
  }

  iterate(): void {
    if (this.genetic) this.breed(this.genetic)
    else {
      this.engine.iterate()
      this.best = this.engine.best
      this.assigned = this.engine.assigned
    }
  }

  private breed(genetic: GeneticSearch): void {
    const { best } = genetic
    genetic.breed()
    if (genetic.best === undefined || genetic.best === best) return
    const { cost } = layOut(this.kernel, genetic.best)
    if (cost >= this.best - 1e-7) return
    this.best = cost
    this.assigned = this.model.visits
    this.bestChild = genetic.best
  }

  cool(share: number): void {
    if (this.genetic) return
    const { first } = this
    if (this.isFirst && share >= first) this.succeed()
    if (this.isFirst) this.engine.cool(share / first)
    else if (!this.genetic) this.engine.cool((share - first) / (1 - first))
  }

  /** What comes after the first share. */
  private succeed(): void {
    const { options, engine, kernel, model } = this
    this.isFirst = false
    const seed = (options.seed ?? 1) + 1
    if (engine.assigned < model.visits) {
      this.engine = this.open({ ...options, seed, initial: engine.plan() })
      return
    }
    const generations = ((1 - this.first) * ruinsOf(options)) / this.effortOfOne
    this.genetic = new GeneticSearch(model, new Random(seed), generations)
    this.genetic.admit(toursOf(kernel, engine.plan()))
  }

  plan(): Plan {
    return this.bestChild ? layOut(this.kernel, this.bestChild).plan : this.engine.plan()
  }
}
