import type { Problem, Shift, Visit } from '../problem/problem.ts'
import type { Compatibility } from '../solution/kernel.ts'
import { PAIR_RULES } from './rules.ts'

const asks = (visit: Visit): string =>
  JSON.stringify([
    visit.skills,
    visit.certifications,
    visit.allowed && [...visit.allowed],
    [...visit.forbidden],
    visit.locked?.technician,
  ])

/** May a shift take a visit, whatever the time? Certifications must last the whole shift. */
const mayTake = (problem: Problem, visit: Visit, shift: Shift): boolean => {
  if (visit.locked !== undefined) return visit.locked.technician === shift.technician
  if (PAIR_RULES.some((rule) => rule.pair(problem, visit, shift))) return false
  const technician = problem.technicians[shift.technician]
  if (technician === undefined) return false
  const away = technician.absences.some(
    ({ start, end }) => start <= shift.start && end >= shift.end,
  )
  if (away) return false
  if (!problem.policy.rules.certifications.on) return true
  return visit.certifications.every((id) =>
    technician.certifications.some(
      (held) =>
        held.id === id &&
        held.validFrom <= shift.start &&
        held.validUntil >= shift.end + shift.overtimeSeconds,
    ),
  )
}

/**
 * Asks the pair rules once for every class of visits and every shift.
 *
 * @remarks classes × shifts bytes; visits that ask for the same share a class.
 */
export const compileCompatibility = (problem: Problem): Compatibility => {
  const classes = new Map<string, number>()
  const samples: Visit[] = []
  const classOf = Int32Array.from(problem.visits, (visit) => {
    const key = asks(visit)
    const known = classes.get(key)
    if (known !== undefined) return known
    samples.push(visit)
    classes.set(key, samples.length - 1)
    return samples.length - 1
  })
  const count = problem.shifts.length
  const table = new Uint8Array(samples.length * count)
  samples.forEach((visit, row) => {
    for (const shift of problem.shifts) {
      if (mayTake(problem, visit, shift)) table[row * count + shift.index] = 1
    }
  })
  return { classOf, table }
}
