import type { Random } from '../../random/random.ts'
import { insertCheapest } from './cheapest-insertion.ts'
import type { Individual } from './individual.ts'
import { penalisedCost } from './individual.ts'
import type { PenalisedTours } from './penalised-tours.ts'

const costOf = (tours: PenalisedTours): number => {
  const { arcs, load, warp } = tours.cost()
  return penalisedCost({ arcs, load, warp } as Individual, tours.penalties)
}

/**
 * Selective route exchange (Nagata, Bräysy & Dullaert 2010): some neighbouring tours of one
 * parent give way to those tours of the other that hold most of the same visits.
 */
export class RouteExchange {
  private readonly tours: PenalisedTours
  private readonly near: readonly Int32Array[]
  private readonly random: Random
  /** By visit: does it stand in a tour that gives way? */
  private readonly leaving: Uint8Array
  private readonly missing: Int32Array
  private readonly tourIn: Int32Array

  constructor(tours: PenalisedTours, near: readonly Int32Array[], random: Random) {
    const { visits } = tours.model
    this.tours = tours
    this.near = near
    this.random = random
    this.leaving = new Uint8Array(visits)
    this.missing = new Int32Array(visits)
    this.tourIn = new Int32Array(visits)
  }

  /** Puts a child of two parents into the tours; those taken over whole have `changedAt` 0. */
  cross(a: Individual, b: Individual): void {
    for (let k = 0; k < 8; k++) {
      const outs = this.chooseLeaving(a)
      const ins = this.chooseComing(b)
      if (!this.isSame(a, outs, b, ins)) {
        this.exchange(a, outs, b, ins)
        return
      }
    }
    const outs = this.chooseLeaving(a)
    this.exchange(a, outs, b, this.chooseComing(b))
  }

  /** The tours of a parent that stand nearest to a random visit. */
  private chooseLeaving(a: Individual): Set<number> {
    const { random, near, tourIn, leaving } = this
    const count = a.bounds.length - 1
    for (let tour = 0; tour < count; tour++) {
      for (let k = a.bounds[tour] as number; k < (a.bounds[tour + 1] as number); k++) {
        tourIn[a.order[k] as number] = tour
      }
    }
    const seed = random.below(a.order.length)
    const wanted = 1 + random.below(Math.max(1, count - 1))
    const outs = new Set([tourIn[seed] as number])
    const list = near[seed] as Int32Array
    for (let k = 0; k < list.length && outs.size < wanted; k++)
      outs.add(tourIn[list[k] as number] as number)
    for (let u = 0; u < leaving.length; u++) leaving[u] = outs.has(tourIn[u] as number) ? 1 : 0
    return outs
  }

  /** The tours of the other parent with more visits among the leaving than not. */
  private chooseComing(b: Individual): Set<number> {
    const { leaving } = this
    const ins = new Set<number>()
    let [best, most] = [0, -1]
    const count = b.bounds.length - 1
    for (let tour = 0; tour < count; tour++) {
      const [from, to] = [b.bounds[tour] as number, b.bounds[tour + 1] as number]
      let shared = 0
      for (let k = from; k < to; k++) shared += leaving[b.order[k] as number] as number
      if (2 * shared > to - from) ins.add(tour)
      if (shared / (to - from) > most) {
        most = shared / (to - from)
        best = tour
      }
    }
    if (ins.size === 0) ins.add(best)
    return ins
  }

  private isSame(
    a: Individual,
    outs: ReadonlySet<number>,
    b: Individual,
    ins: ReadonlySet<number>,
  ): boolean {
    if (outs.size !== ins.size) return false
    for (const tour of outs) {
      for (let k = a.bounds[tour] as number; k < (a.bounds[tour + 1] as number); k++) {
        const u = a.order[k] as number
        if (a.after[u] !== b.after[u] || a.before[u] !== b.before[u]) return false
      }
    }
    return true
  }

  /** Visits that would stand twice leave one of the two: both ways are tried, the cheaper kept. */
  private exchange(
    a: Individual,
    outs: ReadonlySet<number>,
    b: Individual,
    ins: ReadonlySet<number>,
  ): void {
    const keepOwn = this.build(a, outs, b, ins, true)
    const keepComing = this.build(a, outs, b, ins, false)
    if (keepOwn < keepComing) this.build(a, outs, b, ins, true)
  }

  private build(
    a: Individual,
    outs: ReadonlySet<number>,
    b: Individual,
    ins: ReadonlySet<number>,
    ownFirst: boolean,
  ): number {
    const { tours, leaving, missing } = this
    tours.clear()
    let tour = 0
    if (!ownFirst) tour = this.take(b, ins, tour)
    const count = a.bounds.length - 1
    for (let k = 0; k < count; k++) {
      if (outs.has(k)) continue
      const [from, to] = [a.bounds[k] as number, a.bounds[k + 1] as number]
      tours.fill(tour, a.order, from, to)
      if (tours.size[tour] === to - from) tours.changedAt[tour] = 0
      tour++
    }
    if (ownFirst) tour = this.take(b, ins, tour)
    let lost = 0
    for (let u = 0; u < leaving.length; u++) {
      if ((tours.tourOf[u] as number) < 0) missing[lost++] = u
    }
    this.random.shuffle(missing, lost)
    for (let k = 0; k < lost; k++) insertCheapest(tours, missing[k] as number)
    return costOf(tours)
  }

  private take(b: Individual, ins: ReadonlySet<number>, first: number): number {
    let tour = first
    for (const k of ins) {
      if (tour >= this.tours.model.tours) break
      this.tours.fill(tour, b.order, b.bounds[k] as number, b.bounds[k + 1] as number)
      tour++
    }
    return tour
  }
}
