import { emptyClasses } from '../../moves/insertion.ts'
import type { Neighbours } from '../../moves/neighbours.ts'
import type { Random } from '../../random/random.ts'
import type { Sequence } from './sequence.ts'
import type { Sequences } from './sequences.ts'

/** Cost that stands for "cannot be inserted". */
export const NEVER = 1e300

/** Chance that the best place in a tour is overlooked (Christiaens & Vanden Berghe 2020). */
const BLINK = 0.01

/** Cells above which costs of visits in tours are not kept. */
const CACHE_LIMIT = 6_000_000

/** Up to `few` tours, a visit is compared with all of them; else with those of `reach` visits nearby. */
export const NEARBY = { few: 24, reach: 40 }

/** Tours of fewer visits are scanned from their start. */
const SHORT = 6

/**
 * The cheapest feasible place of a visit over all tours, some places overlooked. What a visit
 * costs in a tour is remembered until the tour changes for good: most of the work of a search
 * that ruins a few tours and mostly takes it back.
 */
export class BestPlace {
  /** Tour and rank of the place found, −1 without one; and what it costs. */
  tour = -1
  rank = -1
  cost: number = NEVER
  private readonly plan: Sequences
  private readonly neighbours: Neighbours
  private readonly random: Random
  private readonly knownVersion: Int32Array
  private readonly knownRank: Int32Array
  private readonly knownCost: Float64Array
  /** Shifts that are alike while empty, by class. */
  private readonly alike: readonly Int32Array[]
  /** By class, where an empty one was found last. */
  private readonly emptyAt: Int32Array
  /** Tours to look at until one place is overlooked. */
  private untilBlink: number
  /** Round in which a tour was considered last. */
  private readonly seen: Int32Array
  private round = 0
  /** What the last scan found. */
  private scanned: number = NEVER
  private scannedRank = -1

  constructor(plan: Sequences, neighbours: Neighbours, random: Random) {
    const { visits, shifts } = plan.kernel
    const cells = visits * shifts <= CACHE_LIMIT ? visits * shifts : 0
    this.plan = plan
    this.neighbours = neighbours
    this.seen = new Int32Array(shifts)
    this.random = random
    this.knownVersion = new Int32Array(cells)
    this.knownRank = new Int32Array(cells)
    this.knownCost = new Float64Array(cells)
    this.untilBlink = random.geometric(BLINK)
    this.alike = emptyClasses(plan.kernel)
    this.emptyAt = new Int32Array(this.alike.length)
  }

  find(visit: number): void {
    this.tour = -1
    this.rank = -1
    this.cost = NEVER
    if (this.plan.usedCount <= NEARBY.few) this.considerAll(visit)
    else {
      this.considerNear(visit)
      if (this.rank < 0) this.considerAll(visit)
    }
    this.considerEmpty(visit)
  }

  private considerAll(visit: number): void {
    const { used, usedCount } = this.plan
    for (let k = 0; k < usedCount; k++) this.consider(visit, used[k] as number)
  }

  /** Tours under change, and those of the visits nearby. */
  private considerNear(visit: number): void {
    const { tourOf, touched, touches } = this.plan
    const { seen } = this
    const round = ++this.round
    for (let k = 0; k < touches; k++) {
      const tour = touched[k] as number
      seen[tour] = round
      this.consider(visit, tour)
    }
    const near = this.neighbours.of(visit)
    const reach = Math.min(NEARBY.reach, near.length)
    for (let k = 1; k < reach; k++) {
      const tour = tourOf[near[k] as number] as number
      if (tour < 0 || seen[tour] === round) continue
      seen[tour] = round
      this.consider(visit, tour)
    }
  }

  /** One of the empty shifts of each class of those that are alike; it is never overlooked. */
  private considerEmpty(visit: number): void {
    for (let name = 0; name < this.alike.length; name++) {
      const tour = this.emptyOf(name)
      if (tour >= 0 && this.look(visit, tour)) this.take(tour)
    }
  }

  private emptyOf(name: number): number {
    const { of, isOpen } = this.plan
    const shifts = this.alike[name] as Int32Array
    const known = this.emptyAt[name] as number
    for (let k = 0; k < shifts.length; k++) {
      // What was empty the last time mostly still is.
      const at = known + k < shifts.length ? known + k : known + k - shifts.length
      const tour = shifts[at] as number
      if (isOpen[tour] === 0 || (of[tour] as Sequence).size > 0) continue
      this.emptyAt[name] = at
      return tour
    }
    return -1
  }

