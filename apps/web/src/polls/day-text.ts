// Days and hours of polls as people read them. Dates are civil dates: no zone is asked.
import type { DayAnswer, DayHours } from '@regie/contract/availability'
import type { LocalDate } from '@regie/contract/kernel'
import { type Language, localeOf } from '../lib/words.ts'

const formats = {
  short: { weekday: 'short', day: 'numeric', month: 'short' },
  long: { weekday: 'long', day: 'numeric', month: 'long' },
  weekday: { weekday: 'short' },
  day: { day: 'numeric', month: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

export const dayText = (
  language: Language,
  date: LocalDate,
  style: keyof typeof formats = 'short',
): string =>
  new Intl.DateTimeFormat(localeOf(language), { timeZone: 'UTC', ...formats[style] }).format(
    new Date(`${date}T12:00:00Z`),
  )

export const isWholeDay = ({ from, until }: DayHours): boolean => from === '00:00' && until === from

export const hoursText = ({ from, until }: DayHours): string => `${from} – ${until}`

type SaidWords = {
  readonly said: Readonly<Record<DayAnswer['state'], string>>
  readonly whys: Readonly<Record<NonNullable<DayAnswer['why']>, string>>
}

/** `Disponible 14:00 – 18:00` */
export const answerText = (
  { said, whys }: SaidWords,
  { state, hours, why, note }: Pick<DayAnswer, 'state' | 'hours' | 'why' | 'note'>,
): string => {
  const more = [hours ? hoursText(hours) : '', why ? whys[why] : '', note].filter(Boolean)
  return more.length > 0 ? `${said[state]} · ${more.join(' · ')}` : said[state]
}
