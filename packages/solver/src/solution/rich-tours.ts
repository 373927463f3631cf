import type { Interval } from '../problem/problem.ts'
import type { Kernel } from './kernel.ts'
import type { RichKernel } from './rich-kernel.ts'
import { Schedule } from './schedule.ts'
import type { ShiftFrame } from './shift-frames.ts'
import type { Played } from './tour-books.ts'
import { BROKEN } from './tour-books.ts'
import { Tours } from './tours.ts'

/**
 * Tours under the rich rules. The starts of the plain kernel become bounds (never later than
 * the earliest, never earlier than the latest possible), and `Schedule` plays each tour in full.
 */
export class RichTours extends Tours {
  readonly rich: RichKernel
  readonly schedule: Schedule
  /** Start of service of each visit, as last played. */
  readonly begins: Float64Array
  /** A start that a visit waits for, set while a crew is brought together. */
  readonly release: Float64Array
  readonly departure: Float64Array
  readonly arrival: Float64Array
  readonly work: Float64Array
  /** Seconds of the tour that are no work. */
  readonly idle: Float64Array
  /** Room for the places of a scan and the lower bounds of their cost. */
  readonly places: Int32Array
  readonly bounds: Float64Array
  readonly travels: Float64Array
  /** Identifies what a technician's other tours leave a tour: their work, departures, arrivals. */
  readonly context: Float64Array
  /** Rank of the stop before which the depot is visited, −1 for none; and when that begins. */
  readonly renewal: Int32Array
  readonly renewalStart: Float64Array
  /** A tour that breaks a rule because of its locks: it takes no further visit. */
  readonly broken: Uint8Array
  /** Seconds of work of each technician, over all tours. */
  private readonly hours: Float64Array
  /** Visits of a series by technician, and in all. */
  private readonly seriesCount: Int32Array
  private readonly seriesTotal: Int32Array
  /** The books as they were at `begin`: replaying would read partners that are not yet back. */
  private readonly old: readonly { readonly now: Float64Array; readonly saved: Float64Array }[]
  private readonly oldRenewal: Int32Array
  private readonly oldBroken: Uint8Array
  /** Tours that break a rule. */
  private brokenCount = 0
  private oldBrokenCount = 0

  constructor(kernel: Kernel, rich: RichKernel) {
    super(kernel)
    const { visits, shifts, problem } = kernel
    this.rich = rich
    this.begins = new Float64Array(visits)
    this.release = new Float64Array(visits).fill(-BROKEN)
    this.departure = new Float64Array(shifts)
    this.arrival = new Float64Array(shifts)
    this.work = new Float64Array(shifts)
    this.idle = new Float64Array(shifts)
    this.places = new Int32Array(visits + 1)
    this.bounds = new Float64Array(visits + 1)
    this.travels = new Float64Array(visits + 1)
    this.context = new Float64Array(shifts)
    this.hours = new Float64Array(problem.technicians.length)
    this.renewal = new Int32Array(shifts).fill(-1)
    this.renewalStart = new Float64Array(shifts)
    this.broken = new Uint8Array(shifts)
    this.seriesCount = new Int32Array(problem.series.length * problem.technicians.length)
    this.seriesTotal = new Int32Array(problem.series.length)
    this.schedule = new Schedule(this)
    this.old = [
      this.begins,
      this.release,
      this.departure,
      this.arrival,
      this.work,
      this.context,
      this.hours,
      this.idle,
      this.cost,
      this.renewalStart,
    ].map((now) => ({ now, saved: now.slice() }))
    this.oldRenewal = this.renewal.slice()
    this.oldBroken = this.broken.slice()
    this.clear()
  }

  override begin(): void {
    super.begin()
    for (const { now, saved } of this.old) saved.set(now)
    this.oldRenewal.set(this.renewal)
    this.oldBroken.set(this.broken)
    this.oldBrokenCount = this.brokenCount
  }

  override rollback(): void {
    super.rollback()
    for (const { now, saved } of this.old) now.set(saved)
    this.renewal.set(this.oldRenewal)
    this.broken.set(this.oldBroken)
    this.brokenCount = this.oldBrokenCount
  }

