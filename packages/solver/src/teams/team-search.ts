import type { TeamProblem } from '../problem/team-problem.ts'
import { Random } from '../random/random.ts'
import type { CancelSignal, Stop } from '../stop/stop.ts'
import { classOrders } from './class-order.ts'
import { JobPlacement, type Taste } from './place-job.ts'
import { TeamRemoval } from './remove-teams.ts'
import { compileTeamKernel, type TeamKernel } from './team-kernel.ts'
import type { TeamPlan } from './team-plan.ts'
import { AWAY, type TeamSnapshot, TeamState, WAITING } from './team-state.ts'

/** How to search for teams. */
export interface TeamSearchOptions {
  /** When to end; after 10,000 iterations without it. */
  readonly stop?: Stop
  readonly seed?: number
  readonly signal?: CancelSignal
}

/** What a search of teams found. */
export interface TeamResult {
  readonly plan: TeamPlan
  readonly cost: number
  readonly iterations: number
}

/** A search of teams that is run in steps. */
export interface TeamSearch {
  readonly problem: TeamProblem
  readonly done: boolean
  /** Runs up to so many iterations (100) and returns `done`. */
  step(iterations?: number): boolean
  cancel(): void
  /** The best plan so far. */
  result(): TeamResult
}

const DEFAULT_ITERATIONS = 10_000
/** Iterations between two looks at the clock. */
const CLOCK_EVERY = 16
/** The guiding sum of ends beside the cost. */
const PULL = 0.1
/**
 * First temperature of a turn, as a share of the cost, by round: some plans are only left when it
 * is hot, others only met when it is cool. It falls to a fiftieth.
 */
const FIRST = [0.03, 0.015, 0.01, 0.02, 0.01, 0.005]
const COOLING = 1 / 50
/** Share of the search in which the orders of the classes are compared, by round; then the best goes on. */
const ROUND = 0.12
/** Share of the search of one turn of the order that is left. */
const LAP = 0.16
/** One in so many orders goes on to the next round. */
const SIEVE = 2

/** Ruin and recreate over days and teams, under simulated annealing. */
class TeamRuinAndRecreate implements TeamSearch {
  readonly problem: TeamProblem
  done = false
  private readonly kernel: TeamKernel
  private readonly state: TeamState
  private readonly random: Random
  private readonly removal: TeamRemoval
  private readonly placement: JobPlacement
  private readonly options: TeamSearchOptions
  private readonly clock: () => number
  private readonly startedAt: number
  private readonly keys: Float64Array
  private temperature = 0
  private scale = 1
  private current = 0
  private best = Number.POSITIVE_INFINITY
  private bestPlan: TeamPlan = { teams: [], givenAway: [] }
  private iterations = 0
  private lastImprovement = 0
  /** Plans of the orders of classes that are still compared, each the best of its order. */
  private rivals: TeamSnapshot[]
  private turn = 0
  private round = 0
  /** The best plan of the order whose turn it is. */
  private own: TeamSnapshot
  /** Where the turn began and where it ends, as shares of the search. */
  private from = 0
  private until: number

  constructor(problem: TeamProblem, options: TeamSearchOptions) {
    this.problem = problem
    this.options = options
    this.clock = options.stop?.clock ?? (() => 0)
    this.startedAt = this.clock()
    this.kernel = compileTeamKernel(problem)
    this.random = new Random(options.seed ?? 1)
    const orders = classOrders(this.kernel)
    this.state = new TeamState(this.kernel, orders[0] as (typeof orders)[number])
    this.removal = new TeamRemoval(this.state, this.random)
    this.placement = new JobPlacement(this.state, this.random)
    this.keys = new Float64Array(problem.jobs.length)
    this.rivals = orders.map((order) => {
      this.state.clear(order)
      this.state.begin()
      this.giveAwayDearest()
      this.insertAll(problem.jobs.map((_, job) => job))
      this.keepBest()
      return this.state.snapshot()
    })
    this.until = this.rivals.length > 1 ? ROUND / this.rivals.length : LAP
    this.own = this.rivals[0] as TeamSnapshot
    this.take(this.own)
    this.done = problem.jobs.length === 0
  }

  /** Takes up a plan. */
  private take(snapshot: TeamSnapshot): void {
    this.own = snapshot
    this.state.restore(snapshot)
    this.current = this.guided()
    this.scale = Math.max(1, this.state.cost)
  }

  /** Gives the next order its turn; after a round, only the best go on. */
  private pass(): void {
    this.rivals[this.turn++] = this.own
    if (this.turn === this.rivals.length) {
      this.rivals.sort((a, b) => a.cost - b.cost)
      this.rivals.length = Math.ceil(this.rivals.length / SIEVE)
      this.turn = 0
      this.round++
    }
    this.from = this.until
    this.until = this.until + (this.rivals.length > 1 ? ROUND / this.rivals.length : LAP)
    this.take(this.rivals[this.turn] as TeamSnapshot)
  }

  private guided(): number {
    return this.state.cost + PULL * this.state.pulled
  }

  private keepBest(): void {
    if (this.own !== undefined && this.state.cost < this.own.cost) this.own = this.state.snapshot()
    if (this.state.cost >= this.best) return
    this.best = this.state.cost
    this.bestPlan = this.state.plan()
    this.lastImprovement = this.iterations
  }

