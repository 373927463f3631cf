// Hours by technician, day and work order, from what was told; the same folding as on the phone.

import { daysAfter, mondayOf } from '@regie/contract/civil-days'
import type { FieldEntry } from '@regie/contract/field-entries'
import type { HeavyAverage, HoursLine, HoursQuestion } from '@regie/contract/field-hours'
import { foldWork } from '@regie/contract/field-log'
import { type HoursDay, lineOf, type Planned } from '@regie/contract/hours-line'
import type { Id, Instant, LocalDate } from '@regie/contract/kernel'
import { heaviestAround } from '@regie/contract/labour-hours'
import { AVERAGE_WEEKS, houseRules } from '@regie/contract/labour-rules'
import { Temporal } from 'temporal-polyfill'
import { csvCell, weekSums } from '../planning/index.ts'
import { fail, invalid } from '../platform/errors.ts'
import type { Download } from '../platform/http/bind.ts'
import type { Tx } from '../platform/work.ts'
import { entriesOf } from './store/entries.ts'
import { type Stranger, strangersOn, workedIn } from './store/hours.ts'

const LONGEST_DAYS = 62

/** The days of the calendar as they really were: 23, 24 or 25 hours long. */
export function daysOf(from: LocalDate, until: LocalDate, timeZone: string): HoursDay[] {
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

/** Technicians read their own; who looks after everybody reads all, or one. */
export async function listHours(
  tx: Tx,
  { from, until, technicianId }: HoursQuestion,
): Promise<{ timeZone: string; items: HoursLine[]; averages: HeavyAverage[] }> {
  const { timeZone, technicianId: own } = tx.actor
  const isOffice = tx.may('fieldwork.results')
  const whose = isOffice ? (technicianId ?? null) : own
  if (!isOffice && (!own || (technicianId && technicianId !== own)))
    throw fail('forbidden', { permission: 'fieldwork.results' })
  const days = daysOf(from, until, timeZone)
  const range = { from: days[0]?.from ?? '', until: days.at(-1)?.until ?? '' }
  const worked = await workedIn(tx, { ...range, technicianId: whose })
  const entries = await entriesOf(
    tx,
    worked.map(({ assignmentId }) => assignmentId),
  )
  const told = Map.groupBy(entries, (entry: FieldEntry) => entry.assignmentId)
  const strangers = Map.groupBy(
    await strangersOn(
      tx,
      worked.map(({ assignmentId }) => assignmentId),
    ),
    ({ assignmentId }) => assignmentId,
  )
  const items = worked
    .flatMap((one) =>
      byTeller(one, told.get(one.assignmentId) ?? [], strangers.get(one.assignmentId) ?? []),
    )
    .filter(({ planned }) => whose === null || planned.technicianId === whose)
    .flatMap(({ planned, entries: own }) => {
      const work = foldWork(own)
      return days.flatMap((day) => lineOf(planned, work, { day, now: tx.now() }) ?? [])
    })
  const people = [...new Set(items.map((line) => line.technicianId))]
  const averages = await heavyAverages(tx, people, { from, until })
  return { timeZone, items: items.sort(byPersonAndDay), averages }
}

/** From so much of the limit on it is told: before it is passed. */
const NEAR = 0.9

async function heavyAverages(
  tx: Tx,
  technicianIds: readonly Id[],
  { from, until }: Pick<HoursQuestion, 'from' | 'until'>,
): Promise<HeavyAverage[]> {
  const limitMinutes = houseRules.averageMinutes
  if (technicianIds.length === 0 || limitMinutes === null) return []
  const weeks: LocalDate[] = []
  for (let week = mondayOf(from); week <= until; week = daysAfter(week, 7)) weeks.push(week)
  const sums = await weekSums(tx, { first: from, last: until, technicianIds })
  return [...sums].flatMap(([technicianId, own]) => {
    const { since, minutes } = heaviestAround(weeks, own)
    if (minutes <= NEAR * limitMinutes) return []
    const last = daysAfter(since, 7 * AVERAGE_WEEKS - 1)
    return [{ technicianId, minutes: Math.round(minutes), limitMinutes, since, until: last }]
  })
}

type Share = { readonly planned: Planned; readonly entries: readonly FieldEntry[] }

/** Hours are theirs who worked them: who told steps before the visit changed hands has a share without a plan. */
function byTeller(
  planned: Planned,
  entries: readonly FieldEntry[],
  strangers: readonly Stranger[],
): readonly Share[] {
  const teller = new Map(strangers.map((one) => [one.entryId, one.technicianId]))
  // A correction is theirs whose step it corrects: it may stand in every share.
  const of = (technicianId: Id | undefined) =>
    entries.filter(({ id, what }) => what.kind !== 'step' || teller.get(id) === technicianId)
  const others = [...Map.groupBy(strangers, ({ technicianId }) => technicianId).values()]
  const shares = others.flatMap(([first]) => {
    if (!first) return []
    const { technicianId, technicianName, team } = first
    const own = { ...planned, technicianId, technicianName, team, endsAt: planned.startsAt }
    return [{ planned: own, entries: of(technicianId) }]
  })
  return [{ planned, entries: of(undefined) }, ...shares]
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
      ...['Technicien', 'Équipe', 'Jour', 'Référence', 'Intervention', 'Site', 'De', 'À'],
      ...['Prévu (h)', 'Travail (h)', 'Trajet (h)', 'Pauses (h)', 'Écart (h)', 'Corrigé'],
    ],
    yes: 'oui',
  },
  en: {
    file: 'Hours',
    line: [
      ...['Technician', 'Team', 'Day', 'Reference', 'Work order', 'Site', 'From', 'To'],
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
    ...[one.technicianName, one.team, one.date].map(csvCell),
    ...[one.reference, one.title, one.siteName].map(csvCell),
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
