// Hours as the client lives them: in the zone of the company that comes, in the client's language.
import type { Language } from '../lib/words.ts'

export const momentsIn = (language: Language, timeZone: string) => {
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB'
  const make = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone, ...options })
    return (at: string) => format.format(Date.parse(at))
  }
  const day = make({ weekday: 'long', day: 'numeric', month: 'long' })
  const time = make({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return {
    day,
    time,
    dated: make({ day: 'numeric', month: 'long', year: 'numeric' }),
    moment: (at: string) => `${day(at)}, ${time(at)}`,
  }
}