  /** Inserts jobs in a random kind of order, each after what it waits for. */
  private insertAll(jobs: readonly number[]): void {
    const { random, state, kernel, keys } = this
    const draw = random.below(6)
    for (const job of jobs) {
      const noise = random.real()
      const urgency = state.order.urgency[job] as number
      const weight = kernel.weight[job] as number
      if (draw === 0) keys[job] = noise
      else if (draw === 1) keys[job] = urgency + noise
      else if (draw === 2) keys[job] = -weight * (0.5 + noise)
      else if (draw === 3) keys[job] = -(kernel.duration[job] as number) + noise
      else keys[job] = urgency * 1e9 - weight * (0.5 + noise)
    }
    const sorted = jobs.slice().sort((a, b) => (keys[a] as number) - (keys[b] as number))
    const taste: Taste = { pull: PULL, bind: this.bindingPrice() }
    const put = (job: number): void => {
      if (state.start[job] !== WAITING) return
      for (const first of kernel.before[job] as Int32Array) put(first)
      this.placement.insert(job, taste)
    }
    for (const job of sorted) put(job)
  }

  /** What a technician bound for a day costs: random, about what ending a job a day later does. */
  private bindingPrice(): number {
    const { random } = this
    const { pull } = this.state.order
    const mean = pull.reduce((sum, one) => sum + one, 0) / pull.length
    return PULL * mean * this.problem.dayLength * 2 ** (4 * random.real() - 2)
  }

  /** Gives away at first what binds the crew most for its price, with all that comes after it. */
  private giveAwayDearest(): void {
    const { kernel, problem } = this
    if (problem.budget === 0) return
    const ratio = (group: readonly number[]): number => {
      const weight = group.reduce((sum, job) => sum + (kernel.weight[job] as number), 0)
      const price = group.reduce((sum, job) => sum + (problem.jobs[job]?.price ?? 0), 0)
      return weight / Math.max(1, price)
    }
    const groups = problem.jobs.map((_, job) => [job, ...(kernel.descendants[job] as Int32Array)])
    for (const group of groups.sort((a, b) => ratio(b) - ratio(a))) this.giveAwayGroup(group)
  }

  /** Gives a job away with all that comes after it, if the budget allows. */
  private giveAwayGroup(group: readonly number[]): void {
    const { state, problem } = this
    const waiting = group.filter((job) => state.start[job] === WAITING)
    const price = waiting.reduce((sum, job) => sum + (problem.jobs[job]?.price ?? 0), 0)
    if (state.spent + price > problem.budget) return
    for (const job of waiting) state.start[job] = AWAY
    state.spent += price
  }

  /** Gives away some of what was taken out, with all that comes after it, if the budget allows. */
  private giveAway(): void {
    const { random, state, kernel, problem } = this
    if (problem.budget === 0) return
    for (const job of this.removal.removed) {
      if (random.real() < 0.5 || state.start[job] !== WAITING) continue
      this.giveAwayGroup([job, ...(kernel.descendants[job] as Int32Array)])
    }
  }

  private iterate(): void {
    const { state, removal, random } = this
    state.begin()
    removal.remove()
    this.giveAway()
    this.insertAll(removal.removed)
    const limit = this.current - this.temperature * Math.log(1 - random.real())
    const cost = this.guided()
    if (cost >= limit) {
      state.rollback()
      return
    }
    this.current = cost
    this.keepBest()
  }

  private share(): number {
    const { iterations, seconds } = this.options.stop ?? {}
    const byTime = seconds === undefined ? 0 : (this.clock() - this.startedAt) / seconds
    const most = iterations ?? (seconds === undefined ? DEFAULT_ITERATIONS : undefined)
    return Math.max(byTime, most === undefined ? 0 : this.iterations / most)
  }

  private isOver(): boolean {
    const idle = this.options.stop?.iterationsWithoutImprovement
    if (this.options.signal?.aborted) return true
    return idle !== undefined && this.iterations - this.lastImprovement >= idle
  }

  step(iterations = 100): boolean {
    for (let k = 0; k < iterations && !this.done; k++) {
      if (this.iterations % CLOCK_EVERY === 0) {
        const share = Math.min(1, this.share())
        this.done = share >= 1 || this.isOver()
        if (this.done) break
        if (share >= this.until) this.pass()
        const cooled = (share - this.from) / (this.until - this.from)
        const first = FIRST[this.round % FIRST.length] as number
        this.temperature = first * this.scale * COOLING ** Math.max(0, cooled)
      }
      this.iterate()
      this.iterations++
      const most = this.options.stop?.iterations ?? Number.POSITIVE_INFINITY
      this.done ||= this.iterations >= most
    }
    return this.done
  }

  cancel(): void {
    this.done = true
  }

  result(): TeamResult {
    return { plan: this.bestPlan, cost: this.best, iterations: this.iterations }
  }
}

/**
 * Opens a search for a plan of teams, to be run in steps. The first plan is there when it returns.
 *
 * @param options see `TeamSearchOptions`; `signal` and `stop` are looked at every 16 iterations
 */
export const createTeamSearch = (
  problem: TeamProblem,
  options: TeamSearchOptions = {},
): TeamSearch => new TeamRuinAndRecreate(problem, options)
