import type { Random } from '../random/random.ts'
import type { Day, Team } from './team-days.ts'
import { join, weighNeeds } from './team-days.ts'
import type { TeamState } from './team-state.ts'

/** Chance that a team is overlooked. */
const BLINK = 0.02

/** How an insertion weighs its places. */
export interface Taste {
  /** What a unit of the guiding sum counts beside the cost. */
  readonly pull: number
  /** What binding a technician of worth 1 for a day costs. */
  readonly bind: number
}

/** Puts jobs where they cost least: in a team, in a team with more people, or in a new one. */
export class JobPlacement {
  private readonly state: TeamState
  private readonly random: Random
  private best = Number.POSITIVE_INFINITY
  private bestDay = -1
  private bestTeam: Team | undefined
  private bestRank = 0
  private bestRecruits: number[] = []
  private recruits: number[] = []
  private readonly lacking: Int16Array

  constructor(state: TeamState, random: Random) {
    this.state = state
    this.random = random
    this.lacking = new Int16Array(state.kernel.cells)
  }

  /** Inserts a job whose predecessors are planned; there is always a place on a day to come. */
  insert(job: number, taste: Taste): void {
    const { state } = this
    const { kernel } = state
    const { dayLength } = kernel.problem
    const release = state.release(job)
    const duration = kernel.duration[job] as number
    this.best = Number.POSITIVE_INFINITY
    for (let rank = Math.floor(release / dayLength); ; rank++) {
      const from = Math.max(release, rank * dayLength)
      if (this.priceOf(job, from + duration, taste) >= this.best) break
      if (from + duration > (rank + 1) * dayLength) continue
      if (rank >= state.days.length) state.open(rank)
      const day = state.days[rank] as Day
      for (const team of day.teams) {
        if (this.random.real() >= BLINK) this.tryTeam(job, day, team, release, taste)
      }
      this.tryNewTeam(job, day, from, taste)
    }
    this.place(job)
  }

  /** What ending at a time adds to the cost, as seen by the taste. */
  private priceOf(job: number, end: number, taste: Taste): number {
    const { kernel, ends } = this.state
    const { weights } = kernel.problem
    const last = weights.length - 1
    const p = kernel.priority[job] as number
    let price = taste.pull * (this.state.order.pull[p] as number) * end
    if (p !== last && end > (ends[p] as number))
      price += (weights[p] as number) * (end - (ends[p] as number))
    if (end > (ends[last] as number))
      price += (weights[last] as number) * (end - (ends[last] as number))
    return price
  }

  private tryTeam(job: number, day: Day, team: Team, release: number, taste: Taste): void {
    const { kernel } = this.state
    const { dayLength } = kernel.problem
    const end = this.state.end(team.jobs.at(-1) as number)
    const duration = kernel.duration[job] as number
    const dayEnd = (day.rank + 1) * dayLength
    if (end + duration > dayEnd && !this.hasGap(team, duration)) return
    const bound = this.recruit(job, day, team)
    if (bound < 0) return
    const binding = taste.bind * bound
    for (let rank = team.jobs.length; rank >= 0; rank--) {
      const price = this.priceAt(job, day, team, rank, release, taste)
      if (price + binding < this.best) {
        this.best = price + binding
        this.bestDay = day.rank
        this.bestTeam = team
        this.bestRank = rank
        this.bestRecruits = this.recruits.slice()
      }
      const before = team.jobs[rank - 1]
      if (before !== undefined && this.state.end(before) <= release) break
    }
  }

  /** Could idle time in a team hold a job, wherever it lies? */
  private hasGap(team: Team, duration: number): boolean {
    const { kernel } = this.state
    let load = duration
    for (const job of team.jobs) load += kernel.duration[job] as number
    return load <= kernel.problem.dayLength
  }

