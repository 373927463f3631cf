import type { PlanView, Tour } from '../solution/tour.ts'
import type { PairRule, RefusalOf } from './rule.ts'
import { definePairRule, visitsOf } from './rule.ts'

const pairRule: PairRule = definePairRule(
  'locks',
  (problem, visit, shift) => {
    const { locked } = visit
    if (locked === undefined || locked.technician === shift.technician) return undefined
    return {
      rule: 'locks',
      visit: visit.id,
      technician: problem.technicians[shift.technician]?.id ?? '',
      lockedTechnician: problem.technicians[locked.technician]?.id ?? '',
      ...(locked.start !== undefined && { lockedStart: locked.start }),
    }
  },
  ({ visit, lockedTechnician, lockedStart }) =>
    `${visit} is fixed to ${lockedTechnician}${lockedStart === undefined ? '' : ` at ${lockedStart}`}`,
)

const evaluate = (view: PlanView, tour: Tour): readonly RefusalOf<'locks'>[] => {
  const pairs = pairRule.evaluate(view, tour) as readonly RefusalOf<'locks'>[]
  const moved = visitsOf(tour).flatMap(({ visit, stop }): RefusalOf<'locks'>[] => {
    const { locked } = visit
    if (locked?.start === undefined || locked.technician !== tour.technician.index) return []
    if (locked.start === stop.start) return []
    const technician = tour.technician.id
    return [
      {
        rule: 'locks',
        visit: visit.id,
        technician,
        lockedTechnician: technician,
        lockedStart: locked.start,
      },
    ]
  })
  return [...pairs, ...moved]
}

/** A locked assignment keeps its technician and, when given, its start. */
export const locks: PairRule = { ...pairRule, evaluate }
