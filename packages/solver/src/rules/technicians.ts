import type { PairRule } from './rule.ts'
import { definePairRule } from './rule.ts'

/** Allowed and forbidden technicians of a visit. */
export const technicians: PairRule = definePairRule(
  'technicians',
  (problem, visit, shift) => {
    const pair = { visit: visit.id, technician: problem.technicians[shift.technician]?.id ?? '' }
    if (visit.forbidden.has(shift.technician)) {
      return { rule: 'technicians', ...pair, cause: 'forbidden' }
    }
    if (visit.allowed !== undefined && !visit.allowed.has(shift.technician)) {
      return { rule: 'technicians', ...pair, cause: 'not-allowed' }
    }
    return undefined
  },
  ({ technician, visit, cause }) =>
    cause === 'forbidden'
      ? `${technician} must not make ${visit}`
      : `${technician} is not among those allowed on ${visit}`,
)
