import type {
  LocationInput,
  ProblemInput,
  TechnicianInput,
  TravelInput,
  WorkOrderInput,
} from '../problem/input.ts'
import type { Result } from '../search/search.ts'
import type { Instance } from './instance.ts'

type Raw = Readonly<Record<string, unknown>>
type Span = readonly [number, number]

const JOB_FIELDS = new Set([
  'id',
  'description',
  'location',
  'location_index',
  'setup',
  'service',
  'delivery',
  'pickup',
  'skills',
  'priority',
  'time_windows',
])
const VEHICLE_FIELDS = new Set([
  'id',
  'description',
  'profile',
  'start',
  'start_index',
  'end',
  'end_index',
  'capacity',
  'skills',
  'time_window',
  'breaks',
  'speed_factor',
  'max_tasks',
  'max_travel_time',
  'max_distance',
  'costs',
])
const FILE_FIELDS = new Set(['jobs', 'vehicles', 'matrices', 'shipments'])
const END_OF_TIME = 4_000_000_000

const listOf = (value: unknown): readonly Raw[] => (Array.isArray(value) ? (value as Raw[]) : [])

const unknownFields = (item: Raw, path: string, known: ReadonlySet<string>): readonly string[] =>
  Object.keys(item)
    .filter((key) => !known.has(key))
    .map((key) => `${path}.${key}: unknown field`)

/** Places by matrix index, or by coordinates when there is no matrix. */
class Places {
  readonly list: LocationInput[]
  private readonly known = new Map<string, string>()
  private readonly indexed: boolean

  constructor(size: number) {
    this.indexed = size > 0
    this.list = Array.from({ length: size }, (_, k) => ({ id: String(k) }))
  }

  id(index: unknown, coordinates: unknown): string | undefined {
    if (this.indexed || typeof index === 'number')
      return index === undefined ? undefined : String(index)
    if (!Array.isArray(coordinates)) return undefined
    const key = coordinates.join(',')
    const id = this.known.get(key) ?? String(this.list.length)
    if (!this.known.has(key)) {
      this.known.set(key, id)
      this.list.push({ id, longitude: Number(coordinates[0]), latitude: Number(coordinates[1]) })
    }
    return id
  }
}

const skillsOf = (value: unknown): { readonly id: string }[] =>
  Array.isArray(value) ? value.map((id) => ({ id: String(id) })) : []

const windowsOf = (value: unknown): { readonly start: number; readonly end: number }[] =>
  Array.isArray(value) ? (value as Span[]).map(([start, end]) => ({ start, end })) : []

const readVehicle = (vehicle: Raw, places: Places): TechnicianInput => {
  const [start, end] = (vehicle.time_window as Span | undefined) ?? [0, END_OF_TIME]
  const startLocation = places.id(vehicle.start_index, vehicle.start)
  const endLocation = places.id(vehicle.end_index, vehicle.end)
  const costs = (vehicle.costs ?? {}) as Raw
  const most = (key: string, name: string): Raw =>
    vehicle[key] === undefined ? {} : { [name]: vehicle[key] }
  return {
    id: String(vehicle.id),
    ...(vehicle.profile !== undefined && { profile: String(vehicle.profile) }),
    ...(startLocation !== undefined && { startLocation }),
    ...(endLocation !== undefined && { endLocation }),
    skills: skillsOf(vehicle.skills),
    ...(vehicle.capacity !== undefined && { capacity: vehicle.capacity as number[] }),
    shifts: [
      {
        day: '1',
        start,
        end,
        pauses: listOf(vehicle.breaks).map((pause) => ({
          id: String(pause.id),
          seconds: Number(pause.service ?? 0),
          windows: windowsOf(pause.time_windows),
        })),
      },
    ],
    limits: {
      ...most('max_tasks', 'visitsPerShift'),
      ...most('max_travel_time', 'travelSecondsPerShift'),
      ...most('max_distance', 'metresPerShift'),
    },
    costs: {
      perShift: Number(costs.fixed ?? 0),
      perTravelHour: Number(costs.per_hour ?? 3600),
      perKilometre: Number(costs.per_km ?? 0),
    },
  }
}

