// Who could take a seat at exactly this hour, best first, and why the others cannot.
import type { Id, Instant } from '@regie/contract/kernel'
import type { Reason } from '@regie/contract/planning-reasons'
import { evaluate, explain, suggest } from '@regie/solver'
import type { Tx } from '../../platform/work.ts'
import { openProblem, reasonsAgainst, withNames } from '../engine/judge.ts'
import { policyFor } from '../engine/policy.ts'
import { rulesOfWork } from '../engine/rulebook.ts'
import type { Scene } from '../engine/scene.ts'
import { loadScene } from './load-scene.ts'
import { beyondLabour, withinLabour } from './within-labour.ts'

/** A seat at its hour. */
export type Slot = {
  readonly workOrderId: Id
  readonly positionId: Id
  readonly startsAt: Instant
  readonly endsAt: Instant
}

/** Somebody who may take it, with what it costs them. */
export type Taker = {
  readonly technicianId: Id
  readonly technicianName: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly addedTravelSeconds: number
  readonly addedTravelMetres: number
  readonly plannedMinutes: number
}

export type Takers = {
  readonly able: readonly Taker[]
  readonly refused: readonly {
    readonly technicianId: Id
    readonly technicianName: string
    readonly reasons: Reason[]
  }[]
}

const MOST = 100

/** The scene as if nobody sat on the seat, nor on those given up for it. */
const vacated = (scene: Scene, slot: Slot, without: readonly Id[]): Scene => ({
  ...scene,
  assignments: scene.assignments.filter(
    ({ id, positionId }) => positionId !== slot.positionId && !without.includes(id),
  ),
})

/** The work as if it could be done at this hour only. */
const atThisHour = (scene: Scene, { workOrderId, startsAt, endsAt }: Slot): Scene => ({
  ...scene,
  workOrders: scene.workOrders.map((order) =>
    order.id === workOrderId
      ? {
          ...order,
          durationMinutes: Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000),
          windows: [{ from: startsAt, until: endsAt }],
          earliestAt: null,
          dueAt: null,
        }
      : order,
  ),
})

/** `without`: assignments that would be given up in exchange. */
export async function rankTakers(tx: Tx, slot: Slot, without: readonly Id[] = []): Promise<Takers> {
  const loaded = await loadScene(tx, {
    from: slot.startsAt,
    until: slot.endsAt,
    technicianIds: null,
    workOrderIds: [slot.workOrderId],
  })
  const scene = atThisHour(vacated(loaded, slot, without), slot)
  const rules = await rulesOfWork(tx, scene, slot.workOrderId)
  const { problem, plan } = await openProblem(tx, scene, { ...rules, keep: 'all' })
  const visit = slot.positionId
  const suggested = suggest(problem, plan, visit, { count: MOST })
  const { slots, over } = await withinLabour(tx, suggested, visit, scene)
  const able = new Set(slots.map(({ technician }) => technician))
  const { workSeconds } = evaluate(problem, plan).summary
  return {
    able: slots.map(({ technician, start, end, addedTravelSeconds, addedMetres }) => ({
      technicianId: technician,
      technicianName: scene.names[technician] ?? '',
      startsAt: new Date(start * 1000).toISOString(),
      endsAt: new Date(end * 1000).toISOString(),
      addedTravelSeconds: Math.round(addedTravelSeconds),
      addedTravelMetres: Math.round(addedMetres),
      plannedMinutes: Math.round((workSeconds[technician] ?? 0) / 60),
    })),
    refused: [
      ...beyondLabour(over, scene),
      ...explain(problem, plan, visit)
        .technicians.filter(({ technician }) => !able.has(technician) && !over.has(technician))
        .map(({ technician, refusals }) => ({
          technicianId: technician,
          technicianName: scene.names[technician] ?? '',
          reasons: refusals.map((refusal) => withNames(refusal, scene.names)),
        })),
    ],
  }
}

/** Every reason against this one taking it; none: it may be done. */
export async function againstTaking(
  tx: Tx,
  slot: Slot,
  technicianId: Id,
  without: readonly Id[] = [],
): Promise<Reason[]> {
  const loaded = await loadScene(tx, {
    from: slot.startsAt,
    until: slot.endsAt,
    technicianIds: [technicianId],
    workOrderIds: [slot.workOrderId],
  })
  const scene = vacated(loaded, slot, without)
  return await reasonsAgainst(tx, {
    ...slot,
    technicianId,
    scene,
    policy: await policyFor(tx, null),
  })
}
