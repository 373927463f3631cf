import type { LinkedTours } from '../solution/linked-tours.ts'
import { emptyClasses, type Inserter } from './insertion.ts'
import { fits, NEVER } from './rich-insertion.ts'

/** A place of a visit, with what it costs in all. */
export interface Place {
  readonly tour: number
  readonly after: number
  readonly cost: number
}

/**
 * The cheapest places of a visit over all tours whose visits wait for each other. Places are
 * tried in the order of a lower bound, the detour and the lateness next to it, until none can be
 * cheaper; a trial follows what it moves through all tours.
 */
export class LinkedInsertion implements Inserter {
  tour = -1
  cost: number = NEVER
  after = -1
  private readonly tours: LinkedTours
  private readonly empties: readonly Int32Array[]
  private readonly placeTour: Int32Array
  private readonly placeAfter: Int32Array
  private readonly placeBound: Float64Array
  private readonly placeArcs: Float64Array
  private count = 0
  private untilBlink = 1

  constructor(tours: LinkedTours) {
    const { visits, shifts } = tours.kernel
    this.tours = tours
    this.empties = emptyClasses(tours)
    this.placeTour = new Int32Array(visits + shifts)
    this.placeAfter = new Int32Array(visits + shifts)
    this.placeBound = new Float64Array(visits + shifts)
    this.placeArcs = new Float64Array(visits + shifts)
  }

  find(visit: number, nextBlink: () => number): void {
    const [best] = this.findSome(visit, 1, nextBlink)
    this.tour = best?.tour ?? -1
    this.after = best?.after ?? -1
    this.cost = best?.cost ?? NEVER
  }

  /** The cheapest places, cheapest first. */
  findSome(visit: number, most: number, nextBlink: () => number): readonly Place[] {
    const { tours } = this
    const { shifts, compatibility } = tours.kernel
    const row = (compatibility.classOf[visit] as number) * shifts
    tours.sync()
    this.count = 0
    const tied = tours.tiedStart(visit)
    for (let k = 0; k < tours.usedCount; k++) {
      const r = tours.used[k] as number
      if (compatibility.table[row + r] === 1) this.collect(visit, r, tied)
    }
    for (const alike of this.empties) {
      const r = alike.find((one) => tours.size[one] === 0) ?? -1
      if (r >= 0 && compatibility.table[row + r] === 1) this.collect(visit, r, tied)
    }
    return this.choose(visit, most, nextBlink)
  }

  private choose(visit: number, most: number, nextBlink: () => number): readonly Place[] {
    const { tours, placeBound, placeTour, placeAfter, placeArcs } = this
    const found: Place[] = []
    let limit = NEVER
    while (this.count > 0) {
      let least = 0
      for (let k = 1; k < this.count; k++) {
        if ((placeBound[k] as number) < (placeBound[least] as number)) least = k
      }
      if ((placeBound[least] as number) >= limit) break
      const [tour, after] = [placeTour[least] as number, placeAfter[least] as number]
      const arcs = placeArcs[least] as number
      const last = --this.count
      placeBound[least] = placeBound[last] as number
      placeTour[least] = placeTour[last] as number
      placeAfter[least] = placeAfter[last] as number
      placeArcs[least] = placeArcs[last] as number
      if (--this.untilBlink <= 0) {
        this.untilBlink = nextBlink()
        continue
      }
      const cost = arcs + tours.trial(visit, tour, after, limit - arcs)
      if (cost >= limit) continue
      let at = found.length
      while (at > 0 && (found[at - 1] as Place).cost > cost) at--
      found.splice(at, 0, { tour, after, cost })
      if (found.length > most) found.pop()
      if (found.length === most) limit = (found.at(-1) as Place).cost
    }
    return found
  }

  /** Collects the places of a tour that windows leave open, each with a lower bound of its cost. */
  private collect(visit: number, tour: number, tied: number): void {
    const { tours, placeTour, placeAfter, placeArcs, placeBound } = this
    if (!(tours.mayJoin(visit, tour) && fits(tours, visit, tour))) return
    const { kernel, next, latest, begins, links } = tours
    const { location, locations, visits } = kernel
    const { dueAt, perLateSecond } = links
    const profile = kernel.travelOf[tour] as number
    const row = (location[visit] as number) * locations
    const secondsTo = kernel.secondsTo[profile] as Int32Array
    const secondsFrom = kernel.secondsFrom[profile] as Int32Array
    const metresTo = kernel.metresTo[profile] as Int32Array
    const metresFrom = kernel.metresFrom[profile] as Int32Array
    const perMetre = kernel.perMetre[tour] as number
    const perSecond = kernel.perSecond[tour] as number
    const opens = Math.max(tied, kernel.opens[visit] as number)
    const closes = kernel.closes[visit] as number
    const service = kernel.service[visit] as number
    const due = dueAt[visit] as number
    const filled = tours.size[tour] === 0 ? 0 : 1
    const base = tours.joinPrice(visit, tour)
    const end = tours.end(tour)
    let p = tours.start(tour)
    let leaves = tours.ready[p] as number
    while (p !== end) {
      const s = next[p] as number
      const here = location[p] as number
      const there = location[s] as number
      const to = secondsTo[row + here] as number
      const on = secondsFrom[row + there] as number
      const time = Math.max(opens, leaves + to)
      if (time > closes) return
      const arrives = time + service + on
      if (arrives <= (latest[s] as number)) {
        const skip = here * locations + there
        const arcs =
          base +
          ((metresTo[row + here] as number) +
            (metresFrom[row + there] as number) -
            filled * (metresFrom[skip] as number)) *
            perMetre +
          (to + on - filled * (secondsFrom[skip] as number)) * perSecond
        let bound = arcs
        if (time > due) bound += (time - due) * (perLateSecond[visit] as number)
        if (s < visits) {
          const late = arrives - Math.max(begins[s] as number, dueAt[s] as number)
          if (late > 0) bound += late * (perLateSecond[s] as number)
        }
        const k = this.count++
        placeTour[k] = tour
        placeAfter[k] = p
        placeArcs[k] = arcs
        placeBound[k] = bound
      }
      p = s
      if (p !== end) leaves = (begins[p] as number) + (kernel.service[p] as number)
    }
  }
}
