// Asks the configured routing service for the ways between places, in blocks it accepts. Outside any transaction.
import type { Position } from '@regie/contract/kernel'
import type { Config } from '../../platform/config.ts'
import type { ToldLeg } from './legs.ts'
import { osrmClient } from './osrm.ts'
import type { Leg, TravelClient } from './table.ts'
import { valhallaClient } from './valhalla.ts'

/** OSRM takes 100 coordinates a request unless told otherwise; Valhalla 2,500 pairs. */
const BLOCK = 50
const TIMEOUT_MS = 8_000

const clientOf = (travel: Config['travel']): TravelClient | undefined => {
  if (!travel.url || travel.kind === 'haversine') return undefined
  return travel.kind === 'osrm' ? osrmClient(travel.url) : valhallaClient(travel.url)
}

/**
 * Every way between the places, as far as the service answers: at the first failure it stops and
 * says why, with what it has told so far.
 */
export async function askTravel(
  travel: Config['travel'],
  places: readonly Position[],
  signal: AbortSignal = new AbortController().signal,
): Promise<{ told: ToldLeg[]; failure: string | undefined }> {
  const client = clientOf(travel)
  const told: ToldLeg[] = []
  if (!client) return { told, failure: undefined }
  const blocks = Array.from({ length: Math.ceil(places.length / BLOCK) }, (_, block) =>
    places.slice(block * BLOCK, (block + 1) * BLOCK),
  )
  for (const from of blocks)
    for (const to of blocks)
      try {
        const limit = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)])
        told.push(...pair(from, to, await client(from, to, limit)))
      } catch (error) {
        return { told, failure: (error as Error).message }
      }
  return { told, failure: undefined }
}

/** Whoever waits for the answer is on the road. */
const ONE_WAY_MS = 3_000

/** Seconds of one way, asked now and kept nowhere; null without a service, or when it does not answer soon. */
export async function askWay(
  travel: Config['travel'],
  from: Position,
  to: Position,
): Promise<number | null> {
  const client = clientOf(travel)
  if (!client) return null
  try {
    const [leg] = await client([from], [to], AbortSignal.timeout(ONE_WAY_MS))
    return leg?.seconds ?? null
  } catch {
    return null
  }
}

const pair = (
  from: readonly Position[],
  to: readonly Position[],
  legs: readonly Leg[],
): ToldLeg[] =>
  from.flatMap((origin, row) =>
    to.map((destination, column) => ({
      from: origin,
      to: destination,
      leg: legs[row * to.length + column] ?? { seconds: null, metres: null },
    })),
  )
