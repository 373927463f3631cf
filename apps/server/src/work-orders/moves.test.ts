import { describe, expect, test } from 'vitest'
import { newId } from '../platform/clock.ts'
import { command, type Tx } from '../platform/work.ts'
import { poolCompany } from '../testing/pool-company.ts'
import { member, useWork } from '../testing/work.ts'
import {
  cancelWorkOrder,
  closeWorkOrder,
  markDone,
  markPlanned,
  markStarted,
  markUnplanned,
  qualifyWorkOrder,
  reopenWorkOrder,
  validateWorkOrder,
} from './commands/moves.ts'
import { updateWorkOrder } from './commands/work-orders.ts'
import { countWorkOrders } from './queries/work-orders.ts'

const { act, read, told } = useWork()
const pool = () => poolCompany({ act })

/** A door of planning as the command it would be called in. */
const inside = (run: (tx: Tx, ids: string[]) => Promise<void>) =>
  command('test.mark', { permission: 'work-orders.write' }, run)

describe('states', () => {
  test('from a request to its close, by those who may', async () => {
    const { planner, draft, make } = await pool()
    const requested = await make({ durationMinutes: null })
    const move = { workOrderId: requested.id, version: 1, reason: '' }
    await expect(act(planner, qualifyWorkOrder, move)).rejects.toMatchObject({
      code: 'invalid_input',
      faults: [{ path: 'durationMinutes' }],
    })
    await act(planner, updateWorkOrder, { workOrderId: requested.id, version: 1, draft: draft() })
    expect(await act(planner, qualifyWorkOrder, { ...move, version: 2 })).toMatchObject({
      status: 'qualified',
      version: 3,
    })
    await act(planner, inside(markPlanned), [requested.id])
    await act(planner, inside(markStarted), [requested.id])
    await act(planner, inside(markDone), [requested.id])
    expect(await act(planner, validateWorkOrder, { ...move, version: 3 })).toMatchObject({
      status: 'validated',
    })
    await expect(
      act(member('technician', planner), closeWorkOrder, { ...move, version: 4 }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    const accountant = member('accountant', planner)
    expect(await act(accountant, closeWorkOrder, { ...move, version: 4 })).toMatchObject({
      status: 'closed',
      version: 5,
    })
    const moves = (await told(planner))
      .filter(({ name }) => name === 'work_order_moved')
      .map(({ payload }) => payload.to)
    expect(moves).toEqual(['qualified', 'planned', 'in_progress', 'done', 'validated', 'closed'])
    await expect(
      act(planner, updateWorkOrder, { workOrderId: requested.id, version: 5, draft: draft() }),
    ).rejects.toMatchObject({ code: 'wrong_state', details: { state: 'closed' } })
  })

  test('cancelled with a reason, and brought back', async () => {
    const { planner, make } = await pool()
    const { id } = await make()
    expect(
      await act(planner, cancelWorkOrder, { workOrderId: id, version: 1, reason: 'Fermé' }),
    ).toMatchObject({ status: 'cancelled', cancelReason: 'Fermé' })
    await expect(
      act(planner, cancelWorkOrder, { workOrderId: id, version: 2, reason: '' }),
    ).rejects.toMatchObject({ code: 'wrong_state' })
    await expect(act(planner, inside(markPlanned), [id])).rejects.toMatchObject({
      code: 'wrong_state',
      details: { state: 'cancelled', workOrderId: id },
    })
    expect(
      await act(planner, reopenWorkOrder, { workOrderId: id, version: 2, reason: '' }),
    ).toMatchObject({ status: 'qualified', cancelReason: '' })
    const request = await make({ durationMinutes: null })
    await act(planner, cancelWorkOrder, { workOrderId: request.id, version: 1, reason: '' })
    expect(
      await act(planner, reopenWorkOrder, { workOrderId: request.id, version: 2, reason: '' }),
    ).toMatchObject({ status: 'requested' })
  })

  test('marks of planning are idempotent, and leave an open form valid', async () => {
    const { planner, draft, make } = await pool()
    const [a, b] = [await make(), await make()]
    for (let time = 0; time < 2; time++) await act(planner, inside(markPlanned), [a.id, b.id, a.id])
    await act(planner, inside(markUnplanned), [b.id])
    expect(await read(planner, countWorkOrders)).toMatchObject({
      planned: 1,
      qualified: 1,
      done: 0,
    })
    expect((await told(planner)).filter(({ name }) => name === 'work_order_moved')).toHaveLength(3)
    expect(
      await act(planner, updateWorkOrder, { workOrderId: a.id, version: 1, draft: draft() }),
    ).toMatchObject({ version: 2, status: 'planned' })
    await expect(act(planner, inside(markPlanned), [newId(1)])).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})
