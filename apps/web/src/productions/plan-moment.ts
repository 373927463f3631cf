// Who works where on a stage at one moment: roles, their seats and the moments worth looking at. Pure.
import type { Instant, LocalDate } from '@regie/contract/kernel'
import type { PlanSpot } from '@regie/contract/production-stage-plans'
import type { CrewSeat, Phase } from '@regie/contract/productions'

const QUARTER = 900_000

/** The `number`th seat of the phases of a stage that is called `label`. */
export type Role = Pick<PlanSpot, 'label' | 'number'>
export type Holding = { readonly phase: Phase; readonly seat: CrewSeat }
export type RoleState = 'covered' | 'offered' | 'uncovered' | 'spare' | 'idle'
export type RoleNow = Role & {
  readonly key: string
  readonly spot: PlanSpot | null
  /** At this moment; usually one, more where phases overlap. */
  readonly holdings: readonly Holding[]
  readonly state: RoleState
  /** False: no phase of the stage asks for it any more. */
  readonly isAsked: boolean
}
/** Epoch milliseconds at which the slider may stand, the first to the last in which somebody works. */
export type Moments = {
  readonly from: number
  readonly until: number
  readonly stops: readonly number[]
  /** Where a phase begins or ends. */
  readonly edges: readonly number[]
}

export const keyOf = ({ label, number }: Role): string => `${number} ${label.toLowerCase()}`

/** The seats of a phase with their number among those of the same name. */
function numbered({ seats }: Phase): (Role & { seat: CrewSeat })[] {
  const counts = new Map<string, number>()
  return seats.map((seat) => {
    const name = seat.label.toLowerCase()
    const number = (counts.get(name) ?? 0) + 1
    counts.set(name, number)
    return { label: seat.label, number, seat }
  })
}

const isAt = ({ startsAt, endsAt }: CrewSeat, at: number): boolean =>
  Date.parse(startsAt) <= at && at < Date.parse(endsAt)

function stateOf(holdings: readonly Holding[]): RoleState {
  const has = (coverage: CrewSeat['coverage'], mandatory?: boolean) =>
    holdings.some(
      ({ seat }) =>
        seat.coverage === coverage && (mandatory === undefined || seat.mandatory === mandatory),
    )
  if (holdings.length === 0) return 'idle'
  if (has('uncovered', true)) return 'uncovered'
  if (has('offered')) return 'offered'
  return has('covered') ? 'covered' : 'spare'
}

/** Every role of a stage's phases, and every one placed on its plan, with who holds it at the moment. */
export function rolesAt(
  phases: readonly Phase[],
  spots: readonly PlanSpot[],
  at: number,
): RoleNow[] {
  const roles = new Map<string, Role>()
  const holdings = new Map<string, Holding[]>()
  for (const phase of phases)
    for (const { seat, ...role } of numbered(phase)) {
      const key = keyOf(role)
      if (!roles.has(key)) roles.set(key, role)
      if (isAt(seat, at)) holdings.set(key, [...(holdings.get(key) ?? []), { phase, seat }])
    }
  const placed = new Map(spots.map((spot) => [keyOf(spot), spot]))
  return [...new Map([...placed, ...roles])]
    .map(([key, { label, number }]): RoleNow => {
      const held = holdings.get(key) ?? []
      const isAsked = roles.has(key)
      const spot = placed.get(key) ?? null
      return { key, label, number, spot, holdings: held, state: stateOf(held), isAsked }
    })
    .sort((a, b) => a.label.localeCompare(b.label) || a.number - b.number)
}

/** How many seats are green, yellow and red; those that are nice to have count once somebody is on them. */
export function countsOf(roles: readonly RoleNow[]) {
  const counts = { covered: 0, offered: 0, uncovered: 0 }
  for (const { seat } of roles.flatMap(({ holdings }) => holdings))
    if (seat.mandatory || seat.coverage !== 'uncovered') counts[seat.coverage]++
  return counts
}

/** The day of the phases that begin on it, to the end of the last one, also past midnight; null without any. */
export function momentsOf(
  phases: readonly Phase[],
  date: LocalDate,
  dateOf: (at: Instant) => LocalDate,
): Moments | null {
  const stretches = phases
    .filter(({ startsAt }) => dateOf(startsAt) === date)
    .flatMap(({ startsAt, endsAt, seats }) => [{ startsAt, endsAt }, ...seats])
  if (stretches.length === 0) return null
  const edges = [
    ...new Set(stretches.flatMap((one) => [Date.parse(one.startsAt), Date.parse(one.endsAt)])),
  ].sort((a, b) => a - b)
  const [from = 0, until = 0] = [edges[0], edges.at(-1)]
  const stops = new Set(edges.filter((edge) => edge < until))
  for (let at = Math.ceil(from / QUARTER) * QUARTER; at < until; at += QUARTER) stops.add(at)
  return { from, until, stops: [...stops].sort((a, b) => a - b), edges }
}

/** The stop nearest to `at`; the earlier one of two as near. */
export const nearestStop = ({ stops, from }: Pick<Moments, 'stops' | 'from'>, at: number): number =>
  stops.reduce(
    (best, stop) => (Math.abs(stop - at) < Math.abs(best - at) ? stop : best),
    stops[0] ?? from,
  )

/** The stop so many further on (or back), within the day. */
export const stopAfter = (stops: readonly number[], at: number, steps: number): number => {
  const index = stops.findLastIndex((stop) => stop <= at) + steps
  return stops[Math.min(stops.length - 1, Math.max(0, index))] ?? at
}

/** The next beginning or end of a phase; `at` where there is none. */
export const edgeAfter = (
  { edges, until }: Pick<Moments, 'edges' | 'until'>,
  at: number,
  direction: 1 | -1,
): number =>
  (direction === 1
    ? edges.find((edge) => edge > at && edge < until)
    : edges.findLast((edge) => edge < at)) ?? at

/** Where one looks first: now, on a day that runs; else when most are at work. */
export function firstMoment(phases: readonly Phase[], moments: Moments, now: number): number {
  if (now >= moments.from && now < moments.until) return nearestStop(moments, now)
  const seats = phases.flatMap((phase) => phase.seats)
  let best = moments.from
  let most = -1
  for (const edge of moments.edges) {
    const count = seats.filter((seat) => isAt(seat, edge)).length
    if (count > most) [best, most] = [edge, count]
  }
  return best
}
