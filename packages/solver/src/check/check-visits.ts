import type { Problem, Visit } from '../problem/problem.ts'
import type { Act, Day } from './day.ts'
import type { Violation } from './violation.ts'

/** Makes a violation of a visit. */
export const about = (act: Act, rule: string, message: string): Violation => ({
  rule,
  technician: act.technician.id,
  message,
  ...(act.visit && { visit: act.visit.id }),
  ...(act.visit?.locked && { locked: true }),
})

/** What a visit and its technician must match, one by one: who, when, with which papers. */
export const checkVisit = (problem: Problem, act: Act, visit: Visit): readonly Violation[] => {
  const { technician, start, end } = act
  const found: Violation[] = []
  const tell = (rule: string, message: string): void => {
    found.push(about(act, rule, message))
  }
  const { rules } = problem.policy
  for (const { id, level } of rules.skills.on ? visit.skills : []) {
    const held = technician.skills.get(id)
    if (held === undefined || held < level)
      tell('skills', `${id} level ${level} is asked, held: ${held ?? 'none'}`)
  }
  for (const id of rules.certifications.on ? visit.certifications : []) {
    const covers = technician.certifications.filter(
      (held) => held.id === id && held.validFrom <= start && held.validUntil >= end,
    )
    if (covers.length === 0) tell('certifications', `${id} is not valid from ${start} to ${end}`)
  }
  if (visit.forbidden.has(technician.index)) tell('technicians', 'the technician is forbidden')
  if (visit.allowed && !visit.allowed.has(technician.index))
    tell('technicians', 'the technician is not allowed')
  if (!visit.windows.some((window) => window.start <= start && start <= window.end)) {
    tell('time-windows', `service begins at ${start}, outside its windows`)
  }
  for (const absence of technician.absences) {
    if (start < absence.end && end > absence.start)
      tell('absences', `absent from ${absence.start} to ${absence.end}`)
  }
  if (visit.locked && visit.locked.technician !== technician.index)
    tell('locks', 'fixed to another technician')
  if (visit.locked?.start !== undefined && visit.locked.start !== start)
    tell('locks', `fixed to ${visit.locked.start}`)
  return found
}

/** Tools and parts: aboard from the start, or after a renewal. */
export const checkParts = (problem: Problem, day: Day): readonly Violation[] => {
  if (!problem.policy.rules.parts.on) return []
  const found: Violation[] = []
  const used = new Map<string, number>()
  for (const act of day.acts) {
    if (act.visit === undefined) break
    for (const tool of act.visit.tools) {
      if (!day.technician.tools.has(tool))
        found.push(about(act, 'parts', `the tool ${tool} is not aboard`))
    }
    for (const [part, count] of act.visit.parts) {
      used.set(part, (used.get(part) ?? 0) + count)
      const stock = day.technician.parts.get(part) ?? 0
      if ((used.get(part) ?? 0) > stock)
        found.push(about(act, 'parts', `${part}: ${used.get(part)} used, ${stock} aboard`))
    }
  }
  return found
}
