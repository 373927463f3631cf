// Numbers, dates and durations as the reader writes them, in the zone of the place.
import type { ReportContent } from '@regie/contract/report-content'

const locale = (language: ReportContent['language']): string =>
  language === 'fr' ? 'fr-FR' : 'en-GB'

export function sayer({ language, timeZone }: Pick<ReportContent, 'language' | 'timeZone'>) {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale(language), { timeZone, ...options })
  const day = format({ dateStyle: 'long' })
  const short = format({ day: '2-digit', month: '2-digit', year: '2-digit' })
  const time = format({ hour: '2-digit', minute: '2-digit' })
  const moment = format({ dateStyle: 'short', timeStyle: 'medium' })
  const number = new Intl.NumberFormat(locale(language), { maximumFractionDigits: 3 })
  const money = new Intl.NumberFormat(locale(language), { style: 'currency', currency: 'EUR' })
  const at = (format: Intl.DateTimeFormat) => (instant: string) => format.format(new Date(instant))
  return {
    day: at(day),
    short: at(short),
    time: at(time),
    moment: at(moment),
    number: (value: number) => number.format(value),
    money: (cents: number) => money.format(cents / 100),
    duration: (seconds: number) => {
      const minutes = Math.round(seconds / 60)
      return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')}`
    },
  }
}
export type Sayer = ReturnType<typeof sayer>
