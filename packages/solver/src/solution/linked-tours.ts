import type { Kernel } from './kernel.ts'
import { compileLinks, type LinkKernel } from './link-kernel.ts'
import { BROKEN } from './tour-books.ts'
import { Tours } from './tours.ts'

/** Starts corrected per visit before a circle is suspected. */
const PATIENCE = 64

/**
 * Tours whose visits wait for each other, in the same tour or another. Every start is the
 * earliest that tours and links allow together: the longest way through their graph. What a
 * change moves is followed from visit to visit and no further (labels corrected by a queue,
 * Bellman 1958, Moore 1959), so that a crew moves as one.
 */
export class LinkedTours extends Tours {
  readonly links: LinkKernel
  /** Earliest start of service under tours and links, of planned visits. */
  readonly begins: Float64Array
  /** Price of all lateness but the largest; and the largest, in seconds. */
  private latePrice = 0
  largest = 0
  private stale = true
  private sound = true
  private readonly saved: Float64Array
  private readonly marked: Float64Array
  private old = { latePrice: 0, largest: 0, stale: true, sound: true }
  private mark = { latePrice: 0, largest: 0 }
  private readonly queue: Int32Array
  private readonly queued: Uint8Array
  private queueHead = 0
  private queueTail = 0
  /** Starts that a trial moved, to be put back. */
  private readonly moved: Int32Array
  private readonly movedFrom: Float64Array
  private readonly isMoved: Uint8Array
  private moves = 0
  /** What the moves since the last trial began cost, and the largest lateness they make. */
  private gain = 0
  private worst = 0

  constructor(kernel: Kernel) {
    super(kernel)
    const { visits } = kernel
    this.links = compileLinks(kernel)
    this.begins = new Float64Array(visits)
    this.saved = new Float64Array(visits)
    this.marked = new Float64Array(visits)
    this.queue = new Int32Array(visits + 1)
    this.queued = new Uint8Array(visits)
    this.moved = new Int32Array(visits)
    this.movedFrom = new Float64Array(visits)
    this.isMoved = new Uint8Array(visits)
  }

  override begin(): void {
    super.begin()
    this.saved.set(this.begins)
    const { latePrice, largest, stale, sound } = this
    this.old = { latePrice, largest, stale, sound }
  }

  override rollback(): void {
    super.rollback()
    this.begins.set(this.saved)
    this.latePrice = this.old.latePrice
    this.largest = this.old.largest
    this.stale = this.old.stale
    this.sound = this.old.sound
  }

  override refresh(tour: number): void {
    super.refresh(tour)
    this.stale = true
  }

  override isSound(): boolean {
    this.sync()
    return this.sound
  }

  override extra(): number {
    this.sync()
    return this.latePrice + this.largest * this.links.perLargestLateSecond
  }

  /** May a visit join the crew that its work order has so far? */
  mayJoin(visit: number, tour: number): boolean {
    const { problem, technicianOf } = this.kernel
    const seats = problem.workOrders[problem.visits[visit]?.workOrder ?? -1]?.visits ?? []
    for (const seat of seats) {
      const other = this.tourOf[seat] as number
      if (other >= 0 && technicianOf[other] === technicianOf[tour]) return false
    }
    return true
  }

  /** From when on the node after a node can be travelled to. */
  private readyAt(node: number): number {
    if (node >= this.kernel.visits) return this.ready[node] as number
    return (this.begins[node] as number) + (this.kernel.service[node] as number)
  }

  /** The earliest start that the planned partners of a visit leave it. */
  tiedStart(visit: number): number {
    const { from, other, lag } = this.links.inward
    let time = -BROKEN
    for (let k = from[visit] as number; k < (from[visit + 1] as number); k++) {
      const partner = other[k] as number
      if ((this.tourOf[partner] as number) >= 0)
        time = Math.max(time, (this.begins[partner] as number) + (lag[k] as number))
    }
    return time
  }

