import type { ShiftFrame } from './shift-frames.ts'
import type { Played, TourBooks } from './tour-books.ts'
import { BROKEN } from './tour-books.ts'

/**
 * Where a tour may call at the depot, the least detour first, each with a lower bound of the cost
 * of the tour: its ways and its work, as if nobody ever waited. So that few have to be played.
 */
export class DepotCalls {
  /** The stop before which the depot is called at, as last given by `next`, and its bound. */
  rank = -1
  bound: number = BROKEN
  private readonly tours: TourBooks
  private readonly bounds: Float64Array
  private count = 0

  constructor(tours: TourBooks) {
    this.tours = tours
    this.bounds = new Float64Array(tours.rich.carries ? tours.kernel.visits + 1 : 0)
  }

  /** Lists the calls before the stops up to a rank. */
  list({ order, length }: Pick<Played, 'order' | 'length'>, tour: number, last: number): void {
    const { bounds, tours } = this
    const { location, service, buffer, problem } = tours.kernel
    const { perDurationSecond } = tours.rich.frames[tour] as ShiftFrame
    const depot = problem.depot?.location
    let floor = 0
    let here = location[tours.start(tour)] as number
    for (let k = 0; k < length; k++) {
      const u = order[k] as number
      const there = location[u] as number
      const direct = this.price(tour, here, there)
      if (k <= last) {
        const detour =
          depot === undefined
            ? direct
            : this.price(tour, here, depot) + this.price(tour, depot, there)
        bounds[k] = detour - direct
      }
      floor += direct + ((service[u] as number) - buffer) * perDurationSecond
      here = there
    }
    floor += this.price(tour, here, location[tours.end(tour)] as number)
    this.count = last + 1
    for (let k = 0; k <= last; k++) bounds[k] = floor + (bounds[k] as number)
  }

  /** What a way costs with the time it takes. */
  private price(tour: number, from: number, to: number): number {
    const { perMetre, perSecond } = this.tours.kernel
    const { travel, perDurationSecond } = this.tours.rich.frames[tour] as ShiftFrame
    const cell = from * travel.count + to
    return (
      (travel.metres[cell] as number) * (perMetre[tour] as number) +
      (travel.seconds[cell] as number) * ((perSecond[tour] as number) + perDurationSecond)
    )
  }

  /** Gives the call with the least bound that is left; false when there is none. */
  next(): boolean {
    const { bounds, count } = this
    let least = -1
    for (let k = 0; k < count; k++) {
      if ((bounds[k] as number) < (least < 0 ? BROKEN : (bounds[least] as number))) least = k
    }
    if (least < 0) return false
    this.rank = least
    // Where travel can be faster than its table, nothing is a bound.
    this.bound = this.tours.rich.bounded ? (bounds[least] as number) : -BROKEN
    bounds[least] = BROKEN
    return true
  }
}
