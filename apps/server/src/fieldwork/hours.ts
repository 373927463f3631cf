// Hours by technician, day and work order, from what was told; the same folding as on the phone.
import type { FieldEntry } from '@regie/contract/field-entries'
import type { HoursLine, HoursQuestion } from '@regie/contract/field-hours'
import { type FieldWork, foldWork, secondsOf } from '@regie/contract/field-log'
import type { Instant, LocalDate } from '@regie/contract/kernel'
import { Temporal } from 'temporal-polyfill'
import { csvCell } from '../planning/index.ts'
import { fail, invalid } from '../platform/errors.ts'
import type { Download } from '../platform/http/bind.ts'
import type { Tx } from '../platform/work.ts'
import { entriesOf } from './store/entries.ts'
import { type Worked, workedIn } from './store/hours.ts'

const LONGEST_DAYS = 62

type Day = { readonly date: LocalDate; readonly from: Instant; readonly until: Instant }

/** The days of the calendar as they really were: 23, 24 or 25 hours long. */
export function daysOf(from: LocalDate, until: LocalDate, timeZone: string): Day[] {
  const first = Temporal.PlainDate.from(from)
  const count = first.until(Temporal.PlainDate.from(until)).days + 1
  if (count < 1 || count > LONGEST_DAYS)
    throw invalid([
      { path: 'query.until', expected: `from to ${LONGEST_DAYS - 1} days after it`, got: until },
    ])
  const midnight = (days: number) =>
    first.add({ days }).toZonedDateTime(timeZone).toInstant().toString()
  return Array.from({ length: count }, (_, index) => ({
    date: first.add({ days: index }).toString(),
    from: midnight(index),
    until: midnight(index + 1),
  }))
}

const overlap = (span: Day, startsAt: Instant, endsAt: Instant): number =>
  Math.max(
    0,
    Math.min(Date.parse(span.until), Date.parse(endsAt)) -
      Math.max(Date.parse(span.from), Date.parse(startsAt)),
  ) / 1000

/** What one assignment gives to one day; null: nothing was planned or told there. */
export function lineOf(
  worked: Worked,
  work: FieldWork,
  { day, now }: { day: Day; now: Instant },
): HoursLine | null {
  const { startsAt, endsAt, ...about } = worked
  const inside = work.stretches.filter(
    ({ from, until }) =>
      Date.parse(from) < Date.parse(day.until) && Date.parse(until ?? now) > Date.parse(day.from),
  )
  const plannedSeconds = Math.round(overlap(day, startsAt, endsAt))
  if (inside.length === 0 && plannedSeconds === 0) return null
  const seconds = (activity: 'work' | 'travel' | 'pause') => secondsOf(inside, activity, now, day)
  const first = inside[0]?.from
  const last = inside.at(-1)
  const within = (at: Instant) =>
    new Date(
      Math.min(Math.max(Date.parse(at), Date.parse(day.from)), Date.parse(day.until)),
    ).toISOString()
  const corrected = work.steps.filter(({ correction }) => correction !== null)
  return {
    ...about,
    date: day.date,
    plannedSeconds,
    workSeconds: seconds('work'),
    travelSeconds: seconds('travel'),
    pauseSeconds: seconds('pause'),
    firstAt: first ? within(first) : null,
    lastAt: last ? within(last.until ?? now) : null,
    isRunning: inside.some(({ until }) => until === null),
    isCorrected: corrected.some(({ at }) => within(at) === new Date(at).toISOString()),
  }
}

/** Technicians read their own; who looks after everybody reads all, or one. */
export async function listHours(
  tx: Tx,
  { from, until, technicianId }: HoursQuestion,
): Promise<{ timeZone: string; items: HoursLine[] }> {
  const { timeZone, technicianId: own } = tx.actor
  const isOffice = tx.may('fieldwork.read')
  const whose = isOffice ? (technicianId ?? null) : own
  if (!isOffice && (!own || (technicianId && technicianId !== own)))
    throw fail('forbidden', { permission: 'fieldwork.read' })
  const days = daysOf(from, until, timeZone)
  const range = { from: days[0]?.from ?? '', until: days.at(-1)?.until ?? '' }
  const worked = await workedIn(tx, { ...range, technicianId: whose })
  const entries = await entriesOf(
    tx,
    worked.map(({ assignmentId }) => assignmentId),
  )
  const told = Map.groupBy(entries, (entry: FieldEntry) => entry.assignmentId)
  const items = worked.flatMap((one) => {
    const work = foldWork(told.get(one.assignmentId) ?? [])
    return days.flatMap((day) => lineOf(one, work, { day, now: tx.now() }) ?? [])
  })
  return { timeZone, items: items.sort(byPersonAndDay) }
}

const byPersonAndDay = (a: HoursLine, b: HoursLine): number =>
  a.technicianName.localeCompare(b.technicianName, 'fr') ||
  a.technicianId.localeCompare(b.technicianId) ||
  a.date.localeCompare(b.date) ||
  (a.firstAt ?? a.reference).localeCompare(b.firstAt ?? b.reference)

const heads = {
  fr: {
    file: 'Heures',
    line: [
      ...['Technicien', 'Jour', 'Référence', 'Intervention', 'Site', 'De', 'À'],
      ...['Prévu (h)', 'Travail (h)', 'Trajet (h)', 'Pauses (h)', 'Écart (h)', 'Corrigé'],
    ],
    yes: 'oui',
  },
  en: {
    file: 'Hours',
    line: [
      ...['Technician', 'Day', 'Reference', 'Work order', 'Site', 'From', 'To'],
      ...['Planned (h)', 'Work (h)', 'Travel (h)', 'Pauses (h)', 'Difference (h)', 'Corrected'],
    ],
    yes: 'yes',
  },
} as const

export async function hoursFile(tx: Tx, question: HoursQuestion): Promise<Download> {
  const { items, timeZone } = await listHours(tx, question)
  const { language } = tx.actor
  const { file, line, yes } = heads[language]
  const decimal = (seconds: number) => {
    const text = (seconds / 3600).toFixed(2)
    return language === 'fr' ? text.replace('.', ',') : text
  }
  const clock = (at: Instant | null) =>
    at
      ? Temporal.Instant.from(at)
          .toZonedDateTimeISO(timeZone)
          .toPlainTime()
          .toString({ smallestUnit: 'minute' })
      : ''
  const rows = items.map((one) => [
    ...[one.technicianName, one.date, one.reference, one.title, one.siteName].map(csvCell),
    ...[clock(one.firstAt), clock(one.lastAt)],
    ...[one.plannedSeconds, one.workSeconds, one.travelSeconds, one.pauseSeconds].map(decimal),
    decimal(one.workSeconds - one.plannedSeconds),
    one.isCorrected ? yes : '',
  ])
  const text = [line.map(csvCell), ...rows].map((cells) => cells.join(';')).join('\r\n')
  return {
    name: `${file} ${question.from} - ${question.until}.csv`,
    type: 'text/csv; charset=utf-8',
    content: Buffer.from(`\uFEFF${text}\r\n`, 'utf8'),
  }
}
