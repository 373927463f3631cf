// How work orders move through their states: by people's hands, and by planning on their behalf.
import type { Id } from '@regie/contract/kernel'
import type { WorkOrder, WorkOrderStatus } from '@regie/contract/work-orders'
import type { Permission } from '../../platform/actor.ts'
import { fail, invalid } from '../../platform/errors.ts'
import { expectCurrent, found } from '../../platform/guards.ts'
import { type Command, command, type Tx } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { mayMove } from '../model.ts'
import { lockStandings, type Standing, saveMove, saveStatus } from '../store/changes.ts'
import { findWorkOrder } from '../store/work-orders.ts'
import { unqualified } from './work-orders.ts'

type Move = { workOrderId: Id; version: number; reason: string }

const move = (
  name: string,
  permission: Permission,
  to: WorkOrderStatus,
  from: readonly WorkOrderStatus[],
): Command<Move, WorkOrder> =>
  command(
    `work-orders.${name}`,
    { permission },
    async (tx, { workOrderId, version, reason }: Move): Promise<WorkOrder> => {
      const [standing] = await lockStandings(tx, [workOrderId])
      const before = found(await findWorkOrder(tx, workOrderId), 'work order')
      if (!standing || !from.includes(standing.status) || !mayMove(standing.status, to))
        throw fail('wrong_state', { state: before.status })
      // A request that was cancelled before anybody understood it is a request again.
      const target = standing.status === 'cancelled' && !before.durationMinutes ? 'requested' : to
      const faults = target === 'qualified' ? unqualified(tx, before) : []
      if (faults.length) throw invalid(faults)
      const cancelReason = to === 'cancelled' ? reason : ''
      expectCurrent(
        await saveMove(tx, { workOrderId, version, status: target, cancelReason }),
        before,
      )
      tell(tx, standing, target, reason)
      return found(await findWorkOrder(tx, workOrderId), 'work order')
    },
  )

export const qualifyWorkOrder = move('qualify', 'work-orders.write', 'qualified', ['requested'])
export const cancelWorkOrder = move('cancel', 'work-orders.write', 'cancelled', [
  'requested',
  'qualified',
  'planned',
  'in_progress',
])
export const reopenWorkOrder = move('reopen', 'work-orders.write', 'qualified', [
  'cancelled',
  'done',
])
export const validateWorkOrder = move('validate', 'work-orders.validate', 'validated', ['done'])
export const closeWorkOrder = move('close', 'work-orders.close', 'closed', ['validated'])

const tell = (tx: Tx, standing: Standing, to: WorkOrderStatus, reason: string): void => {
  const { id, reference, title, siteId, projectId, status: from } = standing
  const about = { workOrderId: id, reference, title, siteId, projectId }
  tx.emit(happened.work_order_moved({ ...about, from, to, reason }))
}

/**
 * Moves these on, inside the caller's transaction. Those that stand at `to` or in `beyond` already stay.
 * 404 when one is not there, 409 `wrong_state` when one cannot go there.
 */
const mark =
  (to: WorkOrderStatus, beyond: readonly WorkOrderStatus[] = []) =>
  async (tx: Tx, ids: readonly Id[]): Promise<void> => {
    const wanted = new Set(ids)
    const standings = await lockStandings(tx, [...wanted])
    if (standings.length < wanted.size) throw fail('not_found', { what: 'work order' })
    const moving = standings.filter(({ status }) => status !== to && !beyond.includes(status))
    const stuck = moving.find(({ status }) => !mayMove(status, to))
    if (stuck) throw fail('wrong_state', { state: stuck.status, workOrderId: stuck.id })
    if (moving.length === 0) return
    await saveStatus(
      tx,
      moving.map(({ id }) => id),
      to,
    )
    for (const standing of moving) tell(tx, standing, to, '')
  }

/** Somebody is assigned. */
export const markPlanned = mark('planned', ['in_progress'])
/** Nobody is assigned any more. */
export const markUnplanned = mark('qualified', ['requested', 'in_progress'])
/** The first technician started. */
export const markStarted = mark('in_progress')
/** The last technician finished. */
export const markDone = mark('done', ['validated', 'closed'])
