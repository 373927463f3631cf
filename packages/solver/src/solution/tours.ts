import type { Kernel } from './kernel.ts'

/**
 * The plan that the search works on: tours as linked lists over typed arrays, with the earliest
 * and latest start of every node, so that an insertion is judged in constant time (Savelsbergh
 * 1992). Changes are journalled: `begin`, change, then `commit` or `rollback`.
 */
export class Tours {
  readonly kernel: Kernel
  readonly next: Int32Array
  readonly prev: Int32Array
  /** Tour of a visit, −1 while unassigned. */
  readonly tourOf: Int32Array
  /** Earliest start of service, and the instant from which the node after can be travelled to. */
  readonly earliest: Float64Array
  readonly ready: Float64Array
  /** Latest start of service that keeps the rest of the tour in time. */
  readonly latest: Float64Array
  readonly size: Int32Array
  readonly load: Float64Array
  readonly cost: Float64Array
  /** Identifies the content of a tour: equal versions, equal content. */
  readonly version: Int32Array
  /** Tours with visits: the first `usedCount` of `used`, in no order. */
  readonly used: Int32Array
  usedCount = 0
  private readonly usedAt: Int32Array
  /** Unassigned visits. */
  readonly bank: Int32Array
  banked = 0
  /** Cost of all tours and of the bank. */
  total = 0
  protected versions = 1
  private readonly touched: Int32Array
  private readonly isTouched: Uint8Array
  private touches = 0
  private readonly journal: Int32Array
  private readonly journalEnd: Int32Array
  private readonly oldVersion: Int32Array
  private readonly oldBank: Int32Array
  private oldBanked = 0
  private oldTotal = 0

  constructor(kernel: Kernel) {
    const { visits, shifts, nodes } = kernel
    this.kernel = kernel
    this.next = new Int32Array(nodes)
    this.prev = new Int32Array(nodes)
    this.tourOf = new Int32Array(visits).fill(-1)
    this.earliest = new Float64Array(nodes)
    this.ready = new Float64Array(nodes)
    this.latest = new Float64Array(nodes)
    this.size = new Int32Array(shifts)
    this.load = new Float64Array(shifts * kernel.dimensions)
    this.cost = new Float64Array(shifts)
    this.version = new Int32Array(shifts)
    this.used = new Int32Array(shifts)
    this.usedAt = new Int32Array(shifts).fill(-1)
    this.bank = new Int32Array(visits)
    this.touched = new Int32Array(shifts)
    this.isTouched = new Uint8Array(shifts)
    this.journal = new Int32Array(visits)
    this.journalEnd = new Int32Array(shifts)
    this.oldVersion = new Int32Array(shifts)
    this.oldBank = new Int32Array(visits)
    this.clear()
  }

  /** Empties every tour. */
  clear(): void {
    const { visits, shifts } = this.kernel
    this.tourOf.fill(-1)
    this.banked = visits
    this.total = 0
    for (let u = 0; u < visits; u++) {
      this.bank[u] = u
      this.total += this.kernel.price[u] as number
    }
    for (let r = 0; r < shifts; r++) {
      this.next[visits + r] = visits + shifts + r
      this.prev[visits + shifts + r] = visits + r
      this.cost[r] = 0
      this.refresh(r)
    }
  }

  start(tour: number): number {
    return this.kernel.visits + tour
  }

  end(tour: number): number {
    return this.kernel.visits + this.kernel.shifts + tour
  }

  begin(): void {
    this.touches = 0
    this.oldTotal = this.total
    this.oldBanked = this.banked
    for (let k = 0; k < this.banked; k++) this.oldBank[k] = this.bank[k] as number
  }

  /** Notes the content of a tour before its first change. */
  touch(tour: number): void {
    if (this.isTouched[tour] === 1) return
    this.isTouched[tour] = 1
    let at = this.touches === 0 ? 0 : (this.journalEnd[this.touches - 1] as number)
    const end = this.end(tour)
    for (let u = this.next[this.start(tour)] as number; u !== end; u = this.next[u] as number) {
      this.journal[at++] = u
    }
    this.oldVersion[tour] = this.version[tour] as number
    this.journalEnd[this.touches] = at
    this.touched[this.touches++] = tour
  }

  commit(): void {
    for (let k = 0; k < this.touches; k++) this.isTouched[this.touched[k] as number] = 0
    this.touches = 0
  }

