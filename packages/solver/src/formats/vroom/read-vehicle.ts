import type { TechnicianInput } from '../../problem/input.ts'
import { asNumber, listOf, type Raw, recordOf, skillsOf, windowsOf } from './fields.ts'
import { type Places, travelName } from './places.ts'

const END_OF_TIME = 4_000_000_000

/** What a vehicle's day spans. */
const spanOf = (vehicle: Raw): { readonly start: number; readonly end: number } =>
  vehicle.time_window === undefined
    ? { start: 0, end: END_OF_TIME }
    : (windowsOf([vehicle.time_window])[0] as { start: number; end: number })

const pausesOf = (vehicle: Raw) =>
  listOf(vehicle.breaks).map((pause) => ({
    id: String(pause.id),
    seconds: asNumber(pause.service, 0),
    windows: pause.time_windows === undefined ? [spanOf(vehicle)] : windowsOf(pause.time_windows),
  }))

const LIMITS = [
  ['max_tasks', 'visitsPerShift'],
  ['max_travel_time', 'travelSecondsPerShift'],
  ['max_distance', 'metresPerShift'],
] as const

/** A vehicle as a technician with one shift. `ownCosts`: travel is priced by the matrix of costs. */
export const readVehicle = (
  vehicle: Raw,
  places: Places,
  { ownCosts, travels }: { readonly ownCosts: boolean; readonly travels: boolean },
): TechnicianInput => {
  const startLocation = places.id(vehicle.start_index, vehicle.start)
  const endLocation = places.id(vehicle.end_index, vehicle.end)
  const costs = recordOf(vehicle.costs)
  return {
    id: String(vehicle.id),
    ...(travels && { profile: travelName(vehicle) }),
    ...(startLocation !== undefined && { startLocation }),
    ...(endLocation !== undefined && { endLocation }),
    skills: skillsOf(vehicle.skills),
    ...(vehicle.capacity !== undefined && { capacity: vehicle.capacity as number[] }),
    shifts: [{ day: '1', ...spanOf(vehicle), pauses: pausesOf(vehicle) }],
    limits: Object.fromEntries(
      LIMITS.flatMap(([key, name]) => (vehicle[key] === undefined ? [] : [[name, vehicle[key]]])),
    ),
    costs: {
      perShift: asNumber(costs.fixed, 0),
      perTravelHour: ownCosts ? 0 : asNumber(costs.per_hour, 3600),
      perKilometre: ownCosts ? 1000 : asNumber(costs.per_km, 0),
    },
  }
}

/** What of a vehicle is not held to. */
export const vehicleNotes = (vehicle: Raw, path: string, ownCosts: boolean): readonly string[] => {
  const costs = recordOf(vehicle.costs)
  return [
    ...(costs.per_task_hour === undefined ? [] : [`${path}.costs.per_task_hour: not used`]),
    ...(ownCosts && (costs.per_hour ?? costs.per_km) !== undefined
      ? [`${path}.costs: per_hour and per_km are not used beside a matrix of costs`]
      : []),
    ...(ownCosts && vehicle.max_distance !== undefined
      ? [`${path}.max_distance: counts in units of the matrix of costs`]
      : []),
    ...listOf(vehicle.breaks).flatMap((pause, k) =>
      pause.max_load === undefined ? [] : [`${path}.breaks[${k}].max_load: not used`],
    ),
    ...listOf(vehicle.steps).flatMap((step, k) =>
      ['service_at', 'service_after', 'service_before'].flatMap((key) =>
        step[key] === undefined
          ? []
          : [`${path}.steps[${k}].${key}: not used (steps give the order to start from)`],
      ),
    ),
  ]
}
