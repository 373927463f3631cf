import type { Kernel } from '../../solution/kernel.ts'
import { Prices } from './prices.ts'
import { Sequence } from './sequence.ts'

/**
 * The plan that the plain search works on: a sequence for each shift, and the bank of visits
 * without one. A change is judged in constant time from earliest and latest times (Savelsbergh
 * 1992) and made between `begin` and `commit` or `rollback`: a tour is copied before its first
 * change, and the copy takes its place again when the change is not kept.
 */
export class Sequences {
  readonly kernel: Kernel
  readonly of: Sequence[]
  readonly prices: Prices
  /** Tour of a visit, −1 while unassigned, and its rank there. */
  readonly tourOf: Int32Array
  readonly rankOf: Int32Array
  /** Equal versions of an untouched tour: equal content. */
  readonly version: Int32Array
  /** 1 = changed since `begin`. */
  readonly isTouched: Uint8Array
  /** 1 = the search may change this tour. */
  readonly isOpen: Uint8Array
  /** Tours changed since `begin`: the first `touches`. */
  readonly touched: Int32Array
  touches = 0
  /** Tours with visits: the first `usedCount` of `used`, in no order. */
  readonly used: Int32Array
  usedCount = 0
  /** Unassigned visits: the first `banked`. */
  readonly bank: Int32Array
  banked = 0
  /** Cost of all tours, and the prices of all unassigned visits. */
  total = 0
  private readonly spare: Sequence[]
  private readonly usedAt: Int32Array
  private versions = 1
  private readonly oldBank: Int32Array
  private oldBanked = 0
  private oldTotal = 0

  constructor(kernel: Kernel) {
    const { visits, shifts, nodes, dimensions } = kernel
    this.kernel = kernel
    this.prices = new Prices(kernel)
    this.of = Array.from({ length: shifts }, () => new Sequence(dimensions))
    this.spare = Array.from({ length: shifts }, () => new Sequence(dimensions))
    this.tourOf = new Int32Array(visits).fill(-1)
    this.rankOf = new Int32Array(nodes)
    this.version = new Int32Array(shifts)
    this.isTouched = new Uint8Array(shifts)
    this.used = new Int32Array(shifts)
    this.usedAt = new Int32Array(shifts).fill(-1)
    this.touched = new Int32Array(shifts)
    this.bank = new Int32Array(visits)
    this.oldBank = new Int32Array(visits)
    this.isOpen = new Uint8Array(shifts).fill(1)
    this.load(() => [])
  }

  /** Gives every tour its visits, feasible or not; the others are unassigned. */
  load(visitsOf: (tour: number) => ArrayLike<number>): void {
    const { visits, shifts, price } = this.kernel
    this.tourOf.fill(-1)
    this.total = 0
    this.banked = 0
    for (let tour = 0; tour < shifts; tour++) this.layOut(tour, visitsOf(tour))
    for (let visit = 0; visit < visits; visit++) {
      if ((this.tourOf[visit] as number) >= 0) continue
      this.total += price[visit] as number
      this.bank[this.banked++] = visit
    }
  }

  private layOut(tour: number, visits: ArrayLike<number>): void {
    const { kernel } = this
    const sequence = this.of[tour] as Sequence
    const put = (node: number, rank: number): void => {
      sequence.nodes[rank] = node
      sequence.places[rank] = kernel.location[node] as number
      this.rankOf[node] = rank
    }
    sequence.reserve(visits.length)
    sequence.size = visits.length
    put(kernel.visits + tour, 0)
    for (let k = 0; k < visits.length; k++) {
      const visit = visits[k] as number
      put(visit, k + 1)
      this.tourOf[visit] = tour
    }
    const end = visits.length + 1
    put(kernel.visits + kernel.shifts + tour, end)
    sequence.ready[0] = kernel.opens[kernel.visits + tour] as number
    sequence.latest[end] = kernel.closes[kernel.visits + kernel.shifts + tour] as number
    for (let k = 0; k < end; k++) sequence.arcs[k] = this.arc(sequence, tour, k, k + 1)
    this.weigh(tour)
    this.total += sequence.cost
    this.mend(tour, 0, end)
    this.version[tour] = this.versions++
    this.list(tour)
  }