  rollback(): void {
    for (let k = 0; k < this.touches; k++) this.unhook(this.touched[k] as number)
    let at = 0
    for (let k = 0; k < this.touches; k++) {
      const tour = this.touched[k] as number
      let last = this.start(tour)
      for (; at < (this.journalEnd[k] as number); at++) {
        const u = this.journal[at] as number
        this.tourOf[u] = tour
        this.joined(u, tour, 1)
        this.next[last] = u
        this.prev[u] = last
        last = u
      }
      this.next[last] = this.end(tour)
      this.prev[this.end(tour)] = last
      this.refresh(tour)
      this.version[tour] = this.oldVersion[tour] as number
      this.isTouched[tour] = 0
    }
    this.banked = this.oldBanked
    for (let k = 0; k < this.banked; k++) this.bank[k] = this.oldBank[k] as number
    this.total = this.oldTotal
    this.touches = 0
  }

  private unhook(tour: number): void {
    const end = this.end(tour)
    for (let u = this.next[this.start(tour)] as number; u !== end; u = this.next[u] as number) {
      this.tourOf[u] = -1
      this.joined(u, tour, -1)
    }
  }

  /** Takes a visit out of its tour; call `refresh` on the tour when all are out. */
  unlink(visit: number): void {
    const before = this.prev[visit] as number
    const after = this.next[visit] as number
    this.next[before] = after
    this.prev[after] = before
    const tour = this.tourOf[visit] as number
    this.tourOf[visit] = -1
    this.joined(visit, tour, -1)
    this.total += this.kernel.price[visit] as number
  }

  /**
   * Puts a visit after a node of a tour, journalled, and brings the tour up to date.
   *
   * @param cost what the tour costs more with it, as found by the scan
   */
  insert(visit: number, tour: number, after: number, cost: number): void {
    this.link(visit, tour, after)
    const { kernel, load } = this
    this.total += cost
    this.cost[tour] = (this.cost[tour] as number) + cost
    this.version[tour] = this.versions++
    const { dimensions, demand } = kernel
    for (let k = 0; k < dimensions; k++) {
      const cell = tour * dimensions + k
      load[cell] = (load[cell] as number) + (demand[visit * dimensions + k] as number)
    }
    const size = (this.size[tour] as number) + 1
    this.size[tour] = size
    if (size === 1) this.enlist(tour)
    this.pushForward(after, tour)
    this.pushBackward(this.next[visit] as number, tour)
  }

  /** Puts a visit after a node, journalled; the tour is then to be brought up to date. */
  link(visit: number, tour: number, after: number): void {
    this.touch(tour)
    const { next, prev } = this
    const before = next[after] as number
    next[after] = visit
    prev[visit] = after
    next[visit] = before
    prev[before] = visit
    this.tourOf[visit] = tour
    this.total -= this.kernel.price[visit] as number
    this.joined(visit, tour, 1)
  }

  /** Exchanges what comes after `u` in its tour with what comes from `v` on in its own. */
  exchangeTails(u: number, v: number): void {
    const a = this.tourOf[u] as number
    const b = this.tourOf[v] as number
    this.touch(a)
    this.touch(b)
    const x = this.next[u] as number
    const w = this.prev[v] as number
    this.graft(v, { after: u, tour: a, from: b })
    this.graft(x, { after: w, tour: b, from: a })
    this.refresh(a)
    this.refresh(b)
  }

  /** Moves the end of a tour, from a node on, behind a node of another. */
  private graft(first: number, to: { after: number; tour: number; from: number }): void {
    const { next, prev } = this
    let last = to.after
    for (let u = first; u !== this.end(to.from); u = next[u] as number) {
      next[last] = u
      prev[u] = last
      this.tourOf[u] = to.tour
      last = u
    }
    next[last] = this.end(to.tour)
    prev[this.end(to.tour)] = last
  }

  /** Told when a visit joins (1) or leaves (−1) a tour. */
  protected joined(_visit: number, _tour: number, _sign: 1 | -1): void {
    // Plain tours keep no such books.
  }

  /** Are the tours that changed since `begin` still feasible? Plain tours always are. */
  isSound(): boolean {
    return true
  }

  /** Cost that belongs to no tour. */
  extra(): number {
    return 0
  }

  /** Brings the starts after a node up to date, until one does not change. */
  private pushForward(from: number, tour: number): void {
    const { kernel, next, earliest, ready } = this
    const { location, opens, service, locations } = kernel
    const seconds = kernel.secondsFrom[kernel.travelOf[tour] as number] as Int32Array
    const end = this.end(tour)
    let u = from
    let time = ready[u] as number
    let fresh = true
    while (u !== end) {
      const v = next[u] as number
      time += seconds[(location[u] as number) * locations + (location[v] as number)] as number
      if (time < (opens[v] as number)) time = opens[v] as number
      if (!fresh && earliest[v] === time) return
      fresh = false
      earliest[v] = time
      time += service[v] as number
      ready[v] = time
      u = v
    }
  }

