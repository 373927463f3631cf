/**
 * The problem as typed arrays, for the hot path of the search.
 *
 * Nodes: visits are 0 … n−1, the start of tour r is n + r, its end n + m + r, with n visits and
 * m shifts. Times are seconds after `origin`, so that every sum stays exact.
 */
import { goalFactor } from '../problem/policy.ts'
import { preferencePrice } from '../problem/preference-price.ts'
import type { Problem } from '../problem/problem.ts'

/** Which shifts may take which visits, by class of visits that ask for the same. */
export interface Compatibility {
  /** Class of each visit. */
  readonly classOf: Int32Array
  /** `table[class × shifts + shift]`: 1 = may. */
  readonly table: Uint8Array
}

/** Static typed arrays of a problem; see the file comment for the numbering of nodes. */
export interface Kernel {
  readonly problem: Problem
  readonly visits: number
  readonly shifts: number
  readonly nodes: number
  readonly origin: number
  readonly compatibility: Compatibility
  /** By node. */
  readonly location: Int32Array
  readonly opens: Float64Array
  readonly closes: Float64Array
  /** Service and the buffer after it, by node. */
  readonly service: Float64Array
  /** Price of staying unassigned (a broken promise included), by visit, in cost units. */
  readonly price: Float64Array
  /** By visit × dimension, and by shift × dimension. */
  readonly demand: Float64Array
  readonly capacity: Float64Array
  readonly dimensions: number
  /** By shift: rank of travel, cost per metre, per second, and once. */
  readonly travelOf: Int32Array
  readonly perMetre: Float64Array
  readonly perSecond: Float64Array
  readonly perShift: Float64Array
  /** By profile: seconds and metres from a location, and (transposed) to it. */
  readonly locations: number
  readonly secondsFrom: readonly Int32Array[]
  readonly secondsTo: readonly Int32Array[]
  readonly metresFrom: readonly Int32Array[]
  readonly metresTo: readonly Int32Array[]
  /** Shifts that are alike while empty share a class. */
  readonly emptyClass: Int32Array
  /** Preference price by visit × technician; empty when it is always 0. */
  readonly preference: Float64Array
  readonly technicianOf: Int32Array
  /** Idle seconds asked between two visits; part of `service`. */
  readonly buffer: number
}

const transpose = (table: Int32Array, count: number): Int32Array => {
  let symmetric = true
  const flipped = new Int32Array(table.length)
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < count; j++) {
      const value = table[i * count + j] as number
      flipped[j * count + i] = value
      if (value !== table[j * count + i]) symmetric = false
    }
  }
  return symmetric ? table : flipped
}

const compileNodes = (
  problem: Problem,
  origin: number,
  buffer: number,
): Pick<Kernel, 'location' | 'opens' | 'closes' | 'service'> => {
  const { visits, shifts } = problem
  const n = visits.length
  const m = shifts.length
  const nodes = n + 2 * m
  const location = new Int32Array(nodes)
  const opens = new Float64Array(nodes)
  const closes = new Float64Array(nodes)
  const service = new Float64Array(nodes)
  for (const visit of visits) {
    const pinned = visit.locked?.start
    location[visit.index] = visit.location
    opens[visit.index] = (pinned ?? visit.windows[0]?.start ?? 0) - origin
    closes[visit.index] = (pinned ?? visit.windows.at(-1)?.end ?? 0) - origin
    service[visit.index] = visit.serviceSeconds + buffer
  }
  for (const shift of shifts) {
    const latest = shift.end + shift.overtimeSeconds + buffer
    for (const [node, place] of [
      [n + shift.index, shift.startLocation],
      [n + m + shift.index, shift.endLocation],
    ] as const) {
      location[node] = place
      opens[node] = shift.start - origin
      closes[node] = latest - origin
    }
  }
  return { location, opens, closes, service }
}

