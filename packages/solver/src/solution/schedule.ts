import { UNREACHABLE } from '../problem/problem.ts'
import { DepotCalls } from './depot-calls.ts'
import type { VisitFrame } from './rich-kernel.ts'
import { whenFree } from './shared-equipment.ts'
import type { ShiftFrame } from './shift-frames.ts'
import { type Approach, Stretches } from './stretches.ts'
import { firstLacking } from './supplies.ts'
import type { Played, TourBooks } from './tour-books.ts'
import { BROKEN } from './tour-books.ts'
import { travelMetres, travelSeconds } from './travel.ts'
import { afterPromise, closingAt, openAt, startPrice } from './visit-times.ts'

/**
 * Plays one tour through, stop by stop, as early as every rule allows, and prices it. The one
 * place where the search knows the rich rules; the last play is left in the fields.
 */
export class Schedule implements Played {
  /** Visits of the last play, with the starts of their service. */
  readonly order: Int32Array
  readonly starts: Float64Array
  /** When each could have begun, had it been open. */
  readonly readies: Float64Array
  length = 0
  departure = 0
  arrival = 0
  travel = 0
  metres = 0
  service = 0
  /** Rank of the stop before which the depot is visited, −1 for none; and when that begins. */
  renewal = -1
  renewalStart = 0
  private readonly tours: TourBooks
  /** Place of a visit in the play under way, −1 for none. */
  readonly rank: Int32Array
  private readonly stretches: Stretches
  private readonly calls: DepotCalls
  /** Slack of a promised start. */
  private readonly tolerance: number
  private price = 0
  private waited = 0
  private room = 0
  private pauses = 0

  constructor(tours: TourBooks) {
    const { visits } = tours.kernel
    this.tours = tours
    this.order = new Int32Array(visits + 1)
    this.starts = new Float64Array(visits + 1)
    this.readies = new Float64Array(visits + 1)
    this.rank = new Int32Array(visits).fill(-1)
    this.calls = new DepotCalls(tours)
    this.stretches = new Stretches(tours.rich.steps, tours.kernel.problem.policy.rules.streak)
    this.tolerance = tours.kernel.problem.policy.rules.changes.toleranceSeconds
  }

  /**
   * Plays a tour, with one more visit if asked for.
   *
   * @param visit the visit to add, −1 for none
   * @param after the node after which it goes
   * @returns the cost of the tour, or `BROKEN`
   */
  play(tour: number, visit: number, after: number): number {
    const { tours } = this
    const end = tours.end(tour)
    let length = 0
    if (after === tours.start(tour) && visit >= 0) this.order[length++] = visit
    for (let u = tours.next[tours.start(tour)] as number; u !== end; u = tours.next[u] as number) {
      this.order[length++] = u
      if (u === after && visit >= 0) this.order[length++] = visit
    }
    this.length = length
    this.renewal = -1
    const lacking = tours.rich.carries ? this.firstLacking(tour) : length
    return lacking >= length ? this.run(tour) : this.runByDepot(tour, lacking)
  }

  /** Plays a tour that calls at the depot, no later than before the stop of rank `lacking`. */
  private runByDepot(tour: number, lacking: number): number {
    const { calls } = this
    calls.list(this, tour, lacking)
    let best = BROKEN
    let at = -1
    let last = -1
    while (calls.next() && calls.bound < best) {
      last = calls.rank
      this.renewal = last
      const cost = this.run(tour)
      if (cost < best) [best, at] = [cost, last]
    }
    if (at === last && at >= 0) return best
    this.renewal = at
    return at < 0 ? BROKEN : this.run(tour)
  }

  /** Rank of the first stop that needs what is not aboard; the length when there is none. */
  private firstLacking(tour: number): number {
    const { rich, kernel } = this.tours
    return firstLacking(rich.supplies, this, kernel.technicianOf[tour] as number)
  }

  private reset(frame: ShiftFrame): void {
    this.price = 0
    this.travel = 0
    this.metres = 0
    this.service = 0
    this.waited = 0
    this.room = BROKEN
    this.pauses = 0
    this.stretches.reset()
    this.departure = frame.start
  }

