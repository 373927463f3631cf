// Time and randomness come in from outside, so that tests and simulations own them.
import { randomBytes } from 'node:crypto'
import type { Id, Instant } from '@regie/contract/kernel'

/** Milliseconds since the Unix epoch. */
export type Clock = () => number

export const systemClock: Clock = () => Date.now()

export const toInstant = (milliseconds: number): Instant => new Date(milliseconds).toISOString()

/** A UUIDv7 (RFC 9562): 48 bits of milliseconds, then 74 random bits; ids sort by time of creation. */
export function newId(
  milliseconds: number,
  random: (size: number) => Uint8Array = randomBytes,
): Id {
  const bytes = Uint8Array.from(random(16))
  for (let index = 0; index < 6; index++)
    bytes[index] = Math.floor(milliseconds / 2 ** (8 * (5 - index))) & 0xff
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Buffer.from(bytes).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
