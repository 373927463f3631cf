// Cells as people write them, read into values. What does not fit says what would have.

import type { Bilingual } from '@regie/contract/integrations'
import type { LocalDate, LocalTime } from '@regie/contract/kernel'
import { toE164 } from '@regie/contract/phone'

export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly expected: Bilingual }
export type Reader<T> = (cell: string) => Reading<T>

const good = <T>(value: T): Reading<T> => ({ ok: true, value })
const bad = (fr: string, en: string): Reading<never> => ({ ok: false, expected: { fr, en } })

/** Lower case, no accents, single spaces: what headers and words are compared by. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[\s_\-./'’°º#:()*]+/g, ' ')
    .trim()

export const anyText =
  (max: number): Reader<string> =>
  (cell) => {
    if (cell.includes('\uFFFD'))
      return bad(
        'un texte lisible : choisissez un autre encodage',
        'readable text: choose another encoding',
      )
    return cell.length <= max
      ? good(cell)
      : bad(`au plus ${max} caractères`, `at most ${max} characters`)
  }

/** `48,86`, `48.86`, `1 234,5`, `1.234,5`; null for anything else. */
function parseNumber(cell: string): number | null {
  const bare = cell.replace(/[\s\u00A0\u202F']/g, '')
  if (!/^[+-]?[\d.,]+$/.test(bare) || !/\d/.test(bare)) return null
  const decimal = Math.max(bare.lastIndexOf(','), bare.lastIndexOf('.'))
  const groups = decimal < 0 ? bare : bare.slice(0, decimal).replace(/[.,]/g, '')
  if (bare.includes(',') && bare.includes('.'))
    return Number(`${groups}.${bare.slice(decimal + 1)}`)
  if ((bare.match(/[.,]/g)?.length ?? 0) > 1) return null
  return Number(bare.replace(',', '.'))
}

export const numberBetween =
  (min: number, max: number): Reader<number> =>
  (cell) => {
    const value = parseNumber(cell)
    return value !== null && value >= min && value <= max
      ? good(value)
      : bad(`un nombre de ${min} à ${max}`, `a number from ${min} to ${max}`)
  }

export const wholeBetween =
  (min: number, max: number): Reader<number> =>
  (cell) => {
    const value = parseNumber(cell)
    return value !== null && Number.isInteger(value) && value >= min && value <= max
      ? good(value)
      : bad(`un nombre entier de ${min} à ${max}`, `a whole number from ${min} to ${max}`)
  }

const degrees =
  (limit: number, fr: string, en: string, example: string): Reader<number> =>
  (cell) => {
    const value = parseNumber(cell.replace(/°|\s*[NEne]$/g, ''))
    return value !== null && Math.abs(value) <= limit
      ? good(value)
      : bad(
          `une ${fr} de −${limit} à ${limit}, p. ex. ${example.replace('.', ',')}`,
          `a ${en} from −${limit} to ${limit}, e.g. ${example}`,
        )
  }

export const latitude = degrees(90, 'latitude', 'latitude', '48.8566')
export const longitude = degrees(180, 'longitude', 'longitude', '2.3522')

const noDate = bad(
  'une date qui existe, p. ex. 21/11/2026 ou 2026-11-21',
  'a date that exists, e.g. 21/11/2026 or 2026-11-21',
)
const pad = (value: string): string => value.padStart(2, '0')

/** Day first, as the French write it, or year first (ISO 8601). Never month first. */
export const date: Reader<LocalDate> = (cell) => {
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(cell)
  const iso = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?:[T ]00:00(:00(\.0+)?)?Z?)?$/.exec(cell)
  const [year, month, day] = french
    ? [french[3] ?? '', french[2] ?? '', french[1] ?? '']
    : [iso?.[1] ?? '', iso?.[2] ?? '', iso?.[3] ?? '']
  if (!year) return noDate
  const text = `${year.length === 2 ? `20${year}` : year}-${pad(month)}-${pad(day)}`
  const instant = new Date(`${text}T00:00:00Z`)
  const exists = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text)
  return exists ? good(text) : noDate
}

