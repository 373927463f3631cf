// "May this technician do this then?" with what is in the database now.
import type { Id, Instant } from '@regie/contract/kernel'
import type { Verdict } from '@regie/contract/planning'
import { strictest } from '@regie/contract/planning-overrides'
import type { Reason } from '@regie/contract/planning-reasons'
import { fail, invalid } from '../../platform/errors.ts'
import { found } from '../../platform/guards.ts'
import type { Tx } from '../../platform/work.ts'
import { findTechnician } from '../../workforce/index.ts'
import { type PlacementQuestion, reasonsAgainst } from '../engine/judge.ts'
import { policyFor } from '../engine/policy.ts'
import type { Scene, Span, WorkDay } from '../engine/scene.ts'
import { dateAt } from '../local-days.ts'
import { ownerOfSeat, type SeatOwner } from '../store/demand.ts'
import { readPlacementRules } from '../store/placement-rules.ts'
import { loadScene } from './load-scene.ts'

export type Placement = {
  readonly positionId: Id
  readonly workOrderId: Id
  readonly technicianId: Id
  readonly startsAt: Instant
  readonly endsAt: Instant
}

const LONGEST_MS = 31 * 86_400_000

/** A placement ends after it starts, and within a month. */
export function expectSpan({ startsAt, endsAt }: Pick<Placement, 'startsAt' | 'endsAt'>): void {
  const length = Date.parse(endsAt) - Date.parse(startsAt)
  if (!(length > 0 && length <= LONGEST_MS))
    throw invalid([
      {
        path: 'body.endsAt',
        expected: `an instant after ${startsAt}, within 31 days`,
        got: endsAt,
      },
    ])
}

/** The interval the caller asked for, or the work order's duration from the start on. */
export function endOf(startsAt: Instant, endsAt: Instant | undefined, seat: SeatOwner): Instant {
  if (endsAt) return new Date(endsAt).toISOString()
  if (seat.durationMinutes === null)
    throw invalid([
      {
        path: 'body.endsAt',
        expected: 'an instant, because the duration of the work order is not known',
        got: 'nothing',
      },
    ])
  return new Date(Date.parse(startsAt) + seat.durationMinutes * 60_000).toISOString()
}

/** 404 when the technician is not one of the organisation's who still works here. */
export async function expectTechnician(tx: Tx, technicianId: Id): Promise<void> {
  const technician = found(await findTechnician(tx, technicianId), 'technician')
  if (technician.archivedAt) throw fail('not_found', { what: 'technician' })
}

/** Every reason against it, none when it may be done. */
export async function judgePlacement(tx: Tx, placement: Placement): Promise<Reason[]> {
  const [scene, policy] = await Promise.all([
    loadScene(tx, {
      from: placement.startsAt,
      until: placement.endsAt,
      technicianIds: [placement.technicianId],
      workOrderIds: [placement.workOrderId],
    }),
    policyFor(tx, null),
  ])
  const question = { ...placement, scene, policy }
  const reasons = await reasonsAgainst(tx, question)
  if (!reasons.some(isNoShift)) return await withRefusal(tx, question, reasons)
  // Where nobody is at work no other rule can be asked: ask them as if there were a shift, so that an override of
  // this one cannot slip past the law.
  const working = withShift(scene, placement)
  const others = await reasonsAgainst(tx, { ...question, scene: working })
  return [...reasons, ...others.filter(({ rule }) => rule !== 'shifts')]
}

/** Outside their shifts, hours they said no to are told besides: whoever softens one rule meets the other. */
async function withRefusal(
  tx: Tx,
  question: PlacementQuestion,
  reasons: Reason[],
): Promise<Reason[]> {
  const { scene, technicianId, startsAt, endsAt } = question
  const [from, until] = [Date.parse(startsAt), Date.parse(endsAt)]
  const who = scene.technicians.find(({ id }) => id === technicianId)
  const hasSaidNo = who?.days.some((day) =>
    day.refused?.some((one) => Date.parse(one.startsAt) < until && from < Date.parse(one.endsAt)),
  )
  const isTold = reasons.some(({ rule }) => rule === 'absences')
  if (!hasSaidNo || isTold) return reasons
  const others = await reasonsAgainst(tx, { ...question, scene: withShift(scene, question) })
  return [...reasons, ...others.filter(({ rule }) => rule === 'absences')]
}

const isNoShift = ({ rule, cause }: Reason): boolean => rule === 'shifts' && cause === 'no-shift'

const HOUR_MS = 3_600_000
/** Room for the ways there and back in a shift that is only supposed. */
const WAY_MS = 2 * HOUR_MS

function withShift(
  scene: Scene,
  { technicianId, startsAt, endsAt }: Pick<Placement, 'technicianId' | 'startsAt' | 'endsAt'>,
): Scene {
  const supposed = {
    startsAt: new Date(Date.parse(startsAt) - WAY_MS).toISOString(),
    endsAt: new Date(Date.parse(endsAt) + WAY_MS).toISOString(),
  }
  const date = dateAt(Date.parse(startsAt), scene.timeZone)
  const technicians = scene.technicians.map((one) => {
    if (one.id !== technicianId) return one
    const known = one.days.some((day) => day.date === date)
    const days = known ? one.days : [...one.days, { date, shifts: [], absences: [] }]
    return {
      ...one,
      days: days.map((day) => (day.date === date ? withSupposed(day, supposed) : day)),
    }
  })
  return { ...scene, technicians }
}

/** Outside the shifts, too, what they said no to is an absence. */
function withSupposed(day: WorkDay, supposed: Span): WorkDay {
  const known = day.absences.filter(({ reason }) => reason !== 'unavailable')
  const refused = (day.refused ?? []).map((one) => ({ ...one, reason: 'unavailable' }))
  return {
    ...day,
    shifts: [...day.shifts, supposed],
    absences: [...known, ...refused],
  }
}

export async function checkPlacement(
  tx: Tx,
  input: { positionId: Id; technicianId: Id; startsAt: Instant; endsAt?: Instant | undefined },
): Promise<Verdict> {
  const seat = found(await ownerOfSeat(tx, input.positionId), 'position')
  await expectTechnician(tx, input.technicianId)
  const placement = {
    ...input,
    workOrderId: seat.workOrderId,
    startsAt: new Date(input.startsAt).toISOString(),
    endsAt: endOf(input.startsAt, input.endsAt, seat),
  }
  expectSpan(placement)
  const [reasons, rules] = await Promise.all([
    judgePlacement(tx, placement),
    readPlacementRules(tx),
  ])
  const enforcement = strictest(rules, reasons)
  return { allowed: enforcement === 'allow', enforcement, reasons }
}
