// When freelances are asked by themselves, and for which dates. Pure.
import type { Instant, LocalDate } from '@regie/contract/kernel'
import type { PollOption, PollSettings } from '@regie/contract/polls'
import { Temporal } from 'temporal-polyfill'

export const shippedSettings: Omit<PollSettings, 'version'> = {
  enabled: false,
  weekday: 4,
  at: '09:00',
  weeks: 2,
  days: [1, 2, 3, 4, 5, 6, 7],
  hours: { from: '08:00', until: '20:00' },
  answerHours: 72,
  remindHours: 24,
}

/** Nobody is asked again within so long. */
export const CALM_MS = 3_600_000

export type WeeklyQuestion = {
  /** The Monday of the week it is asked in: it is asked once in it. */
  readonly weekOf: LocalDate
  readonly from: LocalDate
  readonly until: LocalDate
  readonly options: readonly PollOption[]
  readonly closesAt: Instant
}

/**
 * The question of this week, once its hour has come. A wall-clock hour that a change of clocks skips is the next one
 * there is; one that comes twice is its first coming; a program that slept through it asks when it wakes, in that same
 * week. `since`: when the settings were saved; an hour before that has passed without them.
 */
export function weeklyQuestion(
  settings: Omit<PollSettings, 'version'>,
  { now, timeZone, since }: { now: Instant; timeZone: string; since: Instant },
): WeeklyQuestion | undefined {
  if (!settings.enabled) return undefined
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).toPlainDate()
  const monday = today.subtract({ days: today.dayOfWeek - 1 })
  const asksAt = monday
    .add({ days: settings.weekday - 1 })
    .toZonedDateTime({ timeZone, plainTime: settings.at }).epochMilliseconds
  if (Date.parse(now) < asksAt || asksAt < Date.parse(since)) return undefined
  const first = monday.add({ days: 7 })
  const options = Array.from({ length: settings.weeks * 7 }, (_, index) =>
    first.add({ days: index }),
  )
    .filter(({ dayOfWeek }) => settings.days.includes(dayOfWeek))
    .map((day) => ({ date: day.toString(), hours: settings.hours, peak: null }))
  return {
    weekOf: monday.toString(),
    from: options[0]?.date ?? first.toString(),
    until: options.at(-1)?.date ?? first.toString(),
    options,
    closesAt: new Date(Date.parse(now) + settings.answerHours * 3_600_000).toISOString(),
  }
}

const titles = {
  fr: { one: 'Vos disponibilités', from: 'du', until: 'au' },
  en: { one: 'Your availability', from: 'from', until: 'to' },
} as const

/** `Vos disponibilités du 30 nov. au 13 déc.` */
export function weeklyTitle(
  language: 'fr' | 'en',
  { from, until }: Pick<WeeklyQuestion, 'from' | 'until'>,
): string {
  const words = titles[language]
  // Days before months, as the rest of the product says them.
  const locale = language === 'en' ? 'en-GB' : 'fr'
  const day = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short' })
  const text = (date: LocalDate) => day.format(Date.parse(`${date}T12:00:00Z`))
  return `${words.one} ${words.from} ${text(from)} ${words.until} ${text(until)}`
}