const noTime = bad('une heure, p. ex. 08:30 ou 8h30', 'a time, e.g. 08:30')

export const time: Reader<LocalTime> = (cell) => {
  const parts = /^(\d{1,2})\s*(?:[:hH.]\s*(\d{2})?)?(?::00)?$/.exec(cell)
  const text = parts && `${pad(parts[1] ?? '')}:${pad(parts[2] ?? '0')}`
  return text && /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? good(text) : noTime
}

export type LocalDateTime = { readonly date: LocalDate; readonly time: LocalTime | null }

/** A date alone or with a time behind it: `21/11/2026 8h30`, `2026-11-21T08:30`. */
export const dateTime: Reader<LocalDateTime> = (cell) => {
  const alone = date(cell)
  if (alone.ok) return good({ date: alone.value, time: null })
  const [, day = '', hour = ''] = /^(\S+?)(?:T|\s+(?:à\s+)?)(\S.*)$/.exec(cell) ?? []
  const readDay = date(day)
  const readHour = time(hour.replace(/^(\d{1,2}:\d{2}):\d{2}(\.\d+)?$/, '$1'))
  if (!readDay.ok || !readHour.ok)
    return bad(
      'une date et une heure qui existent, p. ex. 21/11/2026 08:30',
      'a date and a time that exist, e.g. 21/11/2026 08:30',
    )
  return good({ date: readDay.value, time: readHour.value })
}

const DAY_MINUTES = 1_440

