// Labour rules in the browser: which agreement a seat is under, and what the hours of a person break, as on the server.
import { mondayOf } from '@regie/contract/civil-days'
import { type Calendar, figuresOf, type Hours, hoursReasons } from '@regie/contract/labour-hours'
import { houseRules } from '@regie/contract/labour-rules'
import type { BoardProblem } from '@regie/contract/planning'
import type { Reason } from '@regie/contract/planning-reasons'
import type { Problem, RegimeOf } from '@regie/solver'
import { dateOf, instantOf } from '../lib/time.ts'
import type { Standing } from './standing.ts'

const MOST_REMEMBERED = 50_000

const remembered = <K, V>(known: Map<K, V>, key: K, make: () => V): V => {
  const found = known.get(key)
  if (found !== undefined) return found
  if (known.size >= MOST_REMEMBERED) known.clear()
  const made = make()
  known.set(key, made)
  return made
}

/** Every row in sight is judged by the same hours of the same days: the arithmetic of zones is done once for each. */
const makeCalendar = (zone: string): Calendar => {
  const dates = new Map<number, string>()
  const times = new Map<string, number>()
  return {
    dateAt: (at) => remembered(dates, at, () => dateOf(at, zone)),
    at: (date, time) =>
      remembered(times, `${date} ${time}`, () => Date.parse(instantOf(date, time, zone))),
  }
}

export type Labour = {
  readonly regimeOf: RegimeOf
  /** False: all work follows the policy, and a place that the policy gives is good. */
  readonly hasAgreements: boolean
  /** What the hours of somebody break who takes the placement beside what they have. */
  readonly reasons: (own: readonly Standing[], placement: Standing) => readonly Reason[]
}

export const makeLabour = (
  { labour: { rules, seats, weeks } }: Pick<BoardProblem, 'labour'>,
  problem: Problem,
  zone: string,
): Labour => {
  const calendar = makeCalendar(zone)
  const figures = rules.map((one) => figuresOf(one, true, calendar))
  const hoursOf = ({ positionId, technicianId, from, until }: Standing): Hours => {
    if (until !== undefined) return { from, until }
    const visit = problem.visits[problem.visitIndex.get(positionId) ?? -1]
    const technician = problem.technicianIndex.get(technicianId) ?? -1
    const seconds = visit?.serviceByTechnician.get(technician) ?? visit?.serviceSeconds ?? 0
    return { from, until: from + seconds * 1000 }
  }
  return {
    regimeOf: (visit) => figures[seats[visit] ?? -1],
    hasAgreements: rules.length > 0,
    reasons: (own, placement) => {
      const { positionId, technicianId, from } = placement
      const week = mondayOf(calendar.dateAt(from))
      const others = own.filter((one) => one.positionId !== positionId).map(hoursOf)
      return hoursReasons(
        {
          ...{ visit: positionId, technician: technicianId, hours: hoursOf(placement), others },
          otherWeeks: weeks[technicianId]?.find((one) => one.week === week) ?? null,
        },
        { labour: rules[seats[positionId] ?? -1] ?? null, house: houseRules },
        calendar,
      )
    },
  }
}
