import type { Kernel } from '../../solution/kernel.ts'

/**
 * A plain problem with a fleet of equal technicians, as typed arrays of integers.
 *
 * Nodes: visits are 0 … n−1, the start of tour r is n + r, its end n + m + r. Rows and columns of
 * the tables are places: visit v stands at place v, every start at n, every end at n + 1.
 */
export interface UniformModel {
  readonly visits: number
  readonly tours: number
  /** Places, which is the width of `seconds` and `arc`. */
  readonly width: number
  readonly seconds: Int32Array
  /**
   * Cost of going from one place to another, in whole cost units. What a used tour costs once is
   * on the arcs that leave the start, and the arc of an empty tour is 0, so that the cost of a
   * plan is the sum of its arcs.
   */
  readonly arc: Int32Array
  /** Cost units per unit of `arc`. */
  readonly unit: number
  /** By node. */
  readonly place: Int32Array
  readonly opens: Int32Array
  readonly closes: Int32Array
  readonly service: Int32Array
  /** 0 for starts and ends. */
  readonly demand: Int32Array
  readonly capacity: number
}

/** Times, loads and costs stay below, so that sums of a few fit in 31 bits. */
const LARGEST = 400_000_000
/** Visits above which generations were not measured. */
const MOST_VISITS = 400

const isUniform = (kernel: Kernel): boolean => {
  const { problem, emptyClass, compatibility, dimensions, preference, visits, shifts } = kernel
  return (
    visits > 1 &&
    visits <= MOST_VISITS &&
    shifts > 0 &&
    dimensions <= 1 &&
    preference.length === 0 &&
    problem.visits.every((visit) => visit.locked === undefined) &&
    emptyClass.every((one) => one === emptyClass[0]) &&
    compatibility.table.every((may) => may === 1)
  )
}

const isSmall = (values: ArrayLike<number>): boolean => {
  for (let k = 0; k < values.length; k++) {
    const value = values[k] as number
    if (!Number.isInteger(value) || Math.abs(value) > LARGEST) return false
  }
  return true
}

/** Costs of all arcs; the last two places are the start and the end of a tour. */
const arcsOf = (kernel: Kernel, at: Int32Array): Float64Array => {
  const { perMetre, perSecond, perShift, locations, visits } = kernel
  const [metres, seconds] = [
    kernel.metresFrom[0] as Int32Array,
    kernel.secondsFrom[0] as Int32Array,
  ]
  const width = at.length
  const arcs = new Float64Array(width * width)
  for (let i = 0; i < width; i++) {
    for (let j = 0; j < width; j++) {
      const cell = (at[i] as number) * locations + (at[j] as number)
      arcs[i * width + j] =
        (metres[cell] as number) * (perMetre[0] as number) +
        (seconds[cell] as number) * (perSecond[0] as number) +
        (i === visits && j < visits ? (perShift[0] as number) : 0)
    }
  }
  arcs[visits * width + visits + 1] = 0
  return arcs
}

const secondsOf = (kernel: Kernel, at: Int32Array): Int32Array => {
  const table = kernel.secondsFrom[0] as Int32Array
  const seconds = new Int32Array(at.length * at.length)
  for (let i = 0; i < at.length; i++) {
    for (let j = 0; j < at.length; j++) {
      seconds[i * at.length + j] = table[
        (at[i] as number) * kernel.locations + (at[j] as number)
      ] as number
    }
  }
  return seconds
}

/** Scales costs to integers: as they are when they are integers, else to about seven digits. */
const toIntegers = (arcs: Float64Array): { readonly arc: Int32Array; readonly unit: number } => {
  const largest = arcs.reduce((most, one) => Math.max(most, one), 1e-9)
  const unit = isSmall(arcs) ? 1 : largest / 20_000_000
  return { arc: Int32Array.from(arcs, (one) => Math.round(one / unit)), unit }
}

const equal = (a: Int32Array, b: Int32Array): boolean => a.every((one, k) => one === b[k])

/**
 * The model of a problem whose technicians are all alike.
 *
 * @returns nothing when the technicians differ, a visit is locked, or a number is too large
 */
export const uniformModel = (kernel: Kernel): UniformModel | undefined => {
  if (!isUniform(kernel)) return undefined
  const { visits, shifts, nodes, location, opens, closes, service, capacity, dimensions } = kernel
  const at = new Int32Array(visits + 2)
  for (let v = 0; v < visits + 2; v++)
    at[v] = location[v < visits ? v : v === visits ? v : visits + shifts] as number
  const place = Int32Array.from({ length: nodes }, (_, node) =>
    node < visits ? node : node < visits + shifts ? visits : visits + 1,
  )
  const seconds = secondsOf(kernel, at)
  const room = dimensions === 0 ? 1 : Math.min(LARGEST, capacity[0] as number)
  const demand = new Float64Array(nodes)
  if (dimensions === 1) demand.set(kernel.demand)
  if (![opens, closes, service, demand, seconds, [room]].every(isSmall)) return undefined
  const { arc, unit } = toIntegers(arcsOf(kernel, at))
  return {
    visits,
    tours: shifts,
    width: visits + 2,
    seconds,
    // One table instead of two halves what the caches must hold.
    arc: equal(arc, seconds) ? seconds : arc,
    unit,
    place,
    opens: Int32Array.from(opens),
    closes: Int32Array.from(closes),
    service: Int32Array.from(service),
    demand: Int32Array.from(demand),
    capacity: room,
  }
}
