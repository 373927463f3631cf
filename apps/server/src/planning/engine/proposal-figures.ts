// What a proposal costs besides kilometres: promises missed, and hours beyond the shifts.
import type { Sought } from './proposal.ts'

const lateBy = (end: number, dueAt: string | null): boolean =>
  dueAt !== null && end * 1000 > Date.parse(dueAt)

/** Visits that end after they are due: as the plan stands, and as it would be. */
export function lateOf(sought: Pick<Sought, 'scene' | 'outcome' | 'seats'>): {
  before: number
  after: number
} {
  const { scene, outcome, seats } = sought
  const held = new Map(scene.assignments.map((one) => [one.positionId, one]))
  const ends = new Map(
    outcome.summary.tours.flatMap(({ visits }) => visits.map((one) => [one.visit, one.end])),
  )
  let before = 0
  let after = 0
  for (const [positionId, { order }] of seats) {
    const now = held.get(positionId)
    const then = ends.get(positionId)
    if (now && lateBy(Date.parse(now.endsAt) / 1000, order.dueAt)) before++
    if (then !== undefined && lateBy(then, order.dueAt)) after++
  }
  return { before, after }
}

/** Minutes on the road or at work after the last hour of the technician's day. */
export function overtimeOf({ scene, outcome }: Pick<Sought, 'scene' | 'outcome'>): number {
  const [first, last] = [Date.parse(scene.from) / 1000, Date.parse(scene.until) / 1000]
  const ends = new Map(
    scene.technicians.map(({ id, days }) => [
      id,
      days.flatMap(({ shifts }) => shifts.map((shift) => Date.parse(shift.endsAt) / 1000)),
    ]),
  )
  const seconds = outcome.summary.tours
    .filter(({ departure, arrival }) => departure < last && arrival > first)
    .reduce((sum, { technician, departure, arrival }) => {
      // The shift the tour belongs to is the one that ends next after it began.
      const end = Math.min(...(ends.get(technician) ?? []).filter((one) => one > departure))
      return sum + (Number.isFinite(end) ? Math.max(0, arrival - end) : 0)
    }, 0)
  return Math.round(seconds / 60)
}
