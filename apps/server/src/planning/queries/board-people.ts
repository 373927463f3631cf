// The people of a board: when they work, and how full each of their days is.
import type { Id, Instant } from '@regie/contract/kernel'
import type { BoardTechnician } from '@regie/contract/planning'
import type { Technician } from '@regie/contract/workforce'
import type { Tx } from '../../platform/work.ts'
import { techniciansWithHours } from '../../workforce/index.ts'
import type { WorkDay } from '../engine/scene.ts'
import { addDays } from '../local-days.ts'
import type { OnWay } from './board-ways.ts'

export async function readPeople(
  tx: Tx,
  technicianIds: readonly Id[] | null,
  dates: readonly string[],
): ReturnType<typeof techniciansWithHours> {
  // The shift of the evening before may reach into the first day.
  const range = { from: addDays(dates[0] as string, -1), until: dates.at(-1) as string }
  return await techniciansWithHours(tx, technicianIds, range)
}

/** Who was archived with visits still to make stays in sight with them: they would be nobody's otherwise. */
export async function withHolders(
  tx: Tx,
  known: Awaited<ReturnType<typeof readPeople>>,
  holders: readonly Id[],
  dates: readonly string[],
): Promise<Awaited<ReturnType<typeof readPeople>>> {
  const ids = new Set(known.people.map(({ id }) => id))
  const gone = [...new Set(holders)].filter((id) => !ids.has(id))
  if (gone.length === 0) return known
  const more = await readPeople(tx, gone, dates)
  return {
    people: [...known.people, ...more.people],
    availability: [...known.availability, ...more.availability],
  }
}

/** A shift may last into the morning and counts on the day it begins; what is longer fills the days it covers. */
const LONGEST_ON_ONE_DAY = 24 * 3_600_000

type Planned = Pick<OnWay<never>, 'start' | 'end' | 'before' | 'after'>

/** Minutes of work and of the way to it, day by day; `starts`: when each of the days begins. */
function plannedOn(starts: readonly number[], bars: readonly Planned[]): number[] {
  const planned = starts.map(() => 0)
  const add = (day: number, time: number) => {
    planned[day] = (planned[day] ?? 0) + time / 60_000
  }
  for (const { start, end, before, after } of bars) {
    // What reaches in from the evening before counts on the first day that is shown.
    const first = Math.max(
      0,
      starts.findLastIndex((begins) => begins <= start),
    )
    add(first, ((before?.seconds ?? 0) + (after?.seconds ?? 0)) * 1000)
    if (end - start <= LONGEST_ON_ONE_DAY) add(first, end - start)
    else
      starts.forEach((begins, day) => {
        const ends = starts[day + 1] ?? begins + LONGEST_ON_ONE_DAY
        add(day, Math.max(0, Math.min(end, ends) - Math.max(start, begins)))
      })
  }
  return planned
}

type Row = {
  dates: readonly string[]
  /** When each of the dates begins. */
  starts: readonly number[]
  days: readonly WorkDay[]
  bars: readonly Planned[]
  names: Readonly<Record<Id, string>>
}

const minutes = ({ startsAt, endsAt }: { startsAt: Instant; endsAt: Instant }): number =>
  (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000

export function boardTechnician(
  technician: Technician,
  { dates, starts, days, bars, names }: Row,
): BoardTechnician {
  const planned = plannedOn(starts, bars)
  const hours = new Map(days.map((day) => [day.date, day]))
  return {
    id: technician.id,
    name: technician.name,
    archived: technician.archivedAt !== null,
    kind: technician.kind,
    team: technician.team,
    skills: technician.skills.map(({ skillId, level }) => ({
      id: skillId,
      name: names[skillId] ?? '',
      level,
    })),
    home: technician.homePosition,
    shifts: technician.archivedAt === null ? days.flatMap(({ shifts }) => shifts) : [],
    absences: days.flatMap(({ absences }) => absences),
    pending: days.flatMap(({ pending }) => pending ?? []),
    days: dates.map((date, rank) => ({
      date,
      plannedMinutes: Math.round(planned[rank] ?? 0),
      capacityMinutes:
        technician.archivedAt === null
          ? Math.min(technician.maxDaySeconds / 60, capacity(hours.get(date)))
          : 0,
    })),
  }
}

const capacity = (day: WorkDay | undefined): number => {
  if (!day) return 0
  const sum = (spans: WorkDay['shifts']) => spans.reduce((total, one) => total + minutes(one), 0)
  return Math.round(sum(day.shifts) - sum(day.absences))
}
