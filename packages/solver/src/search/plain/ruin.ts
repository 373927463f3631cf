import type { Neighbours } from '../../moves/neighbours.ts'
import { RUIN, type RuinOptions } from '../../moves/remove-strings.ts'
import type { Random } from '../../random/random.ts'
import type { Sequence } from './sequence.ts'
import type { Sequences } from './sequences.ts'

/**
 * Adjacent string removal: takes strings of neighbouring visits out of neighbouring tours
 * (Christiaens & Vanden Berghe 2020, "Slack induction by string removals").
 */
export class Ruin {
  /** The visits taken out, then (added by the caller) those that were unassigned before. */
  readonly removed: Int32Array
  count = 0
  private readonly plan: Sequences
  private readonly neighbours: Neighbours
  private readonly random: Random
  private readonly options: RuinOptions
  private readonly locked: Uint8Array
  private readonly anyLocked: boolean
  /** Round in which a tour was ruined last. */
  private readonly ruined: Int32Array
  private round = 0

  constructor(
    plan: Sequences,
    neighbours: Neighbours,
    random: Random,
    options: typeof RUIN = RUIN,
  ) {
    const { visits, shifts, problem } = plan.kernel
    this.plan = plan
    this.neighbours = neighbours
    this.random = random
    this.options = options
    this.removed = new Int32Array(visits)
    this.ruined = new Int32Array(shifts)
    this.locked = Uint8Array.from(problem.visits, (visit) => (visit.locked ? 1 : 0))
    this.anyLocked = this.locked.includes(1)
  }

  /** Ruins around a visit; every touched tour is journalled and up to date afterwards. */
  remove(seed: number): void {
    const { plan, random, options } = this
    const { tourOf, usedCount, isOpen } = plan
    this.count = 0
    this.round++
    if (random.real() < options.tourChance) this.removeTour(seed)
    const used = usedCount === 0 ? 0 : (plan.kernel.visits - plan.banked) / usedCount
    const longest = Math.min(options.longest, used)
    const most = (4 * options.averageRemoved) / (1 + longest) - 1
    let strings = Math.floor(random.real() * most + 1)
    const near = this.neighbours.of(seed)
    for (let k = 0; k < near.length && strings > 0; k++) {
      const visit = near[k] as number
      const tour = tourOf[visit] as number
      if (tour < 0 || isOpen[tour] === 0 || this.ruined[tour] === this.round) continue
      const { size } = plan.of[tour] as Sequence
      const length = Math.floor(random.real() * Math.min(size, longest) + 1)
      this.removeString(visit, tour, length)
      strings--
    }
  }

  /** Takes a whole tour out: strings are too short to close or open a long one. */
  private removeTour(seed: number): void {
    const tour = this.plan.tourOf[seed] as number
    if (tour >= 0) this.removeString(seed, tour, (this.plan.of[tour] as Sequence).size)
  }

  private removeString(visit: number, tour: number, length: number): void {
    const { plan, random, options } = this
    const { size } = plan.of[tour] as Sequence
    this.ruined[tour] = this.round
    let kept = 0
    if (length > 1 && length < size && random.real() < options.splitChance) {
      kept = 1
      while (length + kept < size && random.real() < options.splitDepth) kept++
    }
    const span = length + kept
    const at = plan.rankOf[visit] as number
    const low = Math.max(1, at - span + 1)
    const high = Math.min(at, size - span + 1)
    const first = low + random.below(high - low + 1)
    const skip = kept > 0 ? 1 + random.below(length - 1) : length
    const gap = first + skip
    if (kept > 0) this.cut(tour, gap + kept, first + span - 1)
    this.cut(tour, first, gap - 1)
    const { size: left } = plan.of[tour] as Sequence
    plan.mend(tour, first - 1, this.anyLocked ? left + 1 : first + kept)
  }

  /** Takes out what is not locked. */
  private cut(tour: number, first: number, last: number): void {
    const { plan, removed } = this
    const { nodes } = plan.of[tour] as Sequence
    if (!this.anyLocked) {
      for (let k = first; k <= last; k++) removed[this.count++] = nodes[k] as number
      plan.cut(tour, first, last)
      return
    }
    for (let k = last; k >= first; k--) {
      const visit = nodes[k] as number
      if (this.locked[visit] === 1) continue
      removed[this.count++] = visit
      plan.cut(tour, k, k)
    }
  }
}
