// Who can be where it is urgent first: from where each technician is by the running route, after what is under way.
import type { Id, Instant, Position } from '@regie/contract/kernel'
import { evaluate, explain, suggest } from '@regie/solver'
import { found } from '../../platform/guards.ts'
import type { Tx } from '../../platform/work.ts'
import { openProblem, withNames } from '../engine/judge.ts'
import { rulesOfWork } from '../engine/rulebook.ts'
import type { Scene, SceneAssignment, SceneWorkOrder } from '../engine/scene.ts'
import { estimateLeg } from '../travel/haversine.ts'
import { loadScene } from './load-scene.ts'
import { againstTaking, type Taker, type Takers } from './rank-takers.ts'

type Urgency = {
  readonly workOrderId: Id
  readonly positionId: Id
  /** How far ahead somebody is sought. */
  readonly hours: number
}

const MINUTE_MS = 60_000
const STEP_MS = 5 * MINUTE_MS
/** Work without a known duration blocks so long. */
const SUPPOSED_MINUTES = 60
const MOST = 300
/** So many of the nearest are asked of the rules again at the hour they really arrive. */
const PROVED = 12

/** Work that cannot wait may begin from now on, within its own windows where it has some. */
function fromNow(scene: Scene, { workOrderId, positionId }: Urgency): Scene {
  return {
    ...scene,
    assignments: scene.assignments.filter((one) => one.positionId !== positionId),
    workOrders: scene.workOrders.map((order) =>
      order.id === workOrderId
        ? {
            ...order,
            durationMinutes: order.durationMinutes ?? SUPPOSED_MINUTES,
            windows: clipped(order, scene),
            earliestAt: null,
            dueAt: null,
          }
        : order,
    ),
  }
}

function clipped({ windows }: SceneWorkOrder, { from, until }: Scene): SceneWorkOrder['windows'] {
  const given = windows.length > 0 ? windows : [{ from, until }]
  return given
    .map((one) => ({
      from: Date.parse(one.from) > Date.parse(from) ? one.from : from,
      until: Date.parse(one.until) < Date.parse(until) ? one.until : until,
    }))
    .filter((one) => Date.parse(one.from) < Date.parse(one.until))
}

type Whereabouts = { readonly position: Position | null; readonly freeAt: number }

/** Where somebody is now: at the visit under way or last done today, else at home; and when they can leave. */
function whereabouts(scene: Scene, technicianId: Id, now: number): Whereabouts {
  const begun = scene.assignments
    .filter((one) => one.technicianId === technicianId && isBegun(one, now))
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))
    .at(-1)
  const home = scene.technicians.find(({ id }) => id === technicianId)?.home ?? null
  if (!begun) return { position: home, freeAt: now }
  const order = scene.workOrders.find(({ id }) => id === begun.workOrderId)
  const freeAt = begun.state === 'finished' ? now : Math.max(now, Date.parse(begun.endsAt))
  return { position: order?.position ?? home, freeAt }
}

const TODAY_MS = 12 * 3_600_000
/** By their own word, whatever the hour of the plan: who drives there is sooner there than at home. */
const underWay: ReadonlySet<string> = new Set(['en_route', 'started', 'paused', 'finished'])
const isBegun = ({ startsAt, state }: SceneAssignment, now: number): boolean =>
  Date.parse(startsAt) > now - TODAY_MS && (Date.parse(startsAt) <= now || underWay.has(state))

export async function nearestTakers(tx: Tx, urgency: Urgency): Promise<Takers> {
  const now = Math.ceil(Date.parse(tx.now()) / STEP_MS) * STEP_MS
  const loaded = await loadScene(tx, {
    from: instantOf(now),
    until: instantOf(now + urgency.hours * 60 * MINUTE_MS),
    technicianIds: null,
    workOrderIds: [urgency.workOrderId],
  })
  const scene = fromNow(loaded, urgency)
  const order = found(
    scene.workOrders.find(({ id }) => id === urgency.workOrderId),
    'work order',
  )
  if (order.windows.length === 0) return { able: [], refused: [] }
  const rules = await rulesOfWork(tx, scene, urgency.workOrderId)
  const { problem, plan } = await openProblem(tx, scene, { ...rules, keep: 'all' })
  const slots = suggest(problem, plan, urgency.positionId, { count: MOST })
  const { workSeconds } = evaluate(problem, plan).summary
  const first = new Map<Id, Taker>()
  for (const { technician, start } of slots) {
    const { position, freeAt } = whereabouts(scene, technician, now)
    const way = position && order.position ? wayBetween(tx, position, order.position) : NO_WAY
    const arrives = Math.ceil((freeAt + way.seconds * 1000) / STEP_MS) * STEP_MS
    const startsAt = Math.max(start * 1000, arrives)
    const known = first.get(technician)
    if (known && Date.parse(known.startsAt) <= startsAt) continue
    first.set(technician, {
      technicianId: technician,
      technicianName: scene.names[technician] ?? '',
      startsAt: instantOf(startsAt),
      endsAt: instantOf(startsAt + (order.durationMinutes ?? SUPPOSED_MINUTES) * MINUTE_MS),
      addedTravelSeconds: way.seconds,
      addedTravelMetres: way.metres,
      plannedMinutes: Math.round((workSeconds[technician] ?? 0) / 60),
    })
  }
  return {
    able: await proved(tx, urgency, first.values()),
    refused: explain(problem, plan, urgency.positionId)
      .technicians.filter(({ technician }) => !first.has(technician))
      .map(({ technician, refusals }) => ({
        technicianId: technician,
        technicianName: scene.names[technician] ?? '',
        reasons: refusals.map((refusal) => withNames(refusal, scene.names)),
      })),
  }
}

const NO_WAY = { seconds: 0, metres: 0 }

function wayBetween(tx: Tx, from: Position, to: Position): typeof NO_WAY {
  const { seconds, metres } = estimateLeg(from, to, tx.config.travel)
  return { seconds: seconds ?? 0, metres: metres ?? 0 }
}

/** The first to arrive, then the shortest way; asked of the rules again at the hour each really arrives. */
async function proved(tx: Tx, urgency: Urgency, takers: Iterable<Taker>): Promise<Taker[]> {
  const sorted = [...takers].toSorted(
    (a, b) => a.startsAt.localeCompare(b.startsAt) || a.addedTravelSeconds - b.addedTravelSeconds,
  )
  const good: Taker[] = []
  for (const taker of sorted.slice(0, PROVED)) {
    const { technicianId, startsAt, endsAt } = taker
    const slot = { ...urgency, startsAt, endsAt }
    if ((await againstTaking(tx, slot, technicianId)).length === 0) good.push(taker)
  }
  return good
}

const instantOf = (at: number): Instant => new Date(at).toISOString()
