// OSRM's table service: https://project-osrm.org/docs/v5.24.0/api/#table-service
import { z } from 'zod'
import { type Leg, type TravelClient, TravelServiceError } from './table.ts'

const cells = z.array(z.array(z.number().nullable()))
const answer = z.object({
  code: z.string(),
  message: z.string().optional(),
  durations: cells.optional(),
  distances: cells.optional(),
})

/** `base` is the server's address; the profile is the one it was prepared with, `driving` in the URL. */
export const osrmClient =
  (base: string): TravelClient =>
  async (from, to, signal) => {
    const places = [...from, ...to]
    const coordinates = places
      .map(({ longitude, latitude }) => `${longitude.toFixed(5)},${latitude.toFixed(5)}`)
      .join(';')
    const sources = from.map((_, index) => index).join(';')
    const destinations = to.map((_, index) => from.length + index).join(';')
    const url = `${base}/table/v1/driving/${coordinates}?sources=${sources}&destinations=${destinations}&annotations=duration,distance`
    const response = await fetch(url, { signal, headers: { accept: 'application/json' } })
    const parsed = answer.safeParse(await response.json().catch(() => null))
    if (!parsed.success)
      throw new TravelServiceError(`OSRM answered ${response.status} without a table`)
    const { code, message, durations, distances } = parsed.data
    if (code !== 'Ok' || !durations)
      throw new TravelServiceError(`OSRM refused: ${code} ${message ?? ''}`.trim())
    return from.flatMap((_, row) =>
      to.map((_, column): Leg => leg(durations[row]?.[column], distances?.[row]?.[column])),
    )
  }

const rounded = (value: number | null | undefined): number | null =>
  typeof value === 'number' ? Math.round(value) : null

function leg(seconds: number | null | undefined, metres: number | null | undefined): Leg {
  return { seconds: rounded(seconds), metres: rounded(metres) }
}
