import type { Problem, Shift, Technician, Visit } from '../problem/problem.ts'
import type { Refusal } from '../rules/rule.ts'
import type { PlanView } from '../solution/tour.ts'
import { planOf, viewPlan, withVisit } from '../solution/tour.ts'
import type { Slot } from './best-slots.ts'
import { bestSlots } from './best-slots.ts'
import { judge } from './verdict.ts'

/** A change of the problem that would make a visit fit, with the slot it opens. */
export type Relaxation = { readonly slot: Slot } & (
  | {
      readonly kind: 'overtime'
      readonly technician: string
      readonly shift: string
      /** Seconds after the end of the shift, overtime already granted included. */
      readonly seconds: number
    }
  | {
      readonly kind: 'window'
      readonly side: 'opens' | 'closes'
      readonly at: number
      readonly seconds: number
    }
  | {
      readonly kind: 'skill'
      readonly technician: string
      readonly skill: string
      readonly level: number
    }
  | { readonly kind: 'certification'; readonly technician: string; readonly certification: string }
  | { readonly kind: 'technician'; readonly technician: string }
  | {
      readonly kind: 'absence'
      readonly technician: string
      readonly from: number
      readonly until: number
    }
  | {
      readonly kind: 'rule'
      readonly rule: 'work-per-day' | 'work-per-week' | 'visits-per-shift'
      readonly technician: string
      readonly value: number
      readonly limit: number
    }
)

type Reasons = readonly { readonly technician: string; readonly refusals: readonly Refusal[] }[]

/** How much overtime is thought of at most. */
const MOST_OVERTIME = 4 * 3600
/** Technicians tried for each kind of relaxation. */
const MOST_TRIES = 4

const under = (view: PlanView, problem: Problem): PlanView => viewPlan(problem, planOf(view))

const withTechnician = (problem: Problem, changed: Technician): Problem => ({
  ...problem,
  technicians: problem.technicians.map((one) => (one.index === changed.index ? changed : one)),
})

const withShift = (problem: Problem, changed: Shift): Problem => ({
  ...problem,
  shifts: problem.shifts.map((one) => (one.index === changed.index ? changed : one)),
})

const withWindows = (problem: Problem, visit: Visit, windows: Visit['windows']): Problem => ({
  ...problem,
  visits: problem.visits.map((one) => (one === visit ? { ...one, windows } : one)),
})

/** The slot of a technician in a changed problem: the proof of a relaxation. */
const prove = (view: PlanView, problem: Problem, visit: Visit, only?: number): Slot | undefined => {
  const changed = problem.visits[visit.index] ?? visit
  return bestSlots(under(view, problem), changed, 1, only)[0]
}

/** The least overtime that lets one shift take the visit. */
const overtimeOf = (view: PlanView, visit: Visit, shift: Shift): Relaxation[] => {
  const { problem } = view
  const generous = withShift(problem, {
    ...shift,
    overtimeSeconds: shift.overtimeSeconds + MOST_OVERTIME,
  })
  const wide = under(view, generous)
  const needs = bestSlots(wide, visit, 8, shift.technician)
    .filter((slot) => slot.shift === shift.id)
    .map(({ start }) => {
      const tour = withVisit(wide, visit, { shift, start }).tours[shift.index]
      return (tour?.arrival ?? Number.POSITIVE_INFINITY) - shift.end
    })
  const seconds = Math.min(...needs)
  if (!(seconds > shift.overtimeSeconds && Number.isFinite(seconds))) return []
  const slot = prove(
    view,
    withShift(problem, { ...shift, overtimeSeconds: seconds }),
    visit,
    shift.technician,
  )
  if (slot === undefined) return []
  return [{ kind: 'overtime', technician: slot.technician, shift: shift.id, seconds, slot }]
}

/** The least later closing, and the least earlier opening, of the windows of the visit. */
const windowsOf = (view: PlanView, visit: Visit): Relaxation[] => {
  const { problem } = view
  const [first, last] = [visit.windows[0], visit.windows.at(-1)]
  if (first === undefined || last === undefined || visit.locked?.start !== undefined) return []
  const found: Relaxation[] = []
  const begin = Math.min(...problem.shifts.map(({ start }) => start))
  const end = Math.max(
    ...problem.shifts.map(({ end: at, overtimeSeconds }) => at + overtimeSeconds),
  )
  const add = (side: 'opens' | 'closes', at: number, seconds: number): void => {
    if (!(seconds > 0 && Number.isFinite(at))) return
    const windows =
      side === 'closes'
        ? [...visit.windows.slice(0, -1), { ...last, end: at }]
        : [{ ...first, start: at }, ...visit.windows.slice(1)]
    const slot = prove(view, withWindows(problem, visit, windows), visit)
    if (slot) found.push({ kind: 'window', side, at, seconds, slot })
  }
  const later = withWindows(problem, visit, [{ start: last.end, end }])
  const after = bestSlots(under(view, later), later.visits[visit.index] as Visit, 8).map(
    ({ start }) => start,
  )
  const closes = Math.min(...after)
  if (last.end < end) add('closes', closes, closes - last.end)
  const earlier = withWindows(problem, visit, [{ start: begin, end: first.start }])
  const wide = under(view, earlier)
  const changed = earlier.visits[visit.index] as Visit
  const before = bestSlots(wide, changed, 8).map(({ start, slackSeconds, technician }) => {
    const late = Math.min(first.start, start + slackSeconds)
    return judge(wide, { visit: visit.id, technician, start: late }).allowed ? late : start
  })
  const opens = Math.max(...before)
  if (first.start > begin) add('opens', opens, first.start - opens)
  return found
}

