// What a search found, told as a proposal: the moves it asks for, and what it says of the seats that stay empty.
import type { Id } from '@regie/contract/kernel'
import type { Reason } from '@regie/contract/planning-reasons'
import type { Move, Proposal } from '@regie/contract/planning-runs'
import type { Acquainted } from '../who-knows.ts'
import { type Travelled, withNames } from './judge.ts'
import { lateOf, overtimeOf } from './proposal-figures.ts'
import type { Scene, SceneAssignment, SceneSeat, SceneWorkOrder } from './scene.ts'
import type { SearchOutcome } from './search-messages.ts'

type Sought = {
  readonly scene: Scene
  readonly outcome: SearchOutcome
  readonly travelled: Travelled
  /** Seats the search was asked to fill or may change, by position. */
  readonly seats: ReadonlyMap<Id, { order: SceneWorkOrder; seat: SceneSeat }>
  /** Work orders that were not given to the search, for their gaps or because no window of theirs is in the range. */
  readonly leftOut: readonly SceneWorkOrder[]
  /** Who has done this work before. */
  readonly acquainted: Acquainted
  /** For those left out because of work that must come first: that work. */
  readonly waiting: ReadonlyMap<Id, SceneWorkOrder>
}

const instant = (seconds: number): string => new Date(seconds * 1000).toISOString()

/** Where each seat's visit is in the plan, with its end. */
function visitsOf({ outcome }: Sought): Map<Id, { technicianId: Id; start: number; end: number }> {
  const visits = new Map<Id, { technicianId: Id; start: number; end: number }>()
  for (const tour of outcome.summary.tours)
    for (const { visit, start, end } of tour.visits)
      visits.set(visit, { technicianId: tour.technician, start, end })
  return visits
}

function moveOf(
  { order, seat }: { order: SceneWorkOrder; seat: SceneSeat },
  held: SceneAssignment | undefined,
  visit: { technicianId: Id; start: number; end: number } | undefined,
  { scene: { names }, acquainted }: Sought,
): Move | undefined {
  const from = held && {
    technicianId: held.technicianId,
    technicianName: names[held.technicianId] ?? '',
    startsAt: held.startsAt,
    endsAt: held.endsAt,
  }
  const to = visit && {
    technicianId: visit.technicianId,
    technicianName: names[visit.technicianId] ?? '',
    startsAt: instant(visit.start),
    endsAt: instant(visit.end),
  }
  if (!from && !to) return undefined
  if (from && to && from.technicianId === to.technicianId && from.startsAt === to.startsAt)
    return undefined
  return {
    positionId: seat.positionId,
    workOrderId: order.id,
    reference: order.reference,
    title: order.title,
    siteName: order.siteName,
    assignmentId: held?.id ?? null,
    assignmentVersion: held?.version ?? null,
    from: from ?? null,
    to: to ?? null,
    published: (held?.publishedAt ?? null) !== null,
    confirmed: held?.state === 'accepted',
    clientConfirmed: held?.clientConfirmed ?? false,
    known: (to && acquainted.get(order.id)?.get(to.technicianId)) ?? null,
    appliedAt: null,
  }
}

function unassignedOf(sought: Sought): Proposal['unassigned'] {
  const { scene, outcome, seats, leftOut } = sought
  const empty = outcome.unplaced.flatMap(({ visit, refusals }) => {
    const known = seats.get(visit)
    if (!known) return []
    const reasons = refusals.map((refusal) => withNames(refusal, scene.names))
    return [{ ...described(known.order, visit), reasons, gaps: [] }]
  })
  const held = new Set(scene.assignments.map(({ positionId }) => positionId))
  const placed = visitsOf(sought)
  const asked = new Set(outcome.unplaced.map(({ visit }) => visit))
  // No hour of theirs lies in the range, so that the search was not even asked.
  const beyond = [...seats].flatMap(([positionId, { order }]) =>
    placed.has(positionId) || asked.has(positionId) || held.has(positionId)
      ? []
      : [
          {
            ...described(order, positionId),
            reasons: [outsideRange(order, positionId)],
            gaps: [],
          },
        ],
  )
  const impossible = leftOut.flatMap((order) =>
    order.seats
      .filter(({ positionId }) => !held.has(positionId))
      .map(({ positionId }) => ({
        ...described(order, positionId),
        reasons: order.gaps.some(blocks) ? [] : [whyLeftOut(sought, order, positionId)],
        gaps: order.gaps.filter(blocks),
      })),
  )
  return [...empty, ...beyond, ...impossible]
}

