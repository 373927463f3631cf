// Who does what at the festival: seats filled in the order of time, chiefs first; the last evening stays open.
import type { Id } from '@regie/contract/kernel'
import type { SkillLevel } from '@regie/contract/skills'
import type { Technician } from '@regie/contract/workforce'
import { publishPlan } from '../../planning/index.ts'
import type { Tx } from '../../platform/work.ts'
import { type SeatToFill, type WorkOrderToPlan, workOrdersToPlan } from '../../work-orders/index.ts'
import { technicians } from '../../workforce/index.ts'
import { assign, type Given, liveOn } from '../dispatch.ts'
import type { Week } from '../week.ts'

const MINUTE = 60_000
/** From one stage to the next, with the buffer. */
const CHANGE_MINUTES = 15
const MAX_DAY_MINUTES = 12 * 60

export async function makeRota(tx: Tx, week: Week): Promise<void> {
  const from = week.at(0, '00:00')
  const until = week.at(8, '00:00')
  // At the same hour the work that asks most comes first, or its people would be gone.
  const acts = [...(await workOrdersToPlan(tx, { from, until }))].sort(
    (a, b) => startOf(a) - startOf(b) || mostAsked(b) - mostAsked(a),
  )
  const crew = await technicians(tx, null)
  const lastEvening = Date.parse(week.at(6, '12:00'))
  const given: Given[] = []
  // Seats without which nothing happens are filled on every stage before any that may stay empty.
  for (const mandatory of [true, false])
    for (const act of acts) {
      if (startOf(act) >= lastEvening && act.siteName !== 'Grande Scène') continue
      for (const seat of act.seats.filter((one) => one.mandatory === mandatory)) {
        const made = await fill(tx, act, seat, { crew, given })
        if (made) given.push(made)
      }
    }
  await publishPlan.run(tx, { from, until, technicianIds: [] })
  await liveOn(tx, given, week.now)
}

const startOf = ({ windows }: WorkOrderToPlan): number => Date.parse(windows[0]?.from ?? '')

const mostAsked = ({ seats }: WorkOrderToPlan): number =>
  Math.max(0, ...seats.flatMap(({ skills }) => skills.map(({ level }) => level)))

type Crew = { crew: readonly Technician[]; given: readonly Given[] }

/** People of the trade first, the least of them before the chiefs, who are left for what only they can do. */
async function fill(
  tx: Tx,
  act: WorkOrderToPlan,
  seat: SeatToFill,
  { crew, given }: Crew,
): Promise<Given | undefined> {
  const startsAt = startOf(act)
  const endsAt = startsAt + (act.durationMinutes ?? 0) * MINUTE
  const able = crew
    .filter((one) => suits(one, seat) && isFree(one.id, startsAt, endsAt, given))
    .sort(
      (a, b) =>
        foreign(a, seat.skills) - foreign(b, seat.skills) ||
        strength(a, seat.skills) - strength(b, seat.skills) ||
        a.name.localeCompare(b.name),
    )
  for (const { id } of able.slice(0, 3)) {
    const wish = {
      positionId: seat.positionId,
      technicianId: id,
      startsAt: new Date(startsAt).toISOString(),
    }
    const made = await assign(tx, wish)
    if (made) return made
  }
  return undefined
}

const suits = ({ skills, certifications }: Technician, seat: SeatToFill): boolean =>
  seat.skills.every(({ skillId, level }) =>
    skills.some((held) => held.skillId === skillId && held.level >= level),
  ) &&
  seat.certificationKindIds.every((kindId) => certifications.some((held) => held.kindId === kindId))

/** 0 for people whose first trade is asked for, 1 for those who also know it. */
const foreign = ({ skills }: Technician, asked: readonly SkillLevel[]): number =>
  asked.some(({ skillId }) => skills[0]?.skillId === skillId) ? 0 : 1

const strength = ({ skills }: Technician, asked: readonly SkillLevel[]): number =>
  Math.max(
    0,
    ...asked.map(({ skillId }) => skills.find((held) => held.skillId === skillId)?.level ?? 0),
  )

function isFree(
  technicianId: Id,
  startsAt: number,
  endsAt: number,
  given: readonly Given[],
): boolean {
  const own = given.filter((one) => one.technicianId === technicianId)
  const gap = CHANGE_MINUTES * MINUTE
  const clash = own.some(
    (one) => Date.parse(one.startsAt) < endsAt + gap && startsAt < Date.parse(one.endsAt) + gap,
  )
  const sameDay = own.filter(
    (one) => Math.abs(Date.parse(one.startsAt) - startsAt) < 14 * 60 * MINUTE,
  )
  const worked = sameDay.reduce(
    (sum, one) => sum + Date.parse(one.endsAt) - Date.parse(one.startsAt),
    0,
  )
  return !clash && worked + endsAt - startsAt <= MAX_DAY_MINUTES * MINUTE
}
