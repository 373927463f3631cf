// Nobody stays on work that was called off, nor at a time that it no longer has.
import type { Id } from '@regie/contract/kernel'
import { command, type Tx } from '../../platform/work.ts'
import { workOrdersToPlan } from '../../work-orders/index.ts'
import { happened } from '../events.ts'
import { after } from '../model.ts'
import {
  deleteAssignments,
  liveOnWorkOrders,
  lockPlanning,
  type Placed,
  saveAssignment,
} from '../store/assignments.ts'
import { labelledById } from '../store/labelled.ts'
import { followSeats } from './follow-seats.ts'

const FOREVER = { from: '1970-01-01T00:00:00Z', until: '9999-01-01T00:00:00Z' }

/** What is under way is left to the people: it shows on the board. Returns how many were taken off. */
export const releaseWork = command(
  'planning.release-work',
  { permission: 'planning.write' },
  async (tx, { workOrderIds }: { workOrderIds: readonly Id[] }): Promise<number> => {
    const around = await liveOnWorkOrders(tx, workOrderIds)
    await lockPlanning(
      tx,
      around.flatMap(({ workOrderId, technicianId }) => [workOrderId, technicianId]),
    )
    const orders = await workOrdersToPlan(tx, { ...FOREVER, ids: workOrderIds })
    const byId = new Map(orders.map((order) => [order.id, order]))
    const live = await liveOnWorkOrders(tx, workOrderIds)
    const loose = live.filter((one) => {
      const order = byId.get(one.workOrderId)
      return order !== undefined && (order.status === 'cancelled' || !fits(one, order.windows))
    })
    let released = 0
    for (const one of loose) if (await takeOff(tx, one)) released += 1
    const open = loose
      .map(({ workOrderId }) => workOrderId)
      .filter((id) => byId.get(id)?.status === 'planned')
    await followSeats(tx, open)
    return released
  },
)

const fits = (
  { startsAt, endsAt }: Placed,
  windows: readonly { readonly from: string; readonly until: string }[],
): boolean =>
  windows.length === 0 ||
  windows.some(
    ({ from, until }) =>
      Date.parse(from) <= Date.parse(startsAt) && Date.parse(endsAt) <= Date.parse(until),
  )

async function takeOff(tx: Tx, placed: Placed): Promise<boolean> {
  const state = after(placed.state, 'withdraw')
  if (!state) return false
  const [shown] = await labelledById(tx, [placed.id])
  if (placed.publishedAt === null) await deleteAssignments(tx, [placed.id])
  else await saveAssignment(tx, placed, { state, locked: false })
  if (shown)
    tx.emit(
      happened.assignment_removed({
        assignment: {
          ...shown,
          state,
          version: placed.version + 1,
          seatsFilled: Math.max(0, shown.seatsFilled - 1),
        },
      }),
    )
  return true
}
