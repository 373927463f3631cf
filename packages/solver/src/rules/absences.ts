import type { RefusalOf, Rule } from './rule.ts'
import { defineRule, pairOf, visitsOf } from './rule.ts'

/** No visit, and no way to it, during an absence (AVAIL-13). */
export const absences: Rule = defineRule(
  'absences',
  (_view, tour) =>
    visitsOf(tour).flatMap(({ visit, stop }): RefusalOf<'absences'>[] => {
      const absence = tour.technician.absences.find(
        ({ start, end }) => stop.start < end && stop.end > start,
      )
      if (absence === undefined) return []
      return [
        {
          rule: 'absences',
          ...pairOf(visit, tour),
          from: absence.start,
          until: absence.end,
          ...(absence.reason !== undefined && { reason: absence.reason }),
        },
      ]
    }),
  ({ technician, from, until, reason }) =>
    `${technician} is absent from ${from} to ${until}${reason ? ` (${reason})` : ''}`,
)
