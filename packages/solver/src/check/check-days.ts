import type { Problem } from '../problem/problem.ts'
import { UNREACHABLE } from '../problem/problem.ts'
import { about } from './check-visits.ts'
import type { Act, Day } from './day.ts'
import { wayBetween } from './day.ts'
import type { Violation } from './violation.ts'

/** Seconds left over between two acts once the way is taken; negative when it does not fit. */
const idleBefore = (problem: Problem, day: Day, rank: number): { idle: number; way: number } => {
  const act = day.acts[rank] as Act
  const before = day.acts[rank - 1]
  const from = before?.location ?? day.shift.startLocation
  const leaves = before?.end ?? Number.NEGATIVE_INFINITY
  const way = wayBetween(problem, day.technician, { from, to: act.location, leaves }).seconds
  return { idle: before ? act.start - before.end - way : 0, way }
}

const checkGaps = (problem: Problem, day: Day): readonly Violation[] => {
  const { buffers, streak } = problem.policy.rules
  const found: Violation[] = []
  let row = 0
  day.acts.forEach((act, rank) => {
    const { idle, way } = idleBefore(problem, day, rank)
    const both = rank > 0 && act.visit !== undefined && day.acts[rank - 1]?.visit !== undefined
    if (way >= UNREACHABLE) found.push(about(act, 'travel', 'there is no way to this visit'))
    else if (idle < 0)
      found.push(about(act, 'travel', `${-idle} s too early after the visit before`))
    else if (both && buffers.on && idle < buffers.seconds) {
      found.push(about(act, 'buffers', `${idle} s are left, the buffer is ${buffers.seconds} s`))
    }
    if (act.visit === undefined) return
    row = idle >= streak.gapSeconds && rank > 0 ? 1 : row + 1
    if (streak.on && row > streak.maxVisits)
      found.push(about(act, 'streak', `visit ${row} in a row without a break`))
  })
  return found
}

const checkBreaks = (problem: Problem, day: Day): readonly Violation[] => {
  const { on, steps } = problem.policy.rules.breaks
  const found: Violation[] = []
  for (const { afterWorkSeconds, breakSeconds } of on ? steps : []) {
    let stretch = 0
    day.acts.forEach((act, rank) => {
      const { idle, way } = idleBefore(problem, day, rank)
      const service = act.end - act.start
      const rested = rank > 0 && idle >= breakSeconds
      // The pause may lie on either side of the way: after it unless that overruns the stretch.
      if (rested && stretch + way <= afterWorkSeconds) stretch = 0
      else stretch = rested ? way : stretch + way
      stretch += service
      if (service > afterWorkSeconds) stretch = service % afterWorkSeconds
      else if (stretch > afterWorkSeconds && act.visit) {
        found.push(
          about(act, 'breaks', `${stretch} s of work without a break of ${breakSeconds} s`),
        )
      }
    })
  }
  return found
}

const checkPauses = (day: Day): readonly Violation[] => {
  const gaps: [number, number][] = [[day.shift.start, day.leaves]]
  day.acts.forEach((act, rank) => {
    const next = day.acts[rank + 1]
    if (next) gaps.push([act.end, next.start])
  })
  gaps.push([day.returns, day.shift.end + day.shift.overtimeSeconds])
  const found: Violation[] = []
  const ordered = [...day.shift.pauses].sort(
    (a, b) => (a.windows[0]?.start ?? 0) - (b.windows[0]?.start ?? 0),
  )
  for (const pause of ordered) {
    const home = gaps.find((gap) =>
      pause.windows.some((window) => {
        const start = Math.max(gap[0], window.start)
        if (start > window.end || start + pause.seconds > gap[1]) return false
        gap[0] = start + pause.seconds
        return true
      }),
    )
    if (home === undefined)
      found.push(about(day.acts[0] as Act, 'pauses', `no room for the pause ${pause.id}`))
  }
  return found
}

const checkLoad = (problem: Problem, day: Day): readonly Violation[] => {
  const last = day.acts.at(-1) as Act
  const found: Violation[] = []
  const most = (rule: string, value: number, limit: number): void => {
    if (value > limit) found.push(about(last, rule, `${value}, the limit is ${limit}`))
  }
  for (let k = 0; k < problem.dimensions; k++) {
    const load = day.acts.reduce((sum, { visit }) => sum + (visit?.demand[k] ?? 0), 0)
    most('capacity', load, day.technician.capacity[k] ?? Number.POSITIVE_INFINITY)
  }
  const { limits } = day.technician
  most('visits-per-shift', day.acts.filter(({ visit }) => visit).length, limits.visitsPerShift)
  most('metres-per-shift', day.metres, limits.metresPerShift)
  most('travel-per-shift', day.travelSeconds, limits.travelSecondsPerShift)
  return found
}

/** One day alone: shift, gaps, breaks, pauses, load, night. */
export const checkDay = (problem: Problem, day: Day): readonly Violation[] => {
  const { shift, leaves, returns } = day
  const first = day.acts[0] as Act
  const last = day.acts.at(-1) as Act
  const found: Violation[] = []
  const latest = shift.end + shift.overtimeSeconds
  if (leaves < shift.start)
    found.push(about(first, 'shifts', `leaves at ${leaves}, the shift begins at ${shift.start}`))
  if (returns > latest)
    found.push(about(last, 'shifts', `is back at ${returns}, the shift ends at ${latest}`))
  const { nightWork } = problem.policy.rules
  const night = shift.nights.reduce(
    (sum, { start, end }) => sum + Math.max(0, Math.min(end, returns) - Math.max(start, leaves)),
    0,
  )
  if (nightWork.on && night > nightWork.maxSeconds)
    found.push(about(last, 'night-work', `${night} s at night`))
  return [
    ...found,
    ...checkGaps(problem, day),
    ...checkBreaks(problem, day),
    ...(shift.pauses.length > 0 ? checkPauses(day) : []),
    ...checkLoad(problem, day),
  ]
}
