import type { ProblemInput } from '../../problem/input.ts'
import type { Assignment, Plan } from '../../solution/plan.ts'
import type { Instance } from '../instance.ts'
import { listOf, type Raw, recordOf, unknownFields } from './fields.ts'
import { hasOwnCosts, matricesOf, Places, travelsOf } from './places.ts'
import { readTasks, shipmentOrder, type Task, taskNotes } from './read-tasks.ts'
import { readVehicle, vehicleNotes } from './read-vehicle.ts'
import { writeVroom } from './write-vroom.ts'

const notesOf = (file: Raw, ownCosts: boolean): readonly string[] => [
  ...unknownFields(file, '', 'file'),
  ...(file.options === undefined ? [] : ['options: not used']),
  ...(['jobs', 'shipments'] as const).flatMap((kind) =>
    listOf(file[kind]).flatMap((one, k) =>
      unknownFields(one, `${kind}[${k}]`, kind === 'jobs' ? 'job' : 'shipment'),
    ),
  ),
  ...listOf(file.shipments).flatMap((one, k) =>
    ['pickup', 'delivery'].flatMap((half) =>
      unknownFields(recordOf(one[half]), `shipments[${k}].${half}`, 'shipmentStep'),
    ),
  ),
  ...listOf(file.vehicles).flatMap((one, k) => [
    ...unknownFields(one, `vehicles[${k}]`, 'vehicle'),
    ...unknownFields(recordOf(one.costs), `vehicles[${k}].costs`, 'costs'),
    ...listOf(one.breaks).flatMap((pause, j) =>
      unknownFields(pause, `vehicles[${k}].breaks[${j}]`, 'break'),
    ),
    ...listOf(one.steps).flatMap((step, j) =>
      unknownFields(step, `vehicles[${k}].steps[${j}]`, 'step'),
    ),
    ...vehicleNotes(one, `vehicles[${k}]`, ownCosts),
  ]),
  ...matricesOf(file).flatMap(([profile, tables]) => [
    ...unknownFields(tables, `matrices.${profile}`, 'matrix'),
    ...(tables.costs !== undefined && tables.distances !== undefined
      ? [`matrices.${profile}.distances: not used beside costs`]
      : []),
  ]),
  ...taskNotes(file),
]

/** What the file has to hold at all; all of it is told at once. */
const faultsOf = (file: Raw): readonly string[] => [
  ...(['vehicles', 'jobs', 'shipments'] as const).flatMap((key) =>
    file[key] === undefined || Array.isArray(file[key]) ? [] : [`${key}: expected a list`],
  ),
  ...(file.vehicles === undefined ? ['vehicles: expected a list'] : []),
  ...(file.jobs === undefined && file.shipments === undefined
    ? ['jobs: expected a list, or shipments']
    : []),
  ...['vehicles', 'jobs'].flatMap((kind) =>
    listOf(file[kind]).flatMap(({ id }, k) =>
      Number.isInteger(id) ? [] : [`${kind}[${k}].id: expected an integer, got ${id}`],
    ),
  ),
]

/** The order of a vehicle's steps as a plan to start from: each as soon as it can be. */
const initialOf = (file: Raw, tasks: readonly Task[]): Plan | undefined => {
  const byKey = new Map(tasks.map((task) => [`${task.type}:${task.raw.id}`, task]))
  const assignments = listOf(file.vehicles).flatMap((vehicle): Assignment[] => {
    const [opens = 0] = Array.isArray(vehicle.time_window) ? (vehicle.time_window as number[]) : []
    let now = opens
    return listOf(vehicle.steps).flatMap(({ type, id }) => {
      const order = byKey.get(`${type}:${id}`)?.order
      if (order === undefined) return []
      const window = order.windows?.find(({ end }) => end >= now)
      const start = Math.max(now, window?.start ?? now)
      now = start + (order.serviceSeconds ?? 0)
      return [{ visit: order.id, technician: String(vehicle.id), start }]
    })
  })
  return assignments.length === 0 ? undefined : { assignments }
}

/** A shipment is made whole or not at all. */
const withoutHalves =
  (tasks: readonly Task[]) =>
  (plan: Plan): Plan => {
    const made = new Set(plan.assignments.map(({ visit }) => visit))
    const gone = new Set<string>()
    for (const { before, after } of shipmentOrder(tasks)) {
      if (made.has(before) === made.has(after)) continue
      gone.add(before)
      gone.add(after)
    }
    return { ...plan, assignments: plan.assignments.filter(({ visit }) => !gone.has(visit)) }
  }

/** A path of the problem as one of the file. */
const pathIn =
  (tasks: readonly Task[]) =>
  (path: string): string =>
    path
      .replace(/^workOrders\[(\d+)\]/, (_, k) => tasks[Number(k)]?.path ?? path)
      .replace(/^technicians\[/, 'vehicles[')
      .replace(/\.shifts\[0\]\.pauses\[/, '.breaks[')
      .replace(/\.shifts\[0\]/, '.time_window')
      .replace(/\.windows\[/, '.time_windows[')
      .replace(/\.serviceSeconds$/, '.service')
      .replace(/\.demand\b/, '.amount')

/**
 * Reads VROOM's JSON: vehicles with breaks, limits, costs and steps, jobs, shipments, matrices.
 * What is not held to, or is unknown, is told in `ignored`.
 *
 * @throws Error with one fault a line
 * @see https://github.com/VROOM-Project/vroom/blob/master/docs/API.md
 */
export const readVroom = (text: string): Instance => {
  const file = recordOf(JSON.parse(text))
  const faults = faultsOf(file)
  if (faults.length > 0) throw new Error(faults.join('\n'))
  const [first] = matricesOf(file)
  const durations = first?.[1].durations
  const places = new Places(Array.isArray(durations) ? durations.length : 0)
  const tasks = readTasks(file, places)
  const ownCosts = hasOwnCosts(file)
  const vehicles = listOf(file.vehicles)
  const draft = vehicles.map((one) => readVehicle(one, places, { ownCosts, travels: true }))
  const travel = travelsOf(file, places)
  const technicians = draft.map(({ profile, ...rest }) =>
    travel.length > 0 && profile !== undefined ? { ...rest, profile } : rest,
  )
  const dependencies = shipmentOrder(tasks)
  const initial = initialOf(file, tasks)
  const input: ProblemInput = {
    technicians,
    workOrders: tasks.map(({ order }) => order),
    locations: places.list,
    ...(travel.length > 0 && { travel }),
    ...(dependencies.length > 0 && { dependencies }),
    policy: {
      version: 1,
      extends: 'Plain',
      objectives: { travel: { perMetre: 0 }, continuity: { perTechnician: 0 } },
      ...(dependencies.length > 0 && { rules: { continuity: { on: true } } }),
    },
  }
  return {
    input,
    timeScale: 1,
    ignored: notesOf(file, ownCosts),
    cost: ({ points }) => Math.round((points.travel ?? 0) + (points.shifts ?? 0)),
    pathIn: pathIn(tasks),
    mend: withoutHalves(tasks),
    ...(initial && { initial }),
    answer: (problem, found) => writeVroom({ problem, tasks, vehicles, found, ownCosts }),
  }
}
