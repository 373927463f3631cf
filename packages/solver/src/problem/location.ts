import type { Inspector } from './faults.ts'
import type { Travel } from './problem.ts'
import { UNREACHABLE } from './problem.ts'

/** Parameters of the travel estimate. */
export interface TravelEstimate {
  /** Length of the road over the straight line. */
  readonly detourFactor?: number
  readonly kilometresPerHour?: number
}

/** What is estimated unless the caller says otherwise. */
const DETOUR = 1.35
const SPEED = 30

const EARTH_METRES = 6_371_008.8
const RADIANS = Math.PI / 180

const haversineMetres = (a: readonly number[], b: readonly number[]): number => {
  const [lat1 = 0, lon1 = 0] = a
  const [lat2 = 0, lon2 = 0] = b
  const dLat = (lat2 - lat1) * RADIANS
  const dLon = (lon2 - lon1) * RADIANS
  const h =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(lat1 * RADIANS) * Math.cos(lat2 * RADIANS) * Math.sin(dLon / 2) ** 2
  return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(h)))
}

/**
 * Estimates travel as great circle × detour factor ÷ speed.
 *
 * @param points latitude and longitude in degrees
 * @returns flat tables, seconds and metres rounded to integers
 * @see haversine formula, Sinnott 1984, on a sphere of the earth's mean radius
 */
export const estimateTravel = (
  points: readonly { readonly latitude: number; readonly longitude: number }[],
  estimate: TravelEstimate = {},
): { readonly durations: Int32Array; readonly distances: Int32Array } => {
  const { detourFactor = DETOUR, kilometresPerHour = SPEED } = estimate
  const n = points.length
  const durations = new Int32Array(n * n)
  const distances = new Int32Array(n * n)
  const flat = points.map((point) => [point.latitude, point.longitude])
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const metres = haversineMetres(flat[i] ?? [], flat[j] ?? []) * detourFactor
      distances[i * n + j] = distances[j * n + i] = Math.round(metres)
      durations[i * n + j] = durations[j * n + i] = Math.round((metres * 3.6) / kilometresPerHour)
    }
  }
  return { durations, distances }
}

/** Locations without a table beyond which ways are estimated one by one: a table would weigh 200 MB. */
const MOST_IN_TABLE = 5000

const estimateBetween = ({ points, count, estimate }: Travel, from: number, to: number): number => {
  // The last location is nowhere: no way is needed.
  if (!points || from === count - 1 || to === count - 1) return 0
  const [a, b] = [2 * from, 2 * to]
  const metres = haversineMetres(
    [points[a] as number, points[a + 1] as number],
    [points[b] as number, points[b + 1] as number],
  )
  return metres * (estimate?.detourFactor ?? DETOUR)
}

/** Seconds from one location to another by the table, or estimated where there is none. */
export const secondsBetween = (travel: Travel, from: number, to: number): number => {
  if (travel.points) {
    const speed = travel.estimate?.kilometresPerHour ?? SPEED
    return Math.round((estimateBetween(travel, from, to) * 3.6) / speed)
  }
  return travel.seconds[from * travel.count + to] ?? UNREACHABLE
}

/** Metres from one location to another by the table, or estimated where there is none. */
export const metresBetween = (travel: Travel, from: number, to: number): number => {
  if (travel.points) return Math.round(estimateBetween(travel, from, to))
  return travel.metres[from * travel.count + to] ?? UNREACHABLE
}

/** Reads the locations: their index, and the coordinates where given. */
export const readLocations = (
  inspector: Inspector,
  value: unknown,
): { readonly index: ReadonlyMap<string, number>; readonly estimate: TravelTables | undefined } => {
  const index = new Map<string, number>()
  const points: { latitude: number; longitude: number }[] = []
  let located = true
  for (const [path, item] of inspector.list('locations', value)) {
    const location = inspector.record(path, item)
    inspector.enter(`${path}.id`, inspector.text(`${path}.id`, location.id), index)
    located &&= location.latitude !== undefined && location.longitude !== undefined
    const degrees = { integer: false }
    points.push({
      latitude: inspector.numberOr(
        `${path}.latitude`,
        location.latitude,
        { ...degrees, min: -90, max: 90 },
        0,
      ),
      longitude: inspector.numberOr(
        `${path}.longitude`,
        location.longitude,
        { ...degrees, min: -180, max: 180 },
        0,
      ),
    })
  }
  return { index, estimate: located ? { points } : undefined }
}