  private run(tour: number): number {
    const { tours, order, rank } = this
    const { kernel, rich } = tours
    const frame = rich.frames[tour] as ShiftFrame
    this.reset(frame)
    if (this.length === 0) {
      this.arrival = frame.start
      return 0
    }
    let here = kernel.location[tours.start(tour)] as number
    let time = frame.start
    let broken = this.length > frame.maxVisits
    if (frame.straight) return broken ? BROKEN : this.runStraight(tour, frame)
    for (let k = 0; k < this.length; k++) rank[order[k] as number] = k
    for (let k = 0; k < this.length && !broken; k++) {
      if (k === this.renewal) {
        time = this.renew(frame, here, time, k)
        here = kernel.problem.depot?.location ?? here
      }
      time = this.serve(frame, k, here, time)
      broken = time >= BROKEN
      here = kernel.location[order[k] as number] as number
    }
    for (let k = 0; k < this.length; k++) rank[order[k] as number] = -1
    return broken ? BROKEN : this.close(tour, frame, here, time)
  }

  /** `run` where nothing but windows and ways moves a start: the same in fewer steps. */
  private runStraight(tour: number, frame: ShiftFrame): number {
    const { tours, order, starts, readies, renewal, length } = this
    const { location, opens, closes, service, buffer } = tours.kernel
    const { count, seconds, metres } = frame.travel
    let here = location[tours.start(tour)] as number
    let time = frame.start
    for (let k = 0; k < length; k++) {
      if (k === renewal) {
        time = this.renew(frame, here, k === 0 ? time : time - buffer, k)
        here = tours.kernel.problem.depot?.location ?? here
      }
      const u = order[k] as number
      const cell = here * count + (location[u] as number)
      const leg = seconds[cell] as number
      this.travel += leg
      this.metres += metres[cell] as number
      const ready = time + leg
      const start = Math.max(ready, opens[u] as number)
      const room = (closes[u] as number) - start
      if (room < 0 || leg >= UNREACHABLE) return BROKEN
      starts[k] = start
      readies[k] = ready
      if (k === 0 && renewal !== 0) this.departure = start - leg
      else this.waited += start - ready
      this.room = Math.min(this.room, room + this.waited)
      this.service += (service[u] as number) - buffer
      time = start + (service[u] as number)
      here = location[u] as number
    }
    return this.close(tour, frame, here, time - buffer)
  }

  private leg(frame: ShiftFrame, from: number, to: number, time: number): number {
    const { travel } = frame
    const { origin } = this.tours.kernel
    const seconds =
      travel.slices.length === 0
        ? (travel.seconds[from * travel.count + to] as number)
        : travelSeconds(travel, from, to, time + origin)
    this.travel += seconds
    this.metres += travelMetres(travel, from, to)
    return seconds
  }

  private renew(frame: ShiftFrame, here: number, time: number, k: number): number {
    const { depot } = this.tours.kernel.problem
    const leg = this.leg(frame, here, depot?.location ?? here, time)
    this.stretches.add(leg + (depot?.serviceSeconds ?? 0))
    this.renewalStart = time + leg
    if (k === 0) this.departure = time
    this.service += depot?.serviceSeconds ?? 0
    return this.renewalStart + (depot?.serviceSeconds ?? 0)
  }

  /** Serves stop `k`; returns the end of service, or `BROKEN`. */
  private serve(frame: ShiftFrame, k: number, here: number, from: number): number {
    const { kernel, rich } = this.tours
    const u = this.order[k] as number
    const visit = rich.visits[u] as VisitFrame
    const own = rich.ownService
    const service =
      own.length > 0
        ? (own[u * kernel.problem.technicians.length + frame.technician] as number)
        : (kernel.service[u] as number) - kernel.buffer
    const leg = this.leg(frame, here, kernel.location[u] as number, from)
    if (leg >= 1e9) return BROKEN
    const opening = k === 0 && this.renewal !== 0
    const time =
      frame.pauses.length === 0
        ? from
        : this.takePauses(
            frame,
            from,
            openAt(visit, from + leg + (opening ? 0 : kernel.buffer)) + service,
          )
    const afterVisit = k > 0 && this.renewal !== k
    const ready = Math.max(time, afterVisit ? from + kernel.buffer : from) + leg
    const start =
      visit.plain && frame.plain
        ? openAt(visit, Math.max(ready, this.tours.release[u] as number))
        : this.settle(frame, { visit, u, service, leg, from, opening }, ready)
    if (start >= BROKEN) return BROKEN
    this.starts[k] = start
    this.readies[k] = ready
    if (opening) this.departure = start - leg
    else this.waited += start - ready
    const closes = closingAt(visit, start, this.tolerance)
    this.room = Math.min(this.room, closes - start + this.waited)
    this.service += service
    this.price += rich.perEarlySecond * (start - visit.firstStart)
    this.price += startPrice(visit, start, frame.technician, this.tolerance)
    return start + service
  }

