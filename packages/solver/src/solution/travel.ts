import { metresBetween, secondsBetween } from '../problem/location.ts'
import type { Travel } from '../problem/problem.ts'
import { UNREACHABLE } from '../problem/problem.ts'

/**
 * Seconds from one location to another when leaving at `departure`.
 * A trip takes the factor of the slice in which it begins.
 */
export const travelSeconds = (
  travel: Travel,
  from: number,
  to: number,
  departure: number,
): number => {
  const base = secondsBetween(travel, from, to)
  if (travel.slices.length === 0 || base === 0 || base >= UNREACHABLE) return base
  for (const slice of travel.slices) {
    if (departure >= slice.start && departure < slice.end) return Math.round(base * slice.factor)
  }
  return base
}

/** Metres from one location to another. */
export const travelMetres = (travel: Travel, from: number, to: number): number =>
  metresBetween(travel, from, to)
