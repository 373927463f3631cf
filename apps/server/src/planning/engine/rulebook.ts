// By which rules work is judged: the organisation's policy, with the labour rules of the production it belongs to.

import { mondayOf } from '@regie/contract/civil-days'
import type { Id } from '@regie/contract/kernel'
import { roomPerWeek } from '@regie/contract/labour-hours'
import { houseRules, type LabourRules } from '@regie/contract/labour-rules'
import { type PolicyInput, resolvePolicy } from '@regie/solver'
import type { Tx } from '../../platform/work.ts'
import { calendarOf, dateAt, datesBetween } from '../local-days.ts'
import { labourOfSeats, type Mix, PLAIN, withMixes } from './labour.ts'
import { policyFor } from './policy.ts'
import { mayTake } from './preferred.ts'
import type { Scene, SceneSeat } from './scene.ts'

export type Rulebook = {
  readonly policy: PolicyInput
  /** Under what each person works; left out: everybody under the policy. */
  readonly mixOf?: (technicianId: Id) => Mix
  /** The most somebody may work in a week, for the sake of their average. */
  readonly weekLimitOf?: (technicianId: Id) => number
}

/** For the first look at who could take one piece of work: as if all they do were under its labour rules. */
export async function rulesOfWork(tx: Tx, scene: Scene, workOrderId: Id): Promise<Rulebook> {
  const policy = await policyFor(tx, null)
  const labour = scene.agreements.get(workOrderId)
  if (!labour) return { policy }
  const mix: Mix = { rules: [labour], plain: false }
  const calendar = calendarOf(scene.timeZone)
  return { policy: withMixes(policy, [mix], { byHand: true, calendar }), mixOf: () => mix }
}

/**
 * For a run: each person under the strictest figures of what they have around the range and of what they could be given. The
 * engine knows one figure for everybody of spans and rests: the strictest of the run.
 */
export async function rulesOfRun(
  tx: Tx,
  policyName: string | null,
  scene: Scene,
  movable: ReadonlySet<Id>,
): Promise<Rulebook> {
  const policy = await policyFor(tx, policyName)
  const mixes = scene.agreements.size > 0 ? mixesOf(scene, movable) : new Map<Id, Mix>()
  const mixOf = (technicianId: Id) => mixes.get(technicianId) ?? PLAIN
  const calendar = calendarOf(scene.timeZone)
  const strict = withMixes(policy, mixes.values(), { byHand: false, calendar })
  return { policy: strict, mixOf, weekLimitOf: weekLimits(scene, mixOf, strict) }
}

function mixesOf(scene: Scene, movable: ReadonlySet<Id>): Map<Id, Mix> {
  const labourOf = labourOfSeats(scene)
  // Seats that ask for the same are looked at once.
  const asked = new Map<string, { seat: SceneSeat; labour: LabourRules | null }>()
  const ranks = new Map([...new Set(scene.agreements.values())].map((one, rank) => [one, rank]))
  for (const { id, seats } of scene.workOrders) {
    const labour = scene.agreements.get(id) ?? null
    if (movable.has(id))
      for (const seat of seats)
        asked.set(
          JSON.stringify([labour && ranks.get(labour), seat.skills, seat.certificationKindIds]),
          { seat, labour },
        )
  }
  const held = Map.groupBy(scene.assignments, ({ technicianId }) => technicianId)
  return new Map(
    scene.technicians.map((one) => {
      const found = [
        ...(held.get(one.id) ?? []).map(({ positionId }) => labourOf(positionId)),
        ...[...asked.values()].filter(({ seat }) => mayTake(one, seat)).map(({ labour }) => labour),
      ]
      const rules = [...new Set(found.filter((labour) => labour !== null))]
      return [one.id, { rules, plain: rules.length === 0 || found.includes(null) }]
    }),
  )
}

/** Only where the average leaves less than the week itself. */
function weekLimits(scene: Scene, mixOf: (technicianId: Id) => Mix, policy: PolicyInput) {
  const week = resolvePolicy(policy)?.rules.workPerWeek
  const usual = week?.on ? week.maxSeconds : Number.POSITIVE_INFINITY
  const { timeZone } = scene
  const dates = datesBetween(Date.parse(scene.from), Date.parse(scene.until), timeZone)
  const last = mondayOf(dateAt(Date.parse(scene.until), timeZone))
  const weeks = [...new Set([...dates.map(mondayOf), last])]
  return (technicianId: Id): number => {
    const sums = scene.weeks.get(technicianId)
    const { rules, plain } = mixOf(technicianId)
    const averages = [...rules, ...(plain ? [houseRules] : [])].flatMap(
      (one) => one.averageMinutes ?? [],
    )
    if (!sums || averages.length === 0) return Number.POSITIVE_INFINITY
    const room = Math.floor(roomPerWeek(weeks, sums, Math.min(...averages))) * 60
    return room < usual ? room : Number.POSITIVE_INFINITY
  }
}