  /** Sums cost and load of a tour anew. */
  private weigh(tour: number): void {
    const { dimensions, demand, perShift } = this.kernel
    const sequence = this.of[tour] as Sequence
    const { size, load, arcs, nodes } = sequence
    load.fill(0)
    let cost = 0
    for (let k = 0; k <= size; k++) cost += arcs[k] as number
    for (let k = 1; k <= size; k++) {
      const visit = nodes[k] as number
      cost += this.prices.liking(visit, tour)
      for (let d = 0; d < dimensions; d++) {
        load[d] = (load[d] as number) + (demand[visit * dimensions + d] as number)
      }
    }
    sequence.cost = size === 0 ? 0 : cost + (perShift[tour] as number)
  }

  /** Cost of the way between the nodes at two ranks of a tour. */
  arc(sequence: Sequence, tour: number, from: number, to: number): number {
    return this.prices.way(tour, sequence.places[from] as number, sequence.places[to] as number)
  }

  begin(): void {
    this.touches = 0
    this.oldTotal = this.total
    this.oldBanked = this.banked
    for (let k = 0; k < this.banked; k++) this.oldBank[k] = this.bank[k] as number
  }

  /** Keeps a copy of a tour before its first change. */
  touch(tour: number): void {
    if (this.isTouched[tour] === 1) return
    this.isTouched[tour] = 1
    this.touched[this.touches++] = tour
    ;(this.spare[tour] as Sequence).copy(this.of[tour] as Sequence)
  }

  commit(): void {
    for (let k = 0; k < this.touches; k++) {
      const tour = this.touched[k] as number
      this.isTouched[tour] = 0
      this.version[tour] = this.versions++
    }
    this.touches = 0
  }

  rollback(): void {
    const { touched, touches, tourOf, rankOf } = this
    for (let k = 0; k < touches; k++) {
      const { nodes, size } = this.of[touched[k] as number] as Sequence
      for (let rank = 1; rank <= size; rank++) tourOf[nodes[rank] as number] = -1
    }
    for (let k = 0; k < touches; k++) {
      const tour = touched[k] as number
      const sequence = this.spare[tour] as Sequence
      this.spare[tour] = this.of[tour] as Sequence
      this.of[tour] = sequence
      const { nodes, size } = sequence
      for (let rank = 1; rank <= size; rank++) {
        const visit = nodes[rank] as number
        tourOf[visit] = tour
        rankOf[visit] = rank
      }
      rankOf[nodes[size + 1] as number] = size + 1
      this.isTouched[tour] = 0
      this.list(tour)
    }
    this.touches = 0
    this.banked = this.oldBanked
    for (let k = 0; k < this.banked; k++) this.bank[k] = this.oldBank[k] as number
    this.total = this.oldTotal
  }

  /** Enters a tour in the list of those with visits, or strikes it. */
  private list(tour: number): void {
    const at = this.usedAt[tour] as number
    const filled = (this.of[tour] as Sequence).size > 0
    if (filled && at < 0) {
      this.usedAt[tour] = this.usedCount
      this.used[this.usedCount++] = tour
    } else if (!filled && at >= 0) {
      const last = this.used[--this.usedCount] as number
      this.used[at] = last
      this.usedAt[last] = at
      this.usedAt[tour] = -1
    }
  }

  /** Takes the visits at ranks first … last out, journalled; `mend` the tour when all are out. */
  cut(tour: number, first: number, last: number): void {
    this.touch(tour)
    const { kernel, rankOf } = this
    const { demand, dimensions } = kernel
    const sequence = this.of[tour] as Sequence
    const { nodes, load, arcs, size } = sequence
    let saved = arcs[first - 1] as number
    for (let k = first; k <= last; k++) {
      const visit = nodes[k] as number
      this.tourOf[visit] = -1
      this.total += kernel.price[visit] as number
      saved += (arcs[k] as number) + this.prices.liking(visit, tour)
      for (let d = 0; d < dimensions; d++) {
        load[d] = (load[d] as number) - (demand[visit * dimensions + d] as number)
      }
    }
    sequence.copyRanks(sequence, last + 1, size + 1, first)
    const left = size - (last - first + 1)
    sequence.size = left
    for (let k = first; k <= left + 1; k++) rankOf[nodes[k] as number] = k
    const arc = this.arc(sequence, tour, first - 1, first)
    arcs[first - 1] = arc
    const cost = left === 0 ? 0 : sequence.cost - saved + arc
    this.total += cost - sequence.cost
    sequence.cost = cost
    if (left === 0) this.list(tour)
  }

