import type { LinkKernel } from './link-kernel.ts'
import { BROKEN } from './tour-books.ts'
import type { Tours } from './tours.ts'

/** Starts corrected per visit before a circle is suspected. */
const PATIENCE = 64

/**
 * The earliest starts that tours and links allow together: the longest way through their graph.
 * What a change moves is followed from visit to visit and no further (labels corrected by a
 * queue, Bellman 1958, Moore 1959).
 */
export class LinkedStarts {
  /** Earliest start of service, of planned visits. */
  readonly begins: Float64Array
  /**
   * How late each visit may begin without anybody being later than now, or more. With it, the
   * bound of an insertion looks beyond the next visit.
   */
  readonly calm: Float64Array
  /** What the moves since the last change began cost, and the largest lateness they make. */
  gain = 0
  worst = 0
  private readonly tours: Tours
  private readonly links: LinkKernel
  private readonly queue: Int32Array
  private readonly queued: Uint8Array
  private head = 0
  private tail = 0
  private readonly moved: Int32Array
  private readonly movedFrom: Float64Array
  private readonly isMoved: Uint8Array
  private moves = 0

  constructor(tours: Tours, links: LinkKernel) {
    const { visits } = tours.kernel
    this.tours = tours
    this.links = links
    this.begins = new Float64Array(visits)
    this.calm = new Float64Array(visits).fill(BROKEN)
    this.queue = new Int32Array(visits + 1)
    this.queued = new Uint8Array(visits)
    this.moved = new Int32Array(visits)
    this.movedFrom = new Float64Array(visits)
    this.isMoved = new Uint8Array(visits)
  }

  /** From when on the node after a node can be travelled to. */
  readyAt(node: number): number {
    const { kernel, ready } = this.tours
    if (node >= kernel.visits) return ready[node] as number
    return (this.begins[node] as number) + (kernel.service[node] as number)
  }

  leg(from: number, to: number, tour: number): number {
    const { location, locations, secondsFrom, travelOf } = this.tours.kernel
    return (secondsFrom[travelOf[tour] as number] as Int32Array)[
      (location[from] as number) * locations + (location[to] as number)
    ] as number
  }

  /** The earliest start that the planned partners of a visit leave it. */
  tiedStart(visit: number): number {
    const { from, other, lag } = this.links.inward
    let time = -BROKEN
    for (let k = from[visit] as number; k < (from[visit + 1] as number); k++) {
      const partner = other[k] as number
      if ((this.tours.tourOf[partner] as number) >= 0)
        time = Math.max(time, (this.begins[partner] as number) + (lag[k] as number))
    }
    return time
  }

  /** Until when a visit may begin without its planned partners making anybody later; a bound. */
  partnersCalm(visit: number): number {
    const { from, other, lag } = this.links.onward
    let time = BROKEN
    for (let k = from[visit] as number; k < (from[visit + 1] as number); k++) {
      const partner = other[k] as number
      if ((this.tours.tourOf[partner] as number) < 0) continue
      const calm = Math.max(this.calm[partner] as number, this.begins[partner] as number)
      time = Math.min(time, calm - (lag[k] as number))
    }
    return time
  }

  /**
   * Starts a visit that has just been linked into a tour, and moves what waits for it.
   *
   * @param largest the largest lateness so far
   * @param cutoff a price at which it gives up
   * @returns false when a window, a shift or a link breaks, or at the cutoff
   */
  settle(visit: number, largest: number, cutoff: number): boolean {
    const { kernel, prev, tourOf } = this.tours
    const after = prev[visit] as number
    this.moves = 0
    this.gain = 0
    this.worst = largest
    this.begins[visit] = -BROKEN
    const start = Math.max(
      kernel.opens[visit] as number,
      this.tiedStart(visit),
      this.readyAt(after) + this.leg(after, visit, tourOf[visit] as number),
    )
    return this.raise(visit, start) && this.spread(visit, largest, cutoff)
  }

  /** Puts back what the last `settle` moved. */
  undo(): void {
    for (let k = 0; k < this.moves; k++) {
      const u = this.moved[k] as number
      this.begins[u] = this.movedFrom[k] as number
      this.isMoved[u] = 0
    }
  }

  /** Leaves what was moved where it is. */
  keep(): void {
    for (let k = 0; k < this.moves; k++) this.isMoved[this.moved[k] as number] = 0
  }

