// A production along time: an axis of days or hours, phases in groups below each other, arrows between them. Pure.
import type { Id, LocalDate } from '@regie/contract/kernel'
import { slackOf } from '@regie/contract/production-timeline'
import type { Coverage, CrewSeat, Phase, Production } from '@regie/contract/productions'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

export type TimelineGrouping = 'stage' | 'department'
export type Span = { readonly from: number; readonly until: number }

/** New hours of phases, in epoch milliseconds, that are not written yet. */
export type Pending = ReadonlyMap<Id, Span>

export type TimelineLine = Span & {
  readonly phase: Phase
  readonly detail: string
  /** Null: nothing waits for it. */
  readonly slackMinutes: number | null
  /** Null: it does not begin too early. */
  readonly earlyMinutes: number | null
  readonly isCritical: boolean
  readonly isPending: boolean
  /** Seats that must be held, and others that are. */
  readonly wanted: number
  readonly covered: number
  readonly offered: number
  /** Null: it asks for nobody. */
  readonly coverage: Coverage | null
  /** Its place among all rows, heads of groups included. */
  readonly row: number
}

export type TimelineGroup = {
  readonly key: string
  readonly title: string
  /** Its head's place among all rows. */
  readonly row: number
  readonly lines: readonly TimelineLine[]
}

export type Names = {
  /** Of the group of a phase, with a rank to sort groups by. */
  readonly groupOf: (phase: Phase) => { key: string; title: string; rank: number }
  /** Said beside the name of a phase, where the group does not say it. */
  readonly detailOf: (phase: Phase) => string
}

/** The phases with hours that are being tried out. */
export const tried = (phases: readonly Phase[], pending: Pending): Phase[] =>
  phases.map((phase) => {
    const span = pending.get(phase.id)
    return span
      ? {
          ...phase,
          startsAt: new Date(span.from).toISOString(),
          endsAt: new Date(span.until).toISOString(),
        }
      : phase
  })

function seatsOf({
  seats,
}: Phase): Pick<TimelineLine, 'wanted' | 'covered' | 'offered' | 'coverage'> {
  const counted = seats.filter(({ mandatory, coverage }) => mandatory || coverage !== 'uncovered')
  const count = (one: Coverage) => counted.filter(({ coverage }) => coverage === one).length
  const [covered, offered] = [count('covered'), count('offered')]
  const wanted = counted.length
  const coverage =
    covered + offered < wanted
      ? 'uncovered'
      : offered > 0
        ? 'offered'
        : wanted > 0
          ? 'covered'
          : null
  return { wanted, covered, offered, coverage }
}

/** Of each phase by how many minutes it begins too early, the worst of what it waits for. */
export function earlyOf(phases: readonly Phase[]): ReadonlyMap<Id, number> {
  const byId = new Map(phases.map((phase) => [phase.id, phase]))
  return new Map(
    phases.flatMap(({ id, startsAt, dependencies }): [Id, number][] => {
      const minutes = dependencies.map(({ afterId, lagMinutes }) => {
        const before = byId.get(afterId)
        if (!before) return 0
        return Math.round((Date.parse(before.endsAt) - Date.parse(startsAt)) / MINUTE) + lagMinutes
      })
      const worst = Math.max(0, ...minutes)
      return worst > 0 ? [[id, worst]] : []
    }),
  )
}

/** The groups in their order, each with its phases by hours; only what touches `axis`. */
export function groupsOf(
  { phases, criticalPath }: Pick<Production, 'phases' | 'criticalPath'>,
  names: Names,
  axis: Span,
  pending: Pending = new Map(),
): TimelineGroup[] {
  const shown = tried(phases, pending)
  const [slack, early] = [slackOf(shown), earlyOf(shown)]
  const critical = new Set(criticalPath)
  const spans = shown.map((phase) => ({
    phase,
    from: Date.parse(phase.startsAt),
    until: Date.parse(phase.endsAt),
  }))
  const inSight = spans.filter(({ from, until }) => from < axis.until && until > axis.from)
  const grouped = Map.groupBy(inSight, ({ phase }) => names.groupOf(phase).key)
  let row = 0
  return [...grouped.values()]
    .map((own) => ({ own, ...names.groupOf((own[0] as (typeof own)[number]).phase) }))
    .sort((a, b) => a.rank - b.rank || a.title.localeCompare(b.title))
    .map(({ key, title, own }) => ({
      key,
      title,
      row: row++,
      lines: own
        .sort((a, b) => a.from - b.from || a.until - b.until)
        .map(
          (one): TimelineLine => ({
            ...one,
            ...seatsOf(one.phase),
            detail: names.detailOf(one.phase),
            slackMinutes: slack.get(one.phase.id) ?? null,
            earlyMinutes: early.get(one.phase.id) ?? null,
            isCritical: critical.has(one.phase.id),
            isPending: pending.has(one.phase.id),
            row: row++,
          }),
        ),
    }))
}