  /** The first start at or after `ready` that keeps every rule on times; `BROKEN` for none. */
  private settle(
    frame: ShiftFrame,
    stop: Approach & { readonly visit: VisitFrame; readonly u: number },
    ready: number,
  ): number {
    const { visit, u, service } = stop
    const { tours, rank } = this
    let start = Math.max(ready, tours.release[u] as number)
    let high = BROKEN
    for (const tie of visit.ties) {
      const at = rank[tie.partner] as number
      if (at < 0 && (tours.tourOf[tie.partner] as number) < 0) continue
      if (at > (rank[u] as number)) {
        if (tie.high < 0) continue
        return BROKEN
      }
      const other = at < 0 ? (tours.begins[tie.partner] as number) : (this.starts[at] as number)
      start = Math.max(start, other + tie.low)
      high = Math.min(high, other + tie.high)
    }
    if (visit.publishedTechnician === frame.technician)
      start = afterPromise(visit, start, frame.latest, this.tolerance)
    for (let guard = 0; guard < 50; guard++) {
      const before = start
      start = openAt(visit, start)
      for (const { start: away, end } of frame.absences)
        if (start < end && start + service > away) start = end
      start = Math.max(start, this.stretches.due(stop, start))
      if (visit.resources.length > 0) start = whenFree(tours, u, start, this)
      if (start > high || start >= BROKEN) return BROKEN
      if (start === before) {
        this.stretches.work(stop, start)
        return start
      }
    }
    return BROKEN
  }

  /** Takes the pauses that would come too late after the next stop; returns when work goes on. */
  private takePauses(frame: ShiftFrame, from: number, until: number): number {
    let time = from
    while (this.pauses < frame.pauses.length) {
      const pause = frame.pauses[this.pauses]
      const last = pause?.windows.at(-1)?.end ?? 0
      if (until + (time - from) <= last) break
      const window = pause?.windows.find(({ end }) => time <= end)
      if (pause === undefined || window === undefined) return BROKEN
      time = Math.max(time, window.start) + pause.seconds
      this.pauses++
    }
    return time
  }

  /** Seconds by which the last play could leave later without ending later. */
  get slack(): number {
    return this.tours.rich.shiftable ? Math.max(0, Math.min(this.waited, this.room)) : 0
  }

  /** Ends a tour: the way home, the limits, the price. */
  private close(tour: number, frame: ShiftFrame, here: number, from: number): number {
    const { tours } = this
    const { kernel } = tours
    const home = this.leg(frame, here, kernel.location[tours.end(tour)] as number, from)
    this.arrival = from + home
    const rest = this.takePauses(frame, this.arrival, BROKEN)
    if (this.arrival > frame.latest || rest > Math.max(frame.latest, this.arrival)) return BROKEN
    if (this.metres > frame.maxMetres || this.travel > frame.maxTravel) return BROKEN
    const lasted = this.arrival - this.departure - this.slack
    if (!tours.mayWork(tour, this)) return BROKEN
    const late = Math.max(0, this.arrival - frame.end)
    return (
      this.price +
      this.metres * (kernel.perMetre[tour] as number) +
      this.travel * (kernel.perSecond[tour] as number) +
      (kernel.perShift[tour] as number) +
      lasted * frame.perDurationSecond +
      late * frame.perOvertimeSecond +
      tours.likes(this, frame.technician)
    )
  }
}
