// The board: technicians with their hours, and bars with the way between them.
import type { Id, Instant, Position } from '@regie/contract/kernel'
import type { Board, BoardTechnician } from '@regie/contract/planning'
import type { Technician } from '@regie/contract/workforce'
import { invalid } from '../../platform/errors.ts'
import type { Tx } from '../../platform/work.ts'
import { availabilityOf, technicians as techniciansById } from '../../workforce/index.ts'
import type { WorkDay } from '../engine/scene.ts'
import { addDays, datesBetween, dayStart } from '../local-days.ts'
import { type BarRow, barsBetween } from '../store/labelled.ts'
import { readWords } from '../store/words.ts'
import { legsBetween } from '../travel/legs.ts'
import type { Leg } from '../travel/table.ts'
import { wholeDay } from './load-scene.ts'

const LONGEST_DAYS = 62

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
 * The board as JSON text. Most of it is bars, which PostgreSQL has written already: they are completed
 * and joined, not parsed and written again.
 */
export async function getBoardText(tx: Tx, question: BoardQuestion): Promise<string> {
  expectRange(question)
  const { from, until } = question
  const { timeZone } = tx.actor
  const technicianIds = question.technicianId ?? null
  const dates = datesBetween(Date.parse(from), Date.parse(until), timeZone)
  const [rows, words, { people, availability }] = await Promise.all([
    barsBetween(tx, { from, until, technicianIds }),
    readWords(tx),
    readPeople(tx, technicianIds, dates),
  ])
  const days = new Map(availability.map((one) => [one.technicianId, one.days.map(wholeDay)]))
  const homes = new Map(people.map((one) => [one.id, one.homePosition]))
  const { bars, source, fallback } = await withTravelTimes(tx, rows, homes)
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
  const rest: Omit<Board, 'bars'> = {
    from,
    until,
    timeZone,
    technicians,
    travel: { source, fallback },
  }
  return `${JSON.stringify(rest).slice(0, -1)},"bars":[${bars.map(barText).join(',')}]}`
}

/** The board as an object. */
export const getBoard = async (tx: Tx, question: BoardQuestion): Promise<Board> =>
  JSON.parse(await getBoardText(tx, question)) as Board

/** A bar as the contract has it; instants and numbers need no escaping. */
function barText({ row, before, after }: BarOnWay): string {
  const { latitude, longitude, published_at } = row
  const position =
    latitude === null || longitude === null
      ? 'null'
      : `{"latitude":${latitude},"longitude":${longitude}}`
  const published = published_at === null ? 'null' : `"${published_at}"`
  return `${row.body.slice(0, -1)},"startsAt":"${row.starts_at}","endsAt":"${row.ends_at}","publishedAt":${published},"position":${position},"travelSecondsBefore":${before?.seconds ?? 'null'},"travelMetresBefore":${before?.metres ?? 'null'},"travelSecondsAfter":${after?.seconds ?? 'null'}}`
}

async function readPeople(tx: Tx, technicianIds: readonly Id[] | null, dates: readonly string[]) {
  const people = await techniciansById(tx, technicianIds)
  // The shift of the evening before may reach into the first day.
  const range = { from: addDays(dates[0] as string, -1), until: dates.at(-1) as string }
  return { people, availability: await availabilityOf(tx, people, range) }
}

type Row = {
  dates: readonly string[]
  /** When each of the dates begins. */
  starts: readonly number[]
  days: readonly WorkDay[]
  bars: readonly BarOnWay[]
  names: Readonly<Record<Id, string>>
}

const minutes = ({ startsAt, endsAt }: { startsAt: Instant; endsAt: Instant }): number =>
  (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000

function boardTechnician(
  technician: Technician,
  { dates, starts, days, bars, names }: Row,
): BoardTechnician {
  const planned = dates.map(() => 0)
  for (const { start, end, before, after } of bars) {
    // What reaches in from the evening before counts on the first day that is shown.
    const day = Math.max(
      0,
      starts.findLastIndex((begins) => begins <= start),
    )
    const travel = ((before?.seconds ?? 0) + (after?.seconds ?? 0)) / 60
    planned[day] = (planned[day] ?? 0) + (end - start) / 60_000 + travel
  }
  const hours = new Map(days.map((day) => [day.date, day]))
  return {
    id: technician.id,
    name: technician.name,
    kind: technician.kind,
    skills: technician.skills.map(({ skillId, level }) => ({
      id: skillId,
      name: names[skillId] ?? '',
      level,
    })),
    home: technician.homePosition,
    shifts: days.flatMap(({ shifts }) => shifts),
    absences: days.flatMap(({ absences }) => absences),
    days: dates.map((date, rank) => ({
      date,
      plannedMinutes: Math.round(planned[rank] ?? 0),
      capacityMinutes: Math.min(technician.maxDaySeconds / 60, capacity(hours.get(date))),
    })),
  }
}

const capacity = (day: WorkDay | undefined): number => {
  if (!day) return 0
  const sum = (spans: WorkDay['shifts']) => spans.reduce((total, one) => total + minutes(one), 0)
  return Math.round(sum(day.shifts) - sum(day.absences))
}

/** More time than this between two visits is a night, not a way. */
const NIGHT_MS = 6 * 3_600_000

/** A bar with its instants as numbers, and the ways to it and home from it. */
type BarOnWay = {
  readonly row: BarRow
  readonly start: number
  readonly end: number
  before: Leg | undefined
  after: Leg | undefined
}

const placeOf = ({ latitude, longitude }: BarRow): Position | null =>
  latitude === null || longitude === null ? null : { latitude, longitude }

/** The way to each bar from the one before, or from home at the start of a day, and home from the last. */
async function withTravelTimes(
  tx: Tx,
  rows: readonly BarRow[],
  homes: ReadonlyMap<Id, Position | null>,
): Promise<{ bars: BarOnWay[]; source: Board['travel']['source']; fallback: boolean }> {
  const bars = rows.map(
    (row): BarOnWay => ({
      row,
      start: Date.parse(row.starts_at),
      end: Date.parse(row.ends_at),
      before: undefined,
      after: undefined,
    }),
  )
  const places: Position[] = []
  const pairs: (readonly [number, number])[] = []
  const asked: ((leg: Leg) => void)[] = []
  const ask = (
    from: Position | null | undefined,
    to: Position | null | undefined,
    take: (leg: Leg) => void,
  ) => {
    if (!from || !to) return
    places.push(from, to)
    pairs.push([places.length - 2, places.length - 1])
    asked.push(take)
  }
  for (const [technicianId, own] of Map.groupBy(bars, ({ row }) => row.technician_id)) {
    const home = homes.get(technicianId)
    own.forEach((bar, rank) => {
      const last = own[rank - 1]
      const next = own[rank + 1]
      const here = placeOf(bar.row)
      const from = last && bar.start - last.end <= NIGHT_MS ? placeOf(last.row) : home
      ask(from, here, (leg) => {
        bar.before = leg
      })
      if (!next || next.start - bar.end > NIGHT_MS)
        ask(here, home, (leg) => {
          bar.after = leg
        })
    })
  }
  const { legs, source, fallback } = await legsBetween(tx, places, pairs)
  for (const [rank, leg] of legs.entries()) asked[rank]?.(leg)
  return { bars, source, fallback }
}
