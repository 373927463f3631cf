import type { Random } from '../../random/random.ts'
import { Exchanges } from './exchanges.ts'
import type { PenalisedTours } from './penalised-tours.ts'

/** Leads penalised tours to a local optimum of the moves between near visits. */
export class LocalSearch {
  private readonly tours: PenalisedTours
  private readonly near: readonly Int32Array[]
  private readonly random: Random
  private readonly exchanges: Exchanges
  private readonly order: Int32Array
  /** The count of changes when the moves of a visit were last tried. */
  private readonly testedAt: Int32Array
  /** An empty tour, when there was one; and its start. */
  private emptyHint = 0
  private readonly opening = new Int32Array(1)

  constructor(tours: PenalisedTours, near: readonly Int32Array[], random: Random) {
    this.tours = tours
    this.near = near
    this.random = random
    this.exchanges = new Exchanges(tours)
    this.order = Int32Array.from({ length: tours.model.visits }, (_, k) => k)
    this.testedAt = new Int32Array(tours.model.visits)
  }

  /**
   * Improves the tours until no move does. Moves between two tours with `changedAt` 0 are known
   * to bring nothing, and are not tried before one of the two changes.
   */
  run(): void {
    const { tours, order, testedAt, random } = this
    random.shuffle(order, order.length)
    testedAt.fill(0)
    for (let before = -1; before !== tours.changes; ) {
      before = tours.changes
      for (let k = 0; k < order.length; k++) this.improve(order[k] as number)
    }
  }

  private improve(u: number): void {
    const { tours, testedAt, exchanges } = this
    const { changedAt, tourOf } = tours
    const tested = testedAt[u] as number
    testedAt[u] = tours.changes
    const near = this.near[u] as Int32Array
    for (let k = 0; k < near.length; k++) k = exchanges.insert(u, near, k, tested)
    for (let k = 0; k < near.length; k++) k = exchanges.exchange(u, near, k, tested)
    if ((changedAt[tourOf[u] as number] as number) > tested) this.open(u)
  }

  /** Tries to begin a tour with a visit. */
  private open(u: number): void {
    const { size, model } = this.tours
    if (size[this.emptyHint] !== 0) this.emptyHint = Math.max(0, size.indexOf(0))
    if (size[this.emptyHint] !== 0) return
    this.opening[0] = model.visits + this.emptyHint
    this.exchanges.insert(u, this.opening, 0, -1)
  }
}
