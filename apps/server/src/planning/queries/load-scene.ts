// Gathers what a question of planning is asked about, with the weeks around it that the rules look at.

import type { DayState } from '@regie/contract/availability'
import { mondayOf } from '@regie/contract/civil-days'
import type { Id, Instant } from '@regie/contract/kernel'
import type { Availability, Technician } from '@regie/contract/workforce'
import type { Tx } from '../../platform/work.ts'
import { availabilityOf, technicians as techniciansById } from '../../workforce/index.ts'
import type { Scene, SceneTechnician, SceneWorkOrder, Span, WorkDay } from '../engine/scene.ts'
import { addDays, dateAt, dayStart } from '../local-days.ts'
import { liveBetween, liveOnWorkOrders, type Placed } from '../store/assignments.ts'
import { confirmedHours, hourKey } from '../store/client-word.ts'
import { neighbours, workOrdersById } from '../store/demand.ts'
import { sharingEquipment } from '../store/equipment.ts'
import { agreementsOfWork } from '../store/labour-rules.ts'
import { weekSums } from '../store/week-sums.ts'
import { readWords, type Words } from '../store/words.ts'
import { gearOf, loadGear } from './load-gear.ts'

export type SceneQuestion = {
  readonly from: Instant
  readonly until: Instant
  /** Null: everybody who is not archived. */
  readonly technicianIds: readonly Id[] | null
  /** Work looked at besides what these people do in the range. */
  readonly workOrderIds: readonly Id[]
}

/** The Mondays of the first and the last week of the range. */
const weeksOf = ({ from, until }: SceneQuestion, timeZone: string) => ({
  first: mondayOf(dateAt(Date.parse(from), timeZone)),
  last: mondayOf(dateAt(Date.parse(until) - 1, timeZone)),
})

/** Weekly hours and rests reach to the ends of the weeks the range touches, and a day beyond. */
function surroundings(question: SceneQuestion, timeZone: string) {
  const weeks = weeksOf(question, timeZone)
  const first = addDays(weeks.first, -1)
  const last = addDays(weeks.last, 7)
  const at = (date: string) => new Date(dayStart(date, timeZone)).toISOString()
  return { first, last, from: at(first), until: at(addDays(last, 1)) }
}

const inside = (one: Span, { from, until }: { from: Instant; until: Instant }): boolean =>
  Date.parse(one.startsAt) < Date.parse(until) && Date.parse(one.endsAt) > Date.parse(from)

/** Statements that do not wait for each other travel together. */
export async function loadScene(tx: Tx, question: SceneQuestion): Promise<Scene> {
  const { timeZone } = tx.actor
  const around = surroundings(question, timeZone)
  const [own, words, chosen, gear, weeks] = await Promise.all([
    liveBetween(tx, { ...around, technicianIds: question.technicianIds }),
    readWords(tx),
    techniciansById(tx, question.technicianIds),
    loadGear(tx, around),
    weekSums(tx, { ...weeksOf(question, timeZone), technicianIds: question.technicianIds }),
  ])
  const current = own.filter((one) => inside(one, question)).map(({ workOrderId }) => workOrderId)
  const looked = [...new Set([...question.workOrderIds, ...current])]
  const whole = new Set([...looked, ...(await neighbours(tx, looked))])
  const sharing = gear.equipment.length > 0 ? await sharingEquipment(tx, looked, around) : []
  const partners = await liveOnWorkOrders(tx, [...new Set([...whole, ...sharing])])
  const placed = [...new Map([...own, ...partners].map((one) => [one.id, one])).values()]
  const all = [...new Set([...whole, ...placed.map(({ workOrderId }) => workOrderId)])]
  const [orders, people, confirmed, agreements] = await Promise.all([
    workOrdersById(tx, all),
    loadTechnicians(tx, { chosen, placed, around, words }),
    confirmedHours(tx, [...new Set(placed.map(({ workOrderId }) => workOrderId))]),
    agreementsOfWork(tx, all),
  ])
  return {
    from: question.from,
    until: question.until,
    timeZone,
    technicians: people,
    workOrders: withKnownSeats(orders, whole, placed),
    assignments: placed.map((one) => ({
      ...one,
      clientConfirmed: confirmed.has(hourKey(one.workOrderId, one.startsAt)),
    })),
    ...gearOf(gear, orders),
    agreements,
    weeks,
    names: { ...gear.names, ...namesOf(words, people, orders) },
  }
}