const readJob = (job: Raw, places: Places): WorkOrderInput => {
  const location = places.id(job.location_index, job.location)
  return {
    id: String(job.id),
    ...(location !== undefined && { location }),
    serviceSeconds: Number(job.service ?? 0) + Number(job.setup ?? 0),
    skills: skillsOf(job.skills),
    priority: Number(job.priority ?? 0),
    unassignedPrice: 1 + Number(job.priority ?? 0),
    ...(job.time_windows !== undefined && { windows: windowsOf(job.time_windows) }),
    ...((job.delivery ?? job.pickup) !== undefined && {
      demand: (job.delivery ?? job.pickup) as number[],
    }),
  }
}

const readMatrices = (value: unknown): readonly TravelInput[] =>
  Object.entries((value ?? {}) as Raw).map(([profile, tables]) => {
    const { durations, distances } = tables as Raw
    return {
      profile,
      durations: durations as number[][],
      ...(distances !== undefined && { distances: distances as number[][] }),
    }
  })

/**
 * Reads VROOM's JSON: vehicles, jobs, skills, time windows, breaks, priorities, matrices. What
 * it does not know, or cannot plan (shipments), is told in `ignored`.
 *
 * @throws Error when the text is no JSON object
 */
export const readVroom = (text: string): Instance => {
  const file = JSON.parse(text) as Raw
  const travel = readMatrices(file.matrices)
  const durations = travel[0]?.durations
  const places = new Places(Array.isArray(durations) ? durations.length : 0)
  const vehicles = listOf(file.vehicles)
  const jobs = listOf(file.jobs)
  const many = new Set(vehicles.map((vehicle) => vehicle.profile)).size > travel.length
  const technicians = vehicles.map((vehicle) => readVehicle(vehicle, places))
  const plain = technicians.map(({ profile, ...rest }) =>
    many || travel.length === 0 ? rest : { ...rest, ...(profile !== undefined && { profile }) },
  )
  const input: ProblemInput = {
    technicians: plain,
    workOrders: jobs.map((job) => readJob(job, places)),
    locations: places.list,
    ...(travel.length > 0 && { travel }),
    policy: { version: 1, extends: 'Plain', objectives: { travel: { perMetre: 0 } } },
  }
  return {
    input,
    timeScale: 1,
    ignored: [
      ...unknownFields(file, 'input', FILE_FIELDS),
      ...vehicles.flatMap((vehicle, k) => unknownFields(vehicle, `vehicles[${k}]`, VEHICLE_FIELDS)),
      ...jobs.flatMap((job, k) => unknownFields(job, `jobs[${k}]`, JOB_FIELDS)),
      ...(listOf(file.shipments).length > 0
        ? ['shipments: not planned (pickup and delivery pairs)']
        : []),
      ...vehicles.flatMap((vehicle, k) =>
        vehicle.speed_factor === undefined ? [] : [`vehicles[${k}].speed_factor: not used`],
      ),
    ],
    cost: ({ points }) => Math.round((points.travel ?? 0) + (points.shifts ?? 0)),
  }
}

/** A result in VROOM's answer format: summary, unassigned, routes with steps. */
export const writeVroom = (result: Pick<Result, 'summary' | 'cost'>): Raw => {
  const { summary, cost } = result
  const points = (name: string): number =>
    cost.shares.find(({ objective }) => objective === name)?.points ?? 0
  return {
    code: 0,
    summary: {
      cost: Math.round(points('travel') + points('shifts')),
      routes: summary.tours.length,
      unassigned: summary.unassigned.length,
      service: summary.tours.reduce((sum, tour) => sum + tour.serviceSeconds, 0),
      duration: summary.travelSeconds,
      distance: summary.metres,
    },
    unassigned: summary.unassigned.map((id) => ({ id: Number(id), type: 'job' })),
    routes: summary.tours.map((tour) => ({
      vehicle: Number(tour.technician),
      duration: tour.travelSeconds,
      distance: tour.metres,
      service: tour.serviceSeconds,
      steps: [
        { type: 'start', arrival: tour.departure },
        ...tour.visits.map(({ visit, start, end }) => ({
          type: 'job',
          id: Number(visit),
          arrival: start,
          service: end - start,
        })),
        { type: 'end', arrival: tour.arrival },
      ],
    })),
  }
}