const compilePrices = (
  problem: Problem,
): Pick<Kernel, 'perMetre' | 'perSecond' | 'perShift' | 'price' | 'preference'> => {
  const { objectives } = problem.policy
  const travel = goalFactor(objectives.travel)
  const used = goalFactor(objectives.shifts)
  const costs = problem.shifts.map((shift) => problem.technicians[shift.technician]?.costs)
  const price = goalFactor(objectives.unassigned)
  const stability = goalFactor(objectives.stability)
  const liking = goalFactor(objectives.preference)
  const crew = problem.technicians.length
  const preference = new Float64Array(problem.visits.length * crew)
  let flat = true
  for (const visit of problem.visits) {
    for (let t = 0; t < crew; t++) {
      const points = liking * preferencePrice(problem, visit.index, t)
      preference[visit.index * crew + t] = points
      if (points !== 0) flat = false
    }
  }
  return {
    perMetre: Float64Array.from(
      costs,
      (cost) => travel * (objectives.travel.perMetre + (cost?.perKilometre ?? 0) / 1000),
    ),
    perSecond: Float64Array.from(
      costs,
      (cost) => travel * (objectives.travel.perSecond + (cost?.perTravelHour ?? 0) / 3600),
    ),
    perShift: Float64Array.from(
      costs,
      (cost) => used * (objectives.shifts.perShift + (cost?.perShift ?? 0)),
    ),
    price: Float64Array.from(
      problem.visits,
      (visit) => price * visit.unassignedPrice + stability * (visit.published?.changePrice ?? 0),
    ),
    preference: flat ? new Float64Array(0) : preference,
  }
}

/** Shifts whose empty tours cannot be told apart by any visit get one class. */
const compileEmptyClasses = (problem: Problem, compatibility: Compatibility): Int32Array => {
  const classes = new Map<string, number>()
  const count = problem.shifts.length
  const rows = compatibility.table.length / Math.max(1, count)
  const personal = problem.visits.some(
    (visit) =>
      visit.serviceByTechnician.size + visit.preferred.size > 0 ||
      visit.published ||
      visit.series >= 0,
  )
  const single = problem.technicians.every((technician) => technician.shifts.length < 2)
  return Int32Array.from(problem.shifts, (shift) => {
    const technician = problem.technicians[shift.technician]
    if (personal || !single || !technician) return shift.index
    let column = ''
    for (let row = 0; row < rows; row++) column += compatibility.table[row * count + shift.index]
    const { costs, limits, capacity, tools, parts, skills, travel, absences } = technician
    const { startLocation, endLocation, start, end, overtimeSeconds, pauses, nights } = shift
    const key = JSON.stringify([
      column,
      costs,
      Object.values(limits).map(String),
      capacity.map(String),
      [...tools],
      [...parts],
      [...skills],
      travel,
      absences,
      startLocation,
      endLocation,
      start,
      end,
      overtimeSeconds,
      pauses,
      nights,
    ])
    if (!classes.has(key)) classes.set(key, shift.index)
    return classes.get(key) ?? shift.index
  })
}

/** Compiles a problem for the search. */
export const compileKernel = (problem: Problem, compatibility: Compatibility): Kernel => {
  const { visits, shifts, travels, dimensions } = problem
  const origin = shifts.reduce(
    (first, shift) => Math.min(first, shift.start),
    shifts[0]?.start ?? 0,
  )
  const { buffers } = problem.policy.rules
  const buffer = buffers.on ? buffers.seconds : 0
  if (travels.some(({ points }) => points)) {
    throw new Error('too many locations for one table of travel: use solveInParts')
  }
  const secondsFrom = travels.map((travel) => travel.seconds)
  const metresFrom = travels.map((travel) => travel.metres)
  const count = travels[0]?.count ?? 1
  const secondsTo = secondsFrom.map((table) => transpose(table, count))
  const metresTo = metresFrom.map((table, k) =>
    table === secondsFrom[k] ? (secondsTo[k] as Int32Array) : transpose(table, count),
  )
  return {
    problem,
    visits: visits.length,
    shifts: shifts.length,
    nodes: visits.length + 2 * shifts.length,
    origin,
    compatibility,
    ...compileNodes(problem, origin, buffer),
    ...compilePrices(problem),
    demand: Float64Array.from(visits.flatMap((visit) => visit.demand)),
    capacity: Float64Array.from(
      shifts.flatMap((shift) => problem.technicians[shift.technician]?.capacity ?? []),
    ),
    dimensions,
    travelOf: Int32Array.from(
      shifts,
      (shift) => problem.technicians[shift.technician]?.travel ?? 0,
    ),
    locations: count,
    secondsFrom,
    secondsTo,
    metresFrom,
    metresTo,
    emptyClass: compileEmptyClasses(problem, compatibility),
    technicianOf: Int32Array.from(shifts, (shift) => shift.technician),
    buffer,
  }
}
