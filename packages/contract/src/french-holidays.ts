// Public holidays of France (Code du travail L3133-1), with the two more of Alsace and Moselle (L3134-13).
import { dayNumber } from './civil-days.ts'

/** Whether the two holidays of Alsace and Moselle count as well: at sites there, everywhere, or nowhere. */
export const alsatianDepartments: readonly string[] = ['57', '67', '68']

/** Easter Sunday as a number of days: Meeus, Jones and Butcher's Gregorian computus. */
export function easterDay(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  return dayNumber(year, month, ((h + l - 7 * m + 114) % 31) + 1)
}

const fixed: readonly (readonly [month: number, day: number])[] = [
  [1, 1],
  [5, 1],
  [5, 8],
  [7, 14],
  [8, 15],
  [11, 1],
  [11, 11],
  [12, 25],
]
const known = new Map<string, ReadonlySet<number>>()

/** Holidays of one year as numbers of days; remembered. */
export function frenchHolidays(year: number, alsatian: boolean): ReadonlySet<number> {
  const key = `${year}${alsatian ? ' A' : ''}`
  const before = known.get(key)
  if (before) return before
  const easter = easterDay(year)
  const days = new Set([easter + 1, easter + 39, easter + 50])
  for (const [month, day] of fixed) days.add(dayNumber(year, month, day))
  if (alsatian) {
    days.add(easter - 2)
    days.add(dayNumber(year, 12, 26))
  }
  known.set(key, days)
  return days
}
