import type { LinkedTours } from '../solution/linked-tours.ts'
import { DetourBounds } from './detour-bounds.ts'
import { emptyClasses, type Inserter } from './insertion.ts'
import { OpenPlaces } from './open-places.ts'
import { fits, NEVER } from './rich-insertion.ts'

/** A place of a visit, with what it costs in all. */
export interface Place {
  readonly tour: number
  readonly after: number
  readonly cost: number
}

/**
 * The cheapest places of a visit over all tours whose visits wait for each other, best first: a
 * tour is opened when its cheapest detour is the least bound left, a place is tried when its
 * detour and the lateness next to it are; it ends when no bound is below what was found. A trial
 * follows what it moves through all tours.
 */
export class LinkedInsertion implements Inserter {
  tour = -1
  cost: number = NEVER
  after = -1
  private readonly tours: LinkedTours
  private readonly detours: DetourBounds
  private readonly empties: readonly Int32Array[]
  private readonly open: OpenPlaces
  private untilBlink = 1
  private readonly mates: number[] = []
  /** When the partners let the visit begin, and until when that moves nobody into lateness. */
  private tied = 0
  private partnersCalm = 0

  constructor(tours: LinkedTours) {
    const { visits, shifts } = tours.kernel
    this.tours = tours
    this.detours = new DetourBounds(tours)
    this.empties = emptyClasses(tours.kernel)
    this.open = new OpenPlaces(visits + 2 * shifts)
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
    this.open.clear()
    this.seekMates(visit)
    for (let k = 0; k < tours.usedCount; k++) {
      const r = tours.used[k] as number
      if (compatibility.table[row + r] === 1) this.enter(visit, r)
    }
    for (const alike of this.empties) {
      for (const r of alike) {
        if (tours.size[r] !== 0) continue
        if (compatibility.table[row + r] === 1) this.enter(visit, r)
        break
      }
    }
    return this.choose(visit, most, nextBlink)
  }

  /** Notes the technicians who hold other seats of the work order already. */
  private seekMates(visit: number): void {
    const { problem, technicianOf } = this.tours.kernel
    const seats = problem.workOrders[problem.visits[visit]?.workOrder ?? -1]?.visits ?? []
    this.mates.length = 0
    for (const seat of seats) {
      const tour = this.tours.tourOf[seat] as number
      if (tour >= 0) this.mates.push(technicianOf[tour] as number)
    }
  }

  /** Enters a tour with the bound of its cheapest detour. */
  private enter(visit: number, tour: number): void {
    const { tours, mates } = this
    if (mates.length > 0 && mates.includes(tours.kernel.technicianOf[tour] as number)) return
    if (fits(tours, visit, tour)) this.open.push(tour, -1, 0, this.detours.of(visit, tour))
  }

  private choose(visit: number, most: number, nextBlink: () => number): readonly Place[] {
    const { tours, open } = this
    const found: Place[] = []
    this.tied = tours.starts.tiedStart(visit)
    this.partnersCalm = tours.starts.partnersCalm(visit)
    let limit = NEVER
    while (open.pop() && open.bound < limit) {
      const { tour, after, arcs } = open
      if (after < 0) {
        this.collect(visit, tour, limit)
        continue
      }
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
  private collect(visit: number, tour: number, limit: number): void {
    const { tours, tied, partnersCalm } = this
    const { kernel, next, latest, links } = tours
    const { begins, calm } = tours.starts
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
        let late = time - partnersCalm
        if (s < visits)
          late = Math.max(late, arrives - Math.max(begins[s] as number, calm[s] as number))
        if (late > 0) bound += late * links.leastLatePrice
        if (bound < limit) this.open.push(tour, p, arcs, bound)
      }
      p = s
      if (p !== end) leaves = (begins[p] as number) + (kernel.service[p] as number)
    }
  }
}
