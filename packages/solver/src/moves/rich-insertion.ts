import type { RichTours } from '../solution/rich-tours.ts'
import type { Tours } from '../solution/tours.ts'

/** Cost that stands for "cannot be inserted". */
export const NEVER = 1e300

/** `after` of a tour of which only a lower bound of the cost is known. */
export const BOUND_ONLY = -2

/** Where a scan found the cheapest place of a visit in a tour. */
export interface Found {
  cost: number
  /** The node after which the visit goes; −1: nowhere, −2: nowhere below the cutoff. */
  after: number
}

/** Cells above which costs of visits in tours are not kept. */
export const CACHE_LIMIT = 6_000_000

/** Does the load of a tour leave room for a visit? */
export const fits = (tours: Tours, visit: number, tour: number): boolean => {
  const { dimensions, demand, capacity } = tours.kernel
  for (let k = 0; k < dimensions; k++) {
    const load =
      (tours.load[tour * dimensions + k] as number) + (demand[visit * dimensions + k] as number)
    if (load > (capacity[tour * dimensions + k] as number)) return false
  }
  return true
}

/** Lower bounds of what a visit adds to a tour, from its ways alone: they hold as long as its order does. */
export interface Ways {
  /** Cost of the ways and of the time they and the service take. */
  cost: number
  /** Seconds of travel. */
  seconds: number
}

/** What a visit costs in a tour at least, given its ways: with the liking and the even load. */
export const wholeBound = (tours: RichTours, visit: number, tour: number, ways: Ways): number => {
  const { kernel } = tours
  const { preference } = kernel
  const work = ways.seconds + (kernel.service[visit] as number) - kernel.buffer
  const cost = ways.cost + tours.balanceOfMore(tour, work)
  if (preference.length === 0) return cost
  const crew = kernel.problem.technicians.length
  return cost + (preference[visit * crew + (kernel.technicianOf[tour] as number)] as number)
}

/**
 * Collects the places that the bounds on times leave open, each with a lower bound of the cost of
 * its ways and its seconds of travel.
 */
const collect = (tours: RichTours, visit: number, tour: number, except: number): number => {
  const { kernel, next, ready, latest, rich, places, bounds, travels } = tours
  const { location, locations } = kernel
  const profile = kernel.travelOf[tour] as number
  const row = (location[visit] as number) * locations
  const secondsTo = kernel.secondsTo[profile] as Int32Array
  const secondsFrom = kernel.secondsFrom[profile] as Int32Array
  const metresTo = kernel.metresTo[profile] as Int32Array
  const metresFrom = kernel.metresFrom[profile] as Int32Array
  const perMetre = kernel.perMetre[tour] as number
  const perSecond = kernel.perSecond[tour] as number
  const perDuration = rich.frames[tour]?.perDurationSecond ?? 0
  const opens = kernel.opens[visit] as number
  const closes = kernel.closes[visit] as number
  const service = kernel.service[visit] as number
  const filled = tours.size[tour] === 0 ? 0 : 1
  const spare = service - kernel.buffer - (tours.idle[tour] as number)
  const end = tours.end(tour)
  let count = 0
  let rank = 0
  for (let p = tours.start(tour); p !== end; p = next[p] as number, rank++) {
    const s = next[p] as number
    const here = location[p] as number
    const there = location[s] as number
    const to = secondsTo[row + here] as number
    const on = secondsFrom[row + there] as number
    const time = Math.max(opens, (ready[p] as number) + to)
    if (p === except) continue
    if (rich.bounded && (time > closes || time + service + on > (latest[s] as number))) continue
    const skip = here * locations + there
    const atDepot = rank === tours.renewal[tour]
    const seconds = atDepot ? 0 : to + on - filled * (secondsFrom[skip] as number)
    const metres = atDepot
      ? 0
      : (metresTo[row + here] as number) +
        (metresFrom[row + there] as number) -
        filled * (metresFrom[skip] as number)
    places[count] = p
    travels[count] = seconds
    bounds[count++] =
      metres * perMetre + seconds * perSecond + perDuration * Math.max(0, seconds + spare)
  }
  return count
}

/** Lower bounds of what a visit adds to the ways of a tour; `NEVER` when it cannot be there. */
export const boundWays = (tours: RichTours, visit: number, tour: number, ways: Ways): void => {
  ways.cost = NEVER
  ways.seconds = 0
  if (!fits(tours, visit, tour)) return
  const { bounds, travels } = tours
  const count = collect(tours, visit, tour, -1)
  for (let k = 0; k < count; k++) {
    if (k === 0 || (travels[k] as number) < ways.seconds) ways.seconds = travels[k] as number
    if ((bounds[k] as number) < ways.cost) ways.cost = bounds[k] as number
  }
}

const ways: Ways = { cost: 0, seconds: 0 }

/**
 * Finds the cheapest place of a visit in a tour under the rich rules: places are played through
 * in the order of their lower bounds, until none can be cheaper than what is known.
 *
 * @param except a node after which the visit must not go (a blink), −1 for none
 * @param cutoff a cost from which on the tour does not matter
 */
export const scanRichTour = (
  tours: RichTours,
  visit: number,
  tour: number,
  limits: { readonly except: number; readonly cutoff: number },
  found: Found,
): void => {
  found.cost = NEVER
  found.after = -1
  if (!fits(tours, visit, tour)) return
  const { schedule, places, bounds, travels } = tours
  const base = (tours.cost[tour] as number) + tours.balanceShare(tour, tours.work[tour] as number)
  let count = collect(tours, visit, tour, limits.except)
  for (let k = 0; k < count; k++) {
    ways.cost = bounds[k] as number
    ways.seconds = travels[k] as number
    bounds[k] = wholeBound(tours, visit, tour, ways)
  }
  while (count > 0) {
    let least = 0
    for (let k = 1; k < count; k++) {
      if ((bounds[k] as number) < (bounds[least] as number)) least = k
    }
    const bound = bounds[least] as number
    if (bound >= found.cost) return
    if (bound > limits.cutoff) {
      found.cost = bound
      found.after = BOUND_ONLY
      return
    }
    const after = places[least] as number
    count--
    places[least] = places[count] as number
    bounds[least] = bounds[count] as number
    const played = schedule.play(tour, visit, after)
    if (played >= NEVER) continue
    const cost = played - base + tours.balanceShare(tour, schedule.travel + schedule.service)
    if (cost < found.cost) {
      found.cost = cost
      found.after = after
    }
  }
}