/** A missing priority keeps nothing from being planned. */
export const blocks = (gap: SceneWorkOrder['gaps'][number]): boolean => gap !== 'no_priority'

const described = (order: SceneWorkOrder, positionId: Id) => ({
  positionId,
  workOrderId: order.id,
  reference: order.reference,
  title: order.title,
  siteName: order.siteName,
})

function whyLeftOut({ waiting, scene }: Sought, order: SceneWorkOrder, positionId: Id): Reason {
  const first = waiting.get(order.id)
  const other = first?.seats[0]?.positionId ?? ''
  if (!first) return outsideRange(order, positionId)
  const names = { [other]: scene.names[other] ?? first.title }
  return {
    rule: 'dependencies',
    visit: positionId,
    technician: '',
    other,
    cause: 'unplanned',
    names,
  }
}

const outsideRange = (order: SceneWorkOrder, positionId: Id): Reason => ({
  rule: 'time-windows',
  visit: positionId,
  technician: '',
  windows: order.windows.map(({ from, until }) => ({
    start: Math.round(Date.parse(from) / 1000),
    end: Math.round(Date.parse(until) / 1000) - (order.durationMinutes ?? 0) * 60,
  })),
})

export function proposalOf(sought: Sought): Proposal {
  const { scene, outcome, travelled, seats } = sought
  const visits = visitsOf(sought)
  const held = new Map(scene.assignments.map((one) => [one.positionId, one]))
  const moves = [...seats].flatMap(
    ([positionId, known]) =>
      moveOf(known, held.get(positionId), visits.get(positionId), sought) ?? [],
  )
  const { summary, cost } = outcome
  return {
    assigned: [...seats.keys()].filter((positionId) => visits.has(positionId)).length,
    unassigned: unassignedOf(sought),
    kilometres: Math.round(summary.metres / 100) / 10,
    kilometresBefore: Math.round(outcome.metresBefore / 100) / 10,
    travelMinutes: Math.round(summary.travelSeconds / 60),
    technicians: techniciansOf(sought, moves),
    late: lateOf(sought),
    overtimeMinutes: overtimeOf(sought),
    changed: moves.filter(({ published }) => published).length,
    cost: pointsOf(cost),
    costBefore: pointsOf(outcome.costBefore),
    moves: moves.toSorted((a, b) => startOf(a).localeCompare(startOf(b))),
    travel: { source: travelled.source, fallback: travelled.fallback },
  }
}

/** What each goal costs, by its weight. */
const pointsOf = ({ shares }: SearchOutcome['cost']): Proposal['cost'] =>
  Object.fromEntries(
    shares.map(({ objective, points, weight }) => [objective, Math.round(points * weight)]),
  )

const startOf = ({ from, to }: Move): string => (to ?? from)?.startsAt ?? ''

function techniciansOf(
  { scene, outcome }: Sought,
  moves: readonly Move[],
): Proposal['technicians'] {
  const [first, last] = [Date.parse(scene.from) / 1000, Date.parse(scene.until) / 1000]
  return scene.technicians
    .map(({ id, name }) => {
      const tours = outcome.summary.tours.filter(
        ({ technician, departure, arrival }) =>
          technician === id && departure < last && arrival > first,
      )
      const sum = (of: (tour: (typeof tours)[number]) => number) =>
        tours.reduce((total, tour) => total + of(tour), 0)
      return {
        technicianId: id,
        technicianName: name,
        visits: sum((tour) => tour.visits.length),
        workMinutes: Math.round(sum((tour) => tour.serviceSeconds + tour.travelSeconds) / 60),
        travelMinutes: Math.round(sum((tour) => tour.travelSeconds) / 60),
        kilometres: Math.round(sum((tour) => tour.metres) / 100) / 10,
        moves: moves.filter(
          (move) => move.from?.technicianId === id || move.to?.technicianId === id,
        ).length,
      }
    })
    .filter(({ visits, moves: own }) => visits > 0 || own > 0)
}
