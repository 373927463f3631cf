// An Excel workbook: the visits with real dates and numbers, the load of every technician and day, and the breaks.
import type { BoardTechnician } from '@regie/contract/planning'
import type { Language } from '@regie/contract/roles'
import { Temporal } from 'temporal-polyfill'
import type { CellObject, Row } from 'write-excel-file/node'
import writeExcel from 'write-excel-file/node'
import type { DayBreak } from './breaks.ts'
import { type Cell, type Column, columnsFor } from './columns.ts'
import type { Exported } from './visits.ts'
import { exportWords } from './words.ts'

/** Excel knows no zones: the wall clock is written as if it were UTC. */
const wallDate = (at: Temporal.ZonedDateTime): Date =>
  new Date(at.toPlainDateTime().toZonedDateTime('UTC').epochMilliseconds)

/** Of a time only the part of the day, so that Excel adds up hours rather than dates. */
const timeOfDay = (at: Temporal.ZonedDateTime): number => (at.hour * 60 + at.minute) / 1440

export const heading = (title: string): CellObject => ({
  value: title,
  type: String,
  fontWeight: 'bold',
  backgroundColor: '#dceff1',
})

/** A text stays a text, whatever it begins with: strings are never read as formulas. */
const textCell = (text: string): CellObject | null => (text ? { value: text, type: String } : null)

export const excelCell = (cell: Cell): CellObject | null => {
  switch (cell.kind) {
    case 'text':
      return textCell(cell.text)
    case 'number':
      return cell.value === null ? null : { value: cell.value, type: Number }
    case 'date':
      return {
        value: wallDate(cell.at.startOfDay()),
        type: Date,
        format: 'dd/mm/yyyy',
      }
    case 'time':
      return { value: timeOfDay(cell.at), type: Number, format: 'hh:mm' }
    default:
      return cell satisfies never
  }
}

const visitSheet = (columns: readonly Column[], { lines }: Exported): Row[] => [
  columns.map(({ title }) => heading(title)),
  ...lines.map((line) => columns.map(({ cell }) => excelCell(cell(line)))),
]

const loadSheet = (technicians: readonly BoardTechnician[], language: Language): Row[] => {
  const { titles, load } = exportWords[language]
  const titlesOf = [
    titles.technician,
    titles.team,
    load.day,
    load.planned,
    load.capacity,
    load.share,
  ]
  const lines = technicians.flatMap(({ name, team, days }) =>
    days.map(
      ({ date, plannedMinutes, capacityMinutes }): Row => [
        textCell(name),
        textCell(team),
        { value: new Date(`${date}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' },
        { value: plannedMinutes / 60, type: Number, format: '0.00' },
        { value: capacityMinutes / 60, type: Number, format: '0.00' },
        capacityMinutes === 0
          ? null
          : { value: plannedMinutes / capacityMinutes, type: Number, format: '0%' },
      ],
    ),
  )
  return [titlesOf.map(heading), ...lines]
}

const breakSheet = (
  breaks: readonly DayBreak[],
  { language, timeZone }: { language: Language; timeZone: string },
): Row[] => {
  const { titles, load, breaks: words } = exportWords[language]
  const wall = (at: string) => Temporal.Instant.from(at).toZonedDateTimeISO(timeZone)
  const titlesOf = [titles.technician, load.day, titles.start, titles.end, titles.minutes]
  return [
    [...titlesOf, words.kind].map(heading),
    ...breaks.map(
      ({ technician, startsAt, endsAt, kind }): Row => [
        textCell(technician.name),
        excelCell({ kind: 'date', at: wall(startsAt) }),
        excelCell({ kind: 'time', at: wall(startsAt) }),
        excelCell({ kind: 'time', at: wall(endsAt) }),
        { value: Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000), type: Number },
        textCell(words[kind]),
      ],
    ),
  ]
}

export async function writeXlsx(
  exported: Exported,
  { language, timeZone }: { language: Language; timeZone: string },
): Promise<Uint8Array> {
  const columns = columnsFor(language, timeZone)
  const { sheets } = exportWords[language]
  const widths = (list: readonly number[]) => list.map((width) => ({ width }))
  const workbook = writeExcel(
    [
      {
        data: visitSheet(columns, exported),
        sheet: sheets.visits,
        columns: widths(columns.map(({ width }) => width)),
        stickyRowsCount: 1,
      },
      {
        data: loadSheet(exported.technicians, language),
        sheet: sheets.load,
        columns: widths([24, 16, 12, 15, 13, 9]),
        stickyRowsCount: 1,
      },
      {
        data: breakSheet(exported.breaks, { language, timeZone }),
        sheet: sheets.breaks,
        columns: widths([24, 12, 8, 8, 11, 10]),
        stickyRowsCount: 1,
      },
    ],
    { fontFamily: 'Calibri', fontSize: 11 },
  )
  return await workbook.toBuffer()
}
