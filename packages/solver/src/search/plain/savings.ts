import type { Neighbours } from '../../moves/neighbours.ts'
import type { Kernel } from '../../solution/kernel.ts'

/** Visits nearby that a tour may go on with. */
const REACH = 64
/** How much a second of waiting that cannot be avoided counts, in seconds of travel. */
const WAITING = 0.2

/** Are all shifts alike, and may each take every visit? */
export const isUniform = ({ emptyClass, compatibility, problem }: Kernel): boolean =>
  emptyClass.every((name) => name === emptyClass[0]) &&
  compatibility.table.every((may) => may === 1) &&
  !problem.visits.some(({ locked }) => locked)

/** Tours under construction, each known by one of its visits; for the first shift. */
class Chains {
  readonly first: Int32Array
  readonly last: Int32Array
  /** Chain of a visit. */
  readonly of: Int32Array
  private readonly kernel: Kernel
  private readonly next: Int32Array
  private readonly load: Float64Array
  /** By visit, in its chain: when it can be left, and when it must begin. */
  private readonly ready: Float64Array
  private readonly latest: Float64Array

  constructor(kernel: Kernel) {
    const { visits, dimensions } = kernel
    const own = Int32Array.from({ length: visits }, (_, visit) => visit)
    this.kernel = kernel
    this.first = own.slice()
    this.last = own.slice()
    this.of = own
    this.next = new Int32Array(visits).fill(-1)
    this.load = kernel.demand.slice(0, visits * dimensions)
    this.ready = new Float64Array(visits)
    this.latest = new Float64Array(visits)
    for (let visit = 0; visit < visits; visit++) this.time(visit)
  }

  private seconds(from: number, to: number): number {
    const { location, locations, secondsFrom, travelOf } = this.kernel
    const cell = (location[from] as number) * locations + (location[to] as number)
    return (secondsFrom[travelOf[0] as number] as Int32Array)[cell] as number
  }

  /** Works out the times of a chain. */
  private time(chain: number): void {
    const { opens, closes, service, visits, shifts } = this.kernel
    const path: number[] = [visits]
    for (let u = this.first[chain] as number; u >= 0; u = this.next[u] as number) path.push(u)
    let time = opens[visits] as number
    for (let k = 1; k < path.length; k++) {
      const u = path[k] as number
      time = Math.max(opens[u] as number, time + this.seconds(path[k - 1] as number, u))
      time += service[u] as number
      this.ready[u] = time
    }
    let after = visits + shifts
    let late = closes[after] as number
    for (let k = path.length - 1; k > 0; k--) {
      const u = path[k] as number
      late -= this.seconds(u, after) + (service[u] as number)
      late = Math.min(late, closes[u] as number)
      this.latest[u] = late
      after = u
    }
  }

  /** Lets a chain go on with another, if windows and capacity allow. */
  join(u: number, v: number): void {
    const a = this.of[u] as number
    const b = this.of[v] as number
    if (a === b || this.last[a] !== u || this.first[b] !== v) return
    if ((this.ready[u] as number) + this.seconds(u, v) > (this.latest[v] as number)) return
    const { dimensions, capacity } = this.kernel
    for (let d = 0; d < dimensions; d++) {
      const sum =
        (this.load[a * dimensions + d] as number) + (this.load[b * dimensions + d] as number)
      if (sum > (capacity[d] as number)) return
    }
    for (let d = 0; d < dimensions; d++) {
      const cell = a * dimensions + d
      this.load[cell] = (this.load[cell] as number) + (this.load[b * dimensions + d] as number)
    }
    this.next[u] = v
    for (let w = v; w >= 0; w = this.next[w] as number) this.of[w] = a
    this.last[a] = this.last[b] as number
    this.time(a)
  }

  /** The visits of each tour, the longest tours first. */
  tours(): readonly (readonly number[])[] {
    const tours: number[][] = []
    for (let visit = 0; visit < this.of.length; visit++) {
      if (this.first[this.of[visit] as number] !== visit) continue
      const tour: number[] = []
      for (let u = visit; u >= 0; u = this.next[u] as number) tour.push(u)
      tours.push(tour)
    }
    return tours.sort((a, b) => b.length - a.length)
  }
}

/**
 * Builds tours for shifts that are alike: from one tour for each visit, ends are joined to starts
 * nearby in the order of what that saves, as long as windows and capacity allow (Clarke & Wright
 * 1964; with time windows Solomon 1987).
 */
export const joinBySavings = (
  kernel: Kernel,
  neighbours: Neighbours,
): readonly (readonly number[])[] => {
  const { visits, shifts, location, locations, opens, closes, service } = kernel
  const profile = kernel.travelOf[0] as number
  const seconds = kernel.secondsFrom[profile] as Int32Array
  const metres = kernel.metresFrom[profile] as Int32Array
  const perSecond = kernel.perSecond[0] as number
  const perMetre = kernel.perMetre[0] as number
  const cell = (from: number, to: number): number =>
    (location[from] as number) * locations + (location[to] as number)
  const cost = (from: number, to: number): number =>
    (seconds[cell(from, to)] as number) * perSecond + (metres[cell(from, to)] as number) * perMetre
  const pairs: { u: number; v: number; saving: number }[] = []
  for (let u = 0; u < visits; u++) {
    for (const v of neighbours.of(u).subarray(1, REACH)) {
      const way = seconds[cell(u, v)] as number
      const soonest = (opens[u] as number) + (service[u] as number) + way
      if (soonest > (closes[v] as number)) continue
      const idle = (opens[v] as number) - (closes[u] as number) - (service[u] as number) - way
      const saving = cost(u, visits + shifts) + cost(visits, v) - cost(u, v)
      const price = way > 0 ? cost(u, v) / way : perSecond
      pairs.push({ u, v, saving: saving - WAITING * Math.max(0, idle) * price })
    }
  }
  pairs.sort((a, b) => b.saving - a.saving)
  const chains = new Chains(kernel)
  for (const { u, v, saving } of pairs) if (saving > 0) chains.join(u, v)
  return chains.tours()
}
