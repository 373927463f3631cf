// Valhalla's matrix service: https://valhalla.github.io/valhalla/api/matrix/api-reference/
import { z } from 'zod'
import { type Leg, type TravelClient, TravelServiceError } from './table.ts'

const cell = z.object({
  from_index: z.int(),
  to_index: z.int(),
  time: z.number().nullable(),
  /** Kilometres, the service's default unit. */
  distance: z.number().nullable(),
})
const answer = z.object({ sources_to_targets: z.array(z.array(cell)) })
const refusal = z.object({ error: z.string() })

export const valhallaClient =
  (base: string): TravelClient =>
  async (from, to, signal) => {
    const place = ({ latitude, longitude }: { latitude: number; longitude: number }) => ({
      lat: latitude,
      lon: longitude,
    })
    const response = await fetch(`${base}/sources_to_targets`, {
      method: 'POST',
      signal,
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({
        sources: from.map(place),
        targets: to.map(place),
        costing: 'auto',
        units: 'kilometers',
      }),
    })
    const body: unknown = await response.json().catch(() => null)
    const parsed = answer.safeParse(body)
    if (!parsed.success) {
      const told = refusal.safeParse(body)
      throw new TravelServiceError(
        `Valhalla answered ${response.status}${told.success ? `: ${told.data.error}` : ' without a matrix'}`,
      )
    }
    const legs: Leg[] = Array.from({ length: from.length * to.length }, () => ({
      seconds: null,
      metres: null,
    }))
    for (const { from_index, to_index, time, distance } of parsed.data.sources_to_targets.flat())
      legs[from_index * to.length + to_index] = {
        seconds: time === null ? null : Math.round(time),
        metres: distance === null ? null : Math.round(distance * 1000),
      }
    return legs
  }
