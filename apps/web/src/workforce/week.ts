// The ordinary week as people look at it.
import type { LocalTime } from '@regie/contract/kernel'
import type { WeeklyShift } from '@regie/contract/workforce'
import { addDays, dateText } from '../lib/time.ts'
import type { Language } from '../lib/words.ts'

const DAY = 1440
const MONDAY = '2024-01-01'

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** « lundi », “Monday”. */
export const weekdayName = (language: Language, weekday: number): string =>
  dateText(language, addDays(MONDAY, weekday - 1), 'long').split(/[\s,]/)[0] ?? ''

export const minuteOf = (time: LocalTime): number =>
  Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** True where the shift ends on the day after. */
export const isOvernight = ({ start, end }: Pick<WeeklyShift, 'start' | 'end'>): boolean =>
  minuteOf(end) < minuteOf(start)

export const shiftMinutes = ({ start, end }: Pick<WeeklyShift, 'start' | 'end'>): number =>
  (minuteOf(end) - minuteOf(start) + DAY) % DAY

/** The parts of the shifts that one day shows, as minutes of that day: also what is left of the night before. */
export const spansOn = (
  shifts: readonly WeeklyShift[],
  weekday: number,
): { readonly from: number; readonly until: number }[] => {
  const before = weekday === 1 ? 7 : weekday - 1
  return shifts.flatMap((shift) => {
    const from = minuteOf(shift.start)
    const until = minuteOf(shift.end)
    if (shift.weekday === weekday) return [{ from, until: isOvernight(shift) ? DAY : until }]
    if (shift.weekday === before && isOvernight(shift) && until > 0) return [{ from: 0, until }]
    return []
  })
}
