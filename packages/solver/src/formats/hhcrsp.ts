import type { ProblemInput, WorkOrderInput } from '../problem/input.ts'
import type { Instance } from './instance.ts'

const SCALE = 1000

interface Patient {
  readonly id: string
  readonly time_window: readonly [number, number]
  readonly required_caregivers: readonly { readonly service: string; readonly duration: number }[]
  readonly synchronization?: {
    readonly type: string
    readonly distance?: readonly [number, number]
  }
}

interface File {
  readonly patients: readonly Patient[]
  readonly caregivers: readonly { readonly id: string; readonly abilities: readonly string[] }[]
  readonly central_offices: readonly { readonly id: string }[]
  readonly distances: readonly (readonly number[])[]
}

const units = (value: number): number => Math.round(value * SCALE)

const orderOf = ({
  id,
  time_window,
  required_caregivers,
  synchronization,
}: Patient): WorkOrderInput => ({
  id,
  location: id,
  windows: [{ start: units(time_window[0]), end: units(1e5) }],
  dueAt: units(time_window[1]),
  unassignedPrice: 1000,
  positions: required_caregivers.map(({ service, duration }) => ({
    skills: [{ id: service }],
    serviceSeconds: units(duration),
  })),
  ...(synchronization && {
    synchronisation:
      synchronization.type === 'simultaneous'
        ? { kind: 'simultaneous' as const }
        : {
            kind: 'sequential' as const,
            minSeconds: units(synchronization.distance?.[0] ?? 0),
            maxSeconds: units(synchronization.distance?.[1] ?? 0),
          },
  }),
})

const toProblem = (file: File): ProblemInput => {
  const office = file.central_offices[0]?.id ?? 'office'
  return {
    locations: [{ id: office }, ...file.patients.map(({ id }) => ({ id }))],
    travel: [{ durations: file.distances.map((row) => row.map(units)) }],
    technicians: file.caregivers.map(({ id, abilities }) => ({
      id,
      startLocation: office,
      endLocation: office,
      skills: abilities.map((ability) => ({ id: ability })),
      shifts: [{ day: '1', start: 0, end: units(1e5) }],
    })),
    workOrders: file.patients.map(orderOf),
    policy: {
      version: 1,
      extends: 'Plain',
      objectives: { lateness: { perSecond: 1, perSecondOfLargest: 1 } },
    },
  }
}

/**
 * Reads a home health care instance (Mankowska, Meisel & Bierwirth 2014; Ceschia, Di Gaspero,
 * Rosati & Schaerf 2024). The cost is (distance + total lateness + largest lateness) / 3.
 *
 * @throws Error that says what is missing
 */
export const readHhcrsp = (text: string): Instance => {
  const file = JSON.parse(text) as Partial<File>
  for (const key of ['patients', 'caregivers', 'central_offices', 'distances'] as const) {
    if (!Array.isArray(file[key])) throw new Error(`expected a list named ${key}`)
  }
  return {
    input: toProblem(file as File),
    timeScale: SCALE,
    ignored: [],
    cost: ({ points }) => ((points.travel ?? 0) + (points.lateness ?? 0)) / 3 / SCALE,
  }
}
