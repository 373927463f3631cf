import type { Inspector } from './faults.ts'
import type { Certification, Pause, Shift, Technician } from './problem.ts'

type Raw = Readonly<Record<string, unknown>>

/** The ids a technician may refer to. */
export interface TechnicianContext {
  readonly locations: ReadonlyMap<string, number>
  readonly profiles: ReadonlyMap<string, number>
  readonly dimensions: number
}

/** Reads a list of `{ id, level }`. */
export const readSkills = (
  inspector: Inspector,
  path: string,
  value: unknown,
): readonly { readonly id: string; readonly level: number }[] =>
  inspector.list(path, value).map(([at, item]) => {
    const skill = inspector.record(at, item)
    return {
      id: inspector.text(`${at}.id`, skill.id),
      level: inspector.numberOr(`${at}.level`, skill.level, { min: 0 }, 1),
    }
  })

/** Reads a list of texts. */
export const readTexts = (inspector: Inspector, path: string, value: unknown): readonly string[] =>
  inspector.list(path, value).map(([at, item]) => inspector.text(at, item))

/** Reads an object of counts. */
export const readCounts = (
  inspector: Inspector,
  path: string,
  value: unknown,
): ReadonlyMap<string, number> =>
  new Map(
    Object.entries(inspector.recordOr(path, value)).map(([id, count]) => [
      id,
      inspector.number(`${path}.${id}`, count, { min: 0 }),
    ]),
  )

/** Reads one number per dimension; `absent` fills what is not given. */
export const readDimensions = (
  inspector: Inspector,
  path: string,
  value: unknown,
  fill: { readonly dimensions: number; readonly absent: number },
): readonly number[] => {
  const numbers = inspector
    .list(path, value)
    .map(([at, item]) => inspector.number(at, item, { min: 0 }))
  return Array.from({ length: fill.dimensions }, (_, rank) => numbers[rank] ?? fill.absent)
}

const readCertifications = (
  inspector: Inspector,
  path: string,
  value: unknown,
): readonly Certification[] =>
  inspector.list(path, value).map(([at, item]) => {
    const held = inspector.record(at, item)
    const validFrom = inspector.numberOr(`${at}.validFrom`, held.validFrom, {}, -Infinity)
    const validUntil = inspector.numberOr(`${at}.validUntil`, held.validUntil, {}, Infinity)
    if (validUntil < validFrom) {
      inspector.fault(`${at}.validUntil`, `a time at or after validFrom (${validFrom})`, validUntil)
    }
    return { id: inspector.text(`${at}.id`, held.id), validFrom, validUntil }
  })

const readPauses = (inspector: Inspector, path: string, value: unknown): readonly Pause[] =>
  inspector.list(path, value).map(([at, item]) => {
    const pause = inspector.record(at, item)
    const windows = inspector
      .list(`${at}.windows`, pause.windows)
      .map(([where, span]) => inspector.interval(where, span))
      .sort((a, b) => a.start - b.start)
    if (windows.length === 0) inspector.fault(`${at}.windows`, 'at least one window', pause.windows)
    return {
      id: inspector.text(`${at}.id`, pause.id),
      windows,
      seconds: inspector.number(`${at}.seconds`, pause.seconds, { min: 0 }),
    }
  })

const readShift = (
  inspector: Inspector,
  path: string,
  shift: Raw,
  from: {
    readonly raw: Raw
    readonly rank: number
    readonly id: string
    readonly locations: ReadonlyMap<string, number>
  },
): Omit<Shift, 'index'> => {
  const place = (key: 'startLocation' | 'endLocation'): number => {
    const own = shift[key] !== undefined
    const value = own ? shift[key] : from.raw[key]
    if (value === undefined) return from.locations.size
    const at = own ? path : path.replace(/\.shifts\[\d+\]$/, '')
    return inspector.reference(`${at}.${key}`, value, from.locations, 'location')
  }
  return {
    id: shift.id === undefined ? from.id : inspector.text(`${path}.id`, shift.id),
    technician: from.rank,
    day: inspector.text(`${path}.day`, shift.day),
    week: shift.week === undefined ? undefined : inspector.text(`${path}.week`, shift.week),
    ...inspector.interval(path, shift),
    overtimeSeconds: inspector.numberOr(
      `${path}.overtimeSeconds`,
      shift.overtimeSeconds,
      { min: 0 },
      0,
    ),
    startLocation: place('startLocation'),
    endLocation: place('endLocation'),
    pauses: readPauses(inspector, `${path}.pauses`, shift.pauses),
    nights: inspector
      .list(`${path}.nights`, shift.nights)
      .map(([at, span]) => inspector.interval(at, span)),
  }
}

