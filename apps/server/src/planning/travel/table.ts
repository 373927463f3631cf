// Travel between places: `seconds` and `metres`, row-major, from row to column.
import type { Position } from '@regie/contract/kernel'

export type TravelSource = 'haversine' | 'osrm' | 'valhalla'

/** Null where no way leads. */
export type Leg = { readonly seconds: number | null; readonly metres: number | null }

export type TravelTable = {
  readonly source: TravelSource
  /** Some ways are estimated although a routing service is configured: it did not answer, or was not asked yet. */
  readonly fallback: boolean
  readonly seconds: (number | null)[]
  readonly metres: (number | null)[]
}

/** Asks a routing service for every way from `from` to `to`; row-major. Throws when it does not answer in time. */
export type TravelClient = (
  from: readonly Position[],
  to: readonly Position[],
  signal: AbortSignal,
) => Promise<Leg[]>

/** A routing service that answered, but not with a table. */
export class TravelServiceError extends Error {}
