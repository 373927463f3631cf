import type { CostReport } from '../../objectives/objectives.ts'
import { secondsBetween } from '../../problem/location.ts'
import type { Problem } from '../../problem/problem.ts'
import type { Summary, TourSummary } from '../../solution/summary.ts'
import type { Raw } from './fields.ts'
import type { Task } from './read-tasks.ts'

/** What is written: a plan in figures, beside the file it answers. */
export interface VroomAnswer {
  readonly problem: Problem
  readonly tasks: readonly Task[]
  readonly vehicles: readonly Raw[]
  readonly found: { readonly summary: Summary; readonly cost: CostReport }
  readonly ownCosts: boolean
}

type Step = Readonly<Record<string, unknown>>

const placeOf = ({ location, location_index }: Raw): Step => ({
  ...(location !== undefined && { location }),
  ...(location_index !== undefined && { location_index }),
})

const numberIn = (raw: Raw, key: string): number => (typeof raw[key] === 'number' ? raw[key] : 0)

/** Where in a tour each of its breaks lies: in the first gap that holds it within its windows. */
const breaksOf = ({ problem }: VroomAnswer, tour: TourSummary): readonly Step[] => {
  const shift = problem.shifts[problem.shiftIndex.get(tour.shift) ?? -1]
  const technician = shift && problem.technicians[shift.technician]
  const travel = technician && problem.travels[technician.travel]
  if (shift === undefined || travel === undefined) return []
  const stops = tour.visits.map(({ visit, start, end }) => {
    const location = problem.visits[problem.visitIndex.get(visit) ?? -1]?.location ?? 0
    return { start, end, location }
  })
  const first = stops[0]
  const gaps = stops.map((stop, k) => {
    const next = stops[k + 1]
    const way = next ? secondsBetween(travel, stop.location, next.location) : 0
    return next
      ? { from: stop.end, until: next.start - way }
      : { from: tour.arrival, until: Math.max(tour.arrival, shift.end) }
  })
  const way = first ? secondsBetween(travel, shift.startLocation, first.location) : 0
  const all = [{ from: shift.start, until: first ? first.start - way : shift.end }, ...gaps]
  const taken = all.map(({ from }) => from)
  return shift.pauses.flatMap(({ id, seconds, windows }) => {
    for (const [k, { until }] of all.entries()) {
      for (const window of windows) {
        const start = Math.max(taken[k] as number, window.start)
        if (start > window.end || start + seconds > until) continue
        taken[k] = start + seconds
        return [{ type: 'break', id: Number(id), arrival: start, setup: 0, service: seconds }]
      }
    }
    return []
  })
}

const taskSteps = (answer: VroomAnswer, tour: TourSummary): readonly Step[] => {
  const byId = new Map(answer.tasks.map((task) => [task.order.id, task]))
  return tour.visits.flatMap(({ visit, start, end }): Step[] => {
    const task = byId.get(visit)
    if (task === undefined) return []
    const setup = Math.min(numberIn(task.raw, 'setup'), end - start)
    return [
      {
        type: task.type,
        id: task.raw.id,
        ...(task.raw.description !== undefined && { description: task.raw.description }),
        ...placeOf(task.raw),
        arrival: start,
        setup,
        service: end - start - setup,
        waiting_time: 0,
      },
    ]
  })
}

/** Waiting and cumulated travel, from the order and the times of the steps. */
const routeOf = (answer: VroomAnswer, tour: TourSummary): Step => {
  const { problem, vehicles } = answer
  const vehicle = vehicles.find(({ id }) => String(id) === tour.technician) ?? {}
  const own = [...taskSteps(answer, tour), ...breaksOf(answer, tour)].sort(
    (a, b) => Number(a.arrival) - Number(b.arrival),
  )
  const edge = (type: 'start' | 'end', arrival: number): Step => {
    const [location, location_index] = [vehicle[type], vehicle[`${type}_index`]]
    const known = {
      ...(location !== undefined && { location }),
      ...(location_index !== undefined && { location_index }),
    }
    return { type, arrival, setup: 0, service: 0, waiting_time: 0, ...known }
  }
  const rank = problem.technicianIndex.get(tour.technician) ?? 0
  const fixed = problem.technicians[rank]?.costs.perShift ?? 0
  const setup = own.reduce((sum, step) => sum + Number(step.setup ?? 0), 0)
  const service = own.reduce((sum, step) => sum + Number(step.service ?? 0), 0)
  // A break before the departure or after the return belongs to the route, as in VROOM.
  const [first, last] = [own[0], own.at(-1)]
  const start = Math.min(tour.departure, Number(first?.arrival ?? tour.departure))
  const end = Math.max(tour.arrival, last ? Number(last.arrival) + Number(last.service) : 0)
  const spent = end - start - tour.travelSeconds - setup - service
  const costs = problem.technicians[rank]?.costs
  const travel = ((costs?.perTravelHour ?? 0) * tour.travelSeconds) / 3600
  return {
    vehicle: vehicle.id ?? tour.technician,
    ...(vehicle.description !== undefined && { description: vehicle.description }),
    cost: Math.round(fixed + travel + ((costs?.perKilometre ?? 0) * tour.metres) / 1000),
    setup,
    service,
    duration: tour.travelSeconds,
    ...(!answer.ownCosts && { distance: tour.metres }),
    waiting_time: Math.max(0, spent),
    priority: tour.visits.reduce(
      (sum, { visit }) =>
        sum + (problem.visits[problem.visitIndex.get(visit) ?? -1]?.priority ?? 0),
      0,
    ),
    violations: [],
    steps: [edge('start', start), ...own, edge('end', end)],
    technician: tour.technician,
    visits: tour.visits.map(({ visit, start }) => ({ id: visit, start })),
  }
}

/** A result in VROOM's answer format, with our `technician` and `visits` on each route besides. */
export const writeVroom = (answer: VroomAnswer): Raw => {
  const { tasks, found } = answer
  const { summary } = found
  const routes = summary.tours.map((tour) => routeOf(answer, tour))
  const sum = (key: string): number =>
    routes.reduce((all, route) => all + Number(route[key] ?? 0), 0)
  const left = new Set(summary.unassigned)
  const points = (name: string): number =>
    found.cost.shares.find(({ objective }) => objective === name)?.points ?? 0
  return {
    code: 0,
    summary: {
      cost: Math.round(points('travel') + points('shifts')),
      routes: routes.length,
      unassigned: left.size,
      setup: sum('setup'),
      service: sum('service'),
      duration: sum('duration'),
      ...(!answer.ownCosts && { distance: sum('distance') }),
      waiting_time: sum('waiting_time'),
      priority: sum('priority'),
      violations: [],
    },
    unassigned: tasks
      .filter(({ order }) => left.has(order.id))
      .map(({ type, raw }) => ({
        id: raw.id,
        type,
        ...placeOf(raw),
        ...(raw.description !== undefined && { description: raw.description }),
      })),
    routes,
  }
}
