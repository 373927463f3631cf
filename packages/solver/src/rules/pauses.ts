import type { RefusalOf, Rule } from './rule.ts'
import { defineRule, duration, pairOf } from './rule.ts'

interface Gap {
  readonly start: number
  readonly end: number
}

/** Every pause of the shift lies in an idle gap of its own, inside one of its windows. */
export const pauses: Rule = defineRule(
  'pauses',
  (_view, tour): readonly RefusalOf<'pauses'>[] => {
    const first = tour.stops.find((stop) => stop.visit)?.visit
    if (first === undefined || tour.shift.pauses.length === 0) return []
    const { shift } = tour
    const gaps: Gap[] = tour.stops.slice(1).map((stop, k) => ({
      start: tour.stops[k]?.end ?? stop.start,
      end: stop.start - stop.travelSeconds,
    }))
    const limit = shift.end + shift.overtimeSeconds
    const free: Gap[] = [
      { start: shift.start, end: tour.departure },
      ...gaps,
      { start: tour.arrival, end: limit },
    ]
    const pausesInOrder = [...shift.pauses].sort(
      (a, b) => (a.windows[0]?.start ?? 0) - (b.windows[0]?.start ?? 0),
    )
    return pausesInOrder.flatMap(({ id, windows, seconds }): RefusalOf<'pauses'>[] => {
      for (const [k, gap] of free.entries()) {
        for (const window of windows) {
          const start = Math.max(gap.start, window.start)
          if (start <= window.end && start + seconds <= gap.end) {
            free[k] = { start: start + seconds, end: gap.end }
            return []
          }
        }
      }
      return [{ rule: 'pauses', ...pairOf(first, tour), pause: id, neededSeconds: seconds }]
    })
  },
  ({ technician, pause, neededSeconds }) =>
    `no room is left for the pause ${pause} of ${technician} (${duration(neededSeconds)})`,
)