  /** Moves a start back to a time; false when that is too late. */
  private raise(visit: number, time: number): boolean {
    const { begins } = this
    const before = begins[visit] as number
    if (this.isMoved[visit] === 0) {
      this.isMoved[visit] = 1
      this.moved[this.moves] = visit
      this.movedFrom[this.moves++] = before
    }
    begins[visit] = time
    if (time > (this.tours.kernel.closes[visit] as number)) return false
    const due = this.links.dueAt[visit] as number
    if (time > due) {
      this.gain += (time - Math.max(due, before)) * (this.links.perLateSecond[visit] as number)
      this.worst = Math.max(this.worst, time - due)
    }
    this.enqueue(visit)
    return true
  }

  private enqueue(visit: number): void {
    if (this.queued[visit] === 1) return
    this.queued[visit] = 1
    this.queue[this.tail++] = visit
    if (this.tail === this.queue.length) this.tail = 0
  }

  /** Lets what was raised move what comes after it; `root` must not move again: that is a circle. */
  private spread(root: number, largest: number, cutoff: number): boolean {
    const { begins, links, queue, queued } = this
    const { kernel, tourOf } = this.tours
    const { from, other, lag } = links.onward
    let fits = true
    let left = kernel.visits * PATIENCE
    while (this.head !== this.tail) {
      const u = queue[this.head++] as number
      if (this.head === queue.length) this.head = 0
      queued[u] = 0
      if (!fits) continue
      const price = this.gain + (this.worst - largest) * links.perLargestLateSecond
      fits = price < cutoff && left-- > 0 && this.pass(u, root)
      for (let k = from[u] as number; k < (from[u + 1] as number) && fits; k++) {
        const partner = other[k] as number
        const time = (begins[u] as number) + (lag[k] as number)
        if ((tourOf[partner] as number) < 0 || time <= (begins[partner] as number)) continue
        fits = partner !== root && this.raise(partner, time)
      }
    }
    return fits
  }

  /** Moves the visit after a visit, if it must; false when that is too late. */
  private pass(u: number, root: number): boolean {
    const { kernel, next, tourOf } = this.tours
    const after = next[u] as number
    const time = this.readyAt(u) + this.leg(u, after, tourOf[u] as number)
    if (after >= kernel.visits) return time <= (kernel.closes[after] as number)
    if (time <= (this.begins[after] as number)) return true
    return after !== root && this.raise(after, time)
  }

  /** Recomputes all starts; returns whether they keep every window, shift and link. */
  layOutAll(): boolean {
    const { used, usedCount, tourOf, kernel } = this.tours
    const { from } = this.links.onward
    this.moves = 0
    this.gain = 0
    this.worst = 0
    let sound = true
    for (let k = 0; k < usedCount; k++) sound = this.layOut(used[k] as number) && sound
    for (let u = 0; u < kernel.visits; u++) {
      if ((tourOf[u] as number) >= 0 && from[u] !== from[u + 1]) this.enqueue(u)
    }
    sound = this.spread(-1, 0, BROKEN) && sound
    this.keep()
    this.calmAll()
    return sound
  }

  /** Works `calm` out anew: it is too low once somebody is later than before. */
  calmAll(): void {
    const { used, usedCount } = this.tours
    this.calm.fill(BROKEN)
    for (let k = 0; k < usedCount; k++) this.calmDown(used[k] as number)
  }

  /** Starts of a tour as if there were no links. */
  private layOut(tour: number): boolean {
    const { begins, links } = this
    const { kernel, next } = this.tours
    const { opens, closes, visits } = kernel
    let last = this.tours.start(tour)
    let sound = true
    for (let u = next[last] as number; ; u = next[u] as number) {
      const time = Math.max(opens[u] as number, this.readyAt(last) + this.leg(last, u, tour))
      if (time > (closes[u] as number)) sound = false
      if (u >= visits) return sound
      begins[u] = time
      const late = time - (links.dueAt[u] as number)
      if (late > 0) {
        this.gain += late * (links.perLateSecond[u] as number)
        this.worst = Math.max(this.worst, late)
      }
      last = u
    }
  }

  /** Works `calm` out for a tour, from its end; partners seen later count as they are. */
  private calmDown(tour: number): void {
    const { begins, calm, links } = this
    const { prev, kernel, tourOf } = this.tours
    const { from, other, lag } = links.onward
    let after = this.tours.end(tour)
    let until = BROKEN
    for (let u = prev[after] as number; u < kernel.visits; u = prev[u] as number) {
      until -= this.leg(u, after, tour) + (kernel.service[u] as number)
      until = Math.min(until, Math.max(links.dueAt[u] as number, begins[u] as number))
      for (let k = from[u] as number; k < (from[u + 1] as number); k++) {
        const partner = other[k] as number
        if ((tourOf[partner] as number) >= 0)
          until = Math.min(until, (calm[partner] as number) - (lag[k] as number))
      }
      calm[u] = until
      after = u
    }
  }
}
