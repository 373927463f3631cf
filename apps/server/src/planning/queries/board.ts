// The board: technicians with their hours, and bars with the way between them.
import type { Id, Instant } from '@regie/contract/kernel'
import type { Board } from '@regie/contract/planning'
import { type ToldBoard, unfoldBoard } from '@regie/contract/planning-board'
import { invalid } from '../../platform/errors.ts'
import { JsonWriter } from '../../platform/json-writer.ts'
import type { Tx } from '../../platform/work.ts'
import { paceOf } from '../engine/policy.ts'
import { datesBetween, dayStart } from '../local-days.ts'
import { type BarRow, barsBetween } from '../store/board-bars.ts'
import { openSeatsBetween } from '../store/open-seats.ts'
import { readWords } from '../store/words.ts'
import { boardTechnician, readPeople, withHolders } from './board-people.ts'
import { type OnWay, withTravelTimes } from './board-ways.ts'
import { wholeDay } from './load-scene.ts'

const LONGEST_DAYS = 62
/** What a bar takes, and a little more. */
const USUAL_BYTES = 700

export type BoardQuestion = { from: Instant; until: Instant; technicianId?: Id[] | undefined }

/** A range that ends after it begins and is not longer than a screen can show. */
export function expectRange({ from, until }: { from: Instant; until: Instant }): void {
  const days = (Date.parse(until) - Date.parse(from)) / 86_400_000
  if (!(days > 0 && days <= LONGEST_DAYS))
    throw invalid([
      {
        path: 'query.until',
        expected: `an instant after from, within ${LONGEST_DAYS} days`,
        got: until,
      },
    ])
}

/**
 * The board as JSON. Most of it is bars, whose text is put together from parts that many of them share: ten thousand
 * objects are neither made nor written one by one.
 */
export async function getBoardJson(tx: Tx, question: BoardQuestion): Promise<Buffer> {
  expectRange(question)
  const { from, until } = question
  const { timeZone } = tx.actor
  const technicianIds = question.technicianId ?? null
  const dates = datesBetween(Date.parse(from), Date.parse(until), timeZone)
  // In the order in which the answers are wanted: hours are worked out while PostgreSQL reads the bars.
  const [known, words, pace, { rows, shared, positionOf, textOf }, openSeats] = await Promise.all([
    readPeople(tx, technicianIds, dates),
    readWords(tx),
    paceOf(tx),
    barsBetween(tx, { from, until, technicianIds }),
    openSeatsBetween(tx, question),
  ])
  const holders = rows.map((row) => row.technician_id)
  const { people, availability } = await withHolders(tx, known, holders, dates)
  const days = new Map(availability.map((one) => [one.technicianId, one.days.map(wholeDay)]))
  const homes = new Map(people.map((one) => [one.id, one.homePosition]))
  const { bars, source, fallback } = await withTravelTimes(tx, rows, { homes, positionOf })
  const own = Map.groupBy(bars, ({ row }) => row.technician_id)
  const starts = dates.map((date) => dayStart(date, timeZone))
  const technicians = people.map((one) =>
    boardTechnician(one, {
      dates,
      starts,
      days: days.get(one.id) ?? [],
      bars: own.get(one.id) ?? [],
      names: words.names,
    }),
  )
  const rest: Omit<ToldBoard, 'bars'> = {
    from,
    until,
    timeZone,
    technicians,
    openSeats,
    pace,
    travel: { source, fallback },
    ...shared,
  }
  const json = new JsonWriter(bars.length * USUAL_BYTES)
  json.put(`${JSON.stringify(rest).slice(0, -1)},"bars":[`)
  bars.forEach((bar, rank) => {
    if (rank > 0) json.put(',')
    json.put(barText(bar, textOf(bar.row)))
  })
  json.put(']}')
  return json.bytes()
}

/** The board as an object, everything told in each bar. */
export const getBoard = async (tx: Tx, question: BoardQuestion): Promise<Board> =>
  unfoldBoard(JSON.parse((await getBoardJson(tx, question)).toString()) as ToldBoard)

const numberText = (name: string, value: number | null | undefined): string =>
  value == null ? '' : `,"${name}":${value}`

/** A bar as the contract has it; ways that are not known are left out. */
const barText = ({ before, after }: OnWay<BarRow>, told: string): string =>
  `{${told}${numberText('travelSecondsBefore', before?.seconds)}${numberText('travelMetresBefore', before?.metres)}${numberText('travelSecondsAfter', after?.seconds)}}`
