// When a position may be taken, and how finely, as pure rules.
import type { Instant, Position } from '@regie/contract/kernel'
import type { SharingSettings } from '@regie/contract/whereabouts'

export const shippedSettings: Omit<SharingSettings, 'version'> = { enabled: false, keepMinutes: 20 }

/** Three decimals: about 110 m from north to south, and 75 m from west to east in France. */
const GRID = 1_000

export const rounded = ({ latitude, longitude }: Position): Position => ({
  latitude: Math.round(latitude * GRID) / GRID,
  longitude: Math.round(longitude * GRID) / GRID,
})

export type Span = { readonly startsAt: Instant; readonly endsAt: Instant }

/** Who is called to work outside of any shift leaves for it before it begins. */
const CALLED_MS = 60 * 60_000

/** Shifts, and the hours of the visits somebody is on the way to: planned work is work, also on a Sunday. */
export const workingHours = (shifts: readonly Span[], visits: readonly Span[]): Span[] => [
  ...shifts,
  ...visits.map((visit) => {
    const start = Date.parse(visit.startsAt)
    if (isWithin(shifts, visit.startsAt)) return visit
    return { ...visit, startsAt: new Date(start - CALLED_MS).toISOString() }
  }),
]

export const isWithin = (hours: readonly Span[], at: Instant): boolean =>
  hours.some(
    ({ startsAt, endsAt }) =>
      Date.parse(startsAt) <= Date.parse(at) && Date.parse(at) < Date.parse(endsAt),
  )

/** Nobody’s client sees where they live: so near to it nothing is kept. */
export const HOME_METRES = 500

/** Phones send every thirty seconds at most; one that is faster is not listened to. */
export const SOONEST_MS = 20_000
