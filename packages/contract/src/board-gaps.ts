// What lies between the visits of somebody: time kept free, the breaks the day calls for, the meal. The same on screen and
// in every exported file.
import type { BoardPace } from './planning.ts'

type Span = { readonly from: number; readonly until: number }

/** A visit in epoch milliseconds, with the road to it. */
export type PacedVisit = Span & { readonly roadMs: number }

/** What the organisation keeps to between visits, in milliseconds. */
export type Pace = {
  readonly bufferMs: number
  readonly breaks: readonly { readonly afterMs: number; readonly breakMs: number }[]
}

/** `tight`: less time is left than should be. `meal`: between two shifts of one day. `rank`: of the visit after it. */
export type PacedGap = Span & {
  readonly kind: 'buffer' | 'tight' | 'break' | 'meal'
  readonly rank: number | null
}

type Hours = { readonly work: readonly Span[]; readonly absences: readonly Span[] }

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** More time than this between two visits is a night. */
const NIGHT = 6 * HOUR
const LONGEST_MEAL = 3 * HOUR
/** Longer than this from end to end, two shifts are two days, and what lies between is no meal. */
const LONGEST_DAY = 14 * HOUR

export const paceOfBoard = ({ bufferMinutes, breaks }: BoardPace): Pace => ({
  bufferMs: bufferMinutes * MINUTE,
  breaks: breaks.map(({ afterMinutes, breakMinutes }) => ({
    afterMs: afterMinutes * MINUTE,
    breakMs: breakMinutes * MINUTE,
  })),
})

const overlaps = (a: Span, b: Span): boolean => a.from < b.until && b.from < a.until

type Stop = {
  readonly rank: number
  /** Service and the road to it. */
  readonly load: number
  /** Free time before the road to it; null at the first of a tour, or when it begins before the other ends. */
  readonly idle: Span | null
}

const toursOf = (visits: readonly PacedVisit[]): Stop[][] => {
  const tours: Stop[][] = []
  let end = Number.NEGATIVE_INFINITY
  visits.forEach(({ from, until, roadMs }, rank) => {
    const isFirst = from - end > NIGHT
    const leaves = from - roadMs
    const idle = !isFirst && leaves >= end ? { from: end, until: leaves } : null
    const stop = { rank, load: roadMs + until - from, idle }
    if (isFirst) tours.push([stop])
    else tours.at(-1)?.push(stop)
    end = Math.max(end, until)
  })
  return tours
}

/** Ranks in the tour of the stops before which a break that the work of the day asks for lies: of several gaps the last. */
const breaksIn = (
  tour: readonly Stop[],
  { afterMs, breakMs }: Pace['breaks'][number],
): readonly number[] => {
  const found: number[] = []
  let [worked, since, candidate] = [0, 0, -1]
  tour.forEach(({ idle, load }, rank) => {
    if (idle && idle.until - idle.from >= breakMs) [candidate, since] = [rank, 0]
    if (worked + load > afterMs && candidate >= 0) {
      found.push(candidate)
      ;[worked, candidate] = [since, -1]
    }
    worked += load
    since += load
  })
  return found
}

/** Meals stand apart: they are the technician's hours, whatever is planned on them. */
export const mealsIn = ({ work, absences }: Hours): readonly Span[] =>
  work.flatMap((span, rank) => {
    const next = work[rank + 1]
    if (!next || next.from <= span.until || next.from - span.until > LONGEST_MEAL) return []
    if (next.until - span.from > LONGEST_DAY) return []
    const meal = { from: span.until, until: next.from }
    return absences.some((absence) => overlaps(absence, meal)) ? [] : [meal]
  })

const gapsOfTour = (tour: readonly Stop[], meals: readonly Span[], pace: Pace): PacedGap[] => {
  const breaks = new Map<number, number>()
  for (const step of pace.breaks)
    for (const at of breaksIn(tour, step))
      breaks.set(at, Math.max(breaks.get(at) ?? 0, step.breakMs))
  return tour.flatMap(({ idle, rank }, at): PacedGap[] => {
    if (!idle) return []
    const free = idle.until - idle.from
    const buffer = Math.min(pace.bufferMs, free)
    const isMeal = meals.some((meal) => overlaps(meal, idle))
    const wanted = isMeal ? 0 : (breaks.get(at) ?? 0)
    const gaps: PacedGap[] = []
    if (buffer > 0 && free >= buffer + wanted) {
      const kind = free < pace.bufferMs ? 'tight' : 'buffer'
      gaps.push({ kind, rank, from: idle.from, until: idle.from + buffer })
    }
    if (wanted > 0) {
      const from = idle.from + Math.max(0, Math.min(pace.bufferMs, free - wanted))
      gaps.push({ kind: 'break', rank, from, until: from + wanted })
    }
    return gaps
  })
}

/** Everything between the visits of somebody, which are in the order of their start. */
export const gapsBetween = (
  visits: readonly PacedVisit[],
  hours: Hours,
  pace: Pace,
): readonly PacedGap[] => {
  const meals = mealsIn(hours)
  return [
    ...meals.map((meal): PacedGap => ({ ...meal, kind: 'meal', rank: null })),
    ...toursOf(visits).flatMap((tour) => gapsOfTour(tour, meals, pace)),
  ]
}

/** Free minutes before the road to the visit at that rank; null for the first of a tour. */
export const slackBefore = (visits: readonly PacedVisit[], rank: number): number | null => {
  const visit = visits[rank]
  if (!visit) return null
  const earlier = visits.slice(0, rank).map(({ until }) => until)
  const end = Math.max(Number.NEGATIVE_INFINITY, ...earlier)
  if (visit.from - end > NIGHT) return null
  return Math.round((visit.from - visit.roadMs - end) / MINUTE)
}
