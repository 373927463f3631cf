// The columns of an exported table, in the reader's language and on the organisation's clock.
import type { Bar } from '@regie/contract/planning'
import type { Language } from '@regie/contract/roles'
import { Temporal } from 'temporal-polyfill'
import type { ExportedLine } from './visits.ts'
import { exportWords } from './words.ts'

/** A cell before it is written: dates and times are those of the wall clock. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number | null }
  | { readonly kind: 'date'; readonly at: Temporal.ZonedDateTime }
  | { readonly kind: 'time'; readonly at: Temporal.ZonedDateTime }

export type Column = {
  readonly title: string
  /** Width in a workbook, in characters. */
  readonly width: number
  readonly cell: (line: ExportedLine) => Cell
}

const text = (value: string): Cell => ({ kind: 'text', text: value })
const number = (value: number | null): Cell => ({ kind: 'number', value })

const minutesBetween = (from: string, until: string): number =>
  Math.round((Date.parse(until) - Date.parse(from)) / 60_000)

/** `open`: nobody has it. */
export const stateOf = (bar: Bar | null): Bar['state'] | 'draft' | 'open' =>
  bar === null ? 'open' : bar.state === 'offered' && bar.publishedAt === null ? 'draft' : bar.state

const rounded = (value: number | null | undefined, unit: number, parts: number): number | null =>
  value === null || value === undefined ? null : Math.round((value / unit) * parts) / parts

/** Every fact of a visit or of a seat to fill; the last column tells the two 02:30 of an autumn night apart. */
export function columnsFor(language: Language, timeZone: string): readonly Column[] {
  const words = exportWords[language]
  const wall = (at: string) => Temporal.Instant.from(at).toZonedDateTimeISO(timeZone)
  const offset = (at: string) =>
    wall(at).toString({ smallestUnit: 'minute', timeZoneName: 'never' })
  const { titles } = words
  return [
    {
      title: titles.date,
      width: 12,
      cell: ({ work }) => ({ kind: 'date', at: wall(work.startsAt) }),
    },
    {
      title: titles.start,
      width: 8,
      cell: ({ work }) => ({ kind: 'time', at: wall(work.startsAt) }),
    },
    {
      title: titles.endDate,
      width: 12,
      cell: ({ work }) => ({ kind: 'date', at: wall(work.endsAt) }),
    },
    { title: titles.end, width: 8, cell: ({ work }) => ({ kind: 'time', at: wall(work.endsAt) }) },
    {
      title: titles.minutes,
      width: 11,
      cell: ({ work }) => number(minutesBetween(work.startsAt, work.endsAt)),
    },
    { title: titles.technician, width: 24, cell: ({ technician }) => text(technician?.name ?? '') },
    { title: titles.team, width: 16, cell: ({ technician }) => text(technician?.team ?? '') },
    { title: titles.reference, width: 24, cell: ({ work }) => text(work.reference) },
    { title: titles.title, width: 32, cell: ({ work }) => text(work.title) },
    { title: titles.seat, width: 20, cell: ({ work }) => text(work.positionName) },
    { title: titles.client, width: 24, cell: ({ work }) => text(work.clientName) },
    { title: titles.site, width: 28, cell: ({ work }) => text(work.siteName) },
    { title: titles.city, width: 18, cell: ({ work }) => text(work.city) },
    { title: titles.territory, width: 9, cell: ({ work }) => text(work.territory) },
    { title: titles.project, width: 22, cell: ({ work }) => text(work.projectName) },
    { title: titles.priority, width: 16, cell: ({ work }) => text(work.priorityName) },
    {
      title: titles.category,
      width: 13,
      cell: ({ work }) => text(words.categories[work.category]),
    },
    { title: titles.state, width: 12, cell: ({ bar }) => text(words.states[stateOf(bar)]) },
    {
      title: titles.seats,
      width: 8,
      cell: ({ work }) => number(work.seats > 1 ? work.seats : null),
    },
    {
      title: titles.seatsFilled,
      width: 10,
      cell: ({ work }) => number(work.seats > 1 ? work.seatsFilled : null),
    },
    { title: titles.crew, width: 30, cell: ({ crew }) => text(crew.join(', ')) },
    {
      title: titles.documents,
      width: 11,
      cell: ({ work }) => number(work.attachments || null),
    },
    {
      title: titles.breakMinutes,
      width: 12,
      cell: ({ pause }) => number(pause && minutesBetween(pause.startsAt, pause.endsAt)),
    },
    { title: titles.locked, width: 11, cell: ({ bar }) => text(bar?.locked ? words.yes : '') },
    {
      title: titles.travelMinutes,
      width: 12,
      cell: ({ bar }) => number(rounded(bar?.travelSecondsBefore, 60, 1)),
    },
    {
      title: titles.travelKilometres,
      width: 12,
      cell: ({ bar }) => number(rounded(bar?.travelMetresBefore, 1000, 10)),
    },
    { title: titles.exact, width: 24, cell: ({ work }) => text(offset(work.startsAt)) },
  ]
}
