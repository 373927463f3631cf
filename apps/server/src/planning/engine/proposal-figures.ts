// What a proposal costs besides kilometres: promises missed, and hours beyond the shifts.
import type { Id } from '@regie/contract/kernel'
import type { Scene, SceneWorkOrder, WorkDay } from './scene.ts'
import type { SearchOutcome } from './search-messages.ts'

/** What the search was asked and what it found. */
type Sought = {
  readonly scene: Scene
  readonly outcome: SearchOutcome
  readonly seats: ReadonlyMap<Id, { readonly order: SceneWorkOrder }>
}

const lateBy = (end: number, dueAt: string | null): boolean =>
  dueAt !== null && end * 1000 > Date.parse(dueAt)

/** Visits that end after they are due: as the plan stands, and as it would be. */
export function lateOf(sought: Sought): {
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
  const known = new Map(scene.technicians.map(({ id, days }) => [id, days]))
  const seconds = outcome.summary.tours
    .filter(({ departure, arrival }) => departure < last && arrival > first)
    .reduce((sum, { technician, departure, arrival }) => {
      const end = dayEnd(known.get(technician) ?? [], departure)
      return sum + (end === undefined ? 0 : Math.max(0, arrival - end))
    }, 0)
  return Math.round(seconds / 60)
}

/** When the day that a tour begins in is over: a day's shifts with a break between them are one tour. */
function dayEnd(days: readonly WorkDay[], departure: number): number | undefined {
  const worked = days
    .filter(({ shifts }) => shifts.length > 0)
    .map(({ shifts }) => ({
      start: Math.min(...shifts.map(({ startsAt }) => Date.parse(startsAt) / 1000)),
      end: Math.max(...shifts.map(({ endsAt }) => Date.parse(endsAt) / 1000)),
    }))
  return worked.find(({ end }) => end > departure)?.end
}