/** Work around the range is there only for the time it takes: its other seats are none of the question's. */
function withKnownSeats(
  orders: readonly SceneWorkOrder[],
  whole: ReadonlySet<Id>,
  placed: readonly Placed[],
): SceneWorkOrder[] {
  const held = new Set(placed.map(({ positionId }) => positionId))
  return orders.map((order) =>
    whole.has(order.id)
      ? order
      : {
          ...order,
          after: [],
          seats: order.seats.filter(({ positionId }) => held.has(positionId)),
        },
  )
}

type Crew = {
  readonly chosen: readonly Technician[]
  readonly placed: readonly Placed[]
  readonly around: { readonly first: string; readonly last: string }
  readonly words: Words
}

/** Those asked for, and whoever sits on a seat beside them. */
async function loadTechnicians(
  tx: Tx,
  { chosen, placed, around, words }: Crew,
): Promise<SceneTechnician[]> {
  const known = new Set(chosen.map(({ id }) => id))
  const others = [...new Set(placed.map(({ technicianId }) => technicianId))].filter(
    (id) => !known.has(id),
  )
  const people = others.length > 0 ? [...chosen, ...(await techniciansById(tx, others))] : chosen
  const availability = await availabilityOf(tx, people, {
    from: around.first,
    until: around.last,
  })
  const days = new Map(availability.map((one) => [one.technicianId, one.days]))
  return people.map((one) =>
    sceneTechnician(one, days.get(one.id) ?? [], words.covers, tx.actor.timeZone),
  )
}

function sceneTechnician(
  technician: Technician,
  days: Availability['days'],
  covers: ReadonlyMap<Id, readonly Id[]>,
  timeZone: string,
): SceneTechnician {
  const dayBegins = (date: string | null, plus: number): Instant | null =>
    date === null
      ? null
      : new Date(dayStart(addDays(date, plus), timeZone) - plus * 1000).toISOString()
  return {
    id: technician.id,
    name: technician.name,
    archived: technician.archivedAt !== null,
    home: technician.homePosition,
    maxDaySeconds: technician.maxDaySeconds,
    skills: technician.skills.map(({ skillId, level }) => ({ id: skillId, level })),
    certifications: technician.certifications.flatMap(({ kindId, validFrom, validUntil }) =>
      [kindId, ...(covers.get(kindId) ?? [])].map((id) => ({
        id,
        validFrom: dayBegins(validFrom, 0),
        validUntil: dayBegins(validUntil, 1),
      })),
    ),
    days: days.map(wholeDay),
  }
}

/** The shifts as they are without absences, for a rule that says "absent" rather than "does not work". */
export function wholeDay({ date, shifts, absences, said }: Availability['days'][number]): WorkDay {
  const parts: Span[] = [...shifts, ...absences].toSorted((a, b) =>
    a.startsAt < b.startsAt ? -1 : 1,
  )
  const whole: Span[] = []
  const of = (state: DayState): Span[] =>
    said.filter((one) => one.state === state).map(({ startsAt, endsAt }) => ({ startsAt, endsAt }))
  for (const { startsAt, endsAt } of parts) {
    const last = whole.at(-1)
    if (last && startsAt <= last.endsAt)
      whole[whole.length - 1] = {
        startsAt: last.startsAt,
        endsAt: [endsAt, last.endsAt].toSorted().at(-1) ?? endsAt,
      }
    else whole.push({ startsAt, endsAt })
  }
  const day = { date, shifts: whole, absences }
  return said.length > 0 ? { ...day, refused: of('unavailable'), pending: of('pending') } : day
}

const namesOf = (
  words: Words,
  people: readonly SceneTechnician[],
  orders: readonly SceneWorkOrder[],
): Record<string, string> => ({
  ...words.names,
  ...Object.fromEntries([
    ...people.map(({ id, name }) => [id, name]),
    ...orders.flatMap(({ title, siteName, seats }) =>
      seats.map(({ positionId }) => [positionId, `${title} · ${siteName}`]),
    ),
  ]),
})
