// Positions as people copy them from a map: latitude first, decimal degrees.
import { type Position, position } from '@regie/contract/kernel'

/** `48.8566, 2.3522`, also with decimal commas and `;`. Null when empty, undefined when it is no position. */
export const parsePosition = (text: string): Position | null | undefined => {
  const plain = text.trim()
  if (plain === '') return null
  const parts = /^(-?\d+(?:[.,]\d+)?)\s*[°]?\s*[;,\s]\s*(-?\d+(?:[.,]\d+)?)\s*[°]?$/.exec(plain)
  if (!parts) return undefined
  const [latitude, longitude] = [parts[1], parts[2]].map((one) => Number(one?.replace(',', '.')))
  const parsed = position.safeParse({ latitude, longitude })
  return parsed.success ? parsed.data : undefined
}

export const positionText = ({ latitude, longitude }: Position): string =>
  `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`

/** A map that opens anywhere, at this position. */
export const mapUrl = ({ latitude, longitude }: Position): string =>
  `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`

const EARTH_METRES = 6_371_008.8
const RADIANS = Math.PI / 180

/** As the crow flies. */
export const straightMetres = (from: Position, to: Position): number => {
  const half = (angle: number) => Math.sin((angle * RADIANS) / 2) ** 2
  const h =
    half(to.latitude - from.latitude) +
    Math.cos(from.latitude * RADIANS) *
      Math.cos(to.latitude * RADIANS) *
      half(to.longitude - from.longitude)
  return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(h)))
}
