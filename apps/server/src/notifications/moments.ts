// Days and hours as messages say them.
import type { Instant, LocalDate } from '@regie/contract/kernel'
import type { Language } from '@regie/contract/roles'
import { Temporal } from 'temporal-polyfill'

export type Moments = { day(at: Instant): string; time(at: Instant): string }

export function momentsOf(language: Language, timeZone: string): Moments {
  const day = new Intl.DateTimeFormat(language, {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  })
  const time = new Intl.DateTimeFormat(language, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  })
  return {
    day: (at: Instant) => day.format(Date.parse(at)),
    time: (at: Instant) => time.format(Date.parse(at)),
  }
}

/** The civil date of a moment there. */
export const localDay = (at: Instant, timeZone: string): LocalDate =>
  Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate().toString()

/** A civil date in full, `10 janvier 2027`. */
export const sayDate = (date: LocalDate, language: Language): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(Date.parse(date))
