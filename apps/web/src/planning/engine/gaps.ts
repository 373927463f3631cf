// What lies between the visits of a row: the time kept free after each, the breaks of the day, the meal.
import type { RowLanes } from './lanes.ts'
import { type BoardBar, type BoardRow, HOUR, MINUTE, overlaps, type Span } from './model.ts'

/** What the organisation keeps to between visits, in milliseconds. */
export type Pace = {
  readonly bufferMs: number
  readonly breaks: readonly { readonly afterMs: number; readonly breakMs: number }[]
}

/** `tight`: less time is left than should be. `meal`: between two shifts of one day. */
export type Gap = Span & {
  readonly kind: 'buffer' | 'tight' | 'break' | 'meal'
  readonly lane: number
}

/** More time than this between two visits is a night. */
const NIGHT = 6 * HOUR
const LONGEST_MEAL = 3 * HOUR
/** Longer than this from end to end, two shifts are two days, and what lies between is no meal. */
const LONGEST_DAY = 14 * HOUR

type Stop = {
  readonly bar: BoardBar
  readonly lane: number
  /** Service and the road to it. */
  readonly load: number
  /** Free time before the road to it; null at the first of a tour, or when it begins before the other ends. */
  readonly idle: Span | null
}

const roadMs = (bar: BoardBar): number => (bar.travelMinutes ?? 0) * MINUTE

const toursOf = ({ bars, lanes }: RowLanes): Stop[][] => {
  const tours: Stop[][] = []
  let end = Number.NEGATIVE_INFINITY
  bars.forEach((bar, rank) => {
    const isFirst = bar.from - end > NIGHT
    const leaves = bar.from - roadMs(bar)
    const idle = !isFirst && leaves >= end ? { from: end, until: leaves } : null
    const stop = {
      bar,
      lane: lanes[rank] ?? 0,
      load: roadMs(bar) + bar.until - bar.from,
      idle,
    }
    if (isFirst) tours.push([stop])
    else tours.at(-1)?.push(stop)
    end = Math.max(end, bar.until)
  })
  return tours
}

/** Ranks of the stops before which a break that the work of the day asks for lies: of several gaps the last. */
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
export const mealsOf = (row: BoardRow): readonly Span[] =>
  row.work.flatMap((span, rank) => {
    const next = row.work[rank + 1]
    if (!next || next.from <= span.until || next.from - span.until > LONGEST_MEAL) return []
    if (next.until - span.from > LONGEST_DAY) return []
    const meal = { from: span.until, until: next.from }
    return row.absences.some((absence) => overlaps(absence, meal)) ? [] : [meal]
  })

const gapsOfTour = (tour: readonly Stop[], meals: readonly Span[], pace: Pace): Gap[] => {
  const breaks = new Map<number, number>()
  for (const step of pace.breaks)
    for (const rank of breaksIn(tour, step))
      breaks.set(rank, Math.max(breaks.get(rank) ?? 0, step.breakMs))
  return tour.flatMap(({ idle, lane }, rank): Gap[] => {
    if (!idle) return []
    const free = idle.until - idle.from
    const buffer = Math.min(pace.bufferMs, free)
    const isMeal = meals.some((meal) => overlaps(meal, idle))
    const wanted = isMeal ? 0 : (breaks.get(rank) ?? 0)
    const gaps: Gap[] = []
    if (buffer > 0 && free >= buffer + wanted) {
      const kind = free < pace.bufferMs ? 'tight' : 'buffer'
      gaps.push({ kind, lane, from: idle.from, until: idle.from + buffer })
    }
    if (wanted > 0) {
      const from = idle.from + Math.max(0, Math.min(pace.bufferMs, free - wanted))
      gaps.push({ kind: 'break', lane, from, until: from + wanted })
    }
    return gaps
  })
}

type Known = { readonly row: BoardRow; readonly pace: Pace; readonly gaps: readonly Gap[] }
const known = new WeakMap<RowLanes, Known>()

/** Everything between the visits of a technician's row; the same lanes, row and pace give the very same list. */
export const gapsOf = (lanes: RowLanes, row: BoardRow, pace: Pace): readonly Gap[] => {
  const before = known.get(lanes)
  if (before?.row === row && before.pace === pace) return before.gaps
  const meals = mealsOf(row)
  const gaps = [
    ...meals.map((meal): Gap => ({ ...meal, kind: 'meal', lane: 0 })),
    ...toursOf(lanes).flatMap((tour) => gapsOfTour(tour, meals, pace)),
  ]
  // A row without visits shares its lanes with all others: nothing is kept for it.
  if (lanes.bars.length > 0) known.set(lanes, { row, pace, gaps })
  return gaps
}

/** Free minutes before the road to a visit; null for the first of a tour. */
export const slackBefore = (bars: readonly BoardBar[], barId: string): number | null => {
  const at = bars.findIndex(({ id }) => id === barId)
  const bar = bars[at]
  if (!bar) return null
  const earlier = bars.slice(0, at).map(({ until }) => until)
  const end = Math.max(Number.NEGATIVE_INFINITY, ...earlier)
  if (bar.from - end > NIGHT) return null
  return Math.round((bar.from - roadMs(bar) - end) / MINUTE)
}