  /** What a visit costs in a tour, the ways aside: a first visit opens the tour. */
  joinPrice(visit: number, tour: number): number {
    const { preference, problem, technicianOf, perShift } = this.kernel
    const opening = this.size[tour] === 0 ? (perShift[tour] as number) : 0
    if (preference.length === 0) return opening
    const cell = visit * problem.technicians.length + (technicianOf[tour] as number)
    return opening + (preference[cell] as number)
  }

  /** What the tour costs more with a visit after a node, lateness aside. */
  private detour(visit: number, tour: number, after: number): number {
    const { location, locations, travelOf, metresFrom, perMetre, perSecond } = this.kernel
    const metres = metresFrom[travelOf[tour] as number] as Int32Array
    const before = this.next[after] as number
    const way = (from: number, to: number): number =>
      this.leg(from, to, tour) * (perSecond[tour] as number) +
      (metres[(location[from] as number) * locations + (location[to] as number)] as number) *
        (perMetre[tour] as number)
    const skipped = this.size[tour] === 0 ? 0 : way(after, before)
    return this.joinPrice(visit, tour) + way(after, visit) + way(visit, before) - skipped
  }

  /**
   * What the lateness of all visits would cost more with a visit after a node.
   *
   * @param cutoff a price from which on the place does not matter
   * @returns `BROKEN` when it breaks a window, a shift or a link, or reaches the cutoff
   */
  trial(visit: number, tour: number, after: number, cutoff: number): number {
    const before = this.next[after] as number
    const { largest } = this
    this.hook(after, visit, before)
    this.tourOf[visit] = tour
    const fits = this.settleVisit(visit, after, cutoff)
    const price = this.gain + (this.worst - largest) * this.links.perLargestLateSecond
    for (let k = 0; k < this.moves; k++) {
      const u = this.moved[k] as number
      this.begins[u] = this.movedFrom[k] as number
      this.isMoved[u] = 0
    }
    this.tourOf[visit] = -1
    this.next[after] = before
    this.prev[before] = after
    return fits && price < cutoff ? price : BROKEN
  }

  private hook(after: number, visit: number, before: number): void {
    this.next[after] = visit
    this.prev[visit] = after
    this.next[visit] = before
    this.prev[before] = visit
  }

  /** Starts a visit that has just joined a tour, and moves what waits for it. */
  private settleVisit(visit: number, after: number, cutoff: number): boolean {
    const { kernel } = this
    this.moves = 0
    this.gain = 0
    this.worst = this.largest
    this.begins[visit] = -BROKEN
    const start = Math.max(
      kernel.opens[visit] as number,
      this.tiedStart(visit),
      this.readyAt(after) + this.leg(after, visit, this.tourOf[visit] as number),
    )
    return this.raise(visit, start) && this.spread(visit, cutoff)
  }

  private leg(from: number, to: number, tour: number): number {
    const { location, locations, secondsFrom, travelOf } = this.kernel
    return (secondsFrom[travelOf[tour] as number] as Int32Array)[
      (location[from] as number) * locations + (location[to] as number)
    ] as number
  }

  /** Moves a start back to a time; false when that is too late. */
  private raise(visit: number, time: number): boolean {
    const { begins, queue } = this
    const before = begins[visit] as number
    if (this.isMoved[visit] === 0) {
      this.isMoved[visit] = 1
      this.moved[this.moves] = visit
      this.movedFrom[this.moves++] = before
    }
    begins[visit] = time
    if (time > (this.kernel.closes[visit] as number)) return false
    const due = this.links.dueAt[visit] as number
    if (time > due) {
      this.gain += (time - Math.max(due, before)) * (this.links.perLateSecond[visit] as number)
      this.worst = Math.max(this.worst, time - due)
    }
    if (this.queued[visit] === 0) {
      this.queued[visit] = 1
      queue[this.queueTail++] = visit
      if (this.queueTail === queue.length) this.queueTail = 0
    }
    return true
  }

