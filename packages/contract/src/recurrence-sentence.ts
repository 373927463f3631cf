// A recurrence as people say it, in both languages.
import { dateOfDay, dayNumber } from './civil-days.ts'
import type { LocalDate } from './kernel.ts'
import { isWholeYear, type Recurrence, type Rhythm, type Season } from './recurrence.ts'

type Language = 'fr' | 'en'

const weekdays = {
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const
const nths = {
  fr: { 1: 'premier', 2: 'deuxième', 3: 'troisième', 4: 'quatrième', [-1]: 'dernier' },
  en: { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', [-1]: 'last' },
} as const

const formats = new Map<string, Intl.DateTimeFormat>()
const format = (language: Language, long: boolean): Intl.DateTimeFormat => {
  const key = `${language}${long}`
  const made =
    formats.get(key) ??
    new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
      day: 'numeric',
      month: 'long',
      ...(long ? { year: 'numeric' } : {}),
      timeZone: 'UTC',
    })
  formats.set(key, made)
  return made
}

const fullDate = (language: Language, date: LocalDate): string =>
  format(language, true).format(new Date(`${date}T12:00:00Z`))

/** `15 avril`, `15 April`; 29 February is one as well, by a year that has it. */
export const monthDayText = (language: Language, month: number, day: number): string => {
  const date = dateOfDay(dayNumber(2024, month, day))
  const exists = Number(date.slice(5, 7)) === month
  if (!exists) return `${day}/${month}`
  const text = format(language, false).format(new Date(`${date}T12:00:00Z`))
  return language === 'fr' ? text.replace(/^1 /, '1er ') : text
}

const listed = (language: Language, items: readonly string[]): string =>
  new Intl.ListFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { type: 'conjunction' }).format(items)

const WORKDAYS = '1,2,3,4,5'

function weeklyText(
  language: Language,
  { every, weekdays: days }: Extract<Rhythm, { kind: 'weekly' }>,
): string {
  const fr = language === 'fr'
  const sorted = days.toSorted((a, b) => a - b)
  const names = sorted.map((day) => weekdays[language][day - 1] ?? '')
  const workdays = sorted.join() === WORKDAYS
  const daily = sorted.length === 7
  if (every === 1 && daily) return fr ? 'tous les jours' : 'every day'
  if (every === 1 && workdays)
    return fr ? 'du lundi au vendredi' : 'every weekday, Monday to Friday'
  const which = workdays
    ? fr
      ? 'du lundi au vendredi'
      : 'Monday to Friday'
    : daily
      ? fr
        ? 'tous les jours'
        : 'every day'
      : fr
        ? `le ${listed(language, names)}`
        : `on ${listed(language, names)}`
  if (every === 1) return fr ? `chaque semaine ${which}` : `every week ${which}`
  return fr ? `toutes les ${every} semaines ${which}` : `every ${every} weeks ${which}`
}

const monthsText = (language: Language, every: number): string => {
  if (language === 'fr') return every === 1 ? 'de chaque mois' : `tous les ${every} mois`
  return every === 1 ? 'of every month' : `every ${every} months`
}

/** `toutes les 3 semaines le lundi`, without capital. */
export function rhythmText(language: Language, rhythm: Rhythm): string {
  const fr = language === 'fr'
  switch (rhythm.kind) {
    case 'weekly':
      return weeklyText(language, rhythm)
    case 'monthly_weekday': {
      const nth = nths[language][rhythm.nth]
      const day = weekdays[language][rhythm.weekday - 1]
      const months = monthsText(language, rhythm.every)
      return fr ? `le ${nth} ${day} ${months}` : `on the ${nth} ${day} ${months}`
    }
    case 'monthly_day': {
      const months = monthsText(language, rhythm.every)
      return fr
        ? `le ${rhythm.day === 1 ? '1er' : rhythm.day} ${months}`
        : `on day ${rhythm.day} ${months}`
    }
    case 'yearly': {
      const day = monthDayText(language, rhythm.month, rhythm.day)
      return fr ? `chaque année le ${day}` : `every year on ${day}`
    }
    case 'spread':
      if (fr) return rhythm.visits === 1 ? '1 visite' : `${rhythm.visits} visites réparties`
      return rhythm.visits === 1 ? '1 visit' : `${rhythm.visits} visits spread out`
    default:
      return rhythm satisfies never
  }
}

const seasonText = (language: Language, season: Season): string => {
  const text = rhythmText(language, season.rhythm)
  const whole = isWholeYear(season)
  if (whole && season.rhythm.kind === 'spread')
    return `${text} ${language === 'fr' ? 'par an' : 'a year'}`
  const colon = language === 'fr' ? ' : ' : ': '
  if (whole) return season.name ? `${season.name}${colon}${text}` : text
  const at = (monthDay: string) =>
    monthDayText(language, Number(monthDay.slice(0, 2)), Number(monthDay.slice(3)))
  const span =
    language === 'fr'
      ? `du ${at(season.from)} au ${at(season.until)}`
      : `from ${at(season.from)} to ${at(season.until)}`
  return season.name ? `${season.name} (${span})${colon}${text}` : `${span}${colon}${text}`
}

const holidayTexts = {
  fr: {
    keep: 'y compris les jours fériés',
    skip: 'sauf les jours fériés',
    after: 'le jour ouvré suivant si férié',
    before: 'le jour ouvré précédent si férié',
  },
  en: {
    keep: 'public holidays included',
    skip: 'except on public holidays',
    after: 'on the next working day if it is a holiday',
    before: 'on the working day before if it is a holiday',
  },
} as const

/** The whole rule as one sentence for each language: `Toutes les 3 semaines le lundi, de 14:15 à 15:30, …` */
export function recurrenceText(language: Language, rule: Recurrence): string {
  const fr = language === 'fr'
  const parts = [rule.seasons.map((season) => seasonText(language, season)).join(fr ? ' ; ' : '; ')]
  if (rule.time)
    parts.push(
      fr
        ? `de ${rule.time.start} à ${rule.time.end}`
        : `from ${rule.time.start} to ${rule.time.end}`,
    )
  if (rule.toleranceDays) {
    const many = rule.toleranceDays > 1
    parts.push(
      fr
        ? `à ${rule.toleranceDays} jour${many ? 's' : ''} près`
        : `give or take ${rule.toleranceDays} day${many ? 's' : ''}`,
    )
  }
  parts.push(holidayTexts[language][rule.holidays])
  const start = fullDate(language, rule.startsOn)
  parts.push(
    fr
      ? `à partir du ${start}${rule.until ? ` et jusqu’au ${fullDate(language, rule.until)}` : ', sans date de fin'}`
      : `from ${start}${rule.until ? ` until ${fullDate(language, rule.until)}` : ' on, without end'}`,
  )
  const whole = `${parts.join(', ')}.`
  return whole.charAt(0).toLocaleUpperCase() + whole.slice(1)
}