export type TimelineArrow = {
  readonly key: string
  readonly from: TimelineLine
  readonly to: TimelineLine
  readonly lagMinutes: number
  /** How much too early `to` begins for this one alone; null: it does not. */
  readonly earlyMinutes: number | null
  readonly isCritical: boolean
}

/** From each phase in sight to those in sight that wait for it. */
export function arrowsOf(
  groups: readonly TimelineGroup[],
  criticalPath: readonly Id[],
): TimelineArrow[] {
  const lines = new Map(
    groups.flatMap(({ lines: own }) => own.map((line) => [line.phase.id, line] as const)),
  )
  return [...lines.values()].flatMap((to) =>
    to.phase.dependencies.flatMap(({ afterId, lagMinutes }): TimelineArrow[] => {
      const from = lines.get(afterId)
      if (!from) return []
      const early = Math.round((from.until - to.from) / MINUTE) + lagMinutes
      const rank = criticalPath.indexOf(afterId)
      return [
        {
          key: `${afterId} ${to.phase.id}`,
          from,
          to,
          lagMinutes,
          earlyMinutes: early > 0 ? early : null,
          isCritical: rank >= 0 && criticalPath[rank + 1] === to.phase.id,
        },
      ]
    }),
  )
}

type Clock = {
  readonly dateOf: (at: number) => LocalDate
  readonly dayBounds: (date: LocalDate) => { from: string; until: string }
}
export type TimelineAxis = Span & {
  readonly days: readonly (Span & { readonly date: LocalDate })[]
  /** Hours with a line of their own. */
  readonly ticks: readonly number[]
}

const nextOf = (date: LocalDate, clock: Clock): LocalDate =>
  clock.dateOf(Date.parse(clock.dayBounds(date).until))

function daysFrom(first: LocalDate, last: LocalDate, clock: Clock): TimelineAxis['days'] {
  const days: (Span & { date: LocalDate })[] = []
  for (let date = first; date <= last; date = nextOf(date, clock)) {
    const { from, until } = clock.dayBounds(date)
    days.push({ date, from: Date.parse(from), until: Date.parse(until) })
  }
  return days
}

/** Whole hours counted from midnight, so that a day of 23 or 25 hours has its own. */
const ticksOf = (days: TimelineAxis['days'], every: number, axis: Span): number[] =>
  days
    .flatMap(({ from, until }) =>
      Array.from(
        { length: Math.ceil((until - from) / (every * HOUR)) },
        (_, n) => from + n * every * HOUR,
      ),
    )
    .filter((at) => at >= axis.from && at <= axis.until)

const MOST_HOURLY_DAYS = 7

/** All days of the production, whole. */
export function wholeAxis(phases: readonly Phase[], clock: Clock): TimelineAxis | null {
  if (phases.length === 0) return null
  const first = Math.min(...phases.map(({ startsAt }) => Date.parse(startsAt)))
  const last = Math.max(...phases.map(({ endsAt }) => Date.parse(endsAt) - 1))
  const days = daysFrom(clock.dateOf(first), clock.dateOf(last), clock)
  const axis = { from: days[0]?.from ?? first, until: days.at(-1)?.until ?? last }
  return { ...axis, days, ticks: days.length <= MOST_HOURLY_DAYS ? ticksOf(days, 6, axis) : [] }
}

/** From an hour before what begins that day to an hour after its end, however far past midnight. */
export function dayAxis(phases: readonly Phase[], date: LocalDate, clock: Clock): TimelineAxis {
  const bounds = clock.dayBounds(date)
  const [midnight, end] = [Date.parse(bounds.from), Date.parse(bounds.until)]
  const own = phases.filter(({ startsAt, endsAt }) => {
    const [from, until] = [Date.parse(startsAt), Date.parse(endsAt)]
    return from < end && until > midnight
  })
  const starts = own.map(({ startsAt }) => Math.max(Date.parse(startsAt), midnight))
  const ends = own
    .filter(({ startsAt }) => Date.parse(startsAt) >= midnight)
    .map(({ endsAt }) => Math.min(Date.parse(endsAt), end + 12 * HOUR))
  const whole = (at: number) => Math.floor((at - midnight) / HOUR) * HOUR + midnight
  const from = starts.length
    ? Math.max(midnight, whole(Math.min(...starts)) - HOUR)
    : midnight + 6 * HOUR
  const last = ends.length ? whole(Math.max(...ends) - 1) + 2 * HOUR : end
  const until = Math.max(last, from + 8 * HOUR)
  const days = daysFrom(date, clock.dateOf(until - 1), clock)
  return { from, until, days, ticks: ticksOf(days, 1, { from, until }) }
}

/** Whoever is on a phase at hours that are not the phase's. */
export const strayedOf = (phases: readonly Phase[]): { phase: Phase; seat: CrewSeat }[] =>
  phases.flatMap((phase) =>
    phase.seats
      .filter(
        ({ technicianId, startsAt, endsAt }) =>
          technicianId !== null &&
          (Date.parse(startsAt) < Date.parse(phase.startsAt) ||
            Date.parse(endsAt) > Date.parse(phase.endsAt)),
      )
      .map((seat) => ({ phase, seat })),
  )