/** What one technician lacks, granted. */
const grantsOf = (view: PlanView, visit: Visit, reasons: Reasons[number]): Relaxation[] => {
  const { problem } = view
  const technician = problem.technicians[problem.technicianIndex.get(reasons.technician) ?? -1]
  const [refusal, ...others] = reasons.refusals
  if (technician === undefined || refusal === undefined || others.length > 0) return []
  const { id, index } = technician
  const grant = (changed: Partial<Technician>): Slot | undefined =>
    prove(view, withTechnician(problem, { ...technician, ...changed }), visit, index)
  if (refusal.rule === 'skills' && refusal.missing.length === 1) {
    const [{ id: skill, level } = { id: '', level: 0 }] = refusal.missing
    const slot = grant({ skills: new Map([...technician.skills, [skill, level]]) })
    return slot ? [{ kind: 'skill', technician: id, skill, level, slot }] : []
  }
  if (refusal.rule === 'certifications' && refusal.missing.length === 1) {
    const [certification = ''] = refusal.missing
    const always = {
      id: certification,
      validFrom: Number.NEGATIVE_INFINITY,
      validUntil: Number.POSITIVE_INFINITY,
    }
    const slot = grant({ certifications: [...technician.certifications, always] })
    return slot ? [{ kind: 'certification', technician: id, certification, slot }] : []
  }
  if (refusal.rule === 'absences') {
    const { from, until } = refusal
    const slot = grant({
      absences: technician.absences.filter(({ start, end }) => start !== from || end !== until),
    })
    return slot ? [{ kind: 'absence', technician: id, from, until, slot }] : []
  }
  return raisesOf(refusal, technician, grant)
}

const raisesOf = (
  refusal: Refusal,
  technician: Technician,
  grant: (changed: Partial<Technician>) => Slot | undefined,
): Relaxation[] => {
  const keys = {
    'work-per-day': 'workSecondsPerDay',
    'work-per-week': 'workSecondsPerWeek',
    'visits-per-shift': 'visitsPerShift',
  } as const
  if (
    refusal.rule !== 'work-per-day' &&
    refusal.rule !== 'work-per-week' &&
    refusal.rule !== 'visits-per-shift'
  )
    return []
  const { rule, value, limit } = refusal
  const slot = grant({ limits: { ...technician.limits, [keys[rule]]: value } })
  return slot ? [{ kind: 'rule', rule, technician: technician.id, value, limit, slot }] : []
}

/** The visit opened to a technician who is not allowed or forbidden. */
const allowancesOf = (view: PlanView, visit: Visit, reasons: Reasons[number]): Relaxation[] => {
  const { problem } = view
  const technician = problem.technicianIndex.get(reasons.technician)
  const onlyThat =
    reasons.refusals.length > 0 && reasons.refusals.every(({ rule }) => rule === 'technicians')
  if (technician === undefined || !onlyThat) return []
  const forbidden = new Set([...visit.forbidden].filter((one) => one !== technician))
  const opened: Visit = {
    ...visit,
    forbidden,
    allowed: visit.allowed && new Set([...visit.allowed, technician]),
  }
  const changed = {
    ...problem,
    visits: problem.visits.map((one) => (one === visit ? opened : one)),
  }
  const slot = prove(view, changed, visit, technician)
  return slot ? [{ kind: 'technician', technician: reasons.technician, slot }] : []
}

/**
 * The smallest relaxations of each kind: overtime of one shift, a window that opens earlier or
 * closes later, a skill, certification or permission for one technician, an absence given up, a
 * ceiling raised. Each is proven by the slot found when the changed problem is judged anew.
 *
 * @param technicians reasons, those nearest to feasible first
 */
export const findRelaxations = (
  view: PlanView,
  visit: Visit,
  technicians: Reasons,
): readonly Relaxation[] => {
  const { problem } = view
  const near = technicians
    .filter(({ refusals }) => refusals.some(({ rule }) => rule === 'shifts'))
    .slice(0, MOST_TRIES)
  const late = near.flatMap(({ technician }) => {
    const ranks = problem.technicians[problem.technicianIndex.get(technician) ?? -1]?.shifts ?? []
    return ranks.flatMap((rank) => overtimeOf(view, visit, problem.shifts[rank] as Shift))
  })
  const overtime = late
    .sort((a, b) => ('seconds' in a ? a.seconds : 0) - ('seconds' in b ? b.seconds : 0))
    .slice(0, 2)
  const single = technicians.filter(({ refusals }) => refusals.length === 1)
  const granted = single
    .slice(0, 3 * MOST_TRIES)
    .flatMap((one) => grantsOf(view, visit, one))
    .slice(0, 3)
  const allowed = technicians
    .slice(0, 3 * MOST_TRIES)
    .flatMap((one) => allowancesOf(view, visit, one))
    .slice(0, 2)
  return [...windowsOf(view, visit), ...overtime, ...granted, ...allowed]
}
