/** Makes small random problems that use every part of the model; for tests. */
import type {
  PositionInput,
  ProblemInput,
  TechnicianInput,
  WorkOrderInput,
} from '../problem/input.ts'
import { Random } from '../random/random.ts'

const HOUR = 3600
const DAY = 24 * HOUR

/** What a random problem contains. */
export interface RandomFeatures {
  readonly technicians: number
  readonly workOrders: number
  readonly days: number
  readonly crews?: boolean
  readonly extras?: boolean
  /** Tools and parts are carried, and hours cost. */
  readonly carried?: boolean
  /** Some work orders have a due time. */
  readonly due?: boolean
  readonly policy?: ProblemInput['policy']
}

const makeTechnician = (random: Random, id: string, features: RandomFeatures): TechnicianInput => ({
  id,
  ...(random.real() < 0.8 && {
    startLocation: `l${random.below(3)}`,
    endLocation: `l${random.below(3)}`,
  }),
  skills: ['a', 'b', 'c']
    .filter(() => random.real() < 0.7)
    .map((skill) => ({ id: skill, level: 1 + random.below(3) })),
  certifications: [{ id: 'B2V', validUntil: random.real() < 0.3 ? DAY : 9 * DAY }],
  shifts: Array.from({ length: features.days }, (_, day) => ({
    day: `d${day}`,
    week: 'w',
    start: day * DAY + 8 * HOUR,
    end: day * DAY + (features.extras ? 19 : 16) * HOUR,
    ...(features.extras && random.real() < 0.5 && { overtimeSeconds: HOUR }),
    ...(features.extras &&
      random.real() < 0.3 && {
        pauses: [
          {
            id: 'lunch',
            windows: [{ start: day * DAY + 12 * HOUR, end: day * DAY + 14 * HOUR }],
            seconds: 1800,
          },
        ],
      }),
  })),
  ...(features.extras &&
    random.real() < 0.3 && {
      absences: [{ start: 10 * HOUR, end: 12 * HOUR, reason: 'training' }],
    }),
  ...(features.extras && {
    costs: { perHour: 20, perKilometre: 3 },
    limits: { visitsPerShift: 5 },
  }),
  ...(features.carried && { costs: { perHour: 20 } }),
  ...((features.extras || features.carried) && {
    tools: ['pump'].filter(() => random.real() < 0.5),
    parts: { seal: random.below(3) },
  }),
})

const makeOrder = (random: Random, k: number, features: RandomFeatures): WorkOrderInput => {
  const { extras } = features
  const day = random.below(features.days) * DAY
  const opens = day + (8 + random.below(6)) * HOUR
  const seats = features.crews && random.real() < 0.4 ? 2 + random.below(2) : 1
  const positions: PositionInput[] = Array.from({ length: seats }, (_, seat) => ({
    skills:
      random.real() < 0.5
        ? [{ id: 'abc'[random.below(3)] ?? 'a', level: 1 + random.below(2) }]
        : [],
    ...(seat === 2 && { optional: true }),
    ...(extras &&
      seat === 0 &&
      random.real() < 0.15 && {
        published: {
          technician: `t${random.below(features.technicians)}`,
          start: opens,
          confirmed: random.real() < 0.5,
        },
      }),
  }))
  return {
    id: `w${k}`,
    location: `l${random.below(12)}`,
    serviceSeconds: (1 + random.below(8)) * 900,
    priority: random.below(3),
    positions,
    ...(random.real() < 0.7 && {
      windows: [{ start: opens, end: opens + (1 + random.below(4)) * HOUR }],
    }),
    ...(random.real() < 0.1 && { certifications: ['B2V'] }),
    ...(seats > 1 &&
      random.real() < 0.5 && {
        synchronisation: { kind: 'sequential', minSeconds: 600, maxSeconds: 7200 },
      }),
    ...((extras || features.due) && random.real() < 0.2 && { dueAt: opens + HOUR }),
    ...(extras && random.real() < 0.2 && { resources: [{ id: 'lift' }] }),
    ...((extras || features.carried) && random.real() < 0.2 && { tools: ['pump'] }),
    ...((extras || features.carried) && random.real() < 0.2 && { parts: { seal: 1 } }),
    ...(extras && random.real() < 0.2 && { series: `s${random.below(3)}` }),
  }
}

/** A random problem; the same seed gives the same one. */
export const randomProblem = (seed: number, features: RandomFeatures): ProblemInput => {
  const random = new Random(seed)
  const n = 12
  const spots = Array.from({ length: n }, () => [random.real(), random.real()] as const)
  const durations = spots.map((a) =>
    spots.map((b) =>
      a === b ? 0 : Math.round(Math.hypot(a[0] - b[0], a[1] - b[1]) * 2400) + random.below(200),
    ),
  )
  const ids = Array.from({ length: features.workOrders }, (_, k) => `w${k}`)
  return {
    locations: spots.map((_, k) => ({ id: `l${k}` })),
    travel: [{ durations, distances: durations.map((row) => row.map((seconds) => seconds * 9)) }],
    technicians: Array.from({ length: features.technicians }, (_, k) =>
      makeTechnician(random, `t${k}`, features),
    ),
    workOrders: ids.map((_, k) => makeOrder(random, k, features)),
    ...(features.crews && {
      dependencies: ids
        .slice(1)
        .filter(() => random.real() < 0.15)
        .map((id, k) => ({ before: ids[k] ?? id, after: id, minLagSeconds: 600 }))
        .filter(({ before, after }) => before !== after),
    }),
    ...(features.extras && { resources: [{ id: 'lift', count: 1 }] }),
    ...((features.extras || features.carried) && {
      depot: { location: 'l0', serviceSeconds: 600 },
    }),
    ...(features.policy !== undefined && { policy: features.policy }),
  }
}
