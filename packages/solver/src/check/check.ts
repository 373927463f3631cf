/**
 * The independent checker: recomputes a plan from the problem and knows nothing of how plans
 * are searched, laid out or judged elsewhere. Two programs that agree are worth one proof.
 */
import type { Problem } from '../problem/problem.ts'
import { checkDay } from './check-days.ts'
import { checkTies } from './check-plan.ts'
import { checkTechnician } from './check-technicians.ts'
import { about, checkParts, checkVisit } from './check-visits.ts'
import type { Act, CheckedPlan } from './day.ts'
import { readDays } from './day.ts'
import type { Violation } from './violation.ts'

const checkIds = (problem: Problem, plan: CheckedPlan): readonly Violation[] => {
  const found: Violation[] = []
  const seen = new Set<string>()
  for (const { visit, technician, start } of plan.assignments) {
    const tell = (rule: string, message: string): void => {
      found.push({ rule, visit, technician, message })
    }
    if (!problem.visitIndex.has(visit)) tell('ids', `there is no visit ${visit}`)
    if (!problem.technicianIndex.has(technician))
      tell('ids', `there is no technician ${technician}`)
    if (!Number.isSafeInteger(start)) tell('ids', `the start ${start} is not an integer`)
    if (seen.has(visit)) tell('ids', `${visit} is assigned twice`)
    seen.add(visit)
  }
  return found
}

const checkLocksKept = (problem: Problem, acts: ReadonlyMap<number, Act>): readonly Violation[] =>
  problem.visits
    .filter(({ index, locked }) => locked && !acts.has(index))
    .map(({ id }) => ({
      rule: 'locks',
      visit: id,
      message: `${id} is locked and must be planned`,
      locked: true,
    }))

/**
 * Every rule that a plan breaks, recomputed from the problem alone.
 *
 * @returns nothing when the plan is feasible; unassigned visits are no violation, except a
 *   missing seat of a crew that is otherwise planned, and a locked visit
 */
export const check = (problem: Problem, plan: CheckedPlan): readonly Violation[] => {
  const { days, strays } = readDays(problem, plan)
  const acts = new Map<number, Act>()
  for (const { acts: own } of days) {
    for (const act of own) if (act.visit) acts.set(act.visit.index, act)
  }
  const byTechnician = problem.technicians.map((technician) =>
    days.filter((day) => day.technician === technician),
  )
  return [
    ...checkIds(problem, plan),
    ...strays.map((act) => about(act, 'shifts', 'the technician has no shift')),
    ...[...acts.values()].flatMap((act) => (act.visit ? checkVisit(problem, act, act.visit) : [])),
    ...days.flatMap((day) => [...checkDay(problem, day), ...checkParts(problem, day)]),
    ...byTechnician.flatMap((own) => checkTechnician(problem, own)),
    ...checkTies(problem, acts),
    ...checkLocksKept(problem, acts),
  ]
}
