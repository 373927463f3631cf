// Times at which a visit could be made instead, for the client who asks: what the rules allow to somebody, with what is
// held for other clients taken as taken.
import type { Id, Instant } from '@regie/contract/kernel'
import { type Plan, type Problem, suggest, verdict } from '@regie/solver'
import type { Tx } from '../../platform/work.ts'
import { openProblem } from '../engine/judge.ts'
import { policyFor } from '../engine/policy.ts'
import type { Scene, SceneAssignment, SceneWorkOrder } from '../engine/scene.ts'
import { dateAt } from '../local-days.ts'
import { liveOnWorkOrders, type Placed } from '../store/assignments.ts'
import { type Hold, liveHolds } from '../store/client-word.ts'
import { within } from './ask-rules.ts'
import { loadScene } from './load-scene.ts'

export type FreeSlot = {
  readonly technicianId: Id
  readonly startsAt: Instant
  readonly endsAt: Instant
}

export type SlotQuestion = {
  readonly workOrderId: Id
  readonly from: Instant
  readonly until: Instant
  /** At most so many times on one day. */
  readonly perDay: number
}

/** Gaps that are looked into, the cheapest for the tours first. */
const GAPS = 80
/** Times tried in all: each is judged by every rule. */
const TRIES = 400
const QUARTER = 900
const STEP = 7200

/** The one assignment of work that a client may move: a crew, or work that has begun or is locked, is for the office. */
export async function movableVisit(tx: Tx, workOrderId: Id): Promise<Placed | undefined> {
  const placed = await liveOnWorkOrders(tx, [workOrderId])
  const [only] = placed
  const isOpen = only && (only.state === 'offered' || only.state === 'accepted') && !only.locked
  return placed.length === 1 && isOpen && only.publishedAt !== null ? only : undefined
}

type Open = {
  readonly problem: Problem
  readonly plan: Plan
  readonly visit: Placed
  readonly technicianIds: readonly Id[]
}

/** The plan without this visit, and with every time that is held for another client. */
async function openFor(tx: Tx, question: Omit<SlotQuestion, 'perDay'>): Promise<Open | undefined> {
  const visit = await movableVisit(tx, question.workOrderId)
  if (!visit) return undefined
  const holds = (await liveHolds(tx)).filter((one) => one.workOrderId !== visit.workOrderId)
  const scene = await loadScene(tx, {
    ...question,
    technicianIds: null,
    workOrderIds: [visit.workOrderId, ...holds.map(({ workOrderId }) => workOrderId)],
  })
  const asked = scene.workOrders.find(({ id }) => id === visit.workOrderId)
  if (!asked || asked.durationMinutes === null || !meets(asked, question)) return undefined
  const free = confined(withHolds(withoutVisit(scene, visit), holds), visit.workOrderId)
  const { problem, plan } = await openProblem(tx, free, {
    policy: await policyFor(tx, null),
    keep: 'all',
  })
  const technicianIds = scene.technicians.filter((one) => !one.archived).map(({ id }) => id)
  return { problem, plan, visit, technicianIds }
}

/** Does one of its windows touch the range at all? */
const meets = ({ windows }: SceneWorkOrder, { from, until }: { from: Instant; until: Instant }) =>
  windows.length === 0 ||
  windows.some(
    (one) => Date.parse(one.until) > Date.parse(from) && Date.parse(one.from) < Date.parse(until),
  )

/** Work that may be done at any time is confined to the range besides. */
function confined(scene: Scene, workOrderId: Id): Scene {
  const range = within(scene, workOrderId)
  return {
    ...range,
    workOrders: range.workOrders.map((order) =>
      order.id === workOrderId && order.windows.length === 0
        ? { ...order, windows: [{ from: order.earliestAt ?? scene.from, until: scene.until }] }
        : order,
    ),
  }
}

