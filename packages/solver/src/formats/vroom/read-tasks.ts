import type { DependencyInput, WorkOrderInput } from '../../problem/input.ts'
import { asNumber, listOf, type Raw, recordOf, skillsOf, windowsOf } from './fields.ts'
import type { Places } from './places.ts'

/** A job, or one half of a shipment. */
export interface Task {
  readonly type: 'job' | 'pickup' | 'delivery'
  readonly raw: Raw
  /** Where it stands in the file. */
  readonly path: string
  readonly order: WorkOrderInput
}

const PRIORITY = 1000

/** Seconds by type of vehicle, as seconds by vehicle. */
const personal = (
  raw: Raw,
  vehicles: readonly Raw[],
): WorkOrderInput['serviceSecondsByTechnician'] => {
  const { setup_per_type: setups, service_per_type: services } = raw
  if (setups === undefined && services === undefined) return undefined
  return Object.fromEntries(
    vehicles.map(({ id, type }) => {
      const of = (byType: unknown, usual: unknown): number =>
        asNumber(recordOf(byType)[String(type)] ?? usual, 0)
      return [String(id), of(setups, raw.setup) + of(services, raw.service)]
    }),
  )
}

const added = (a: unknown, b: unknown): number[] | undefined => {
  if (a === undefined && b === undefined) return undefined
  const [one, two] = [a ?? [], b ?? []] as [number[], number[]]
  if (!(Array.isArray(one) && Array.isArray(two))) return (a ?? b) as number[]
  const length = Math.max(one.length, two.length)
  return Array.from({ length }, (_, k) => (one[k] ?? 0) + (two[k] ?? 0))
}

const orderOf = (
  id: string,
  { raw, asked, amount }: { raw: Raw; asked: Raw; amount: number[] | undefined },
  { places, vehicles }: { places: Places; vehicles: readonly Raw[] },
): WorkOrderInput => {
  const own = personal(raw, vehicles)
  return {
    id,
    // A task without a place is a fault, told as a place nobody knows.
    location: places.id(raw.location_index, raw.location) ?? 'none',
    serviceSeconds: asNumber(raw.service, 0) + asNumber(raw.setup, 0),
    ...(own && { serviceSecondsByTechnician: own }),
    skills: skillsOf(asked.skills),
    priority: asNumber(asked.priority, 0),
    unassignedPrice: 1 + PRIORITY * asNumber(asked.priority, 0),
    ...(raw.time_windows !== undefined && { windows: windowsOf(raw.time_windows) }),
    ...(amount && { demand: amount }),
  }
}

/** The jobs, then the halves of the shipments. */
export const readTasks = (file: Raw, places: Places): readonly Task[] => {
  const vehicles = listOf(file.vehicles)
  const around = { places, vehicles }
  const jobs = listOf(file.jobs).map((raw, k): Task => {
    const amount = added(raw.delivery, raw.pickup)
    const order = orderOf(String(raw.id), { raw, asked: raw, amount }, around)
    return { type: 'job', raw, path: `jobs[${k}]`, order }
  })
  const halves = listOf(file.shipments).flatMap((shipment, k): Task[] =>
    (['pickup', 'delivery'] as const).map((type) => {
      const raw = recordOf(shipment[type])
      const amount = type === 'pickup' ? (shipment.amount as number[] | undefined) : undefined
      const order = orderOf(`${type}:${raw.id}`, { raw, asked: shipment, amount }, around)
      return {
        type,
        raw,
        path: `shipments[${k}].${type}`,
        order: { ...order, series: `shipment:${k}` },
      }
    }),
  )
  return [...jobs, ...halves]
}

/** Each delivery after its pickup; the series keeps both on one vehicle. */
export const shipmentOrder = (tasks: readonly Task[]): readonly DependencyInput[] =>
  tasks.flatMap((task, k) => {
    const next = tasks[k + 1]
    return task.type === 'pickup' && next ? [{ before: task.order.id, after: next.order.id }] : []
  })

/** What of the tasks is held to otherwise than VROOM does. */
export const taskNotes = (file: Raw): readonly string[] => {
  const jobs = listOf(file.jobs)
  const both = ['pickup', 'delivery'].every((key) => jobs.some((job) => job[key] !== undefined))
  const shipped = listOf(file.shipments).some(({ amount }) => amount !== undefined)
  const setups = [
    ...jobs,
    ...listOf(file.shipments).flatMap((one) => [recordOf(one.pickup), recordOf(one.delivery)]),
  ]
  return [
    ...(both
      ? ['jobs: pickup and delivery amounts are added up over a tour, which is stricter than VROOM']
      : []),
    ...(shipped
      ? ['shipments: amounts are added up over a tour, which is stricter than VROOM']
      : []),
    ...(setups.some(({ setup, setup_per_type }) => (setup ?? setup_per_type) !== undefined)
      ? ['setup: counted at every task, also when the one before is at the same place']
      : []),
  ]
}