  /** May a visit join the crew and the tour, its own rules aside? */
  mayJoin(visit: number, tour: number): boolean {
    if (this.broken[tour] === 1) return false
    const { problem, technicianOf } = this.kernel
    const seats = problem.workOrders[problem.visits[visit]?.workOrder ?? -1]?.visits ?? []
    for (const seat of seats) {
      const other = this.tourOf[seat] as number
      if (other >= 0 && technicianOf[other] === technicianOf[tour]) return false
    }
    return true
  }

  /** What the work of a tour adds to the balance, the technician's other tours as they are. */
  balanceShare(tour: number, work: number): number {
    const { perSquaredHour } = this.rich
    if (perSquaredHour === 0) return 0
    const others =
      (this.hours[this.kernel.technicianOf[tour] as number] as number) - (this.work[tour] as number)
    return (perSquaredHour * work * (work + 2 * others)) / 3600 ** 2
  }

  /** What more work in a tour would add to the balance. */
  balanceOfMore(tour: number, work: number): number {
    const { perSquaredHour } = this.rich
    if (perSquaredHour === 0) return 0
    const hours = this.hours[this.kernel.technicianOf[tour] as number] as number
    return (perSquaredHour * work * (work + 2 * hours)) / 3600 ** 2
  }

  /** May a technician work as the schedule says, given the other tours? */
  mayWork(tour: number, played: Played): boolean {
    const frame = this.rich.frames[tour] as ShiftFrame
    const { rules } = this.kernel.problem.policy
    const work = played.travel + played.service
    let day = work
    let first = played.departure
    let last = played.arrival
    for (const other of frame.sameDay) {
      if (this.size[other] === 0) continue
      day += this.work[other] as number
      first = Math.min(first, this.departure[other] as number)
      last = Math.max(last, this.arrival[other] as number)
    }
    if (day > frame.maxDayWork || (rules.span.on && last - first > rules.span.maxSeconds))
      return false
    if (frame.independent && frame.nights.length === 0) return true
    let week = work
    for (const other of frame.sameWeek) week += this.work[other] as number
    if (week > frame.maxWeekWork) return false
    if (rules.nightWork.on && frame.nights.length > 0) {
      const night = frame.nights.reduce(
        (sum, { start, end }: Interval) =>
          sum + Math.max(0, Math.min(end, played.arrival) - Math.max(start, played.departure)),
        0,
      )
      if (night > rules.nightWork.maxSeconds) return false
    }
    return this.mayRest(tour, frame, played)
  }

  private mayRest(tour: number, frame: ShiftFrame, played: Played): boolean {
    const { rules } = this.kernel.problem.policy
    if (rules.dailyRest.on) {
      for (const step of [-1, 1]) {
        let rank = frame.rank + step
        while (
          frame.siblings[rank] !== undefined &&
          this.size[frame.siblings[rank] as number] === 0
        )
          rank += step
        const other = frame.siblings[rank]
        if (other === undefined || frame.sameDay.includes(other)) continue
        const rest =
          step < 0
            ? played.departure - (this.arrival[other] as number)
            : (this.departure[other] as number) - played.arrival
        if (rest < rules.dailyRest.minSeconds) return false
      }
    }
    if (!rules.weeklyRest.on || frame.sameWeek.length < 6) return true
    return this.restsInWeek(tour, frame, played, rules.weeklyRest.minSeconds)
  }

  private restsInWeek(tour: number, frame: ShiftFrame, played: Played, least: number): boolean {
    const { shifts } = this.kernel.problem
    const own = [tour, ...frame.sameWeek.filter((other) => (this.size[other] as number) > 0)].sort(
      (a, b) => a - b,
    )
    if (new Set(own.map((rank) => shifts[rank]?.day)).size < 7) return true
    const at = (rank: number, times: Float64Array, now: number): number =>
      rank === tour ? now : (times[rank] as number)
    return own.some((rank, k) => {
      const before = own[k - 1]
      return (
        before !== undefined &&
        at(rank, this.departure, played.departure) - at(before, this.arrival, played.arrival) >=
          least
      )
    })
  }