function parseMinutes(cell: string): number | null {
  const text = cell.toLowerCase().replace(/\s+/g, '')
  const clock = /^(\d+)(?:h|:)(\d{1,2})?(?::00|min|mn|m)?$/.exec(text)
  if (clock) return Number(clock[1]) * 60 + Number(clock[2] ?? 0)
  const iso = /^pt(?:(\d+)h)?(?:(\d+)m)?$/.exec(text)
  if (iso && (iso[1] || iso[2])) return Number(iso[1] ?? 0) * 60 + Number(iso[2] ?? 0)
  const hours = /^([\d.,]+)(?:heures?|hours?|hrs?|h)$/.exec(text)
  if (hours) return round(parseNumber(hours[1] ?? ''), 60)
  const minutes = /^([\d.,]+)(?:minutes?|min|mn|m|')?$/.exec(text)
  return minutes ? round(parseNumber(minutes[1] ?? ''), 1) : null
}

const round = (value: number | null, factor: number): number | null =>
  value === null ? null : Math.round(value * factor)

/** Minutes: `90`, `90 min`, `1h30`, `1:30`, `1,5 h`. A duration of 0 books nobody's time. */
export const duration: Reader<number> = (cell) => {
  const minutes = parseMinutes(cell)
  return minutes !== null && minutes > 0 && minutes <= DAY_MINUTES
    ? good(minutes)
    : bad(
        'une durée de plus de 0 et de 24 h au plus, p. ex. 90, 1h30 ou 1,5 h',
        'a duration above 0 and up to 24 h, e.g. 90, 1:30 or 1.5 h',
      )
}

export const email: Reader<string> = (cell) =>
  /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(cell) && cell.length <= 254
    ? good(cell.toLowerCase())
    : bad(
        'une adresse électronique, p. ex. nom@exemple.fr',
        'an e-mail address, e.g. name@example.com',
      )

/** Spreadsheets drop the zero a French number begins with. */
export const phone: Reader<string> = (cell) => {
  const number = toE164(cell) ?? toE164(/^[1-9]\d{8}$/.test(cell) ? `0${cell}` : '')
  return number === undefined
    ? bad(
        'un numéro de téléphone, p. ex. 06 12 34 56 78',
        'a telephone number, e.g. 06 12 34 56 78 or +44 20 7946 0958',
      )
    : good(number)
}

/** Digits with spaces; a spreadsheet's `7,32829E+13` has lost digits and is refused. */
export const siret: Reader<string> = (cell) => {
  const digits = cell.replace(/[\s.\u00A0]/g, '')
  return /^\d{14}$/.test(digits)
    ? good(digits)
    : bad(
        'les 14 chiffres du SIRET (colonne au format texte)',
        'the 14 digits of the SIRET (column formatted as text)',
      )
}

/** One of a few words; `words` maps what people write to the value. */
export const oneOf = <T extends string>(
  words: Readonly<Record<T, readonly string[]>>,
): Reader<T> => {
  const known = new Map<string, T>()
  for (const [value, synonyms] of Object.entries(words) as [T, readonly string[]][])
    for (const word of [value, ...synonyms]) known.set(fold(word), value)
  const french = (Object.values(words) as (readonly string[])[]).map(([first]) => first).join(', ')
  const english = Object.keys(words).join(', ').replaceAll('_', '-')
  return (cell) => {
    const value = known.get(fold(cell))
    return value === undefined ? bad(`l'un de : ${french}`, `one of: ${english}`) : good(value)
  }
}

/** `2`, `niveau 2`, … behind a name: « Piscine:3 ; Électricité (2) ». */
export type Levelled = { readonly name: string; readonly level: number | null }

/** Names in one cell, cut at `,` `;` `|` or a new line. */
export const names = (cell: string): string[] =>
  cell
    .split(/[,;|\n]/)
    .map((part) => part.trim())
    .filter(Boolean)

export const levelled = (part: string): Levelled => {
  const found = /^(.*?)\s*(?:[:=]|\(\s*(?:n(?:iv(?:eau)?|\.)?\s*)?)\s*(\d{1,2})\s*\)?$/i.exec(part)
  return found?.[1]
    ? { name: found[1].trim(), level: Number(found[2]) }
    : { name: part, level: null }
}

export type TimeRange = { readonly from: LocalTime; readonly until: LocalTime }

const minutesOf = (value: LocalTime): number =>
  Number(value.slice(0, 2)) * 60 + Number(value.slice(3))

const overlap = (a: TimeRange, b: TimeRange): boolean =>
  minutesOf(a.from) < lastMinute(b) && minutesOf(b.from) < lastMinute(a)

/** A range that ends before it starts runs past midnight. */
const lastMinute = ({ from, until }: TimeRange): number =>
  minutesOf(until) + (until < from ? DAY_MINUTES : 0)

/** `08:00-12:00 13:00-17:00`, `8h-12h / 13h-17h`, `20h-2h`: ranges of one day that do not overlap. */
export const timeRanges: Reader<TimeRange[]> = (cell) => {
  if (/^(-|repos|off|libre|x|non|no|0)$/i.test(cell)) return good([])
  const parts = cell
    .replace(/\s*(?:-|–|—|à|to)\s*/gi, '-')
    .split(/[\s,;/|+]+|\bet\b/)
    .filter(Boolean)
  const ranges: TimeRange[] = []
  for (const part of parts) {
    const [from, until, ...rest] = part.split('-').map((one) => time(one))
    if (!from?.ok || !until?.ok || rest.length || from.value === until.value)
      return bad(
        'des horaires, p. ex. 08:00-12:00 13:00-17:00',
        'working hours, e.g. 08:00-12:00 13:00-17:00',
      )
    ranges.push({ from: from.value, until: until.value })
  }
  ranges.sort((a, b) => a.from.localeCompare(b.from))
  const clash = ranges.some((range, index) =>
    ranges.slice(index + 1).some((other) => overlap(range, other)),
  )
  return clash
    ? bad('des horaires qui ne se chevauchent pas', 'working hours that do not overlap')
    : good(ranges)
}
