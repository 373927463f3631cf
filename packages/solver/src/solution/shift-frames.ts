import { goalFactor } from '../problem/policy.ts'
import type { Interval, Pause, Problem, Shift, Travel } from '../problem/problem.ts'

/** One shift as the schedule needs it; instants are seconds after the kernel's origin. */
export interface ShiftFrame {
  readonly technician: number
  readonly start: number
  readonly end: number
  readonly latest: number
  readonly travel: Travel
  readonly pauses: readonly Pause[]
  readonly nights: readonly Interval[]
  readonly absences: readonly Interval[]
  /** Other shifts of the technician: of the same day, of the same week, just before and after. */
  readonly sameDay: readonly number[]
  readonly sameWeek: readonly number[]
  readonly siblings: readonly number[]
  readonly rank: number
  readonly maxVisits: number
  readonly maxMetres: number
  readonly maxTravel: number
  readonly maxDayWork: number
  readonly maxWeekWork: number
  readonly perDurationSecond: number
  readonly perOvertimeSecond: number
  /** No rule can tie this tour to the technician's others: they lie too far apart, and sum up to too little. */
  readonly independent: boolean
  /** No absence, break or streak moves a start. */
  readonly plain: boolean
  /** Nothing but windows and ways moves a start, of any visit that may be here. */
  readonly straight: boolean
}

/** Spans as seconds after an origin. */
export const since = (origin: number, spans: readonly Interval[]): readonly Interval[] =>
  spans.map(({ start, end }) => ({ start: start - origin, end: end - origin }))

const ceiling = (
  own: number,
  rule: { readonly on: boolean; readonly maxSeconds: number },
): number => {
  if (own < Number.POSITIVE_INFINITY) return own
  return rule.on ? rule.maxSeconds : Number.POSITIVE_INFINITY
}

/** The most that shifts can hold of work. */
const longest = (problem: Problem, ranks: readonly number[]): number =>
  ranks.reduce((sum, rank) => {
    const { start = 0, end = 0, overtimeSeconds = 0 } = problem.shifts[rank] ?? {}
    return sum + end + overtimeSeconds - start
  }, 0)

/** Is the daily rest kept whatever the tours of these shifts are? */
const restsAnyway = (problem: Problem, shift: Shift, others: readonly number[]): boolean => {
  const { on, minSeconds } = problem.policy.rules.dailyRest
  return (
    !on ||
    others.every((rank) => {
      const other = problem.shifts[rank] as Shift
      const [before, after] = other.start < shift.start ? [other, shift] : [shift, other]
      return after.start - before.end - before.overtimeSeconds >= minSeconds
    })
  )
}

/** Compiles the shifts of a problem; `straight` says whether all visits let theirs be. */
export const compileShifts = (
  problem: Problem,
  origin: number,
  straight: boolean,
): readonly ShiftFrame[] => {
  const { rules, objectives } = problem.policy
  const duration = goalFactor(objectives.duration)
  const overtime = goalFactor(objectives.overtime)
  return problem.shifts.map((shift): ShiftFrame => {
    const technician = problem.technicians[shift.technician] as Problem['technicians'][number]
    const { limits, costs } = technician
    const others = technician.shifts.filter((rank) => rank !== shift.index)
    const share = (key: 'day' | 'week'): readonly number[] =>
      others.filter(
        (rank) => shift[key] !== undefined && problem.shifts[rank]?.[key] === shift[key],
      )
    const plain = !(technician.absences.length > 0 || rules.breaks.on || rules.streak.on)
    const travel = problem.travels[technician.travel] as Travel
    const sameWeek = share('week')
    const maxWeekWork =
      shift.week === undefined
        ? Number.POSITIVE_INFINITY
        : ceiling(limits.workSecondsPerWeek, rules.workPerWeek)
    return {
      technician: technician.index,
      plain,
      straight: straight && plain && shift.pauses.length + travel.slices.length === 0,
      start: shift.start - origin,
      end: shift.end - origin,
      latest: shift.end + shift.overtimeSeconds - origin,
      travel,
      pauses: shift.pauses
        .map((pause) => ({ ...pause, windows: since(origin, pause.windows) }))
        .sort((a, b) => (a.windows[0]?.start ?? 0) - (b.windows[0]?.start ?? 0)),
      nights: since(origin, shift.nights),
      absences: since(origin, technician.absences).filter(
        (span) =>
          span.end > shift.start - origin &&
          span.start < shift.end + shift.overtimeSeconds - origin,
      ),
      sameDay: share('day'),
      sameWeek,
      independent:
        objectives.balance.perSquaredHour === 0 &&
        share('day').length === 0 &&
        sameWeek.length < 6 &&
        restsAnyway(problem, shift, others) &&
        longest(problem, [shift.index, ...sameWeek]) <= maxWeekWork,
      siblings: technician.shifts,
      rank: technician.shifts.indexOf(shift.index),
      maxVisits: limits.visitsPerShift,
      maxMetres: limits.metresPerShift,
      maxTravel: limits.travelSecondsPerShift,
      maxDayWork: ceiling(limits.workSecondsPerDay, rules.workPerDay),
      maxWeekWork,
      perDurationSecond: duration * (objectives.duration.perSecond + costs.perHour / 3600),
      perOvertimeSecond: overtime * (objectives.overtime.perSecond + costs.perOvertimeHour / 3600),
    }
  })
}