  /** Brings the latest starts before a node up to date, until one does not change. */
  private pushBackward(from: number, tour: number): void {
    const { kernel, prev, latest } = this
    const { location, closes, service, locations } = kernel
    const seconds = kernel.secondsFrom[kernel.travelOf[tour] as number] as Int32Array
    const start = this.start(tour)
    let v = from
    let time = latest[v] as number
    let fresh = true
    while (v !== start) {
      const u = prev[v] as number
      time -=
        (seconds[(location[u] as number) * locations + (location[v] as number)] as number) +
        (service[u] as number)
      if (time > (closes[u] as number)) time = closes[u] as number
      if (!fresh && latest[u] === time) return
      fresh = false
      latest[u] = time
      v = u
    }
  }

  private enlist(tour: number): void {
    this.usedAt[tour] = this.usedCount
    this.used[this.usedCount++] = tour
  }

  private delist(tour: number): void {
    const last = this.used[--this.usedCount] as number
    const at = this.usedAt[tour] as number
    this.used[at] = last
    this.usedAt[last] = at
    this.usedAt[tour] = -1
  }

  /** Recomputes times, load and cost of a tour from its order of visits. Linear in its length. */
  refresh(tour: number): void {
    const { kernel, next, prev, earliest, ready, latest } = this
    const { location, opens, closes, service, locations } = kernel
    const profile = kernel.travelOf[tour] as number
    const seconds = kernel.secondsFrom[profile] as Int32Array
    const metres = kernel.metresFrom[profile] as Int32Array
    const end = this.end(tour)
    let u = this.start(tour)
    let time = opens[u] as number
    let sumSeconds = 0
    let sumMetres = 0
    let size = 0
    earliest[u] = time
    ready[u] = time
    while (u !== end) {
      const v = next[u] as number
      const cell = (location[u] as number) * locations + (location[v] as number)
      const way = seconds[cell] as number
      sumSeconds += way
      sumMetres += metres[cell] as number
      time += way
      if (time < (opens[v] as number)) time = opens[v] as number
      earliest[v] = time
      time += service[v] as number
      ready[v] = time
      size++
      u = v
    }
    let late = closes[end] as number
    latest[end] = late
    for (let v = end; v !== this.start(tour); ) {
      u = prev[v] as number
      late -=
        (seconds[(location[u] as number) * locations + (location[v] as number)] as number) +
        (service[u] as number)
      if (late > (closes[u] as number)) late = closes[u] as number
      latest[u] = late
      v = u
    }
    this.size[tour] = size - 1
    const listed = (this.usedAt[tour] as number) >= 0
    if (size > 1 && !listed) this.enlist(tour)
    else if (size === 1 && listed) this.delist(tour)
    const old = this.cost[tour] as number
    const liked = this.weigh(tour)
    const arcs =
      sumMetres * (kernel.perMetre[tour] as number) +
      sumSeconds * (kernel.perSecond[tour] as number)
    const plain = size === 1 ? 0 : arcs + (kernel.perShift[tour] as number) + liked
    const cost = this.settle(tour, plain)
    this.cost[tour] = cost
    this.total += cost - old
    this.version[tour] = this.versions++
  }

  /** The cost of a tour whose nodes are up to date; `plain` is that of the plain kernel. */
  protected settle(_tour: number, plain: number): number {
    return plain
  }

  /** Sums the load of a tour and returns the price of what its technician is not preferred for. */
  private weigh(tour: number): number {
    const { kernel, next, load } = this
    const { dimensions, demand, preference } = kernel
    const base = tour * dimensions
    for (let k = 0; k < dimensions; k++) load[base + k] = 0
    if (dimensions === 0 && preference.length === 0) return 0
    const crew = kernel.problem.technicians.length
    const technician = kernel.technicianOf[tour] as number
    const end = this.end(tour)
    let price = 0
    for (let u = next[this.start(tour)] as number; u !== end; u = next[u] as number) {
      for (let k = 0; k < dimensions; k++) {
        load[base + k] = (load[base + k] as number) + (demand[u * dimensions + k] as number)
      }
      if (preference.length > 0) price += preference[u * crew + technician] as number
    }
    return price
  }
}
