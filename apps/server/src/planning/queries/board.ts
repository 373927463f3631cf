// The board: technicians with their hours, and bars with the way between them.
import type { Id, Instant, Position } from '@regie/contract/kernel'
import type { Assignment, Bar, Board, BoardTechnician } from '@regie/contract/planning'
import type { Technician } from '@regie/contract/workforce'
import { invalid } from '../../platform/errors.ts'
import type { Tx } from '../../platform/work.ts'
import { availabilityOf, technicians as techniciansById } from '../../workforce/index.ts'
import type { WorkDay } from '../engine/scene.ts'
import { addDays, dateAt, datesBetween, dayStart } from '../local-days.ts'
import { labelledBetween } from '../store/labelled.ts'
import { readWords } from '../store/words.ts'
import { legsBetween } from '../travel/legs.ts'
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

export async function getBoard(tx: Tx, question: BoardQuestion): Promise<Board> {
  expectRange(question)
  const { from, until } = question
  const { timeZone } = tx.actor
  const technicianIds = question.technicianId ?? null
  const dates = datesBetween(Date.parse(from), Date.parse(until), timeZone)
  const [assignments, words, { people, availability }] = await Promise.all([
    labelledBetween(tx, { from, until, technicianIds }),
    readWords(tx),
    readPeople(tx, technicianIds, dates),
  ])
  const days = new Map(availability.map((one) => [one.technicianId, one.days.map(wholeDay)]))
  const homes = new Map(people.map((one) => [one.id, one.homePosition]))
  const { bars, source, fallback } = await withTravelTimes(tx, assignments, homes)
  const own = Map.groupBy(bars, ({ technicianId }) => technicianId)
  return {
    from,
    until,
    timeZone,
    technicians: people.map((one) =>
      boardTechnician(one, {
        dates,
        days: days.get(one.id) ?? [],
        bars: own.get(one.id) ?? [],
        names: words.names,
        timeZone,
      }),
    ),
    bars,
    travel: { source, fallback },
  }
}

async function readPeople(tx: Tx, technicianIds: readonly Id[] | null, dates: readonly string[]) {
  const people = await techniciansById(tx, technicianIds)
  // The shift of the evening before may reach into the first day.
  const range = { from: addDays(dates[0] as string, -1), until: dates.at(-1) as string }
  return { people, availability: await availabilityOf(tx, people, range) }
}

type Row = {
  dates: readonly string[]
  days: readonly WorkDay[]
  bars: readonly Bar[]
  names: Readonly<Record<Id, string>>
  timeZone: string
}

const minutes = ({ startsAt, endsAt }: { startsAt: Instant; endsAt: Instant }): number =>
  (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000

function boardTechnician(
  technician: Technician,
  { dates, days, bars, names, timeZone }: Row,
): BoardTechnician {
  const planned = new Map<string, number>()
  const starts = dates.map((date) => dayStart(date, timeZone))
  for (const bar of bars) {
    const at = Date.parse(bar.startsAt)
    const date = dates[starts.findLastIndex((start) => start <= at)] ?? dateAt(at, timeZone)
    const travel = ((bar.travelSecondsBefore ?? 0) + (bar.travelSecondsAfter ?? 0)) / 60
    planned.set(date, (planned.get(date) ?? 0) + (Date.parse(bar.endsAt) - at) / 60_000 + travel)
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
    days: dates.map((date) => ({
      date,
      plannedMinutes: Math.round(planned.get(date) ?? 0),
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

/** An assignment with its instants as numbers: they are compared often, and reading them is slow. */
type Timed = { readonly assignment: Assignment; readonly start: number; readonly end: number }

/** The way to each bar from the one before, or from home at the start of a day, and home from the last. */
async function withTravelTimes(
  tx: Tx,
  assignments: readonly Assignment[],
  homes: ReadonlyMap<Id, Position | null>,
): Promise<{ bars: Bar[]; source: Board['travel']['source']; fallback: boolean }> {
  const timed = assignments.map(
    (assignment): Timed => ({
      assignment,
      start: Date.parse(assignment.startsAt),
      end: Date.parse(assignment.endsAt),
    }),
  )
  const places: Position[] = []
  const pairs: (readonly [number, number])[] = []
  const ask = (from: Position | null | undefined, to: Position | null | undefined) => {
    if (!from || !to) return -1
    places.push(from, to)
    return pairs.push([places.length - 2, places.length - 1]) - 1
  }
  const ways: { assignment: Assignment; before: number; after: number }[] = []
  for (const [technicianId, own] of Map.groupBy(timed, (one) => one.assignment.technicianId)) {
    const home = homes.get(technicianId)
    own.forEach(({ assignment, start, end }, rank) => {
      const before = own[rank - 1]
      const next = own[rank + 1]
      const from = before && start - before.end <= NIGHT_MS ? before.assignment.position : home
      ways.push({
        assignment,
        before: ask(from, assignment.position),
        after: next && next.start - end <= NIGHT_MS ? -1 : ask(assignment.position, home),
      })
    })
  }
  const { legs, source, fallback } = await legsBetween(tx, places, pairs)
  // The rows were read for this answer alone: completing them in place spares copying thousands.
  for (const { assignment, before, after } of ways)
    Object.assign(assignment, {
      travelSecondsBefore: legs[before]?.seconds ?? null,
      travelMetresBefore: legs[before]?.metres ?? null,
      travelSecondsAfter: legs[after]?.seconds ?? null,
    })
  return { bars: assignments as Bar[], source, fallback }
}
