// The load of many days at once: planned hours against capacity, of everybody or by team or skill.
import type { BoardFilters } from '@regie/contract/board-filters'
import { showsTechnician } from '@regie/contract/board-filters'
import type { BoardLoad, Load } from '@regie/contract/board-views'
import type { Instant } from '@regie/contract/kernel'
import type { BoardTechnician } from '@regie/contract/planning'
import { positionIn } from '../../platform/position.ts'
import type { Tx } from '../../platform/work.ts'
import { dateAt, datesBetween, dayStart } from '../local-days.ts'
import { stopsBetween } from '../store/stops.ts'
import { readWords } from '../store/words.ts'
import { expectRange } from './board.ts'
import { boardTechnician, readPeople } from './board-people.ts'
import { withTravelTimes } from './board-ways.ts'
import { wholeDay } from './load-scene.ts'

type Question = Pick<BoardFilters, 'technician' | 'team' | 'skill'> & {
  from: Instant
  until: Instant
  by: 'all' | 'team' | 'skill'
}

type Person = Pick<BoardTechnician, 'id' | 'name' | 'team' | 'skills' | 'days'> & {
  /** Visits that begin on each of the days. */
  readonly visits: readonly number[]
}

type Group = { key: string; name: string; people: Person[] }

const none = (): Load => ({ plannedMinutes: 0, capacityMinutes: 0, visits: 0 })

const loadOn = (people: readonly Person[], rank: number): Load => {
  const sum = none()
  for (const person of people) {
    sum.plannedMinutes += person.days[rank]?.plannedMinutes ?? 0
    sum.capacityMinutes += person.days[rank]?.capacityMinutes ?? 0
    sum.visits += person.visits[rank] ?? 0
  }
  return sum
}

/** Under which headings a technician counts. */
const headingsOf = (person: Person, by: Question['by']): { key: string; name: string }[] => {
  if (by === 'all') return []
  if (by === 'team') return [{ key: person.team, name: person.team }]
  return person.skills.map(({ id, name }) => ({ key: id, name }))
}

const groupsOf = (people: readonly Person[], by: Question['by']): Group[] => {
  const groups = new Map<string, Group>()
  for (const person of people)
    for (const { key, name } of headingsOf(person, by)) {
      const group = groups.get(key) ?? { key, name, people: [] }
      group.people.push(person)
      groups.set(key, group)
    }
  // Who belongs to no team comes last.
  return [...groups.values()].sort((a, b) =>
    (a.key === '') === (b.key === '') ? a.name.localeCompare(b.name, 'fr') : a.key === '' ? 1 : -1,
  )
}

async function readLoads(tx: Tx, question: Question, dates: readonly string[]): Promise<Person[]> {
  const { timeZone } = tx.actor
  const [rows, words, { people, availability }] = await Promise.all([
    stopsBetween(tx, question),
    readWords(tx),
    readPeople(tx, null, dates),
  ])
  const homes = new Map(people.map((one) => [one.id, one.homePosition]))
  const { bars } = await withTravelTimes(tx, rows, { homes, positionOf: positionIn })
  const own = Map.groupBy(bars, ({ row }) => row.technician_id)
  const days = new Map(availability.map((one) => [one.technicianId, one.days.map(wholeDay)]))
  const starts = dates.map((date) => dayStart(date, timeZone))
  return people.map((one) => {
    const mine = own.get(one.id) ?? []
    const began = mine.map(({ start }) => dateAt(start, timeZone))
    const shown = boardTechnician(one, {
      dates,
      starts,
      days: days.get(one.id) ?? [],
      bars: mine,
      names: words.names,
    })
    return {
      ...shown,
      visits: dates.map((date) => began.filter((day) => day === date).length),
    }
  })
}

/** Planned hours against capacity, day by day. */
export async function getLoad(tx: Tx, question: Question): Promise<BoardLoad> {
  expectRange(question)
  const { timeZone } = tx.actor
  const dates = datesBetween(Date.parse(question.from), Date.parse(question.until), timeZone)
  const everybody = await readLoads(tx, question, dates)
  const people = everybody.filter((person) => showsTechnician(question, person))
  const groups = groupsOf(people, question.by)
  return {
    timeZone,
    groups: groups.map(({ key, name, people: { length } }) => ({ key, name, technicians: length })),
    days: dates.map((date, rank) => ({
      date,
      ...loadOn(people, rank),
      groups: groups.map((group) => loadOn(group.people, rank)),
    })),
  }
}
