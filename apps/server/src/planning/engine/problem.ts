// A scene as the solver takes it: visit ids are position ids, times Unix seconds.
import type { Id, Instant, Position } from '@regie/contract/kernel'
import type {
  DependencyInput,
  IntervalInput,
  LocationInput,
  Plan,
  PositionInput,
  ProblemInput,
  ShiftInput,
  TechnicianInput,
  WorkOrderInput,
} from '@regie/solver'
import { calendarOf, weekKey } from '../local-days.ts'
import { isUnderWay } from '../model.ts'
import type { Acquainted } from '../who-knows.ts'
import { bookedInput, resourcesOf, withBookings } from './booked.ts'
import { dayLimitOf, PLAIN, withNights } from './labour.ts'
import { crewsOf, inputId } from './loose-crews.ts'
import { preferredFor } from './preferred.ts'
import { seconds } from './problem-time.ts'
import type { Rulebook } from './rulebook.ts'
import type { Scene, SceneAssignment, SceneSeat, SceneTechnician, SceneWorkOrder } from './scene.ts'

export type ProblemOptions = Rulebook & {
  /** Which assignments stay as they are; `all` when nothing is to be planned. */
  readonly keep: 'all' | 'published' | 'locked'
  /** Only these may get something new; undefined: everybody in the scene. */
  readonly eligible?: ReadonlySet<Id> | undefined
  /** Who has done this work before: they are preferred for it. */
  readonly acquainted?: Acquainted
  /** Only the assignments of this work may change; undefined: of all work. */
  readonly movable?: ReadonlySet<Id> | undefined
  /** Seats are looked at with this time instead of the work order's (a bar that was resized). */
  readonly service?: {
    readonly positionId: Id
    readonly technicianId: Id
    readonly seconds: number
  }
}

export type Built = {
  readonly input: ProblemInput
  readonly plan: Plan
  /** Positions of `input.locations`, in their order. */
  readonly places: readonly Position[]
}

/** Leaving out work of rank 1 costs twice that of rank 2, and so on; from rank 6 all weigh alike. */
export const priorityOf = (rank: number): number => 2 ** Math.max(0, 6 - rank) - 1

const span = ({ startsAt, endsAt }: { startsAt: Instant; endsAt: Instant }): IntervalInput => ({
  start: seconds(startsAt),
  end: seconds(endsAt),
})

/** Gaps up to this long within a day are a break at work, not a way home and back. */
const LONGEST_BREAK_SECONDS = 3 * 3600

/** The tours of one technician: a day's shifts with a short gap between are one tour with the gap kept free. */
function shiftsOf(technician: SceneTechnician): {
  shifts: ShiftInput[]
  absences: (IntervalInput & { reason: string })[]
} {
  const shifts: ShiftInput[] = []
  const absences = technician.days.flatMap((day) =>
    day.absences.map((absence) => ({ ...span(absence), reason: absence.reason })),
  )
  for (const day of technician.days) {
    const spans = day.shifts.map(span).sort((a, b) => a.start - b.start)
    let open: IntervalInput | undefined
    const close = () => {
      if (open) shifts.push({ ...open, day: day.date, week: weekKey(day.date) })
    }
    for (const next of spans) {
      if (open && next.start - open.end <= LONGEST_BREAK_SECONDS) {
        if (next.start > open.end)
          absences.push({ start: open.end, end: next.start, reason: 'off' })
        open = { start: open.start, end: Math.max(open.end, next.end) }
      } else {
        close()
        open = next
      }
    }
    close()
  }
  return { shifts: apart(shifts), absences: absences.sort((a, b) => a.start - b.start) }
}

/** A shift past midnight and the next day's never overlap, whatever was entered. */
function apart(shifts: readonly ShiftInput[]): ShiftInput[] {
  const sorted = shifts.toSorted((a, b) => a.start - b.start)
  const kept: ShiftInput[] = []
  for (const shift of sorted) {
    const start = Math.max(shift.start, kept.at(-1)?.end ?? shift.start)
    if (start < shift.end) kept.push({ ...shift, start })
  }
  return kept
}

