// The columns of an exported table, in the reader's language and on the organisation's clock.
import type { Language } from '@regie/contract/roles'
import { Temporal } from 'temporal-polyfill'
import type { ExportedVisit } from './visits.ts'
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
  readonly cell: (visit: ExportedVisit) => Cell
}

const text = (value: string): Cell => ({ kind: 'text', text: value })
const number = (value: number | null): Cell => ({ kind: 'number', value })

const minutesBetween = (from: string, until: string): number =>
  Math.round((Date.parse(until) - Date.parse(from)) / 60_000)

/** Every fact of a visit; the last column tells the two 02:30 of an autumn night apart. */
export function columnsFor(language: Language, timeZone: string): readonly Column[] {
  const words = exportWords[language]
  const wall = (at: string) => Temporal.Instant.from(at).toZonedDateTimeISO(timeZone)
  const offset = (at: string) =>
    wall(at).toString({ smallestUnit: 'minute', timeZoneName: 'never' })
  const stateOf = ({ bar }: ExportedVisit) =>
    bar.state === 'offered' && bar.publishedAt === null ? 'draft' : bar.state
  const { titles } = words
  return [
    {
      title: titles.date,
      width: 12,
      cell: ({ bar }) => ({ kind: 'date', at: wall(bar.startsAt) }),
    },
    {
      title: titles.start,
      width: 8,
      cell: ({ bar }) => ({ kind: 'time', at: wall(bar.startsAt) }),
    },
    {
      title: titles.endDate,
      width: 12,
      cell: ({ bar }) => ({ kind: 'date', at: wall(bar.endsAt) }),
    },
    { title: titles.end, width: 8, cell: ({ bar }) => ({ kind: 'time', at: wall(bar.endsAt) }) },
    {
      title: titles.minutes,
      width: 11,
      cell: ({ bar }) => number(minutesBetween(bar.startsAt, bar.endsAt)),
    },
    { title: titles.technician, width: 24, cell: ({ technician }) => text(technician.name) },
    { title: titles.team, width: 16, cell: ({ technician }) => text(technician.team) },
    { title: titles.reference, width: 24, cell: ({ bar }) => text(bar.reference) },
    { title: titles.title, width: 32, cell: ({ bar }) => text(bar.title) },
    { title: titles.seat, width: 20, cell: ({ bar }) => text(bar.positionName) },
    { title: titles.client, width: 24, cell: ({ bar }) => text(bar.clientName) },
    { title: titles.site, width: 28, cell: ({ bar }) => text(bar.siteName) },
    { title: titles.city, width: 18, cell: ({ bar }) => text(bar.city) },
    { title: titles.territory, width: 9, cell: ({ bar }) => text(bar.territory) },
    { title: titles.project, width: 22, cell: ({ bar }) => text(bar.projectName) },
    { title: titles.priority, width: 16, cell: ({ bar }) => text(bar.priorityName) },
    { title: titles.category, width: 13, cell: ({ bar }) => text(words.categories[bar.category]) },
    { title: titles.state, width: 12, cell: (visit) => text(words.states[stateOf(visit)]) },
    { title: titles.locked, width: 11, cell: ({ bar }) => text(bar.locked ? words.yes : '') },
    {
      title: titles.travelMinutes,
      width: 12,
      cell: ({ bar }) =>
        number(bar.travelSecondsBefore === null ? null : Math.round(bar.travelSecondsBefore / 60)),
    },
    {
      title: titles.travelKilometres,
      width: 12,
      cell: ({ bar }) =>
        number(
          bar.travelMetresBefore === null ? null : Math.round(bar.travelMetresBefore / 100) / 10,
        ),
    },
    { title: titles.exact, width: 24, cell: ({ bar }) => text(offset(bar.startsAt)) },
  ]
}
