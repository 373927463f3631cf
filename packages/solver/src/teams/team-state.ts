import type { ClassOrder } from './class-order.ts'
import type { Day, Team } from './team-days.ts'
import { copyDay, emptyDay, slim, weighNeeds } from './team-days.ts'
import type { TeamKernel } from './team-kernel.ts'
import type { TeamPlan } from './team-plan.ts'

/** A job that is given away has this start; one that waits has −1. */
export const AWAY = -2
export const WAITING = -1

/** A plan put aside, to be taken up again. */
export interface TeamSnapshot {
  readonly order: ClassOrder
  readonly days: readonly Day[]
  readonly start: Int32Array
  readonly spent: number
  readonly cost: number
}

/**
 * The plan that the search of teams works on. Changes are journalled by day: `begin`, change,
 * then `commit` or `rollback`. A job's predecessors are always planned before it.
 */
export class TeamState {
  readonly kernel: TeamKernel
  order: ClassOrder
  days: Day[] = []
  readonly start: Int32Array
  /** Latest end of each priority; the last one that of everything. */
  readonly ends: Float64Array
  /** Weighted latest ends, and the sum of ends that guides the search. */
  cost = 0
  pulled = 0
  spent = 0
  private readonly saved = new Map<number, Day>()
  private savedDays = 0
  private readonly oldStart: Int32Array
  private readonly oldEnds: Float64Array
  private old = { cost: 0, pulled: 0, spent: 0 }

  constructor(kernel: TeamKernel, order: ClassOrder) {
    this.kernel = kernel
    this.order = order
    this.start = new Int32Array(kernel.jobs).fill(WAITING)
    this.ends = new Float64Array(kernel.problem.weights.length)
    this.oldStart = this.start.slice()
    this.oldEnds = this.ends.slice()
  }

  begin(): void {
    this.saved.clear()
    this.savedDays = this.days.length
    this.oldStart.set(this.start)
    this.oldEnds.set(this.ends)
    this.old = { cost: this.cost, pulled: this.pulled, spent: this.spent }
  }

  rollback(): void {
    this.days.length = this.savedDays
    for (const [rank, day] of this.saved) if (rank < this.savedDays) this.days[rank] = day
    this.start.set(this.oldStart)
    this.ends.set(this.oldEnds)
    this.cost = this.old.cost
    this.pulled = this.old.pulled
    this.spent = this.old.spent
  }

  /** The day to change, noted as it was; days are made as they are needed. */
  open(rank: number): Day {
    while (this.days.length <= rank) this.days.push(emptyDay(this.kernel, this.days.length))
    const day = this.days[rank] as Day
    if (!this.saved.has(rank)) this.saved.set(rank, copyDay(day))
    return day
  }

  touched(): Iterable<number> {
    return this.saved.keys()
  }

  end(job: number): number {
    return (this.start[job] as number) + (this.kernel.duration[job] as number)
  }

  /** When all that comes before a job has ended. */
  release(job: number): number {
    let time = 0
    for (const other of this.kernel.before[job] as Int32Array)
      time = Math.max(time, this.end(other))
    return time
  }

  /** When a job must have ended for what comes after it. */
  deadline(job: number): number {
    let time = Number.POSITIVE_INFINITY
    for (const other of this.kernel.after[job] as Int32Array) {
      const start = this.start[other] as number
      if (start >= 0) time = Math.min(time, start)
    }
    return time
  }

  dayOf(job: number): number {
    return Math.floor((this.start[job] as number) / this.kernel.problem.dayLength)
  }

  /** Takes jobs out (`leaving[job] = 1`), frees who is no longer needed, moves the rest up. */
  removeAll(leaving: Uint8Array, ranks: Iterable<number>, exchange: boolean): void {
    for (const rank of ranks) {
      const day = this.open(rank)
      for (const team of day.teams) {
        const kept = team.jobs.filter((job) => leaving[job] === 0)
        if (kept.length === team.jobs.length) continue
        team.jobs = kept
        weighNeeds(this.kernel, team)
        slim(this.kernel, day, team, exchange)
      }
      day.teams = day.teams.filter(({ jobs }) => jobs.length > 0)
    }
    for (let job = 0; job < this.kernel.jobs; job++) {
      if (leaving[job] === 1) this.start[job] = WAITING
    }
    for (const rank of ranks) {
      for (const team of (this.days[rank] as Day).teams) this.moveUp(team, rank)
    }
    while (this.days.length > 0 && this.days.at(-1)?.teams.length === 0) {
      this.open(this.days.length - 1)
      this.days.pop()
    }
    this.reckon()
  }

  private moveUp(team: Team, rank: number): void {
    let time = rank * this.kernel.problem.dayLength
    for (const job of team.jobs) {
      time = Math.max(time, this.release(job))
      this.start[job] = time
      time += this.kernel.duration[job] as number
    }
  }

  /** Recomputes the cost from the starts. */
  reckon(): void {
    const { kernel, ends, start } = this
    const { weights } = kernel.problem
    const last = weights.length - 1
    ends.fill(0)
    this.pulled = 0
    for (let job = 0; job < kernel.jobs; job++) {
      if ((start[job] as number) < 0) continue
      const end = this.end(job)
      const priority = kernel.priority[job] as number
      ends[priority] = Math.max(ends[priority] as number, end)
      ends[last] = Math.max(ends[last] as number, end)
      this.pulled += end * (this.order.pull[priority] as number)
    }
    this.cost = 0
    for (let k = 0; k <= last; k++) this.cost += (weights[k] as number) * (ends[k] as number)
  }

  /** Empties the plan, to be filled by another order of the classes. */
  clear(order: ClassOrder): void {
    this.order = order
    this.days = []
    this.start.fill(WAITING)
    this.spent = 0
    this.reckon()
  }

  snapshot(): TeamSnapshot {
    const { order, start, spent, cost } = this
    return { order, days: this.days.map(copyDay), start: start.slice(), spent, cost }
  }

  restore({ order, days, start, spent }: TeamSnapshot): void {
    this.order = order
    this.days = days.map(copyDay)
    this.start.set(start)
    this.spent = spent
    this.reckon()
  }

  plan(): TeamPlan {
    const { technicians, jobs } = this.kernel.problem
    return {
      teams: this.days.flatMap(({ rank, teams }) =>
        teams.map((team) => ({
          day: rank + 1,
          technicians: team.members.map((t) => technicians[t]?.id ?? ''),
          jobs: team.jobs.map((job) => ({
            id: jobs[job]?.id ?? '',
            start: this.start[job] as number,
          })),
        })),
      ),
      givenAway: jobs.filter((_, job) => this.start[job] === AWAY).map(({ id }) => id),
    }
  }
}