/** Coordinates from which travel can be estimated. */
export interface TravelTables {
  readonly points: readonly { readonly latitude: number; readonly longitude: number }[]
}

const readTable = (
  inspector: Inspector,
  path: string,
  value: unknown,
  count: number,
): Int32Array => {
  const size = count + 1
  const table = new Int32Array(size * size)
  const nested = Array.isArray(value) && (count === 0 || Array.isArray(value[0]))
  const flat = (value ?? []) as ArrayLike<unknown>
  const rows = value as ArrayLike<ArrayLike<unknown>>
  const wanted = nested ? count : count * count
  if (typeof value !== 'object' || value === null || flat.length !== wanted) {
    inspector.fault(path, `${count} rows of ${count} numbers`, value)
    return table
  }
  for (let i = 0; i < count; i++) {
    const row = nested ? rows[i] : undefined
    if (nested && row?.length !== count) inspector.fault(`${path}[${i}]`, `${count} numbers`, row)
    for (let j = 0; j < count; j++) {
      const cell = nested ? row?.[j] : flat[i * count + j]
      const good = Number.isInteger(cell) && (cell as number) >= 0 && (cell as number) < UNREACHABLE
      if (good) table[i * size + j] = cell as number
      else if (cell === null) table[i * size + j] = UNREACHABLE
      else if (row === undefined || row.length === count) {
        inspector.fault(`${path}[${i}][${j}]`, 'an integer ≥ 0 below 1e9, or null', cell)
      }
    }
  }
  return table
}

/** How travel is to be estimated where no table tells it. */
export const readEstimate = (inspector: Inspector, value: unknown): Required<TravelEstimate> => {
  const raw = inspector.recordOr('estimate', value)
  const above = { min: 0.01, max: 1000, integer: false }
  const read = (key: string, absent: number): number =>
    inspector.numberOr(`estimate.${key}`, raw[key], above, absent)
  return {
    detourFactor: read('detourFactor', DETOUR),
    kilometresPerHour: read('kilometresPerHour', SPEED),
  }
}

/** Reads the travel tables of each profile, or estimates them. */
export const readTravels = (
  inspector: Inspector,
  value: unknown,
  places: {
    readonly count: number
    readonly estimate: TravelTables | undefined
    readonly how: Required<TravelEstimate>
  },
): { readonly travels: readonly Travel[]; readonly profiles: ReadonlyMap<string, number> } => {
  const { count, estimate, how } = places
  const profiles = new Map<string, number>()
  const travels: Travel[] = []
  const items = inspector.list('travel', value)
  for (const [path, item] of items) {
    const travel = inspector.record(path, item)
    const profile =
      travel.profile === undefined ? '' : inspector.text(`${path}.profile`, travel.profile)
    inspector.enter(`${path}.profile`, profile, profiles)
    const seconds = readTable(inspector, `${path}.durations`, travel.durations, count)
    const shared = travel.distances === undefined || travel.distances === travel.durations
    const metres = shared
      ? seconds
      : readTable(inspector, `${path}.distances`, travel.distances, count)
    const slices = inspector.list(`${path}.slices`, travel.slices).map(([at, slice]) => ({
      ...inspector.interval(at, slice),
      factor: inspector.number(`${at}.factor`, inspector.record(at, slice).factor, {
        min: 0.01,
        max: 100,
        integer: false,
      }),
    }))
    slices.sort((a, b) => a.start - b.start)
    travels.push({ profile, count: count + 1, seconds, metres, slices })
  }
  if (travels.length === 0 && items.length === 0) {
    if (estimate === undefined) {
      inspector.fault(
        'travel',
        'travel tables, or a latitude and longitude for each location',
        value,
      )
    }
    profiles.set('', 0)
    if (estimate && count > MOST_IN_TABLE) {
      const points = Float64Array.from(
        estimate.points.flatMap(({ latitude, longitude }) => [latitude, longitude]),
      )
      const none = new Int32Array(0)
      travels.push({
        profile: '',
        count: count + 1,
        slices: [],
        seconds: none,
        metres: none,
        points,
      })
      return { travels, profiles }
    }
    const { durations, distances } = estimateTravel(estimate?.points ?? [], how)
    travels.push({
      profile: '',
      count: count + 1,
      slices: [],
      seconds: readTable(inspector, 'travel', durations, estimate ? count : 0),
      metres: readTable(inspector, 'travel', distances, estimate ? count : 0),
    })
  }
  return { travels, profiles }
}
