import type { RichTours } from '../solution/rich-tours.ts'
import { BROKEN } from '../solution/tour-books.ts'
import type { Inserter } from './insertion.ts'
import { NEVER } from './rich-insertion.ts'

/**
 * Inserts the seats of a work order together: each seat at its best place given those already
 * seated; when they do not meet, all wait for the one who is free last. All or none, except
 * seats that are nice to have.
 */
export class CrewInsertion {
  private readonly tours: RichTours
  private readonly insertion: Inserter
  private readonly nextBlink: () => number

  constructor(tours: RichTours, insertion: Inserter, nextBlink: () => number) {
    this.tours = tours
    this.insertion = insertion
    this.nextBlink = nextBlink
  }

  /** @returns true when all seats that must be filled are */
  insert(seats: readonly number[]): boolean {
    const { tours } = this
    for (const seat of seats) tours.release[seat] = -BROKEN
    if (this.seatAll(seats) || this.seatAll([...seats].reverse())) return true
    const meeting = this.meetingTime(seats)
    if (meeting >= BROKEN) return false
    for (const seat of seats) tours.release[seat] = meeting
    if (this.seatAll(seats)) return true
    for (const seat of seats) tours.release[seat] = -BROKEN
    return false
  }

  private seatAll(seats: readonly number[]): boolean {
    const { tours, insertion } = this
    const { price, problem } = tours.kernel
    const seated: number[] = []
    let gained = 0
    for (const seat of seats) {
      insertion.find(seat, this.nextBlink)
      if (insertion.cost >= NEVER) {
        if (problem.visits[seat]?.optional) continue
        this.unseat(seated)
        return false
      }
      gained += (price[seat] as number) - insertion.cost
      tours.insert(seat, insertion.tour, insertion.after, insertion.cost)
      seated.push(seat)
    }
    if (gained > 0) return true
    this.unseat(seated)
    return false
  }

  private unseat(seated: readonly number[]): void {
    const { tours } = this
    for (const seat of seated) {
      const tour = tours.tourOf[seat] as number
      tours.unlink(seat)
      tours.refresh(tour)
    }
  }

  /** The latest of the starts that the seats would choose alone. */
  private meetingTime(seats: readonly number[]): number {
    const { tours, insertion } = this
    let latest = -BROKEN
    for (const seat of seats) {
      insertion.find(seat, this.nextBlink)
      if (insertion.cost >= NEVER) return BROKEN
      tours.schedule.play(insertion.tour, seat, insertion.after)
      const at = tours.schedule.order.indexOf(seat)
      latest = Math.max(latest, tours.schedule.starts[at] as number)
    }
    return latest
  }
}
