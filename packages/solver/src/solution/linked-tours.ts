import type { Kernel } from './kernel.ts'
import { compileLinks, type LinkKernel } from './link-kernel.ts'
import { LinkedStarts } from './linked-starts.ts'
import { BROKEN } from './tour-books.ts'
import { Tours } from './tours.ts'

/** Lateness of all visits but the largest, priced; and the largest, in seconds. */
interface Lateness {
  readonly price: number
  readonly largest: number
}

/**
 * Tours whose visits wait for each other, in the same tour or another: nobody is asked to stay
 * where they stand, so that a crew moves as one. Starts are brought up to date when they are
 * asked for.
 */
export class LinkedTours extends Tours {
  readonly links: LinkKernel
  readonly starts: LinkedStarts
  private lateness: Lateness = { price: 0, largest: 0 }
  private stale = true
  /** Somebody is later than when `calm` was worked out. */
  private later = false
  private calmedSinceNote = false
  private sound = true
  private readonly saved: Float64Array
  private old = { lateness: this.lateness, stale: true, sound: true }
  private readonly noted: Float64Array
  private notedLateness = this.lateness
  /** Version of a tour before the last insertion. */
  private readonly priorVersion: Int32Array

  constructor(kernel: Kernel) {
    super(kernel)
    this.links = compileLinks(kernel)
    this.starts = new LinkedStarts(this, this.links)
    this.saved = new Float64Array(kernel.visits)
    this.noted = new Float64Array(kernel.visits)
    this.priorVersion = new Int32Array(kernel.shifts)
  }

  override begin(): void {
    super.begin()
    this.saved.set(this.starts.begins)
    const { lateness, stale, sound } = this
    this.old = { lateness, stale, sound }
  }

  override rollback(): void {
    super.rollback()
    this.starts.begins.set(this.saved)
    this.lateness = this.old.lateness
    this.stale = this.old.stale
    this.sound = this.old.sound
    this.later = true
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
    return this.lateness.price + this.lateness.largest * this.links.perLargestLateSecond
  }

  /** Brings all starts up to date after visits have left. */
  sync(): void {
    if (this.later && !this.stale) {
      this.starts.calmAll()
      this.calmedSinceNote = true
    }
    this.later = false
    if (!this.stale) return
    this.stale = false
    this.sound = this.starts.layOutAll()
    this.lateness = { price: this.starts.gain, largest: this.starts.worst }
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
      this.starts.leg(from, to, tour) * (perSecond[tour] as number) +
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
    const { starts, next, prev } = this
    const { largest } = this.lateness
    const before = next[after] as number
    next[after] = visit
    prev[visit] = after
    next[visit] = before
    prev[before] = visit
    this.tourOf[visit] = tour
    const fits = starts.settle(visit, largest, cutoff)
    const price = starts.gain + (starts.worst - largest) * this.links.perLargestLateSecond
    starts.undo()
    this.tourOf[visit] = -1
    next[after] = before
    prev[before] = after
    return fits && price < cutoff ? price : BROKEN
  }

  override insert(visit: number, tour: number, after: number, _cost: number): void {
    this.sync()
    const { starts, lateness } = this
    const arcs = this.detour(visit, tour, after)
    this.priorVersion[tour] = this.version[tour] as number
    super.insert(visit, tour, after, arcs)
    starts.calm[visit] = BROKEN
    this.sound = starts.settle(visit, lateness.largest, BROKEN) && this.sound
    starts.keep()
    this.later ||= starts.gain > 0
    this.lateness = { price: lateness.price + starts.gain, largest: starts.worst }
  }

  /** Notes the starts, so that visits added from now on can be taken back at once. */
  note(): void {
    this.sync()
    this.noted.set(this.starts.begins)
    this.notedLateness = this.lateness
    this.calmedSinceNote = false
  }

  /** Takes a visit back that was added since `note`, with all it moved. */
  takeBack(visit: number): void {
    const tour = this.tourOf[visit] as number
    this.unlink(visit)
    this.refresh(tour)
    this.version[tour] = this.priorVersion[tour] as number
    this.starts.begins.set(this.noted)
    this.lateness = this.notedLateness
    this.stale = false
    // What was worked out with the visit in its place is too low without it.
    this.later = this.calmedSinceNote
  }
}
