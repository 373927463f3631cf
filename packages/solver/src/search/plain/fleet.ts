import type { Random } from '../../random/random.ts'
import type { Recreate } from './recreate.ts'
import type { Ruin } from './ruin.ts'
import type { Sequence } from './sequence.ts'
import type { Sequences } from './sequences.ts'

/** Chance that a ruin begins at a visit without a tour. */
const NEAR_ABSENT = 0.5

/**
 * Makes do with fewer tours: one is taken out for good, and its visits are to find a place in
 * the others. Each visit counts how often it was absent; a plan is kept when the absences of
 * those it leaves out sum up to less, so that what is hard to place comes first in the end
 * (fleet minimisation of Christiaens & Vanden Berghe 2020).
 */
export class Fleet {
  private readonly plan: Sequences
  private readonly ruin: Ruin
  private readonly recreate: Recreate
  private readonly random: Random
  private readonly absences: Float64Array
  private sum = 0

  constructor(parts: {
    readonly plan: Sequences
    readonly ruin: Ruin
    readonly recreate: Recreate
    readonly random: Random
  }) {
    const { plan, ruin, recreate, random } = parts
    this.plan = plan
    this.ruin = ruin
    this.recreate = recreate
    this.random = random
    this.absences = new Float64Array(plan.kernel.visits).fill(1)
  }

  /** Does a tour cost more than all ways together, so that fewer tours come first? */
  static matters({ kernel, total, used, usedCount, banked }: Sequences): boolean {
    if (banked > 0 || usedCount < 2) return false
    let ways = total
    let least = Number.POSITIVE_INFINITY
    for (let k = 0; k < usedCount; k++) {
      const once = kernel.perShift[used[k] as number] as number
      ways -= once
      least = Math.min(least, once)
    }
    return least > ways && !kernel.problem.visits.some(({ locked }) => locked)
  }

  /** Could the load be carried by fewer tours, the roomiest first? */
  canShrink(): boolean {
    const { kernel, usedCount } = this.plan
    const { dimensions, demand, capacity, visits, shifts } = kernel
    for (let d = 0; d < dimensions; d++) {
      let load = 0
      for (let u = 0; u < visits; u++) load += demand[u * dimensions + d] as number
      const rooms = Array.from({ length: shifts }, (_, r) => capacity[r * dimensions + d] as number)
      rooms.sort((a, b) => b - a)
      let room = 0
      for (let k = 0; k < usedCount - 1; k++) room += rooms[k] as number
      if (room < load) return false
    }
    return usedCount > 1
  }

  /** Takes out the tour whose visits were absent least, and lets no other be opened. */
  shrink(): void {
    const { plan } = this
    const { used, usedCount, of, isOpen } = plan
    isOpen.fill(0)
    let least = -1
    let fewest = Number.POSITIVE_INFINITY
    for (let k = 0; k < usedCount; k++) {
      const tour = used[k] as number
      isOpen[tour] = 1
      const sum = this.sumOf((of[tour] as Sequence).nodes, 1, (of[tour] as Sequence).size)
      if (sum < fewest) {
        fewest = sum
        least = tour
      }
    }
    const { nodes, size } = of[least] as Sequence
    plan.begin()
    for (let k = 1; k <= size; k++) plan.bank[plan.banked++] = nodes[k] as number
    plan.cut(least, 1, size)
    plan.mend(least, 0, 1)
    plan.commit()
    isOpen[least] = 0
    this.sum = fewest
  }

  private sumOf(list: Int32Array, first: number, last: number): number {
    let sum = 0
    for (let k = first; k <= last; k++) sum += this.absences[list[k] as number] as number
    return sum
  }

  /**
   * One ruin and recreate.
   *
   * @param margin how much the ways may cost more when the same visits are left out
   * @returns whether every visit has a tour again
   */
  iterate(margin: number): boolean {
    const { plan, ruin, random, absences } = this
    const { bank, kernel, banked } = plan
    const before = plan.total
    const near = random.real() < NEAR_ABSENT
    plan.begin()
    ruin.remove(near ? (bank[random.below(banked)] as number) : random.below(kernel.visits))
    let count = ruin.count
    for (let k = 0; k < banked; k++) ruin.removed[count++] = bank[k] as number
    plan.banked = 0
    this.recreate.insertAll(ruin.removed, count, Number.POSITIVE_INFINITY)
    const sum = this.sumOf(bank, 0, plan.banked - 1)
    for (let k = 0; k < plan.banked; k++) {
      const visit = bank[k] as number
      absences[visit] = (absences[visit] as number) + 1
    }
    if (sum > this.sum || (sum === this.sum && plan.total >= before + margin)) {
      plan.rollback()
      this.sum = this.sumOf(bank, 0, plan.banked - 1)
      return false
    }
    plan.commit()
    this.sum = this.sumOf(bank, 0, plan.banked - 1)
    return plan.banked === 0
  }
}
