import type { Neighbours } from '../../moves/neighbours.ts'
import type { Random } from '../../random/random.ts'
import { BestPlace } from './best-place.ts'
import type { Sequences } from './sequences.ts'

/**
 * Greedy insertion with blinks: visits in one of several random orders, each at its cheapest
 * place (Christiaens & Vanden Berghe 2020, with their weights for time windows).
 */
export class Recreate {
  private readonly plan: Sequences
  private readonly random: Random
  private readonly place: BestPlace
  private readonly keys: Float64Array
  /** Distance from the first start. */
  private readonly far: Float64Array

  constructor(plan: Sequences, neighbours: Neighbours, random: Random) {
    const { kernel } = plan
    this.plan = plan
    this.random = random
    this.place = new BestPlace(plan, neighbours, random)
    this.keys = new Float64Array(kernel.visits)
    const depot = kernel.shifts > 0 ? (kernel.location[kernel.visits] as number) : 0
    const [metres] = kernel.metresFrom as [Int32Array]
    this.far = Float64Array.from(
      { length: kernel.visits },
      (_, u) => metres[depot * kernel.locations + (kernel.location[u] as number)] as number,
    )
  }

  /**
   * Inserts the first `count` visits of `list`; those without a place join the bank.
   *
   * @param limit total cost above which it gives up: insertions only add
   * @returns false when it gave up; the plan is then to be rolled back
   */
  insertAll(list: Int32Array, count: number, limit: number): boolean {
    const { plan, place } = this
    const { price } = plan.kernel
    this.order(list, count)
    let open = 0
    for (let k = 0; k < count; k++) open += price[list[k] as number] as number
    for (let k = 0; k < count; k++) {
      const visit = list[k] as number
      const worth = price[visit] as number
      place.find(visit)
      open -= worth
      if (place.cost < worth) plan.insert(visit, place.tour, place.rank, place.cost)
      else plan.bank[plan.banked++] = visit
      if (plan.total - open > limit) return false
    }
    return true
  }

  private order(list: Int32Array, count: number): void {
    const { keys, random } = this
    const draw = random.below(17)
    if (draw < 4) {
      random.shuffle(list, count)
      return
    }
    for (let k = 0; k < count; k++) {
      const visit = list[k] as number
      keys[visit] = this.key(visit, draw)
    }
    for (let i = 1; i < count; i++) {
      const visit = list[i] as number
      const key = keys[visit] as number
      let j = i - 1
      while (j >= 0 && (keys[list[j] as number] as number) > key) {
        list[j + 1] = list[j] as number
        j--
      }
      list[j + 1] = visit
    }
  }

  /** What a draw of 4 … 16 sorts by, smallest first. */
  private key(visit: number, draw: number): number {
    const { opens, closes, demand, dimensions, service } = this.plan.kernel
    if (draw < 8) return -((dimensions > 0 ? demand[visit * dimensions] : service[visit]) as number)
    if (draw < 10) return -(this.far[visit] as number)
    if (draw < 11) return this.far[visit] as number
    if (draw < 13) return (closes[visit] as number) - (opens[visit] as number)
    if (draw < 15) return opens[visit] as number
    return -(closes[visit] as number)
  }
}
