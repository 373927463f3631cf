import type { Random } from '../random/random.ts'
import type { Team } from './team-days.ts'
import { AWAY, type TeamState, WAITING } from './team-state.ts'

/** Jobs removed at most, before what comes after them. */
const MOST = 24

/**
 * The ruin: takes whole teams, or single jobs, out of one or a few days, so that people can meet
 * in other teams. Half of the time it begins at a job that ends last among its priority.
 */
export class TeamRemoval {
  /** 1 for each job taken out. */
  readonly leaving: Uint8Array
  readonly removed: number[] = []
  private readonly state: TeamState
  private readonly random: Random

  constructor(state: TeamState, random: Random) {
    this.state = state
    this.random = random
    this.leaving = new Uint8Array(state.kernel.jobs)
  }

  /** Ruins; the jobs taken out stand in `removed`, followed by none of what they wait for. */
  remove(): void {
    const { state, random, removed, leaving } = this
    for (const job of removed) leaving[job] = 0
    removed.length = 0
    const seed = random.real() < 0.5 ? this.lastJob() : random.below(state.kernel.jobs)
    const start = state.start[seed] as number
    const ranks = this.chooseDays(start < 0 ? random.below(state.days.length) : state.dayOf(seed))
    if (start === AWAY) this.take(seed)
    const most = 1 + random.below(Math.min(MOST, Math.ceil(state.kernel.jobs / 3)))
    const whole = random.real() < 0.7
    for (const rank of ranks) this.thin(rank, seed, { most, whole })
    for (let k = 0; k < removed.length; k++) {
      const job = removed[k] as number
      for (const next of state.kernel.descendants[job] as Int32Array) this.take(next)
      // What comes before a job taken back is taken back as well.
      for (const first of state.kernel.before[job] as Int32Array)
        if (state.start[first] === AWAY) this.take(first)
    }
    const touched = new Set<number>()
    for (const job of removed) if ((state.start[job] as number) >= 0) touched.add(state.dayOf(job))
    for (const job of removed) {
      if (state.start[job] !== AWAY) continue
      state.spent -= state.kernel.problem.jobs[job]?.price ?? 0
      state.start[job] = WAITING
    }
    state.removeAll(leaving, touched, random.real() < 0.5)
  }

  private take(job: number): void {
    if (this.leaving[job] === 1 || this.state.start[job] === WAITING) return
    this.leaving[job] = 1
    this.removed.push(job)
  }

  /** A job that ends last among those of a priority. */
  private lastJob(): number {
    const { state, random } = this
    const { kernel, ends } = state
    const { weights } = kernel.problem
    const p = random.below(weights.length)
    const first = random.below(kernel.jobs)
    for (let k = 0; k < kernel.jobs; k++) {
      const job = (first + k) % kernel.jobs
      const counts = p === weights.length - 1 || kernel.priority[job] === p
      if (counts && (state.start[job] as number) >= 0 && state.end(job) === ends[p]) return job
    }
    return first
  }

  /** The day of the seed and up to two others, near ones more often. */
  private chooseDays(rank: number): readonly number[] {
    const { state, random } = this
    const ranks = new Set([rank])
    const others = random.below(3)
    for (let k = 0; k < others; k++) {
      const far = random.geometric(0.4)
      const one = rank + (random.real() < 0.6 ? -far : far)
      if (one >= 0 && one < state.days.length) ranks.add(one)
    }
    return [...ranks]
  }

  /** Takes teams or jobs of a day until enough are out; those of the seed first. */
  private thin(rank: number, seed: number, how: { most: number; whole: boolean }): void {
    const { state, random } = this
    const teams = (state.days[rank]?.teams ?? [])
      .map((team) => [team.jobs.includes(seed) ? -1 : random.real(), team] as const)
      .sort((a, b) => a[0] - b[0])
    let taken = 0
    for (const [, team] of teams) {
      if (taken >= how.most) return
      taken += how.whole ? this.takeTeam(team) : this.takeSome(team, seed)
    }
  }

  private takeTeam(team: Team): number {
    for (const job of team.jobs) this.take(job)
    return team.jobs.length
  }

  private takeSome(team: Team, seed: number): number {
    let taken = 0
    for (const job of team.jobs) {
      if (job !== seed && this.random.real() < 0.5) continue
      this.take(job)
      taken++
    }
    return taken
  }
}