const withoutVisit = (scene: Scene, visit: Placed): Scene => ({
  ...scene,
  assignments: scene.assignments.filter(({ id }) => id !== visit.id),
})

/** A held time stands in the plan as a visit of its own beside the one it is to replace. */
function withHolds(scene: Scene, holds: readonly Hold[]): Scene {
  const orders: SceneWorkOrder[] = []
  const assignments: SceneAssignment[] = []
  for (const hold of holds) {
    const order = scene.workOrders.find(({ id }) => id === hold.workOrderId)
    const seat = order?.seats.find(({ positionId }) => positionId === hold.positionId)
    if (!order || !seat || !scene.technicians.some(({ id }) => id === hold.technicianId)) continue
    const id = `held:${hold.workOrderId}`
    orders.push({ ...order, id, windows: [], after: [], seats: [{ ...seat, positionId: id }] })
    assignments.push({
      ...{ id, version: 1, workOrderId: id, positionId: id, technicianId: hold.technicianId },
      ...{ startsAt: hold.startsAt, endsAt: hold.endsAt, publishedAt: null },
      ...{ state: 'offered', locked: false, clientConfirmed: false },
    })
  }
  return {
    ...scene,
    workOrders: [...scene.workOrders, ...orders],
    assignments: [...scene.assignments, ...assignments],
  }
}

const iso = (seconds: number): Instant => new Date(seconds * 1000).toISOString()

/** Round times in the gaps of the tours, spread over the days; each is allowed by every rule. */
export async function freeSlots(tx: Tx, question: SlotQuestion): Promise<FreeSlot[]> {
  const open = await openFor(tx, question)
  if (!open) return []
  const { problem, plan, visit } = open
  const seat = visit.positionId
  const length = (Date.parse(visit.endsAt) - Date.parse(visit.startsAt)) / 1000
  const standing = Date.parse(visit.startsAt) / 1000
  const found = new Map<number, FreeSlot>()
  const perDay = new Map<string, number>()
  let tries = 0
  for (const gap of suggest(problem, plan, seat, { count: GAPS })) {
    const first = Math.ceil(gap.start / QUARTER) * QUARTER
    for (let start = first; start <= gap.start + gap.slackSeconds; start += STEP) {
      const date = dateAt(start * 1000, tx.actor.timeZone)
      const isFull = (perDay.get(date) ?? 0) >= question.perDay
      if (isFull || start === standing || found.has(start) || tries >= TRIES) continue
      tries += 1
      if (!verdict(problem, plan, { visit: seat, technician: gap.technician, start }).allowed)
        continue
      perDay.set(date, (perDay.get(date) ?? 0) + 1)
      const { technician: technicianId } = gap
      found.set(start, { technicianId, startsAt: iso(start), endsAt: iso(start + length) })
    }
  }
  return [...found.values()].sort((a, b) => a.startsAt.localeCompare(b.startsAt))
}

/** Who could make it at exactly this time: whoever makes it now before anybody else. */
export async function whoIsFree(
  tx: Tx,
  { workOrderId, startsAt }: { workOrderId: Id; startsAt: Instant },
): Promise<{ visit: Placed; slot: FreeSlot } | undefined> {
  const start = Date.parse(startsAt) / 1000
  const day = { from: iso(start - 43_200), until: iso(start + 43_200) }
  const open = await openFor(tx, { workOrderId, ...day })
  if (!open) return undefined
  const { problem, plan, visit } = open
  const length = Date.parse(visit.endsAt) - Date.parse(visit.startsAt)
  const cheapest = suggest(problem, plan, visit.positionId, { count: GAPS })
  const people = new Set([visit.technicianId, ...cheapest.map(({ technician }) => technician)])
  for (const technician of people)
    if (verdict(problem, plan, { visit: visit.positionId, technician, start }).allowed) {
      const endsAt = iso(start + length / 1000)
      return { visit, slot: { technicianId: technician, startsAt: iso(start), endsAt } }
    }
  return undefined
}
