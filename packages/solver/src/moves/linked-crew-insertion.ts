import type { LinkedTours } from '../solution/linked-tours.ts'
import type { LinkedInsertion, Place } from './linked-insertion.ts'
import { NEVER } from './rich-insertion.ts'

/** Places of the first seat that are tried with the others at their best. */
const WIDTH = 4

/**
 * Inserts the seats of a work order together where visits wait for each other: a few of the best
 * places of one seat, each with the best of the others beside it. All or none, except seats that
 * are nice to have.
 */
export class LinkedCrewInsertion {
  private readonly tours: LinkedTours
  private readonly insertion: LinkedInsertion
  private readonly nextBlink: () => number

  constructor(tours: LinkedTours, insertion: LinkedInsertion, nextBlink: () => number) {
    this.tours = tours
    this.insertion = insertion
    this.nextBlink = nextBlink
  }

  /** @returns true when all seats that must be filled are */
  insert(seats: readonly number[]): boolean {
    const { tours, insertion } = this
    const [first = -1, ...others] = seats
    if (seats.length === 0) return true
    const places = insertion.findSome(first, WIDTH, this.nextBlink)
    tours.note()
    let best = NEVER
    let choice: Place | undefined
    for (const place of places) {
      if (place.cost >= best) break
      tours.insert(first, place.tour, place.after, place.cost)
      const cost = place.cost + this.seat(others, false)
      tours.takeBack(first)
      if (cost < best) [best, choice] = [cost, place]
    }
    const { price, problem } = tours.kernel
    const worth = seats.reduce((sum, seat) => sum + (price[seat] as number), 0)
    if (choice === undefined || best >= worth) {
      // A seat that is nice to have must not keep the others from being filled.
      return problem.visits[first]?.optional === true && this.insert(others)
    }
    tours.insert(first, choice.tour, choice.after, choice.cost)
    this.seat(others, true)
    return true
  }

  /** Fills seats one by one, each at its best; returns the cost, and takes them back unless told to keep them. */
  private seat(seats: readonly number[], keep: boolean): number {
    const { tours, insertion } = this
    const { price, problem } = tours.kernel
    const seated: number[] = []
    let cost = 0
    for (const seat of seats) {
      insertion.find(seat, this.nextBlink)
      if (insertion.cost >= NEVER) {
        cost = problem.visits[seat]?.optional ? cost + (price[seat] as number) : NEVER
        if (cost >= NEVER) break
        continue
      }
      cost += insertion.cost
      if (!keep && seat === seats.at(-1)) break
      tours.insert(seat, insertion.tour, insertion.after, insertion.cost)
      seated.push(seat)
    }
    if (!keep) for (const seat of seated) tours.takeBack(seat)
    return cost
  }
}
