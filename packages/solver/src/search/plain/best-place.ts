import type { Random } from '../../random/random.ts'
import type { Sequence } from './sequence.ts'
import type { Sequences } from './sequences.ts'

/** Cost that stands for "cannot be inserted". */
export const NEVER = 1e300

/** Chance that the best place in a tour is overlooked (Christiaens & Vanden Berghe 2020). */
const BLINK = 0.01

/** Cells above which costs of visits in tours are not kept. */
const CACHE_LIMIT = 6_000_000

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
  private readonly random: Random
  private readonly knownVersion: Int32Array
  private readonly knownRank: Int32Array
  private readonly knownCost: Float64Array
  /** Shifts that are alike while empty, by class. */
  private readonly alike: readonly Int32Array[]
  /** Tours to look at until one place is overlooked. */
  private untilBlink: number
  /** What the last scan found. */
  private scanned: number = NEVER
  private scannedRank = -1

  constructor(plan: Sequences, random: Random) {
    const { visits, shifts, emptyClass } = plan.kernel
    const cells = visits * shifts <= CACHE_LIMIT ? visits * shifts : 0
    this.plan = plan
    this.random = random
    this.knownVersion = new Int32Array(cells)
    this.knownRank = new Int32Array(cells)
    this.knownCost = new Float64Array(cells)
    this.untilBlink = random.geometric(BLINK)
    const classes = new Map<number, number[]>()
    emptyClass.forEach((name, shift) => {
      classes.set(name, [...(classes.get(name) ?? []), shift])
    })
    this.alike = [...classes.values()].map((shifts) => Int32Array.from(shifts))
  }

  find(visit: number): void {
    const { used, usedCount, kernel } = this.plan
    const { shifts, compatibility } = kernel
    const { table } = compatibility
    const row = (compatibility.classOf[visit] as number) * shifts
    this.tour = -1
    this.rank = -1
    this.cost = NEVER
    for (let k = 0; k < usedCount; k++) {
      const tour = used[k] as number
      if (table[row + tour] === 1) this.consider(visit, tour)
    }
    for (const shiftsAlike of this.alike) {
      const tour = this.firstEmpty(shiftsAlike)
      if (tour >= 0 && table[row + tour] === 1) this.consider(visit, tour)
    }
  }

  private firstEmpty(shifts: Int32Array): number {
    const { of } = this.plan
    for (let k = 0; k < shifts.length; k++) {
      if ((of[shifts[k] as number] as Sequence).size === 0) return shifts[k] as number
    }
    return -1
  }

  private consider(visit: number, tour: number): void {
    const { plan } = this
    const cell = this.knownVersion.length === 0 ? -1 : visit * plan.kernel.shifts + tour
    if (cell < 0 || plan.isTouched[tour] === 1) {
      this.scan(visit, tour, -1)
    } else if (this.knownVersion[cell] === plan.version[tour]) {
      this.scanned = this.knownCost[cell] as number
      this.scannedRank = this.knownRank[cell] as number
    } else {
      this.scan(visit, tour, -1)
      this.knownVersion[cell] = plan.version[tour] as number
      this.knownCost[cell] = this.scanned
      this.knownRank[cell] = this.scannedRank
    }
    if (--this.untilBlink <= 0) {
      this.untilBlink = this.random.geometric(BLINK)
      if (this.scannedRank >= 0) this.scan(visit, tour, this.scannedRank)
    }
    if (this.scanned < this.cost) {
      this.cost = this.scanned
      this.rank = this.scannedRank
      this.tour = tour
    }
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
    const perMetre = kernel.perMetre[tour] as number
    const perSecond = kernel.perSecond[tour] as number
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
    this.scanned = best + this.plan.liking(visit, tour)
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
