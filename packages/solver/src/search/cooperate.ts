import { costOf } from '../objectives/objectives.ts'
import type { Problem } from '../problem/problem.ts'
import { Random } from '../random/random.ts'
import type { Plan } from '../solution/plan.ts'
import { summarise } from '../solution/summary.ts'
import { viewPlan } from '../solution/tour.ts'
import type { Result, Search, Territory } from './search.ts'
import { splitPlan } from './territories.ts'

/** What a search is to do next, wherever it runs: plain data, to be sent to a thread. */
export interface Round {
  /** Goes on from this plan, within this territory. */
  readonly from?: { readonly plan: Plan; readonly territory?: Territory }
  /** Until this share of the whole search is over. */
  readonly until: number
}

/** What a search found in a round. */
export interface RoundReport {
  /** The best plan since it last went on from another, and the plan it is at. */
  readonly best: Plan
  readonly current: Plan
  /** Of the whole search, up to now. */
  readonly iterations: number
  readonly elapsedSeconds: number
  /** Can it go on from another plan within a territory? */
  readonly resumes: boolean
}

/** One of several searches on the same problem, most often in a thread of its own. */
export interface Partner {
  play(round: Round): Promise<RoundReport>
}

/** Plays one round with a search in this thread. */
export const playRound = (search: Search, { from, until }: Round): RoundReport => {
  if (from) search.resume(from.plan, from.territory)
  while (!search.done && search.progress.share < until) search.step(64)
  const { iterations, elapsedSeconds } = search.progress
  const current = search.current()
  const best = search.result().plan
  return { best, current, iterations, elapsedSeconds, resumes: search.canResume }
}

/** Rounds of searches that share out the territory, and of searches that only tell their best. */
const ROUNDS = { split: 40, told: 20 }
/** The first round only finds a plan to split. */
const FIRST_SHARE = 0.01
/** Before this share of the search, searches that only tell their best go their own ways. */
const ALONE = 0.5
/** Tours of fewer visits in all are not worth splitting. */
const LEAST_VISITS = 300

class Cooperation {
  private readonly problem: Problem
  private readonly random: Random
  best: Plan = { assignments: [] }
  private cost = Number.POSITIVE_INFINITY

  constructor(problem: Problem, seed: number) {
    this.problem = problem
    this.random = new Random(seed)
  }

  private priceOf(plan: Plan): number {
    return costOf(viewPlan(this.problem, plan)).total
  }

  keep(plan: Plan): number {
    const cost = this.priceOf(plan)
    if (cost < this.cost) {
      this.cost = cost
      this.best = plan
    }
    return cost
  }

  /** The parts of several plans, each from its own territory. */
  merge(plans: readonly Plan[], territories: readonly Territory[]): Plan {
    const { visitIndex } = this.problem
    const owner = new Map(territories.flatMap(({ visits }, k) => visits.map((v) => [v, k])))
    return {
      assignments: plans.flatMap(({ assignments }, k) =>
        assignments.filter(({ visit }) => owner.get(visitIndex.get(visit) as number) === k),
      ),
    }
  }

  split(plan: Plan, parts: number): readonly Territory[] {
    return splitPlan(this.problem, plan, { parts, random: this.random })
  }
}

const playAll = (
  partners: readonly Partner[],
  rounds: readonly Round[],
): Promise<readonly RoundReport[]> =>
  Promise.all(partners.map((partner, p) => partner.play(rounds[p] as Round)))

/** Each search works on its own part of one plan; the parts change from round to round. */
const shareOut = async (
  team: Cooperation,
  partners: readonly Partner[],
  onRound: (plan: Plan) => void,
): Promise<readonly RoundReport[]> => {
  let plan = team.best
  let reports: readonly RoundReport[] = []
  for (let k = 1; k <= ROUNDS.split; k++) {
    const until = FIRST_SHARE + ((1 - FIRST_SHARE) * k) / ROUNDS.split
    const territories = team.split(plan, partners.length)
    const rounds = territories.map((territory) => ({ until, from: { plan, territory } }))
    reports = await playAll(partners, rounds)
    team.keep(
      team.merge(
        reports.map(({ best }) => best),
        territories,
      ),
    )
    plan = team.merge(
      reports.map(({ current }) => current),
      territories,
    )
    onRound(team.best)
  }
  return reports
}

/** Each search works on the whole; from the middle on, all go on from the best plan of any. */
const tellBest = async (
  team: Cooperation,
  partners: readonly Partner[],
  onRound: (plan: Plan) => void,
): Promise<readonly RoundReport[]> => {
  let rounds: readonly Round[] = []
  let reports: readonly RoundReport[] = []
  for (let k = 1; k <= ROUNDS.told; k++) {
    const until = k / ROUNDS.told
    reports = await playAll(
      partners,
      partners.map((_, p) => ({ ...rounds[p], until })),
    )
    const costs = reports.map(({ best }) => team.keep(best))
    const least = Math.min(...costs)
    rounds = costs.map((cost) => ({
      until,
      ...(until >= ALONE && cost > least && { from: { plan: team.best } }),
    }))
    onRound(team.best)
  }
  return reports
}

/**
 * Lets several searches on one problem work together: on a big problem each takes a part of the
 * plan, the parts being drawn anew each round; on a small one they tell each other their best.
 *
 * @param onRound told the best plan after each round
 * @returns the best plan, and the iterations of all; the same for the same seeds when the
 *   partners stop by iterations
 */
export const cooperate = async (
  problem: Problem,
  partners: readonly Partner[],
  { seed = 1, onRound = () => {} }: { seed?: number; onRound?: (plan: Plan) => void } = {},
): Promise<Result> => {
  const team = new Cooperation(problem, seed)
  const first = await playAll(
    partners,
    partners.map(() => ({ until: FIRST_SHARE })),
  )
  for (const { best } of first) team.keep(best)
  onRound(team.best)
  const { shifts, travel } = problem.policy.objectives
  // To do without a tour, a search must see all of them.
  const fleetFirst = shifts.perShift > 0 && shifts.level > travel.level
  const isBig =
    problem.visits.length >= LEAST_VISITS && !fleetFirst && first.every(({ resumes }) => resumes)
  const reports = await (isBig ? shareOut : tellBest)(team, partners, onRound)
  const view = viewPlan(problem, team.best)
  return {
    plan: team.best,
    cost: costOf(view),
    summary: summarise(view),
    iterations: reports.reduce((sum, report) => sum + report.iterations, 0),
    elapsedSeconds: Math.max(...reports.map(({ elapsedSeconds }) => elapsedSeconds)),
  }
}