  /** Price of a job at a rank in a team, later ones moved back; infinite when that is too late. */
  private priceAt(
    job: number,
    day: Day,
    team: Team,
    rank: number,
    release: number,
    taste: Taste,
  ): number {
    const { state } = this
    const { kernel, ends } = state
    const { weights, dayLength } = kernel.problem
    const last = weights.length - 1
    const before = team.jobs[rank - 1]
    const free = before === undefined ? day.rank * dayLength : state.end(before)
    let time = Math.max(release, free) + (kernel.duration[job] as number)
    let price = this.priceOf(job, time, taste)
    for (let k = rank; k < team.jobs.length; k++) {
      const other = team.jobs[k] as number
      const start = state.start[other] as number
      if (start >= time) {
        time = state.end(team.jobs.at(-1) as number)
        break
      }
      const shift = time - start
      time += kernel.duration[other] as number
      if ((kernel.after[other] as Int32Array).length > 0 && time > state.deadline(other))
        return Number.POSITIVE_INFINITY
      const p = kernel.priority[other] as number
      price += taste.pull * (this.state.order.pull[p] as number) * shift
      // Two that move the same end are counted twice: a fault on the safe side.
      if (p !== last && time > (ends[p] as number))
        price += (weights[p] as number) * (time - (ends[p] as number))
      if (time > (ends[last] as number))
        price += (weights[last] as number) * (time - (ends[last] as number))
    }
    return time > (day.rank + 1) * dayLength ? Number.POSITIVE_INFINITY : price
  }

  private tryNewTeam(job: number, day: Day, from: number, taste: Taste): void {
    const { kernel } = this.state
    const bound = this.recruit(job, day, undefined)
    if (bound < 0) return
    const price =
      this.priceOf(job, from + (kernel.duration[job] as number), taste) + taste.bind * bound
    if (price >= this.best) return
    this.best = price
    this.bestDay = day.rank
    this.bestTeam = undefined
    this.bestRank = 0
    this.bestRecruits = this.recruits.slice()
  }

  /** Chooses free people for what a team lacks for a job; their worth, or −1 when there are too few. */
  private recruit(job: number, day: Day, team: Team | undefined): number {
    const { lacking, random } = this
    const { cells, needs, covers, asks, worth } = this.state.kernel
    const asked = asks[job] as Int32Array
    this.recruits.length = 0
    let missing = 0
    for (const c of asked) {
      const lack = (needs[job * cells + c] as number) - (team ? (team.have[c] as number) : 0)
      if (lack > (day.spare[c] as number)) return -1
      lacking[c] = Math.max(0, lack)
      missing += lacking[c] as number
    }
    let bound = 0
    while (missing > 0) {
      let best = -1
      let most = 0
      for (const t of day.free) {
        let gain = 0
        for (const c of asked)
          if ((lacking[c] as number) > 0) gain += covers[t * cells + c] as number
        if (gain === 0 || this.recruits.includes(t)) continue
        const score = (gain * (0.8 + 0.4 * random.real())) / (worth[t] as number)
        if (score > most) [most, best] = [score, t]
      }
      if (best < 0) return -1
      this.recruits.push(best)
      bound += worth[best] as number
      for (const c of asked) {
        if ((lacking[c] as number) > 0 && covers[best * cells + c] === 1) {
          lacking[c] = (lacking[c] as number) - 1
          missing--
        }
      }
    }
    return bound
  }

  private place(job: number): void {
    const { state } = this
    const { kernel } = state
    const day = state.open(this.bestDay)
    let team = this.bestTeam
    if (team === undefined) {
      team = {
        members: [],
        jobs: [],
        need: new Uint8Array(kernel.cells),
        have: new Uint8Array(kernel.cells),
      }
      day.teams.push(team)
    }
    for (const technician of this.bestRecruits) join(kernel, day, team, technician)
    team.jobs.splice(this.bestRank, 0, job)
    weighNeeds(kernel, team)
    let time = day.rank * kernel.problem.dayLength
    const before = team.jobs[this.bestRank - 1]
    if (before !== undefined) time = state.end(before)
    for (let k = this.bestRank; k < team.jobs.length; k++) {
      const one = team.jobs[k] as number
      const start =
        k === this.bestRank
          ? Math.max(time, state.release(one))
          : Math.max(time, state.start[one] as number)
      if (k > this.bestRank && start === state.start[one]) break
      this.move(one, start)
      time = state.end(one)
    }
  }

  private move(job: number, start: number): void {
    const { state } = this
    const { kernel, ends } = state
    const { weights } = kernel.problem
    const last = weights.length - 1
    const p = kernel.priority[job] as number
    const old = state.start[job] as number
    state.pulled -= old < 0 ? 0 : state.end(job) * (this.state.order.pull[p] as number)
    state.start[job] = start
    const end = state.end(job)
    state.pulled += end * (this.state.order.pull[p] as number)
    for (const k of p === last ? [last] : [p, last]) {
      if (end <= (ends[k] as number)) continue
      state.cost += (weights[k] as number) * (end - (ends[k] as number))
      ends[k] = end
    }
  }
}
