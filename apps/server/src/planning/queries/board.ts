// The board: technicians with their hours, and bars with the way between them.
import type { Id, Instant, Position } from '@regie/contract/kernel'
import type { Assignment, Bar, Board, BoardTechnician } from '@regie/contract/planning'
import type { Technician } from '@regie/contract/workforce'
import { invalid } from '../../platform/errors.ts'
import type { Tx } from '../../platform/work.ts'
import { technicianAvailability, technicians as techniciansById } from '../../workforce/index.ts'
import type { WorkDay } from '../engine/scene.ts'
import { addDays, dateAt, datesBetween } from '../local-days.ts'
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
  const [assignments, people, availability, words] = await Promise.all([
    labelledBetween(tx, { from, until, technicianIds }),
    techniciansById(tx, technicianIds),
    technicianAvailability(tx, {
      // The shift of the evening before may reach into the first day.
      from: addDays(dates[0] as string, -1),
      until: dates.at(-1) as string,
      ...(technicianIds ? { technicianIds } : {}),
    }),
    readWords(tx),
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
  for (const bar of bars) {
    const date = dateAt(Date.parse(bar.startsAt), timeZone)
    const travel = ((bar.travelSecondsBefore ?? 0) + (bar.travelSecondsAfter ?? 0)) / 60
    planned.set(date, (planned.get(date) ?? 0) + minutes(bar) + travel)
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

/** The way to each bar from the one before, or from home at the start of a day, and home from the last. */
async function withTravelTimes(
  tx: Tx,
  assignments: readonly Assignment[],
  homes: ReadonlyMap<Id, Position | null>,
): Promise<{ bars: Bar[]; source: Board['travel']['source']; fallback: boolean }> {
  const places: Position[] = []
  const pairs: (readonly [number, number])[] = []
  const ask = (from: Position | null | undefined, to: Position | null | undefined) => {
    if (!from || !to) return -1
    places.push(from, to)
    return pairs.push([places.length - 2, places.length - 1]) - 1
  }
  const waysOf = new Map<Id, { before: number; after: number }>()
  for (const [technicianId, own] of Map.groupBy(assignments, (one) => one.technicianId)) {
    const home = homes.get(technicianId)
    own.forEach((one, rank) => {
      const before = own[rank - 1]
      const next = own[rank + 1]
      waysOf.set(one.id, {
        before: ask(before && !night(before, one) ? before.position : home, one.position),
        after: next && !night(one, next) ? -1 : ask(one.position, home),
      })
    })
  }
  const { legs, source, fallback } = await legsBetween(tx, places, pairs)
  const bars = assignments.map((assignment): Bar => {
    const ways = waysOf.get(assignment.id)
    const before = legs[ways?.before ?? -1]
    return {
      ...assignment,
      travelSecondsBefore: before?.seconds ?? null,
      travelMetresBefore: before?.metres ?? null,
      travelSecondsAfter: legs[ways?.after ?? -1]?.seconds ?? null,
    }
  })
  return { bars, source, fallback }
}

const night = (before: Assignment, after: Assignment): boolean =>
  Date.parse(after.startsAt) - Date.parse(before.endsAt) > NIGHT_MS
