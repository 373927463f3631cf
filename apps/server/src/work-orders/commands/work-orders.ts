// What people do to make and change work orders.
import type { Fault } from '@regie/contract/errors'
import type { Id } from '@regie/contract/kernel'
import type { WorkOrder, WorkOrderDraft } from '@regie/contract/work-orders'
import { fail } from '../../platform/errors.ts'
import { expectCurrent, found } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { codeOfToday, isSettled, referenceOf, toSeats } from '../model.ts'
import {
  insertWorkOrder,
  saveDependencies,
  saveSeats,
  saveWorkOrder,
  seatIdsOf,
} from '../store/changes.ts'
import { nextNumber } from '../store/counters.ts'
import { noteChangedByHand } from '../store/occurrences.ts'
import { findProject } from '../store/projects.ts'
import { findWorkOrder } from '../store/work-orders.ts'
import { expectFits } from './draft-checks.ts'

const write = { permission: 'work-orders.write' } as const

type Creation = WorkOrderDraft & { status?: 'requested' | 'qualified' | undefined }

export const createWorkOrder = command(
  'work-orders.create-work-order',
  write,
  async (tx, { status: asked, ...draft }: Creation): Promise<WorkOrder> => {
    const id = tx.newId()
    const faults = asked === 'qualified' ? unqualified(tx, draft) : []
    await expectFits(tx, id, null, draft, faults)
    const status = asked ?? (draft.durationMinutes ? 'qualified' : 'requested')
    const reference = await issueReference(tx, draft.projectId)
    const number = await nextNumber(tx, 'work order')
    await insertWorkOrder(tx, { id, number, reference, status, draft })
    await saveSeats(tx, id, toSeats(draft.positions, tx.newId))
    if (draft.dependencies.length) await saveDependencies(tx, id, draft.dependencies)
    tx.emit(happened.work_order_created({ ...told({ id, reference }, draft), status }))
    return found(await findWorkOrder(tx, id), 'work order')
  },
)

/** The name of the mission: code of its project, or of the day, and a running number under that code. */
async function issueReference(tx: Tx, projectId: Id | null): Promise<string> {
  const project = projectId ? await findProject(tx, projectId) : undefined
  const code = project?.code ?? codeOfToday(tx.now(), tx.actor.timeZone)
  return referenceOf(code, await nextNumber(tx, `mission ${code}`))
}

type Change = { workOrderId: Id; version: number; draft: WorkOrderDraft }

export const updateWorkOrder = command(
  'work-orders.update-work-order',
  write,
  async (tx, { workOrderId, version, draft }: Change): Promise<WorkOrder> => {
    const before = found(await findWorkOrder(tx, workOrderId), 'work order')
    if (before.version !== version) throw fail('stale_version', { current: before })
    if (isSettled(before.status)) throw fail('wrong_state', { state: before.status })
    const faults = before.status === 'requested' ? [] : unqualified(tx, draft)
    await expectFits(tx, workOrderId, before, draft, faults)
    expectCurrent(await saveWorkOrder(tx, workOrderId, version, draft), before)
    const seats = toSeats(draft.positions, tx.newId)
    const seatIds = new Set(seats.map(({ id }) => id))
    const removedPositionIds = (await seatIdsOf(tx, workOrderId)).filter((id) => !seatIds.has(id))
    await saveSeats(tx, workOrderId, seats)
    await saveDependencies(tx, workOrderId, draft.dependencies)
    await noteChangedByHand(tx, workOrderId)
    const { status } = before
    tx.emit(happened.work_order_changed({ ...told(before, draft), status, removedPositionIds }))
    return found(await findWorkOrder(tx, workOrderId), 'work order')
  },
)

/** What is planned books somebody's time, so it must say how much. */
export const unqualified = (
  tx: Tx,
  { durationMinutes }: Pick<WorkOrderDraft, 'durationMinutes'>,
): Fault[] =>
  durationMinutes
    ? []
    : [
        {
          path: 'durationMinutes',
          expected:
            tx.actor.language === 'fr'
              ? 'Une durée est attendue pour pouvoir planifier.'
              : 'A duration is expected before it can be planned.',
          got: 'null',
        },
      ]

const told = (
  { id, reference }: { id: Id; reference: string },
  { title, siteId, projectId }: Pick<WorkOrderDraft, 'title' | 'siteId' | 'projectId'>,
) => ({ workOrderId: id, reference, title, siteId, projectId })
