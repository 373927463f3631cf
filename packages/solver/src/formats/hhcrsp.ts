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

const isTime = (value: unknown): boolean =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0

const patientFaults = (patient: Partial<Patient>, at: string): readonly string[] => {
  const faults: string[] = []
  const [opens, closes] = patient.time_window ?? []
  if (!(isTime(opens) && isTime(closes)))
    faults.push(`${at}.time_window: expected two numbers ≥ 0, got ${patient.time_window}`)
  else if (Number(closes) < Number(opens))
    faults.push(`${at}.time_window: ends (${closes}) before it starts (${opens})`)
  const asked = Array.isArray(patient.required_caregivers) ? patient.required_caregivers : []
  if (asked.length === 0) faults.push(`${at}.required_caregivers: expected one or two`)
  asked.forEach(({ duration }, k) => {
    if (!isTime(duration))
      faults.push(
        `${at}.required_caregivers[${k}].duration: expected a number ≥ 0, got ${duration}`,
      )
  })
  return faults
}

/** Every fault that would stop the reading or be lost in it; the rest is told by the problem. */
const faultsOf = (file: Partial<File>): readonly string[] => {
  const keys = ['patients', 'caregivers', 'central_offices', 'distances'] as const
  const missing = keys.filter((key) => !Array.isArray(file[key]))
  if (missing.length > 0) return missing.map((key) => `expected a list named ${key}`)
  const { patients = [], caregivers = [], distances = [] } = file
  return [
    ...patients.flatMap((patient, k) => patientFaults(patient, `patients[${k}]`)),
    ...caregivers.flatMap(({ abilities }, k) =>
      Array.isArray(abilities) ? [] : [`caregivers[${k}].abilities: expected a list`],
    ),
    ...distances.flatMap((row, k) =>
      Array.isArray(row) && row.every(isTime) ? [] : [`distances[${k}]: expected numbers ≥ 0`],
    ),
  ]
}

/**
 * Reads a home health care instance (Mankowska, Meisel & Bierwirth 2014; Ceschia, Di Gaspero,
 * Rosati & Schaerf 2024). The cost is (distance + total lateness + largest lateness) / 3.
 *
 * @throws Error with one fault a line
 */
export const readHhcrsp = (text: string): Instance => {
  const file = JSON.parse(text) as Partial<File>
  const faults = faultsOf(file)
  if (faults.length > 0) throw new Error(faults.join('\n'))
  return {
    input: toProblem(file as File),
    timeScale: SCALE,
    ignored: [],
    cost: ({ points }) => ((points.travel ?? 0) + (points.lateness ?? 0)) / 3 / SCALE,
  }
}
