import type { Random } from '../random/random.ts'
import { LinkedTours } from '../solution/linked-tours.ts'
import type { RichTours } from '../solution/rich-tours.ts'
import { BestRichInsertion } from './best-rich-insertion.ts'
import { CrewInsertion } from './crew-insertion.ts'
import type { Inserter } from './insertion.ts'
import { LinkedCrewInsertion } from './linked-crew-insertion.ts'
import { LinkedInsertion } from './linked-insertion.ts'

/** Chance that a place is overlooked, as in Christiaens & Vanden Berghe 2020. */
const BLINK = 0.01

/**
 * Greedy insertion with blinks: visits in one of several random orders, each at its cheapest
 * place, some places overlooked.
 */
export class GreedyInsertion {
  private readonly tours: RichTours | LinkedTours
  private readonly random: Random
  private readonly insertion: Inserter
  private readonly keys: Float64Array
  private readonly far: Float64Array
  private readonly nextBlink: () => number
  private readonly crew: CrewInsertion | LinkedCrewInsertion | undefined
  /** Round in which the first empty seat of a crew was tried. */
  private readonly tried: Int32Array
  private round = 0

  constructor(tours: RichTours | LinkedTours, random: Random) {
    const { kernel } = tours
    this.tours = tours
    this.random = random
    this.keys = new Float64Array(kernel.visits)
    this.far = new Float64Array(kernel.visits)
    this.tried = new Int32Array(kernel.visits)
    this.nextBlink = () => random.geometric(BLINK)
    const crews = kernel.problem.workOrders.some(({ visits }) => visits.length > 1)
    if (tours instanceof LinkedTours) {
      const insertion = new LinkedInsertion(tours)
      this.insertion = insertion
      this.crew = crews ? new LinkedCrewInsertion(tours, insertion, this.nextBlink) : undefined
    } else {
      this.insertion = new BestRichInsertion(tours)
      this.crew = crews ? new CrewInsertion(tours, this.insertion, this.nextBlink) : undefined
    }
    const from = kernel.metresFrom[0] as Int32Array
    const depot = kernel.shifts > 0 ? (kernel.location[kernel.visits] as number) : 0
    for (let u = 0; u < kernel.visits; u++) {
      this.far[u] = from[depot * kernel.locations + (kernel.location[u] as number)] as number
    }
  }

  /**
   * Inserts the first `count` visits of `list`; those without a place join the bank.
   *
   * @param limit total cost above which it gives up: insertions only add
   * @returns false when it gave up; the tours are then to be rolled back
   */
  insertAll(list: Int32Array, count: number, limit: number): boolean {
    const { tours, insertion } = this
    const { price } = tours.kernel
    this.order(list, count)
    this.round++
    let owed = 0
    for (let k = 0; k < count; k++) owed += price[list[k] as number] as number
    tours.banked = 0
    for (let k = 0; k < count; k++) {
      const visit = list[k] as number
      if ((tours.tourOf[visit] as number) >= 0) continue
      const worth = price[visit] as number
      const seats = this.crew && this.seatsOf(visit)
      if (seats !== undefined) owed -= this.insertCrew(seats)
      else {
        insertion.find(visit, this.nextBlink)
        owed -= worth
        if (insertion.cost < worth) {
          tours.insert(visit, insertion.tour, insertion.after, insertion.cost)
        } else tours.bank[tours.banked++] = visit
      }
      if (this.crew === undefined && tours.total - owed > limit) return false
    }
    return true
  }

  /** The empty seats of the crew of a visit; nothing when it is alone. */
  private seatsOf(visit: number): readonly number[] | undefined {
    const { problem } = this.tours.kernel
    const seats = problem.workOrders[problem.visits[visit]?.workOrder ?? -1]?.visits ?? []
    return seats.length > 1
      ? seats.filter((seat) => (this.tours.tourOf[seat] as number) < 0)
      : undefined
  }

  /** Inserts a crew once, whichever of its seats comes first; returns what was owed for it. */
  private insertCrew(seats: readonly number[]): number {
    const { tours, crew } = this
    const [first = -1] = seats
    if (this.tried[first] === this.round) return 0
    this.tried[first] = this.round
    let owed = 0
    for (const seat of seats) owed += tours.kernel.price[seat] as number
    crew?.insert(seats)
    for (const seat of seats)
      if ((tours.tourOf[seat] as number) < 0) tours.bank[tours.banked++] = seat
    return owed
  }

  private order(list: Int32Array, count: number): void {
    const { keys, random, tours } = this
    const { opens, closes, demand, dimensions, service, price } = tours.kernel
    const draw = random.below(17)
    if (draw < 4) {
      random.shuffle(list, count)
      return
    }
    for (let k = 0; k < count; k++) {
      const u = list[k] as number
      let key = 0
      if (draw < 8) key = -((dimensions > 0 ? demand[u * dimensions] : service[u]) as number)
      else if (draw < 10) key = -(this.far[u] as number)
      else if (draw < 11) key = this.far[u] as number
      else if (draw < 13) key = (closes[u] as number) - (opens[u] as number)
      else if (draw < 15) key = opens[u] as number
      else key = -(closes[u] as number)
      keys[u] = key
      if (price.length === 0) keys[u] = 0
    }
    for (let i = 1; i < count; i++) {
      const u = list[i] as number
      const key = keys[u] as number
      let j = i - 1
      while (j >= 0 && (keys[list[j] as number] as number) > key) {
        list[j + 1] = list[j] as number
        j--
      }
      list[j + 1] = u
    }
  }
}
