// Hours asked for against hours at work, week by week, for the coming months.
import { mondayOf } from '@regie/contract/civil-days'
import type { Id, LocalDate } from '@regie/contract/kernel'
import type { LoadAhead, WeekLoad } from '@regie/contract/load-ahead'
import type { Availability, Technician } from '@regie/contract/workforce'
import { resolvePolicy } from '@regie/solver'
import type { Tx } from '../../platform/work.ts'
import { visitsAhead } from '../../work-orders/index.ts'
import { allSkills, availabilityOf, technicians } from '../../workforce/index.ts'
import { policyFor } from '../engine/policy.ts'
import { addDays, dateAt } from '../local-days.ts'
import { askedByWeek, siteTerritories } from '../store/load-ahead.ts'

type Question = {
  readonly weeks: number
  readonly skillId?: Id | undefined
  readonly territory?: string | undefined
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

/** Weeks of availability read at once. */
const WEEKS_AT_ONCE = 12

/** Where a technician lives, as a site would lie there. */
const territoryOf = ({ homeAddress: { country, postcode } }: Technician): string => {
  if (country !== 'FR') return country
  if (/^9[78]\d{3}$/.test(postcode)) return postcode.slice(0, 3)
  return /^\d{5}$/.test(postcode) ? postcode.slice(0, 2) : ''
}

/** People with the skill who live in the territory; one of several skills counts in full under each. */
const wantedPeople = (people: readonly Technician[], { skillId, territory }: Question) =>
  people.filter(
    (one) =>
      (skillId === undefined || one.skills.some((held) => held.skillId === skillId)) &&
      (territory === undefined || territoryOf(one) === territory),
  )

/** Minutes a week that everybody together may be given: at work, and within the limits of a day and of a week. */
async function minutesAtWork(
  tx: Tx,
  people: readonly Technician[],
  mondays: readonly LocalDate[],
): Promise<number[]> {
  const rule = resolvePolicy(await policyFor(tx, null))?.rules.workPerWeek
  const weekLimit = rule?.on ? rule.maxSeconds / 60 : Number.POSITIVE_INFINITY
  const dayLimits = new Map(people.map(({ id, maxDaySeconds }) => [id, maxDaySeconds / 60]))
  // Hours that have passed can be given to nobody.
  const now = Date.parse(tx.now())
  const left = ({ shifts }: Availability['days'][number]) =>
    sum(
      shifts.map((one) =>
        Math.max(0, Date.parse(one.endsAt) - Math.max(now, Date.parse(one.startsAt))),
      ),
    ) / 60_000
  const minutes: number[] = []
  for (let first = 0; first < mondays.length; first += WEEKS_AT_ONCE) {
    const part = mondays.slice(first, first + WEEKS_AT_ONCE)
    const range = { from: part[0] as string, until: addDays(part.at(-1) as string, 6) }
    const everybody = await availabilityOf(tx, people, range)
    const weekOfOne = ({ technicianId, days }: Availability, week: number) => {
      const dayLimit = dayLimits.get(technicianId) ?? 0
      const each = days.slice(week * 7, week * 7 + 7).map((day) => Math.min(dayLimit, left(day)))
      return Math.min(weekLimit, sum(each))
    }
    minutes.push(
      ...part.map((_, week) => Math.round(sum(everybody.map((one) => weekOfOne(one, week))))),
    )
  }
  return minutes
}

/** Week of a day among the Mondays; what is late belongs to the week that runs. */
const weekOf = (monday: LocalDate, mondays: readonly LocalDate[]): number =>
  monday <= (mondays[0] ?? monday) ? 0 : mondays.indexOf(monday)

export async function getLoadAhead(tx: Tx, question: Question): Promise<LoadAhead> {
  const today = dateAt(Date.parse(tx.now()), tx.actor.timeZone)
  const mondays = Array.from({ length: question.weeks }, (_, week) =>
    addDays(mondayOf(today), week * 7),
  )
  const last = addDays(mondays.at(-1) ?? today, 6)
  const people = await technicians(tx, null)
  const wanted = wantedPeople(people, question)
  const territories = await siteTerritories(tx)
  const weeks: WeekLoad[] = (await minutesAtWork(tx, wanted, mondays)).map(
    (availableMinutes, week) => ({
      monday: mondays[week] ?? '',
      availableMinutes,
      askedMinutes: 0,
      seriesMinutes: 0,
    }),
  )
  let undatedMinutes = 0
  for (const { monday, minutes } of await askedByWeek(tx, question)) {
    const week = monday === null ? undefined : weeks[weekOf(monday, mondays)]
    if (week) week.askedMinutes += minutes
    else if (monday === null) undatedMinutes = minutes
  }
  for (const { on, siteId, minutes, skillIds } of await visitsAhead(tx, last)) {
    const asked = question.skillId === undefined || skillIds.includes(question.skillId)
    const here = question.territory === undefined || territories.get(siteId) === question.territory
    const week = weeks[weekOf(mondayOf(on), mondays)]
    if (asked && here && week) week.seriesMinutes += minutes
  }
  const skills = (await allSkills(tx, { archived: false })).map(({ id, name }) => ({ id, name }))
  const places = [...new Set([...territories.values(), ...people.map(territoryOf)])]
  return {
    weeks,
    undatedMinutes,
    technicians: wanted.length,
    skills,
    territories: places.filter(Boolean).toSorted(),
  }
}
