// Civil dates as numbers of days, for arithmetic on thousands of them: no zone, no clock, no Date.
import type { LocalDate } from './kernel.ts'

/** Days since 1970-01-01 of a civil date (Howard Hinnant, chrono-Compatible Low-Level Date Algorithms). */
export function dayNumber(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** Year, month 1..12 and day of a number of days: the way back. */
export function civilOf(days: number): { year: number; month: number; day: number } {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const part = Math.floor((5 * dayOfYear + 2) / 153)
  const month = part < 10 ? part + 3 : part - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * part + 2) / 5) + 1,
  }
}

/** Days since 1970-01-01 of `YYYY-MM-DD`. */
export const dayOf = (date: LocalDate): number =>
  dayNumber(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)))

const two = (value: number): string => (value < 10 ? `0${value}` : String(value))

/** `YYYY-MM-DD` of a number of days. */
export const dateOfDay = (days: number): LocalDate => {
  const { year, month, day } = civilOf(days)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

/** ISO weekday, 1 is Monday: 1970-01-01 was a Thursday. */
export const weekdayOf = (days: number): number => ((((days + 3) % 7) + 7) % 7) + 1

export const daysAfter = (date: LocalDate, days: number): LocalDate => dateOfDay(dayOf(date) + days)

/** The Monday of a date's week. */
export const mondayOf = (date: LocalDate): LocalDate => daysAfter(date, 1 - weekdayOf(dayOf(date)))

/** 28 to 31. */
export const daysInMonth = (year: number, month: number): number =>
  month === 12 ? 31 : dayNumber(year, month + 1, 1) - dayNumber(year, month, 1)