  /**
   * Brings the times of a tour up to date around a change between two ranks, and beyond as far
   * as they change.
   */
  mend(tour: number, from: number, to: number): void {
    const { opens, closes, service, locations, secondsFrom, travelOf } = this.kernel
    const seconds = secondsFrom[travelOf[tour] as number] as Int32Array
    const { nodes, places, ready, latest, size } = this.of[tour] as Sequence
    let time = ready[from] as number
    let here = (places[from] as number) * locations
    for (let k = from + 1; k <= size + 1; k++) {
      const node = nodes[k] as number
      const place = places[k] as number
      time += seconds[here + place] as number
      if (time < (opens[node] as number)) time = opens[node] as number
      time += service[node] as number
      if (k >= to && ready[k] === time) break
      ready[k] = time
      here = place * locations
    }
    let late = latest[to] as number
    let there = places[to] as number
    for (let k = to - 1; k >= 0; k--) {
      const node = nodes[k] as number
      const place = places[k] as number
      late -= (seconds[place * locations + there] as number) + (service[node] as number)
      if (late > (closes[node] as number)) late = closes[node] as number
      if (k <= from && latest[k] === late) break
      latest[k] = late
      there = place
    }
  }

  /**
   * Puts a visit at a rank of a tour, journalled.
   *
   * @param cost what the tour costs more with it
   */
  insert(visit: number, tour: number, rank: number, cost: number): void {
    this.touch(tour)
    const { kernel, rankOf } = this
    const { demand, dimensions } = kernel
    const sequence = this.of[tour] as Sequence
    const size = sequence.size + 1
    sequence.reserve(size)
    const { nodes, places, ready, latest, arcs, load } = sequence
    for (let k = size; k >= rank; k--) {
      const node = nodes[k] as number
      nodes[k + 1] = node
      places[k + 1] = places[k] as number
      ready[k + 1] = ready[k] as number
      latest[k + 1] = latest[k] as number
      arcs[k + 1] = arcs[k] as number
      rankOf[node] = k + 1
    }
    nodes[rank] = visit
    places[rank] = kernel.location[visit] as number
    rankOf[visit] = rank
    this.tourOf[visit] = tour
    arcs[rank - 1] = this.arc(sequence, tour, rank - 1, rank)
    arcs[rank] = this.arc(sequence, tour, rank, rank + 1)
    for (let d = 0; d < dimensions; d++) {
      load[d] = (load[d] as number) + (demand[visit * dimensions + d] as number)
    }
    sequence.size = size
    sequence.cost += cost
    this.total += cost - (kernel.price[visit] as number)
    if (size === 1) this.list(tour)
    this.mend(tour, rank - 1, rank + 1)
  }

  /** Exchanges what comes after rank `i` of a tour with what comes from rank `j` on in another. */
  exchangeTails(a: number, i: number, b: number, j: number): void {
    this.touch(a)
    this.touch(b)
    const before = this.total
    this.graft(a, i + 1, this.spare[b] as Sequence, j)
    this.graft(b, j, this.spare[a] as Sequence, i + 1)
    this.total = before
    for (const tour of [a, b]) {
      const sequence = this.of[tour] as Sequence
      this.total -= (this.spare[tour] as Sequence).cost
      this.weigh(tour)
      this.total += sequence.cost
      this.list(tour)
    }
  }

  /** Ends a tour, from a rank on, as another was from a rank on. */
  private graft(tour: number, at: number, other: Sequence, first: number): void {
    const { kernel } = this
    const sequence = this.of[tour] as Sequence
    const size = at - 1 + other.size - first + 1
    sequence.reserve(size)
    sequence.copyRanks(other, first, other.size + 1, at)
    sequence.size = size
    sequence.nodes[size + 1] = kernel.visits + kernel.shifts + tour
    for (let k = at; k <= size + 1; k++) {
      const node = sequence.nodes[k] as number
      this.rankOf[node] = k
      if (k <= size) this.tourOf[node] = tour
    }
    sequence.arcs[at - 1] = this.arc(sequence, tour, at - 1, at)
    this.mend(tour, at - 1, at)
  }
}
