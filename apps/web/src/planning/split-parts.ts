// A visit over several days: equal parts, each day from the same hour, on days that are worked.
import type { Bar } from '@regie/contract/planning'
import { addDays, type Clock } from '../lib/time.ts'
import type { Target } from './engine/drag.ts'
import { MINUTE } from './engine/model.ts'

type Wanted = {
  readonly bar: Pick<Bar, 'technicianId' | 'startsAt'>
  readonly days: number
  /** `HH:MM` */
  readonly start: string
  readonly minutes: number
  /** Days on which the technician is known to work; beyond those shown, weekdays are taken for such. */
  readonly workDates: ReadonlySet<string>
  readonly clock: Pick<Clock, 'dateOf' | 'instantOf'>
}

const STEP = 5
const MOST_LOOKED = 60

const isWeekday = (date: string): boolean =>
  ![0, 6].includes(new Date(`${date}T12:00Z`).getUTCDay())

/** Lengths in steps of five minutes that add up to the whole, the longer ones first. */
export const lengthsOf = (minutes: number, days: number): number[] => {
  const least = Math.floor(minutes / days / STEP) * STEP
  const lengths = Array.from({ length: days }, () => least)
  let left = minutes - least * days
  for (let rank = 0; left > 0; rank = (rank + 1) % days) {
    const more = Math.min(STEP, left)
    lengths[rank] = (lengths[rank] ?? 0) + more
    left -= more
  }
  return lengths.filter((length) => length > 0)
}

export const partsOf = ({ bar, days, start, minutes, workDates, clock }: Wanted): Target[] => {
  const first = clock.dateOf(bar.startsAt)
  const lastKnown = [...workDates].sort().at(-1) ?? ''
  const dates = [first]
  for (let ahead = 1; dates.length < days && ahead < MOST_LOOKED; ahead++) {
    const date = addDays(first, ahead)
    if (workDates.has(date) || (date > lastKnown && isWeekday(date))) dates.push(date)
  }
  return lengthsOf(minutes, days).flatMap((length, rank) => {
    const date = dates[rank]
    if (!date) return []
    const from = Date.parse(clock.instantOf(date, start))
    return [{ rowId: bar.technicianId, from, until: from + length * MINUTE }]
  })
}
