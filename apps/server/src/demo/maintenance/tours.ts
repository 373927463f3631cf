// This week's tours, made as a careful planner would by hand: nearest suitable visit next, then published.
import type { Id, Instant, Position } from '@regie/contract/kernel'
import type { Technician } from '@regie/contract/workforce'
import { publishPlan } from '../../planning/index.ts'
import type { Tx } from '../../platform/work.ts'
import { type WorkOrderToPlan, workOrdersToPlan } from '../../work-orders/index.ts'
import { technicians as allTechnicians } from '../../workforce/index.ts'
import { assign, type Given, liveOn } from '../dispatch.ts'
import type { Week } from '../week.ts'

const PER_DAY = 3
/** This week, and the Monday after: on a Sunday there is something to come as well. */
const DAYS = [0, 1, 2, 3, 4, 5, 6, 7]
const MINUTE = 60_000
/** Who is absent in these days; the rules would refuse them anyway. */
const away = new Set(['T06', 'T12'])

/** Kilometres as the crow flies. */
function distance(a: Position, b: Position): number {
  const east = (b.longitude - a.longitude) * 111.32 * Math.cos((a.latitude * Math.PI) / 180)
  return Math.hypot(east, (b.latitude - a.latitude) * 110.57)
}
/** In town, with a detour, and the buffer. */
const minutesBetween = (a: Position, b: Position): number =>
  Math.ceil(((distance(a, b) * 1.3) / 28) * 60) + 12

const suits = (technician: Technician, workOrder: WorkOrderToPlan, date: string): boolean =>
  workOrder.skills.every(({ skillId, level }) =>
    technician.skills.some((held) => held.skillId === skillId && held.level >= level),
  ) &&
  workOrder.certificationKindIds.every((kindId) =>
    technician.certifications.some(
      (held) => held.kindId === kindId && (held.validUntil === null || held.validUntil >= date),
    ),
  )

/** Plans for most of the team and publishes; the rest stays in the backlog. */
export async function makeTours(tx: Tx, week: Week): Promise<void> {
  const from = week.at(0, '00:00')
  const until = week.at(12, '00:00')
  const open = new Set(await workOrdersToPlan(tx, { from, until }))
  const team = (await allTechnicians(tx, null)).filter(
    (one, index) => index % 2 === 0 && !away.has(one.externalId ?? ''),
  )
  const given: Given[] = []
  for (const day of DAYS)
    for (const technician of team) given.push(...(await makeTour(tx, week, day, technician, open)))
  await publishPlan.run(tx, { from, until, technicianIds: [] })
  await liveOn(tx, given, week.now)
}

async function makeTour(
  tx: Tx,
  week: Week,
  day: number,
  technician: Technician,
  open: Set<WorkOrderToPlan>,
): Promise<Given[]> {
  const given: Given[] = []
  let here = technician.homePosition
  const shifts = technician.weeklyShifts.filter(({ weekday }) => weekday === (day % 7) + 1)
  for (const { start, end } of shifts) {
    let clock = Date.parse(week.at(day, start))
    const close = Date.parse(week.at(day, end))
    for (let tries = 0; tries < 6 && given.length < PER_DAY && here; tries++) {
      const next = nearest(open, technician, here, week.date(day), { clock, close })
      if (!next) break
      open.delete(next.workOrder)
      const made = await assign(tx, { ...next, technicianId: technician.id })
      if (!made) break
      given.push(made)
      here = next.workOrder.sitePosition
      // Time to sit down after the second visit: four hours in a row are not allowed.
      clock = Date.parse(made.endsAt) + (given.length === 2 ? 15 * MINUTE : 0)
    }
  }
  return given
}

type Next = { workOrder: WorkOrderToPlan; positionId: Id; startsAt: Instant }

/** The closest visit that fits before the shift ends with the way home; urgent ones count as closer. */
function nearest(
  open: ReadonlySet<WorkOrderToPlan>,
  technician: Technician,
  here: Position,
  date: string,
  { clock, close }: { clock: number; close: number },
): Next | undefined {
  let best: (Next & { score: number }) | undefined
  for (const workOrder of open) {
    const { sitePosition, durationMinutes, earliestAt, dueAt, priorityRank } = workOrder
    const positionId = workOrder.seats[0]?.positionId
    if (!sitePosition || !durationMinutes || !positionId || !suits(technician, workOrder, date))
      continue
    const travel = minutesBetween(here, sitePosition)
    const begin = Math.max(clock + travel * MINUTE, earliestAt ? Date.parse(earliestAt) : 0)
    const startsAt = Math.ceil(begin / (5 * MINUTE)) * 5 * MINUTE
    const home = technician.homePosition ? minutesBetween(sitePosition, technician.homePosition) : 0
    const endsAt = startsAt + durationMinutes * MINUTE
    if (endsAt + home * MINUTE > close || (dueAt && endsAt > Date.parse(dueAt))) continue
    const score = (startsAt - clock) / MINUTE - (priorityRank <= 2 ? 60 : 0)
    if (!best || score < best.score)
      best = { workOrder, positionId, startsAt: new Date(startsAt).toISOString(), score }
  }
  return best
}
