// Visits that people knowingly put upon each other, or too near, and that a run may not move: to the search, whose tours
// know no such thing, each pile is one visit as long as all of them. The work around it can then be planned.
import type { Id } from '@regie/contract/kernel'
import { isKept, type ProblemOptions } from './problem.ts'
import type { Range } from './range.ts'
import type { SceneAssignment } from './scene.ts'

const near: ReadonlySet<string> = new Set(['overlap', 'travel', 'buffers'])

const isForced = ({ override }: SceneAssignment): boolean =>
  override?.reasons.some(({ rule }) => near.has(rule)) ?? false

/** The range without the later visits of each pile; its first lasts until the end of the last. */
export function fuseStacked(
  range: Range,
  options: Pick<ProblemOptions, 'keep' | 'movable'>,
): Range {
  const { scene } = range
  const kept = scene.assignments.filter((one) => isKept(one, scene, options))
  const ends = new Map<Id, string>()
  const gone = new Set<Id>()
  for (const own of Map.groupBy(kept, ({ technicianId }) => technicianId).values()) {
    let first: SceneAssignment | undefined
    let last: SceneAssignment | undefined
    for (const one of own.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))) {
      const until = first && (ends.get(first.id) ?? first.endsAt)
      const sameDay = until !== undefined && Date.parse(one.startsAt) - Date.parse(until) < NEAR_MS
      const joins =
        until !== undefined &&
        (one.startsAt < until || (sameDay && (isForced(one) || (last && isForced(last)))))
      if (first && until && joins) {
        gone.add(one.positionId)
        ends.set(first.id, [one.endsAt, until].toSorted().at(-1) ?? until)
      } else first = one
      last = one
    }
  }
  if (gone.size === 0) return range
  const workOrders = scene.workOrders.flatMap((order) => {
    const seats = order.seats.filter(({ positionId }) => !gone.has(positionId))
    return seats.length > 0 ? [{ ...order, seats }] : []
  })
  const assignments = scene.assignments
    .filter(({ positionId }) => !gone.has(positionId))
    .map((one) => ({ ...one, endsAt: ends.get(one.id) ?? one.endsAt }))
  return {
    ...range,
    scene: { ...scene, workOrders, assignments },
    seats: new Map([...range.seats].filter(([positionId]) => !gone.has(positionId))),
  }
}

/** Whoever was told to hurry from one to the next did so within that time, not on another day. */
const NEAR_MS = 2 * 3_600_000
