import type { LocationInput, TravelInput } from '../../problem/input.ts'
import { estimateTravel } from '../../problem/location.ts'
import { listOf, type Raw, recordOf } from './fields.ts'

/** Places by rank in the matrices, or by coordinates when there are none. */
export class Places {
  readonly list: LocationInput[]
  readonly indexed: boolean
  private readonly known = new Map<string, string>()

  constructor(size: number) {
    this.indexed = size > 0
    this.list = Array.from({ length: size }, (_, k) => ({ id: String(k) }))
  }

  /** The id of a place; a rank beyond the matrices stays, and validation tells it. */
  id(index: unknown, coordinates: unknown): string | undefined {
    if (index !== undefined) return String(index)
    if (this.indexed || !Array.isArray(coordinates)) return undefined
    const key = coordinates.join(',')
    const id = this.known.get(key) ?? String(this.list.length)
    if (!this.known.has(key)) {
      this.known.set(key, id)
      const [longitude, latitude] = coordinates as number[]
      this.list.push({ id, longitude: longitude as number, latitude: latitude as number })
    }
    return id
  }
}

type Table = readonly (readonly number[])[]

/** The matrices by profile; the older `matrix` is a car's. */
export const matricesOf = (file: Raw): readonly (readonly [string, Raw])[] =>
  file.matrices === undefined && Array.isArray(file.matrix)
    ? [['car', { durations: file.matrix }]]
    : Object.entries(recordOf(file.matrices)).map(([profile, tables]) => [
        profile,
        recordOf(tables),
      ])

/** Is what travel costs given apart from how long it takes? */
export const hasOwnCosts = (file: Raw): boolean =>
  matricesOf(file).some(([, { costs }]) => costs !== undefined)

const quicker = (table: Table, factor: number): Table =>
  table.map((row) => row.map((seconds) => Math.round(seconds / factor)))

const factorOf = ({ speed_factor }: Raw): number =>
  typeof speed_factor === 'number' && speed_factor > 0 ? speed_factor : 1

/** Name of the travel of a vehicle: its profile at its speed. */
export const travelName = (vehicle: Raw): string => {
  const profile = String(vehicle.profile ?? 'car')
  return factorOf(vehicle) === 1 ? profile : `${profile} × ${factorOf(vehicle)}`
}

const tableOf = (tables: Raw, factor: number): Pick<TravelInput, 'durations' | 'distances'> => {
  const { durations, distances, costs } = tables
  const square = Array.isArray(durations) && durations.every((row) => Array.isArray(row))
  const metres = costs ?? distances
  return {
    durations: (factor === 1 || !square ? durations : quicker(durations as Table, factor)) as Table,
    ...(metres !== undefined && { distances: metres as Table }),
  }
}

/**
 * The travel of each profile at each speed that vehicles have. Own costs of travel stand where
 * metres do, and are priced at one a unit.
 */
export const travelsOf = (file: Raw, places: Places): readonly TravelInput[] => {
  const wanted = new Map(listOf(file.vehicles).map((one) => [travelName(one), one]))
  const matrices = new Map(matricesOf(file))
  if (matrices.size > 0) {
    return [...wanted].flatMap(([profile, vehicle]) => {
      const tables = matrices.get(String(vehicle.profile ?? 'car'))
      return tables ? [{ profile, ...tableOf(tables, factorOf(vehicle)) }] : []
    })
  }
  const factors = new Set([...wanted.values()].map(factorOf))
  if (factors.size <= 1 && factors.has(1)) return []
  const points = places.list.map(({ latitude = 0, longitude = 0 }) => ({ latitude, longitude }))
  return [...wanted].map(([profile, vehicle]) => ({
    profile,
    ...estimateTravel(points, { kilometresPerHour: 30 * factorOf(vehicle) }),
  }))
}
