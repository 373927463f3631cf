// Days and hours as messages say them.
import type { Instant } from '@regie/contract/kernel'
import type { Language } from '@regie/contract/roles'

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
