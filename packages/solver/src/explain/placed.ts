import type { Shift, Visit } from '../problem/problem.ts'
import type { PlanView, Tour } from '../solution/tour.ts'
import { buildTour } from '../solution/tour.ts'

type Stops = PlanView['stopOf']
type Stop = NonNullable<ReturnType<Stops['get']>>

/** Stops of which few are others than in `base`; only whoever walks over all of them pays for all. */
class ChangedStops implements Stops {
  readonly #base: Stops
  readonly #changed: ReadonlyMap<number, Stop>

  constructor(base: Stops, changed: ReadonlyMap<number, Stop>) {
    this.#base = base
    this.#changed = changed
  }

  get(visit: number): Stop | undefined {
    return this.#changed.get(visit) ?? this.#base.get(visit)
  }

  has(visit: number): boolean {
    return this.#changed.has(visit) || this.#base.has(visit)
  }

  get size(): number {
    return this.#all().size
  }

  entries(): MapIterator<[number, Stop]> {
    return this.#all().entries()
  }

  keys(): MapIterator<number> {
    return this.#all().keys()
  }

  values(): MapIterator<Stop> {
    return this.#all().values()
  }

  forEach(tell: (stop: Stop, visit: number, map: Stops) => void): void {
    for (const [visit, stop] of this.#all()) tell(stop, visit, this)
  }

  [Symbol.iterator](): MapIterator<[number, Stop]> {
    return this.entries()
  }

  #all(): Map<number, Stop> {
    return new Map([...this.#base, ...this.#changed])
  }
}

const without = (tour: Tour, visit: Visit) => tour.stops.filter((stop) => stop.visit !== visit)

/**
 * The view with one visit put at a start in a shift (and taken from wherever it was). Only the tours it touches are
 * built; the cost does not grow with the plan, so that thousands of places can be judged.
 */
export const placed = (
  view: PlanView,
  visit: Visit,
  { shift, start }: { readonly shift: Shift; readonly start: number },
): PlanView => {
  const { problem } = view
  const entered = view.tours[shift.index] as Tour
  const left = view.stopOf.get(visit.index)?.tour
  const entries = [...without(entered, visit), { visit, start }].sort((a, b) => a.start - b.start)
  const built = [buildTour(problem, shift, entries)]
  if (left && left !== entered) built.push(buildTour(problem, left.shift, without(left, visit)))
  const tours = [...view.tours]
  const changed = new Map<number, Stop>()
  for (const tour of built) {
    tours[tour.shift.index] = tour
    for (const stop of tour.stops) if (stop.visit) changed.set(stop.visit.index, { tour, stop })
  }
  return { problem, tours, stopOf: new ChangedStops(view.stopOf, changed) }
}