  /** What the hours of service cost: the same wherever the visits are made. */
  servicePrice(): number {
    const { kernel, rich } = this
    let price = 0
    for (let u = 0; u < kernel.visits; u++) {
      const perSecond = rich.frames[this.tourOf[u] as number]?.perDurationSecond ?? 0
      price += ((kernel.service[u] as number) - kernel.buffer) * perSecond
    }
    return price
  }

  /** Price of what a technician is not preferred for, over the visits of a play. */
  likes(played: Played, technician: number): number {
    const { preference, problem } = this.kernel
    if (preference.length === 0) return 0
    let price = 0
    for (let k = 0; k < played.length; k++)
      price += preference[
        (played.order[k] as number) * problem.technicians.length + technician
      ] as number
    return price
  }

  /** Price of one more technician on the series of a visit; `BROKEN` when none may join. */
  seriesPrice(visit: number, tour: number): number {
    const { problem, technicianOf } = this.kernel
    const series = problem.visits[visit]?.series ?? -1
    if (series < 0 || this.seriesTotal[series] === 0) return 0
    const known = this.seriesCount[
      series * problem.technicians.length + (technicianOf[tour] as number)
    ] as number
    if (known > 0) return 0
    return problem.policy.rules.continuity.on ? BROKEN : this.rich.perSeriesTechnician
  }

  protected override joined(visit: number, tour: number, sign: 1 | -1): void {
    const { problem, technicianOf } = this.kernel
    const series = problem.visits[visit]?.series ?? -1
    if (series < 0) return
    const cell = series * problem.technicians.length + (technicianOf[tour] as number)
    if (sign < 0) this.seriesCount[cell] = (this.seriesCount[cell] as number) - 1
    if (sign < 0) this.seriesTotal[series] = (this.seriesTotal[series] as number) - 1
    this.total += sign * this.seriesPrice(visit, tour)
    if (sign > 0) this.seriesCount[cell] = (this.seriesCount[cell] as number) + 1
    if (sign > 0) this.seriesTotal[series] = (this.seriesTotal[series] as number) + 1
  }

  override insert(visit: number, tour: number, after: number, _cost: number): void {
    this.link(visit, tour, after)
    this.refresh(tour)
  }

  protected override settle(tour: number): number {
    const { schedule, rich } = this
    if (rich === undefined) return 0
    const cost = schedule.play(tour, -1, -1)
    const broken = cost >= BROKEN ? 1 : 0
    this.brokenCount += broken - (this.broken[tour] as number)
    this.broken[tour] = broken
    for (let k = 0; k < schedule.length; k++)
      this.begins[schedule.order[k] as number] = schedule.starts[k] as number
    this.departure[tour] = schedule.departure
    this.arrival[tour] = schedule.arrival
    this.idle[tour] =
      schedule.arrival - schedule.departure - schedule.slack - schedule.travel - schedule.service
    this.renewal[tour] = schedule.renewal
    this.renewalStart[tour] = schedule.renewalStart
    const { siblings, independent } = rich.frames[tour] as ShiftFrame
    for (const other of independent ? [] : siblings)
      if (other !== tour) this.context[other] = this.versions++
    const work = schedule.travel + schedule.service
    const more = work - (this.work[tour] as number)
    const technician = this.kernel.technicianOf[tour] as number
    this.total += this.balanceOfMore(tour, more)
    this.work[tour] = work
    this.hours[technician] = (this.hours[technician] as number) + more
    return cost >= BROKEN ? 0 : cost
  }

  /** Did a change break a tour? Less to do can bring a break or a pause to a worse place. */
  override isSound(): boolean {
    return this.brokenCount <= this.oldBrokenCount
  }

  /** The largest lateness, priced; it belongs to no tour. */
  override extra(): number {
    const { perLargestLateSecond, visits } = this.rich
    if (perLargestLateSecond === 0) return 0
    let largest = 0
    for (let u = 0; u < this.kernel.visits; u++) {
      if ((this.tourOf[u] as number) >= 0)
        largest = Math.max(largest, (this.begins[u] as number) - (visits[u]?.dueAt ?? BROKEN))
    }
    return largest * perLargestLateSecond
  }
}