  private consider(visit: number, tour: number): void {
    if (!this.look(visit, tour)) return
    if (--this.untilBlink <= 0) {
      this.untilBlink = this.random.geometric(BLINK)
      if (this.scannedRank >= 0) this.scan(visit, tour, this.scannedRank)
    }
    this.take(tour)
  }

  private take(tour: number): void {
    if (this.scanned >= this.cost) return
    this.cost = this.scanned
    this.rank = this.scannedRank
    this.tour = tour
  }

  /** Finds what a visit costs in a tour; false when they do not go together at all. */
  private look(visit: number, tour: number): boolean {
    const { plan, knownVersion } = this
    const { shifts, compatibility } = plan.kernel
    const { classOf, table } = compatibility
    if (plan.isOpen[tour] === 0) return false
    if (table[(classOf[visit] as number) * shifts + tour] !== 1) return false
    const cell = visit * shifts + tour
    if (knownVersion.length === 0 || plan.isTouched[tour] === 1) {
      this.scan(visit, tour, -1)
    } else if (knownVersion[cell] === plan.version[tour]) {
      this.scanned = this.knownCost[cell] as number
      this.scannedRank = this.knownRank[cell] as number
    } else {
      this.scan(visit, tour, -1)
      knownVersion[cell] = plan.version[tour] as number
      this.knownCost[cell] = this.scanned
      this.knownRank[cell] = this.scannedRank
    }
    return true
  }

  /**
   * Finds the cheapest place of a visit in a tour, in constant time per place.
   *
   * @param except a rank that does not count, −1 for none
   */
  private scan(visit: number, tour: number, except: number): void {
    const { kernel } = this.plan
    const sequence = this.plan.of[tour] as Sequence
    this.scanned = NEVER
    this.scannedRank = -1
    if (!this.fits(visit, tour, sequence)) return
    const { size, places, ready, latest, arcs } = sequence
    const { location, locations } = kernel
    const profile = kernel.travelOf[tour] as number
    const row = (location[visit] as number) * locations
    const secondsTo = kernel.secondsTo[profile] as Int32Array
    const secondsFrom = kernel.secondsFrom[profile] as Int32Array
    const metresTo = kernel.metresTo[profile] as Int32Array
    const metresFrom = kernel.metresFrom[profile] as Int32Array
    const perMetre = this.plan.prices.perMetre[tour] as number
    const perSecond = this.plan.prices.perSecond[tour] as number
    const opens = kernel.opens[visit] as number
    const closes = kernel.closes[visit] as number
    const service = kernel.service[visit] as number
    let best = NEVER
    let at = -1
    for (let k = size > SHORT ? firstRank(sequence, opens + service) : 0; k <= size; k++) {
      let time = ready[k] as number
      if (time > closes) break
      const here = row + (places[k] as number)
      const there = row + (places[k + 1] as number)
      const to = secondsTo[here] as number
      const on = secondsFrom[there] as number
      time += to
      if (time < opens) time = opens
      if (time > closes || time + service + on > (latest[k + 1] as number)) continue
      let cost = (to + on) * perSecond - (arcs[k] as number)
      if (perMetre !== 0)
        cost += ((metresTo[here] as number) + (metresFrom[there] as number)) * perMetre
      if (cost < best && k + 1 !== except) {
        best = cost
        at = k + 1
      }
    }
    if (at < 0) return
    if (size === 0) best += (kernel.perShift[tour] as number) + (arcs[0] as number)
    this.scanned = best + this.plan.prices.liking(visit, tour)
    this.scannedRank = at
  }

  private fits(visit: number, tour: number, { load }: Sequence): boolean {
    const { dimensions, demand, capacity } = this.plan.kernel
    for (let d = 0; d < dimensions; d++) {
      const sum = (load[d] as number) + (demand[visit * dimensions + d] as number)
      if (sum > (capacity[tour * dimensions + d] as number)) return false
    }
    return true
  }
}

/** The first rank after which something that ends at `instant` may still come: latest starts grow. */
const firstRank = ({ latest, size }: Sequence, instant: number): number => {
  let low = 0
  let high = size
  while (low < high) {
    const middle = (low + high) >> 1
    if ((latest[middle + 1] as number) < instant) low = middle + 1
    else high = middle
  }
  return low
}