function technicianInput(
  technician: SceneTechnician,
  { bookings, timeZone }: Scene,
  { mixOf, weekLimitOf }: Pick<Rulebook, 'mixOf' | 'weekLimitOf'>,
): TechnicianInput {
  const mix = mixOf?.(technician.id) ?? PLAIN
  const week = weekLimitOf?.(technician.id) ?? Number.POSITIVE_INFINITY
  const calendar = calendarOf(timeZone)
  const { shifts, absences } = shiftsOf(technician)
  const home = technician.home
    ? { startLocation: `home:${technician.id}`, endLocation: `home:${technician.id}` }
    : {}
  return {
    id: technician.id,
    ...home,
    skills: technician.skills.map(({ id, level }) => ({ id, level })),
    certifications: technician.certifications.map(({ id, validFrom, validUntil }) => ({
      id,
      ...(validFrom ? { validFrom: seconds(validFrom) } : {}),
      ...(validUntil ? { validUntil: seconds(validUntil) } : {}),
    })),
    ...withBookings(
      { shifts: withNights(shifts, mix, calendar), absences },
      technician.id,
      bookings,
    ),
    limits: {
      workSecondsPerDay: dayLimitOf(technician.maxDaySeconds, mix, calendar),
      ...(Number.isFinite(week) ? { workSecondsPerWeek: week } : {}),
    },
  }
}

/**
 * When service may begin, cut so that it ends inside; null: at no time in the range. Windows bind; the
 * time it is due by has a price that grows instead, for work that is late already is still to be done.
 */
function windowsOf(
  order: SceneWorkOrder,
  clip: { start: number; end: number } | undefined,
): IntervalInput[] | null {
  const service = (order.durationMinutes ?? 0) * 60
  const open = { from: order.earliestAt, until: null }
  const given = order.windows.length > 0 ? order.windows : [open]
  const windows = given.map(({ from, until }) => ({
    start: Math.max(from ? seconds(from) : -1e11, clip?.start ?? -1e11),
    end: Math.min(until ? seconds(until) : 1e11, clip?.end ?? 1e11) - service,
  }))
  const possible = windows.filter(({ start, end }) => start <= end)
  if (possible.length > 0) return possible
  if (!clip) return windows.map(({ start }) => ({ start, end: start }))
  // What can only end beyond the range, as a show past midnight of its last day, belongs to the day on which it begins.
  const late = given
    .map(({ from, until }) => ({
      start: Math.max(from ? seconds(from) : -1e11, clip.start),
      end: Math.min((until ? seconds(until) : 1e11) - service, clip.end - 1),
    }))
    .filter(({ start, end }) => start <= end)
  return late.length > 0 ? late : null
}

export function isKept(
  assignment: SceneAssignment,
  scene: Scene,
  { keep, movable }: Pick<ProblemOptions, 'keep' | 'movable'>,
): boolean {
  if (keep === 'all' || assignment.locked || isUnderWay(assignment.state)) return true
  if (assignment.startsAt < scene.from || assignment.startsAt >= scene.until) return true
  if (movable && !movable.has(assignment.workOrderId)) return true
  return keep === 'published' && assignment.publishedAt !== null
}

/** Somebody said yes to it, on either side: planning it otherwise costs a call. */
const isConfirmed = ({ state, clientConfirmed }: SceneAssignment): boolean =>
  state !== 'offered' || clientConfirmed

type Surroundings = {
  readonly scene: Scene
  readonly options: ProblemOptions
  readonly byPosition: ReadonlyMap<Id, SceneAssignment>
  readonly known: ReadonlyMap<Id, SceneTechnician>
}

function seatInput(
  order: SceneWorkOrder,
  seat: SceneSeat,
  { scene, options, byPosition, known }: Surroundings,
): PositionInput {
  const assignment = byPosition.get(seat.positionId)
  const held = assignment && known.has(assignment.technicianId) ? assignment : undefined
  const service: Record<Id, number> = {}
  const heldSeconds = held ? seconds(held.endsAt) - seconds(held.startsAt) : 0
  if (held && heldSeconds !== (order.durationMinutes ?? 0) * 60)
    service[held.technicianId] = heldSeconds
  if (options.service?.positionId === seat.positionId)
    service[options.service.technicianId] = options.service.seconds
  const at = held && { technician: held.technicianId, start: seconds(held.startsAt) }
  const kept = held !== undefined && isKept(held, scene, options)
  return {
    id: seat.positionId,
    skills: seat.skills.map(({ id, level }) => ({ id, level })),
    certifications: [...seat.certificationKindIds],
    optional: !seat.mandatory,
    ...familiarTo(order, seat, { options, known }),
    serviceSecondsByTechnician: service,
    ...(kept && at && options.keep !== 'all' ? { locked: at } : {}),
    ...(held?.publishedAt && at ? { published: { ...at, confirmed: isConfirmed(held) } } : {}),
    ...(options.eligible && !kept
      ? { allowed: [...options.eligible].filter((id) => known.has(id)) }
      : {}),
  }
}

