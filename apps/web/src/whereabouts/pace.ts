// Which of the places a phone finds itself at are worth telling: not often, not every step, and never an old one.
import type { Position } from '@regie/contract/kernel'
import { OLDEST_POSITION_SECONDS, sharingPace } from '@regie/contract/whereabouts'
import { straightMetres } from '../lib/position.ts'

/** Where the phone found itself, within so many metres, at a moment of its own clock. */
export type Fix = Position & { readonly accuracyMetres: number; readonly at: number }
export type Sent = Position & { readonly at: number }

/** A place that may be anywhere in town says nothing of the way. */
const COARSEST_METRES = 1_000
const GRID = 1_000

/** About a hundred metres: nothing finer leaves the phone. */
export const roundPosition = ({ latitude, longitude }: Position): Position => ({
  latitude: Math.round(latitude * GRID) / GRID,
  longitude: Math.round(longitude * GRID) / GRID,
})

export function isWorthSending(fix: Fix, last: Sent | null, now: number): boolean {
  const age = (now - fix.at) / 1000
  if (age > OLDEST_POSITION_SECONDS || fix.accuracyMetres > COARSEST_METRES) return false
  if (!last) return true
  const elapsed = (now - last.at) / 1000
  if (elapsed >= sharingPace.stillSeconds) return true
  return elapsed >= sharingPace.seconds && straightMetres(fix, last) >= sharingPace.metres
}
