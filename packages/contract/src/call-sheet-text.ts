// How the lines of a call sheet read: the same on the phone, at the desk, on paper and in the news of a change. Pure.
import type { SheetContent, SheetLineOf, SheetPart } from './call-sheet-content.ts'
import { sheetWords } from './call-sheet-words.ts'
import type { Instant, LocalDate } from './kernel.ts'
import { phoneText } from './phone.ts'
import { departmentNames, phaseKindNames } from './productions.ts'
import type { Language } from './roles.ts'

export type Reader = { readonly language: Language; readonly timeZone: string }

/** One line as it reads. `time` is empty where it has none. */
export type SheetLine = {
  readonly part: SheetPart
  readonly key: string
  readonly time: string
  readonly title: string
  readonly details: readonly string[]
}

/** One day of the timeline; nights stand last. */
export type SheetDay = { readonly date: LocalDate; readonly lines: readonly SheetLine[] }

/** Dates and times as the reader writes them, in the zone of the production. */
export function sheetClock({ language, timeZone }: Reader) {
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB'
  const time = new Intl.DateTimeFormat(locale, {
    ...{ timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  })
  const civil = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone, year: 'numeric', month: '2-digit', day: '2-digit' },
  })
  const long = new Intl.DateTimeFormat(locale, {
    ...{ timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  })
  const short = new Intl.DateTimeFormat(locale, {
    ...{ timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' },
  })
  const moment = new Intl.DateTimeFormat(locale, {
    ...{ timeZone, dateStyle: 'medium', timeStyle: 'short' },
  })
  const noon = (date: LocalDate) => new Date(`${date}T12:00:00Z`)
  const dateOf = (at: Instant): LocalDate => civil.format(new Date(at))
  return {
    dateOf,
    time: (at: Instant) => time.format(new Date(at)),
    range: (from: Instant, until: Instant | null) =>
      until
        ? `${time.format(new Date(from))} – ${time.format(new Date(until))}`
        : time.format(new Date(from)),
    longDate: (date: LocalDate) => capitalised(long.format(noon(date))),
    shortDate: (date: LocalDate) => short.format(noon(date)),
    moment: (at: Instant) => moment.format(new Date(at)),
  }
}
type SheetClock = ReturnType<typeof sheetClock>

/** A number stays on one line. */
const numberText = (phone: string): string => phoneText(phone).replaceAll(' ', '\u00a0')

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A coach or a hotel for everybody is not a list of everybody. */
const MOST_MATES = 12

function matesText(mates: readonly string[], language: Language): string {
  if (mates.length === 0) return ''
  const { withWhom, colon, others } = sheetWords[language]
  const rest = mates.length - MOST_MATES
  const shown = mates.slice(0, rest > 1 ? MOST_MATES : mates.length).join(', ')
  return `${withWhom}${colon}${shown}${rest > 1 ? ` ${others(rest)}` : ''}`
}

const joined = (parts: readonly (string | null | undefined)[], between = ' · '): string =>
  parts.filter(Boolean).join(between)

export const placeAddress = ({ address }: SheetLineOf<'places'>): string =>
  joined([address.line, joined([address.postcode, address.city], ' ')], ', ')

type Writers = {
  readonly [P in SheetPart]: (
    line: SheetLineOf<P>,
    clock: SheetClock,
    language: Language,
  ) => Omit<SheetLine, 'part' | 'key'>
}

const writers: Writers = {
  duties: ({ startsAt, endsAt, role, kind, name, department, ...duty }, clock, language) => {
    const words = sheetWords[language]
    const phase = name || phaseKindNames[kind][language]
    const mates = duty.withWhom.map((one) => (one.role ? `${one.name} (${one.role})` : one.name))
    return {
      time: clock.range(startsAt, endsAt),
      title: joined([role || words.crew, phase]),
      details: [
        joined([
          duty.stageName,
          department && departmentNames[department][language],
          `${words.mission} ${duty.reference}`,
        ]),
        matesText(mates, language),
      ].filter(Boolean),
    }
  },
  places: (place) => ({
    time: '',
    title: place.name,
    details: [joined([place.siteName, placeAddress(place)], ', '), place.access].filter(Boolean),
  }),
  contacts: ({ name, role, phone, email }) => ({
    time: '',
    title: joined([name, role]),
    details: [joined([phone && numberText(phone), email])].filter(Boolean),
  }),
  meals: ({ kind, startsAt, endsAt, place, note }, clock, language) => ({
    time: clock.range(startsAt, endsAt),
    title: joined([sheetWords[language].meals[kind], place]),
    details: [note].filter(Boolean),
  }),
  lodging: ({ name, address, phone, from, until, note, withWhom }, clock, language) => ({
    time: '',
    title: name,
    details: [
      `${clock.shortDate(from)} → ${clock.shortDate(until)}`,
      joined([address, phone && numberText(phone)]),
      note,
      matesText(withWhom, language),
    ].filter(Boolean),
  }),
  transport: (line, clock, language) => {
    const { means, from, departsAt, to, arrivesAt, note, withWhom } = line
    const words = sheetWords[language]
    return {
      time: clock.time(departsAt),
      title: `${from} → ${to}`,
      details: [
        joined([means, arrivesAt && words.arrives(clock.time(arrivesAt))]),
        note,
        matesText(withWhom, language),
      ].filter(Boolean),
    }
  },
  safety: ({ text }) => ({ time: '', title: text, details: [] }),
  notes: ({ text }) => ({ time: '', title: text, details: [] }),
  documents: ({ name }) => ({ time: '', title: name, details: [] }),
}

function write<P extends SheetPart>(
  part: P,
  line: SheetLineOf<P>,
  { clock, language }: { clock: SheetClock; language: Language },
): SheetLine {
  return { part, key: line.key, ...writers[part](line, clock, language) }
}

/** The lines of one part, in order. */
export function sheetLines(content: SheetContent, part: SheetPart, reader: Reader): SheetLine[] {
  const at = { clock: sheetClock(reader), language: reader.language }
  return (content[part] as SheetLineOf<SheetPart>[]).map((line) => write(part, line as never, at))
}

type Timed = { readonly date: LocalDate; readonly order: string; readonly line: SheetLine }

/** Duties, meals, departures and nights in the order in which they come, by day. */
export function sheetDays(content: SheetContent, reader: Reader): SheetDay[] {
  const clock = sheetClock(reader)
  const at = { clock, language: reader.language }
  const timed = (part: 'duties' | 'meals' | 'transport') =>
    (content[part] as SheetLineOf<typeof part>[]).map((one): Timed => {
      const starts = 'departsAt' in one ? one.departsAt : one.startsAt
      const order = new Date(starts).toISOString()
      return { date: clock.dateOf(starts), order, line: write(part, one as never, at) }
    })
  const nights = content.lodging.flatMap((one) =>
    nightsOf(one).map((date): Timed => {
      const title = sheetWords[reader.language].night(one.name)
      const line: SheetLine = { part: 'lodging', key: one.key, time: '', title, details: [] }
      return { date, order: '9999', line }
    }),
  )
  const all = [...timed('transport'), ...timed('duties'), ...timed('meals'), ...nights]
  return [...Map.groupBy(all, ({ date }) => date)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, own]) => ({
      date,
      lines: own
        .toSorted((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
        .map(({ line }) => line),
    }))
}

const DAY_MS = 86_400_000

function nightsOf({ from, until }: SheetLineOf<'lodging'>): LocalDate[] {
  const nights: LocalDate[] = []
  for (let at = Date.parse(from); at < Date.parse(until) && nights.length < 60; at += DAY_MS)
    nights.push(new Date(at).toISOString().slice(0, 10))
  return nights
}

/** One line in one sentence, with its day: for lists of what changed. */
export function sheetSentence<P extends SheetPart>(
  part: P,
  line: SheetLineOf<P>,
  reader: Reader,
): string {
  const clock = sheetClock(reader)
  const { time, title, details } = write(part, line, { clock, language: reader.language })
  const starts = 'departsAt' in line ? line.departsAt : 'startsAt' in line ? line.startsAt : null
  const day = starts ? clock.shortDate(clock.dateOf(starts as Instant)) : ''
  return joined([joined([day, time], ' '), title, ...details]).replaceAll(/\s+/g, ' ')
}