function workOrderInputs(order: SceneWorkOrder, around: Surroundings): WorkOrderInput[] {
  const { scene, options, byPosition } = around
  const range = { start: seconds(scene.from), end: seconds(scene.until) }
  const held = order.seats.flatMap(({ positionId }) => byPosition.get(positionId) ?? [])
  const fixed = held.some((one) => isKept(one, scene, options))
  const windows =
    windowsOf(order, options.keep === 'all' || fixed ? undefined : range) ??
    (held.length > 0 ? windowsOf(order, undefined) : null)
  if (windows === null || order.seats.length === 0) return []
  const crews = options.keep === 'all' ? [order.seats] : crewsOf(order)
  return crews.map((seats, rank) => ({
    id: inputId(order, rank),
    ...(order.position ? { location: `site:${order.siteId}` } : {}),
    serviceSeconds: (order.durationMinutes ?? 60) * 60,
    windows,
    priority: priorityOf(order.priorityRank),
    ...resourcesOf(order, scene),
    ...wishesOf(order, around),
    ...(order.dueAt ? { dueAt: seconds(order.dueAt) - (order.durationMinutes ?? 60) * 60 } : {}),
    positions: seats.map((seat) => seatInput(order, seat, around)),
  }))
}

const dependenciesOf = (
  { workOrders }: Scene,
  inputs: ReadonlyMap<Id, readonly WorkOrderInput[]>,
): DependencyInput[] =>
  workOrders.flatMap((order) =>
    order.after.flatMap(({ workOrderId, lagSeconds }) =>
      (inputs.get(workOrderId) ?? []).flatMap((before) =>
        (inputs.get(order.id) ?? []).map((after) => ({
          ...{ before: before.id, after: after.id, minLagSeconds: lagSeconds },
        })),
      ),
    ),
  )

/** The technician a series prefers, where that person is at hand: a wish, not a rule. */
const wishesOf = ({ preferredTechnicianId }: SceneWorkOrder, { known }: Surroundings) =>
  preferredTechnicianId !== null && known.has(preferredTechnicianId)
    ? { preferred: [preferredTechnicianId] }
    : {}

/** Who has done such work before is preferred, too, where no series prefers somebody. */
function familiarTo(
  { id, preferredTechnicianId }: SceneWorkOrder,
  seat: SceneSeat,
  { options, known }: Pick<Surroundings, 'options' | 'known'>,
): Pick<PositionInput, 'preferred'> {
  if (preferredTechnicianId !== null) return {}
  const preferred = preferredFor(seat, options.acquainted?.get(id), known)
  return preferred.length > 0 ? { preferred } : {}
}

/** The problem without its travel tables, the plan as it stands, and the places whose travel it needs. */
export function problemOf(scene: Scene, options: ProblemOptions): Built {
  const known = new Map(scene.technicians.map((one) => [one.id, one]))
  const byPosition = new Map(scene.assignments.map((one) => [one.positionId, one]))
  const around: Surroundings = { scene, options, byPosition, known }
  const inputs = new Map(
    scene.workOrders.map((order) => [order.id, workOrderInputs(order, around)]),
  )
  const workOrders = [...inputs.values()].flat()
  const present = new Set([...inputs].flatMap(([id, own]) => (own.length > 0 ? [id] : [])))
  const booked = bookedInput(scene)
  const locations = locationsOf(scene)
  return {
    places: locations.map(({ latitude, longitude }) => ({ latitude, longitude })),
    input: {
      version: 1,
      locations,
      technicians: [
        ...scene.technicians.map((one) => technicianInput(one, scene, options)),
        ...booked.technicians,
      ],
      workOrders: [...workOrders, ...booked.workOrders],
      resources: scene.equipment.map(({ id, count }) => ({ id, count })),
      dependencies: dependenciesOf(scene, inputs),
      policy: options.policy,
    },
    plan: {
      assignments: [...planOf(scene, known, present).assignments, ...booked.assignments],
    },
  }
}

const planOf = (scene: Scene, known: ReadonlyMap<Id, unknown>, present: ReadonlySet<Id>): Plan => ({
  assignments: scene.assignments
    .filter(({ technicianId, workOrderId }) => known.has(technicianId) && present.has(workOrderId))
    .map(({ positionId, technicianId, startsAt }) => ({
      visit: positionId,
      technician: technicianId,
      start: seconds(startsAt),
    })),
})

type Place = LocationInput & Position

function locationsOf(scene: Scene): Place[] {
  const places = new Map<string, Place>()
  for (const { id, home } of scene.technicians)
    if (home) places.set(`home:${id}`, { id: `home:${id}`, ...home })
  for (const { siteId, position } of scene.workOrders)
    if (position) places.set(`site:${siteId}`, { id: `site:${siteId}`, ...position })
  return [...places.values()]
}
