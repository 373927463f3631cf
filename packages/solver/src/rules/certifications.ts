import type { Certification } from '../problem/problem.ts'
import type { PlanView, Tour } from '../solution/tour.ts'
import type { PairRule, RefusalOf } from './rule.ts'
import { definePairRule, visitsOf } from './rule.ts'

const valid = (held: readonly Certification[], id: string, from: number, until: number): boolean =>
  held.some((one) => one.id === id && one.validFrom <= from && one.validUntil >= until)

const refuse = (
  held: readonly Certification[],
  missing: readonly string[],
  pair: { readonly visit: string; readonly technician: string; readonly at: number },
): RefusalOf<'certifications'> => {
  const [first] = missing
  const own = held.filter(({ id }) => id === first)
  const expiredOn = Math.max(...own.map((one) => one.validUntil).filter((end) => end <= pair.at))
  const validFrom = Math.min(...own.map((one) => one.validFrom).filter((start) => start > pair.at))
  return {
    rule: 'certifications',
    visit: pair.visit,
    technician: pair.technician,
    missing,
    ...(Number.isFinite(expiredOn) && { expiredOn }),
    ...(Number.isFinite(validFrom) && { validFrom }),
  }
}

const pairRule: PairRule = definePairRule(
  'certifications',
  (problem, visit, shift) => {
    const technician = problem.technicians[shift.technician]
    if (!technician || !problem.policy.rules.certifications.on) return undefined
    const missing = visit.certifications.filter(
      (id) =>
        !technician.certifications.some(
          (one) => one.id === id && one.validFrom <= shift.end && one.validUntil >= shift.start,
        ),
    )
    const pair = { visit: visit.id, technician: technician.id, at: shift.start }
    return missing.length > 0 ? refuse(technician.certifications, missing, pair) : undefined
  },
  ({ technician, missing, expiredOn, validFrom }) => {
    const when = expiredOn === undefined ? '' : ` (expired at ${expiredOn})`
    const later = validFrom === undefined ? '' : ` (valid from ${validFrom})`
    return `${technician} has no valid ${missing.join(', ')}${when}${later}`
  },
)

const evaluate = ({ problem }: PlanView, tour: Tour): readonly RefusalOf<'certifications'>[] => {
  if (!problem.policy.rules.certifications.on) return []
  const held = tour.technician.certifications
  return visitsOf(tour).flatMap(({ visit, stop }) => {
    const missing = visit.certifications.filter((id) => !valid(held, id, stop.start, stop.end))
    const pair = { visit: visit.id, technician: tour.technician.id, at: stop.start }
    return missing.length > 0 ? [refuse(held, missing, pair)] : []
  })
}

/**
 * Every certification asked for is valid during the whole visit (SKIL-03, SKIL-04), judged at
 * the date of the work and not of the planning.
 */
export const certifications: PairRule = { ...pairRule, evaluate }
