// The estimate that needs no service: great circle × detour ÷ speed.
import type { Position } from '@regie/contract/kernel'
import type { Leg } from './table.ts'

export type Estimate = { readonly detour: number; readonly speedKmh: number }

const EARTH_METRES = 6_371_008.8
const RADIANS = Math.PI / 180

/** Metres in a straight line over the earth. */
export function straightMetres(from: Position, to: Position): number {
  const latitude = (to.latitude - from.latitude) * RADIANS
  const longitude = (to.longitude - from.longitude) * RADIANS
  const h =
    Math.sin(latitude / 2) ** 2 +
    Math.cos(from.latitude * RADIANS) *
      Math.cos(to.latitude * RADIANS) *
      Math.sin(longitude / 2) ** 2
  return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** The very numbers the solver estimates in the browser, so that both judge alike. */
export function estimateLeg(from: Position, to: Position, { detour, speedKmh }: Estimate): Leg {
  const metres = straightMetres(from, to) * detour
  return { seconds: Math.round((metres * 3.6) / speedKmh), metres: Math.round(metres) }
}
