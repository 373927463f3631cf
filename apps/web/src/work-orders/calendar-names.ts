// Names of days and months in the language in force.
import { type Language, localeOf } from '../lib/words.ts'

const named = (language: Language, options: Intl.DateTimeFormatOptions, dates: readonly Date[]) => {
  const format = new Intl.DateTimeFormat(localeOf(language), { ...options, timeZone: 'UTC' })
  return dates.map((date) => format.format(date))
}

/** Monday first. 5 January 2026 was one. */
export const weekdayNames = (language: Language): string[] =>
  named(
    language,
    { weekday: 'long' },
    Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2026, 0, 5 + day, 12))),
  )

export const monthNames = (language: Language): string[] =>
  named(
    language,
    { month: 'long' },
    Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month, 15, 12))),
  )