  /** Lets what was raised move what comes after it; `root` must not move again. */
  private spread(root: number, cutoff: number): boolean {
    const { kernel, queue, queued, links } = this
    const { from, other, lag } = links.onward
    const before = this.largest
    let fits = true
    let left = kernel.visits * PATIENCE
    while (this.queueHead !== this.queueTail) {
      const u = queue[this.queueHead++] as number
      if (this.queueHead === queue.length) this.queueHead = 0
      queued[u] = 0
      if (!fits) continue
      const price = this.gain + (this.worst - before) * links.perLargestLateSecond
      fits = price < cutoff && left-- > 0 && this.pass(u, root)
      const start = this.begins[u] as number
      for (let k = from[u] as number; k < (from[u + 1] as number) && fits; k++) {
        const partner = other[k] as number
        const time = start + (lag[k] as number)
        if ((this.tourOf[partner] as number) < 0 || time <= (this.begins[partner] as number))
          continue
        fits = partner !== root && this.raise(partner, time)
      }
    }
    return fits
  }

  /** Moves the visit after a visit, if it must; false when that is too late. */
  private pass(u: number, root: number): boolean {
    const { kernel } = this
    const next = this.next[u] as number
    const tour = this.tourOf[u] as number
    const time =
      (this.begins[u] as number) + (kernel.service[u] as number) + this.leg(u, next, tour)
    if (next >= kernel.visits) return time <= (kernel.closes[next] as number)
    if (time <= (this.begins[next] as number)) return true
    return next !== root && this.raise(next, time)
  }

  override insert(visit: number, tour: number, after: number, _cost: number): void {
    this.sync()
    const arcs = this.detour(visit, tour, after)
    super.insert(visit, tour, after, arcs)
    this.sound = this.settleVisit(visit, after, BROKEN) && this.sound
    this.keepMoves()
  }

  private keepMoves(): void {
    for (let k = 0; k < this.moves; k++) this.isMoved[this.moved[k] as number] = 0
    this.latePrice += this.gain
    this.largest = this.worst
  }

  /** Notes the starts, so that visits added from now on can be taken back at once. */
  note(): void {
    this.sync()
    this.marked.set(this.begins)
    this.mark = { latePrice: this.latePrice, largest: this.largest }
  }

  /** Takes a visit back that was added since `note`, with all it moved. */
  takeBack(visit: number): void {
    const tour = this.tourOf[visit] as number
    this.unlink(visit)
    this.refresh(tour)
    this.begins.set(this.marked)
    this.latePrice = this.mark.latePrice
    this.largest = this.mark.largest
    this.stale = false
  }

  /** Brings all starts up to date after visits have left. */
  sync(): void {
    if (!this.stale) return
    this.stale = false
    this.moves = 0
    this.gain = 0
    this.worst = 0
    this.largest = 0
    this.latePrice = 0
    this.sound = true
    for (let k = 0; k < this.usedCount; k++) this.layOut(this.used[k] as number)
    const { from } = this.links.onward
    for (let u = 0; u < this.kernel.visits; u++) {
      if ((this.tourOf[u] as number) < 0 || from[u] === from[u + 1] || this.queued[u] === 1)
        continue
      this.queued[u] = 1
      this.queue[this.queueTail++] = u
      if (this.queueTail === this.queue.length) this.queueTail = 0
    }
    this.sound = this.spread(-1, BROKEN) && this.sound
    this.keepMoves()
  }

  /** Starts of a tour as if there were no links. */
  private layOut(tour: number): void {
    const { kernel, begins } = this
    const { opens, closes, visits } = kernel
    let last = this.start(tour)
    for (let u = this.next[last] as number; u < visits; u = this.next[u] as number) {
      const time = Math.max(opens[u] as number, this.readyAt(last) + this.leg(last, u, tour))
      begins[u] = time
      if (time > (closes[u] as number)) this.sound = false
      const late = time - (this.links.dueAt[u] as number)
      if (late > 0) {
        this.gain += late * (this.links.perLateSecond[u] as number)
        this.worst = Math.max(this.worst, late)
      }
      last = u
    }
    if (
      this.readyAt(last) + this.leg(last, this.end(tour), tour) >
      (closes[this.end(tour)] as number)
    )
      this.sound = false
  }
}
