// What of a scene a run may plan: work that can be done in the range and about which enough is known.
import type { Id } from '@regie/contract/kernel'
import { blocks } from './proposal.ts'
import type { Scene, SceneSeat, SceneWorkOrder } from './scene.ts'

export type Range = {
  /** The scene without what cannot be planned and without empty seats that are not asked about. */
  readonly scene: Scene
  readonly movable: ReadonlySet<Id>
  readonly leftOut: readonly SceneWorkOrder[]
  /** Left out because this work, which must come first, has nobody. */
  readonly waiting: ReadonlyMap<Id, SceneWorkOrder>
  /** Seats the search may fill or change, by position. */
  readonly seats: ReadonlyMap<Id, { order: SceneWorkOrder; seat: SceneSeat }>
}

const fillable = new Set(['qualified', 'planned', 'in_progress'])
const over = new Set(['done', 'validated', 'closed', 'cancelled'])

/** `asked`: ids of the work the run is about. */
export function rangeOf(scene: Scene, asked: ReadonlySet<Id>): Range {
  const heldSeats = new Set(scene.assignments.map(({ positionId }) => positionId))
  const heldOrders = new Set(scene.assignments.map(({ workOrderId }) => workOrderId))
  const byId = new Map(scene.workOrders.map((order) => [order.id, order]))
  const waiting = new Map<Id, SceneWorkOrder>()
  const leftOut: SceneWorkOrder[] = []
  const kept: SceneWorkOrder[] = []
  for (const order of scene.workOrders) {
    const plannable = asked.has(order.id) && fillable.has(order.status)
    const first = plannable ? missingFirst(order, { byId, asked, heldOrders }) : undefined
    if (first) waiting.set(order.id, first)
    const whole = plannable && !first && !order.gaps.some(blocks)
    if (plannable && !whole) leftOut.push(order)
    const seats = whole ? order.seats : order.seats.filter((one) => heldSeats.has(one.positionId))
    if (seats.length > 0) kept.push({ ...order, seats })
  }
  return {
    scene: { ...scene, workOrders: kept },
    movable: asked,
    leftOut,
    waiting,
    seats: new Map(
      kept
        .filter(({ id }) => asked.has(id))
        .flatMap((order) => order.seats.map((seat) => [seat.positionId, { order, seat }])),
    ),
  }
}

type Known = {
  readonly byId: ReadonlyMap<Id, SceneWorkOrder>
  readonly asked: ReadonlySet<Id>
  readonly heldOrders: ReadonlySet<Id>
}

/** Work that must come before, that nobody has and that this run is not about. */
const missingFirst = (
  order: SceneWorkOrder,
  { byId, asked, heldOrders }: Known,
): SceneWorkOrder | undefined =>
  order.after
    .map(({ workOrderId }) => byId.get(workOrderId))
    .find((one) => one && !over.has(one.status) && !asked.has(one.id) && !heldOrders.has(one.id))