const readCosts = (inspector: Inspector, path: string, value: unknown): Technician['costs'] => {
  const costs = inspector.recordOr(path, value)
  const price = (key: string): number =>
    inspector.numberOr(`${path}.${key}`, costs[key], { min: 0, integer: false }, 0)
  return {
    perShift: price('perShift'),
    perHour: price('perHour'),
    perOvertimeHour: price('perOvertimeHour'),
    perKilometre: price('perKilometre'),
    perTravelHour: price('perTravelHour'),
  }
}

const readLimits = (inspector: Inspector, path: string, value: unknown): Technician['limits'] => {
  const limits = inspector.recordOr(path, value)
  const limit = (key: string): number =>
    inspector.numberOr(`${path}.${key}`, limits[key], { min: 0 }, Infinity)
  return {
    workSecondsPerDay: limit('workSecondsPerDay'),
    workSecondsPerWeek: limit('workSecondsPerWeek'),
    visitsPerShift: limit('visitsPerShift'),
    metresPerShift: limit('metresPerShift'),
    travelSecondsPerShift: limit('travelSecondsPerShift'),
  }
}

const readShifts = (
  inspector: Inspector,
  at: string,
  technician: { readonly raw: Raw; readonly id: string; readonly rank: number },
  locations: ReadonlyMap<string, number>,
): readonly Omit<Shift, 'index'>[] => {
  const shifts = inspector
    .list(`${at}.shifts`, technician.raw.shifts)
    .map(([where, item], k) =>
      readShift(inspector, where, inspector.record(where, item), {
        ...technician,
        id: `${technician.id}/${k + 1}`,
        locations,
      }),
    )
    .sort((a, b) => a.start - b.start)
  shifts.forEach((shift, k) => {
    const before = shifts[k - 1]
    if (before !== undefined && before.end > shift.start) {
      inspector.fault(
        `${at}.shifts`,
        `no overlap of ${before.id} (until ${before.end}) and ${shift.id}`,
        shift.start,
      )
    }
  })
  return shifts
}

/** Reads the technicians and their shifts. */
export const readTechnicians = (
  inspector: Inspector,
  value: unknown,
  context: TechnicianContext,
): {
  readonly technicians: readonly Technician[]
  readonly shifts: readonly Shift[]
  readonly technicianIndex: ReadonlyMap<string, number>
  readonly shiftIndex: ReadonlyMap<string, number>
} => {
  const technicianIndex = new Map<string, number>()
  const shiftIndex = new Map<string, number>()
  const technicians: Technician[] = []
  const shifts: Shift[] = []
  for (const [at, item] of inspector.list('technicians', value)) {
    const raw = inspector.record(at, item)
    const rank = technicians.length
    const id = inspector.text(`${at}.id`, raw.id)
    inspector.enter(`${at}.id`, id, technicianIndex)
    const own = readShifts(inspector, at, { raw, id, rank }, context.locations)
    const first = shifts.length
    for (const shift of own) {
      inspector.enter(`${at}.shifts`, shift.id, shiftIndex)
      shifts.push(Object.freeze({ ...shift, index: shifts.length }))
    }
    technicians.push({
      index: rank,
      id,
      travel:
        raw.profile === undefined
          ? 0
          : inspector.reference(`${at}.profile`, raw.profile, context.profiles, 'travel profile'),
      skills: new Map(
        readSkills(inspector, `${at}.skills`, raw.skills).map((skill) => [skill.id, skill.level]),
      ),
      certifications: readCertifications(inspector, `${at}.certifications`, raw.certifications),
      shifts: own.map((_, k) => first + k),
      absences: inspector.list(`${at}.absences`, raw.absences).map(([where, span]) => ({
        ...inspector.interval(where, span),
        reason: (span as Raw | null)?.reason as string | undefined,
      })),
      costs: readCosts(inspector, `${at}.costs`, raw.costs),
      limits: readLimits(inspector, `${at}.limits`, raw.limits),
      capacity: readDimensions(inspector, `${at}.capacity`, raw.capacity, {
        dimensions: context.dimensions,
        absent: Infinity,
      }),
      tools: new Set(readTexts(inspector, `${at}.tools`, raw.tools)),
      parts: readCounts(inspector, `${at}.parts`, raw.parts),
    })
  }
  return { technicians, shifts, technicianIndex, shiftIndex }
}
