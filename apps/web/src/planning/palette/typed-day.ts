// A day as planners type it: « demain », « lundi », « 12 mars », 12/03, 2026-03-12.
import { plain } from '@regie/contract/board-filters'
import type { LocalDate } from '@regie/contract/kernel'
import { addDays } from '../../lib/time.ts'
import type { Language } from '../../lib/words.ts'

const near = {
  fr: { "aujourd'hui": 0, demain: 1, 'apres-demain': 2, hier: -1 },
  en: { today: 0, tomorrow: 1, yesterday: -1 },
} as const

/** 2024-01-01 was a Monday. */
const namesOf = (language: Language, part: 'weekday' | 'month'): readonly string[] => {
  const format = new Intl.DateTimeFormat(language, { [part]: 'long', timeZone: 'UTC' })
  return Array.from({ length: part === 'month' ? 12 : 7 }, (_, rank) =>
    plain(format.format(part === 'month' ? Date.UTC(2024, rank, 15) : Date.UTC(2024, 0, 1 + rank))),
  )
}

const real = (year: number, month: number, day: number): LocalDate | null => {
  const at = new Date(Date.UTC(year, month - 1, day))
  const isReal = at.getUTCMonth() === month - 1 && at.getUTCDate() === day
  return isReal && year >= 2000 && year < 2100 ? at.toISOString().slice(0, 10) : null
}

const yearOf = (text: string | undefined): number | null =>
  text === undefined ? null : text.length === 2 ? 2000 + Number(text) : Number(text)

/** Without a year: the one that makes it nearest to today. */
const nearest = (year: number | null, month: number, day: number, today: LocalDate) => {
  if (year !== null) return real(year, month, day)
  const own = Number(today.slice(0, 4))
  const distance = (date: LocalDate) => Math.abs(Date.parse(date) - Date.parse(today))
  return (
    [own, own + 1, own - 1]
      .flatMap((one) => real(one, month, day) ?? [])
      .sort((a, b) => distance(a) - distance(b))[0] ?? null
  )
}

const begins = (names: readonly string[], word: string): number =>
  word.length < 3 ? -1 : names.findIndex((name) => name.startsWith(word))

const dayName = (word: string, language: Language, today: LocalDate): LocalDate | null => {
  const rank = begins(namesOf(language, 'weekday'), word)
  if (rank < 0) return null
  const now = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7
  // The next one: whoever means today says so.
  return addDays(today, (rank - now + 7) % 7 || 7)
}

/** `12/03`, `12.03.26`: the day comes first in both languages, as in the rest of the program. */
const inNumbers = (text: string, today: LocalDate): LocalDate | null => {
  const whole = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (whole) return real(Number(whole[1]), Number(whole[2]), Number(whole[3]))
  const parts = /^(\d{1,2})[/. ](\d{1,2})(?:[/. ](\d{4}|\d{2}))?$/.exec(text)
  return parts && nearest(yearOf(parts[3]), Number(parts[2]), Number(parts[1]), today)
}

/** `12 mars`, `March 12`, `jeu. 12 mars 2026`. */
const inWords = (text: string, language: Language, today: LocalDate): LocalDate | null => {
  const words = text.split(/[\s,.]+/).filter(Boolean)
  const months = namesOf(language, 'month')
  const month = words.map((word) => begins(months, word)).find((rank) => rank >= 0)
  const day = words.map((word) => /^(\d{1,2})(?:er|st|nd|rd|th)?$/.exec(word)?.[1]).find(Boolean)
  const year = words.find((word) => /^\d{4}$/.test(word))
  if (month === undefined || day === undefined) return null
  return nearest(yearOf(year), month + 1, Number(day), today)
}

/** Null when no day is meant. */
export const typedDay = (typed: string, language: Language, today: LocalDate): LocalDate | null => {
  const text = plain(typed.trim()).replaceAll('’', "'")
  if (text.length < 3) return null
  const days = near[language] as Readonly<Record<string, number>>
  const name = Object.keys(days).find((one) => one.startsWith(text))
  if (name !== undefined) return addDays(today, days[name] ?? 0)
  return inNumbers(text, today) ?? inWords(text, language, today) ?? dayName(text, language, today)
}
