import type { Random } from '../random/random.ts'
import type { Tours } from '../solution/tours.ts'
import type { Neighbours } from './neighbours.ts'

/** Parameters of the ruin, with the values of the paper. */
export interface RuinOptions {
  /** Visits removed on average. */
  readonly averageRemoved: number
  /** Longest string. */
  readonly longest: number
  /** Chance of a string that keeps some visits in its middle. */
  readonly splitChance: number
  /** Chance that the whole tour of the seed goes. */
  readonly tourChance: number
  /** Chance that the kept middle grows by one more. */
  readonly splitDepth: number
}

/** As in Christiaens & Vanden Berghe 2020; the removal of whole tours is ours. */
export const RUIN: RuinOptions = {
  averageRemoved: 10,
  longest: 10,
  splitChance: 0.5,
  splitDepth: 0.01,
  tourChance: 0.01,
}

/**
 * Adjacent string removal: takes strings of neighbouring visits out of neighbouring tours
 * (Christiaens & Vanden Berghe 2020, "Slack induction by string removals").
 */
export class StringRemoval {
  /** The visits taken out, then (added by the caller) those that were unassigned before. */
  readonly removed: Int32Array
  count = 0
  private readonly tours: Tours
  private readonly neighbours: Neighbours
  private readonly random: Random
  private readonly options: RuinOptions
  private readonly locked: Uint8Array
  private readonly ruined: Int32Array
  private round = 0
  private readonly crews: boolean
  private readonly members: Int32Array

  constructor(tours: Tours, neighbours: Neighbours, random: Random, options: RuinOptions = RUIN) {
    const { visits, shifts, problem } = tours.kernel
    this.tours = tours
    this.neighbours = neighbours
    this.random = random
    this.options = options
    this.removed = new Int32Array(visits)
    this.ruined = new Int32Array(shifts)
    this.members = new Int32Array(visits)
    this.crews = problem.workOrders.some((order) => order.visits.length > 1)
    this.locked = Uint8Array.from(problem.visits, (visit) => (visit.locked ? 1 : 0))
  }

  /** Ruins around a visit; every touched tour is journalled and up to date afterwards. */
  remove(seed: number): void {
    const { tours, random, options } = this
    this.count = 0
    this.round++
    if (random.real() < options.tourChance) this.removeTour(seed)
    const used = this.averageSize()
    const longest = Math.min(options.longest, used)
    const most = (4 * options.averageRemoved) / (1 + longest) - 1
    let strings = Math.floor(random.real() * most + 1)
    const near = this.neighbours.of(seed)
    for (let k = 0; k < near.length && strings > 0; k++) {
      const visit = near[k] as number
      const tour = tours.tourOf[visit] as number
      if (tour < 0 || this.ruined[tour] === this.round) continue
      this.ruined[tour] = this.round
      const size = tours.size[tour] as number
      const length = Math.floor(random.real() * Math.min(size, longest) + 1)
      this.removeString(visit, tour, length)
      strings--
    }
    if (this.crews) this.removePartners()
  }

  /** Takes a whole tour out: strings are too short to close or open a long one. */
  private removeTour(seed: number): void {
    const tour = this.tours.tourOf[seed] as number
    if (tour < 0) return
    this.ruined[tour] = this.round
    this.removeString(seed, tour, this.tours.size[tour] as number)
  }

  /** A crew leaves together. */
  private removePartners(): void {
    const { tours } = this
    const { problem } = tours.kernel
    for (let k = 0; k < this.count; k++) {
      const visit = this.removed[k] as number
      for (const seat of problem.workOrders[problem.visits[visit]?.workOrder ?? -1]?.visits ?? []) {
        const tour = tours.tourOf[seat] as number
        if (tour < 0 || this.locked[seat] === 1) continue
        tours.touch(tour)
        tours.unlink(seat)
        tours.refresh(tour)
        this.removed[this.count++] = seat
      }
    }
  }

  private averageSize(): number {
    const { tours } = this
    let visits = 0
    for (let k = 0; k < tours.usedCount; k++)
      visits += tours.size[tours.used[k] as number] as number
    return tours.usedCount === 0 ? 0 : visits / tours.usedCount
  }

  private removeString(visit: number, tour: number, length: number): void {
    const { tours, random, options, members } = this
    const size = tours.size[tour] as number
    let kept = 0
    if (length > 1 && length < size && random.real() < options.splitChance) {
      kept = 1
      while (length + kept < size && random.real() < options.splitDepth) kept++
    }
    const span = length + kept
    let rank = 0
    let at = -1
    const end = tours.end(tour)
    for (let u = tours.next[tours.start(tour)] as number; u !== end; u = tours.next[u] as number) {
      if (u === visit) at = rank
      members[rank++] = u
    }
    const low = Math.max(0, at - span + 1)
    const high = Math.min(at, size - span)
    const first = low + random.below(high - low + 1)
    const skip = kept > 0 ? 1 + random.below(length - 1) : length
    tours.touch(tour)
    for (let k = 0; k < span; k++) {
      if (k >= skip && k < skip + kept) continue
      const u = members[first + k] as number
      if (this.locked[u] === 1) continue
      tours.unlink(u)
      this.removed[this.count++] = u
    }
    tours.refresh(tour)
  }
}
