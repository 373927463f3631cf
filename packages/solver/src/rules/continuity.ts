import type { RefusalOf, Rule } from './rule.ts'
import { defineRule, pairOf, visitsOf } from './rule.ts'

/** All visits of a series are made by one technician. */
export const continuity: Rule = defineRule(
  'continuity',
  ({ problem, stopOf }, tour): readonly RefusalOf<'continuity'>[] => {
    if (!problem.policy.rules.continuity.on) return []
    return visitsOf(tour).flatMap(({ visit }): RefusalOf<'continuity'>[] => {
      if (visit.series < 0) return []
      const stranger = problem.visits.find((other) => {
        const place = other.series === visit.series ? stopOf.get(other.index) : undefined
        return place !== undefined && place.tour.technician !== tour.technician
      })
      if (stranger === undefined) return []
      return [
        {
          rule: 'continuity',
          ...pairOf(visit, tour),
          series: problem.series[visit.series] ?? '',
          other: stranger.id,
        },
      ]
    })
  },
  ({ technician, series, other }) =>
    `${other} of the series ${series} is made by another than ${technician}`,
)
