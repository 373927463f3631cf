// A production as an Excel workbook: its phases in order with what binds them, and every seat. Hours are wall-clock ones.
import type { Production } from '@regie/contract/productions'
import type { Language } from '@regie/contract/roles'
import { Temporal } from 'temporal-polyfill'
import writeExcel from 'write-excel-file/node'
import { type Cell, excelCell, heading } from '../../planning/index.ts'
import { crewText, linesOf, type PhaseLine } from './lines.ts'
import { fileWords } from './words.ts'

type Column = readonly [title: string, width: number]
type Wall = { readonly language: Language; readonly timeZone: string }

const text = (value: string): Cell => ({ kind: 'text', text: value })
const number = (value: number | null): Cell => ({ kind: 'number', value })
const minutes = (from: string, until: string): number =>
  Math.round((Date.parse(until) - Date.parse(from)) / 60_000)

function hourCells(from: string, until: string, timeZone: string): Cell[] {
  const [start, end] = [from, until].map((at) =>
    Temporal.Instant.from(at).toZonedDateTimeISO(timeZone),
  ) as [Temporal.ZonedDateTime, Temporal.ZonedDateTime]
  return [
    { kind: 'date', at: start },
    { kind: 'time', at: start },
    { kind: 'date', at: end },
    { kind: 'time', at: end },
    number(minutes(from, until)),
  ]
}

/** Tells the two 02:30 of an autumn night apart. */
const exact = (at: string, timeZone: string): Cell =>
  text(
    Temporal.Instant.from(at)
      .toZonedDateTimeISO(timeZone)
      .toString({ smallestUnit: 'minute', timeZoneName: 'never' }),
  )

type Words = (typeof fileWords)[Language]

const what = (words: Words): Column[] => [
  [words.stage, 20],
  [words.department, 14],
  [words.phase, 24],
  [words.mission, 26],
]
const when = (words: Words): Column[] => [
  [words.date, 12],
  [words.start, 8],
  [words.endDate, 12],
  [words.end, 8],
  [words.minutes, 11],
]
const binding = (words: Words): Column[] => [
  [words.after, 30],
  [words.slack, 11],
  [words.early, 14],
  [words.critical, 14],
  [words.covered, 10],
  [words.offered, 10],
  [words.uncovered, 10],
  [words.crew, 40],
  [words.exact, 24],
]
const whose = (words: Words): Column[] => [
  [words.project, 20],
  [words.budgetCode, 16],
]
const who = (words: Words): Column[] => [
  [words.role, 22],
  [words.mandatory, 12],
  [words.person, 24],
  [words.state, 12],
]

const whatCells = ({ stage, department, name, phase }: PhaseLine): Cell[] => [
  text(stage?.name ?? ''),
  text(department),
  text(name),
  text(phase.reference),
]

const phaseCells = (line: PhaseLine, words: Words, timeZone: string): Cell[] => [
  ...whatCells(line),
  ...hourCells(line.phase.startsAt, line.phase.endsAt, timeZone),
  text(line.after),
  number(line.slackMinutes),
  number(line.earlyMinutes),
  text(line.isCritical ? words.yes : ''),
  number(line.counts.covered),
  number(line.counts.offered),
  number(line.counts.uncovered),
  text(crewText(line)),
  exact(line.phase.startsAt, timeZone),
]

/** Each seat says which project and budget pays: these lines go into the accounts' own sheets. */
const seatCells = (
  line: PhaseLine,
  { code, budgetCode }: Production['project'],
  words: Words,
  timeZone: string,
): Cell[][] =>
  line.phase.seats.map((seat) => [
    ...whatCells(line),
    text(seat.label),
    text(seat.mandatory ? words.yes : ''),
    text(seat.technicianName ?? ''),
    text(words.states[seat.coverage]),
    ...hourCells(seat.startsAt, seat.endsAt, timeZone),
    text(code),
    text(budgetCode),
  ])

const sheet = (name: string, columns: readonly Column[], rows: readonly Cell[][]) => ({
  data: [columns.map(([title]) => heading(title)), ...rows.map((row) => row.map(excelCell))],
  sheet: name,
  columns: columns.map(([, width]) => ({ width })),
  stickyRowsCount: 1,
})

export async function writeTimelineXlsx(
  production: Production,
  { language, timeZone }: Wall,
): Promise<Uint8Array> {
  const words = fileWords[language]
  const lines = linesOf(production, language)
  const workbook = writeExcel(
    [
      sheet(
        words.phases,
        [...what(words), ...when(words), ...binding(words)],
        lines.map((line) => phaseCells(line, words, timeZone)),
      ),
      sheet(
        words.seats,
        [...what(words), ...who(words), ...when(words), ...whose(words)],
        lines.flatMap((line) => seatCells(line, production.project, words, timeZone)),
      ),
    ],
    { fontFamily: 'Calibri', fontSize: 11 },
  )
  return await workbook.toBuffer()
}
