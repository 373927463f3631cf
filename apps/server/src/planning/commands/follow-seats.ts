// Work orders follow what happens on their seats.
import type { Id } from '@regie/contract/kernel'
import type { Tx } from '../../platform/work.ts'
import { markPlanned, markUnplanned } from '../../work-orders/index.ts'
import { liveOnWorkOrders } from '../store/assignments.ts'

/** Planned as soon as somebody is assigned, to be planned again once nobody is. */
export async function followSeats(tx: Tx, workOrderIds: readonly Id[]): Promise<void> {
  const ids = [...new Set(workOrderIds)]
  if (ids.length === 0) return
  const live = await liveOnWorkOrders(tx, ids)
  const held = new Set(live.map(({ workOrderId }) => workOrderId))
  await markPlanned(
    tx,
    ids.filter((id) => held.has(id)),
  )
  await markUnplanned(
    tx,
    ids.filter((id) => !held.has(id)),
  )
}
