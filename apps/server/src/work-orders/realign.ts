// What becomes of the visits of a series when its rule changes: exceptions stay, the others follow. Pure.
import { dayOf } from '@regie/contract/civil-days'
import type { LocalDate } from '@regie/contract/kernel'
import type { Occurrence } from '@regie/contract/occurrences'

/** `fixed`: an exception, or somebody is on it already: it stays as it is. */
export type Standing = { readonly occursOn: LocalDate; readonly fixed: boolean }

export type Realigned = {
  /** Day by the old rule → the visit's day by the new one, for every visit that goes on. */
  readonly stays: readonly {
    readonly occursOn: LocalDate
    readonly to: Occurrence
    readonly fixed: boolean
  }[]
  /** Fixed ones that no day of the new rule is near to: they keep their day by the old one. */
  readonly apart: readonly LocalDate[]
  readonly removed: readonly LocalDate[]
  readonly made: readonly Occurrence[]
}

/** Half the way to the next day of the rule: nearer than that, an exception stands for this day and no other. */
function reachOf(dates: readonly Occurrence[]): number {
  const gaps = dates.slice(1).map(({ on }, index) => dayOf(on) - dayOf(dates[index]?.on ?? on))
  const sorted = gaps.toSorted((a, b) => a - b)
  return Math.floor((sorted[Math.floor(sorted.length / 2)] ?? 30) / 2)
}

/** The free date nearest to a day, at most `reach` away. `dates` and `days` are in order, side by side. */
function nearest(
  day: number,
  {
    dates,
    days,
    free,
  }: { dates: readonly Occurrence[]; days: readonly number[]; free: Set<LocalDate> },
  reach: number,
): Occurrence | undefined {
  let best: Occurrence | undefined
  let least = reach + 1
  for (const [index, candidate] of days.entries()) {
    const away = Math.abs(candidate - day)
    const date = dates[index]
    if (date && away < least && free.has(date.on)) {
      best = date
      least = away
    }
  }
  return best
}

/**
 * Each fixed visit takes the new date that is nearest, so that a skipped week stays skipped and a moved visit does
 * not come twice; then every other visit whose day is still a date keeps it, the rest move to the dates left, in order.
 * Visits too many are removed, dates too many are to be made.
 */
export function realign(standing: readonly Standing[], dates: readonly Occurrence[]): Realigned {
  const free = new Set(dates.map(({ on }) => on))
  const byDate = new Map(dates.map((date) => [date.on, date]))
  const days = dates.map(({ on }) => dayOf(on))
  const reach = reachOf(dates)
  const stays: Realigned['stays'][number][] = []
  const apart: LocalDate[] = []
  const take = ({ occursOn, fixed }: Standing, to: Occurrence) => {
    free.delete(to.on)
    stays.push({ occursOn, to, fixed })
  }
  const fixed = standing.filter((one) => one.fixed)
  const others = standing.filter((one) => !one.fixed)
  // Those whose very day is still a date go first, so that a neighbour does not take it from them.
  const [same, elsewhere] = [true, false].map((is) =>
    fixed.filter(({ occursOn }) => byDate.has(occursOn) === is),
  ) as [Standing[], Standing[]]
  for (const one of same) take(one, byDate.get(one.occursOn) as Occurrence)
  for (const one of elsewhere) {
    const to = nearest(dayOf(one.occursOn), { dates, days, free }, reach)
    if (to) take(one, to)
    else apart.push(one.occursOn)
  }
  const homeless = others.filter((one) => {
    const to = free.has(one.occursOn) ? byDate.get(one.occursOn) : undefined
    if (to) take(one, to)
    return !to
  })
  const left = dates.filter(({ on }) => free.has(on))
  for (const [index, one] of homeless.slice(0, left.length).entries())
    take(one, left[index] as Occurrence)
  return {
    stays,
    apart,
    removed: homeless.slice(left.length).map(({ occursOn }) => occursOn),
    made: left.slice(homeless.length),
  }
}
