// What clients say about the hour of a visit: yes to it, or another one, which is held while they make up their mind.
import type { Id, Instant } from '@regie/contract/kernel'
import type { Assignment } from '@regie/contract/planning'
import { fail, Refusal } from '../../platform/errors.ts'
import { found } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { movableVisit, whoIsFree } from '../queries/free-slots.ts'
import { lockPlanning } from '../store/assignments.ts'
import {
  deleteConfirmations,
  deleteHold,
  findHold,
  type Hold,
  insertConfirmation,
  putHold,
} from '../store/client-word.ts'
import { moveAssignment } from './move.ts'

/** The client says yes to this hour. False: they had already. */
export const confirmHour = (tx: Tx, workOrderId: Id, startsAt: Instant): Promise<boolean> =>
  insertConfirmation(tx, workOrderId, startsAt)

/** The client was told otherwise, or asked for otherwise: what they had said yes to holds no more. */
export const forgetConfirmations = (tx: Tx, workOrderId: Id): Promise<number> =>
  deleteConfirmations(tx, workOrderId)

type Choice = { readonly workOrderId: Id; readonly startsAt: Instant; readonly minutes: number }

/** Keeps a free time for a while. Of clients who want the same at the same moment one gets it. */
export const holdSlot = command(
  'planning.hold-slot',
  { permission: 'planning.write' },
  async (tx, { workOrderId, startsAt, minutes }: Choice): Promise<Hold> => {
    await lockPlanning(tx, ['holds', workOrderId])
    if (!(await movableVisit(tx, workOrderId))) throw fail('slot_gone')
    const free = await whoIsFree(tx, { workOrderId, startsAt })
    if (!free) throw fail('slot_gone')
    const { visit, slot } = free
    const expiresAt = new Date(Date.parse(tx.now()) + minutes * 60_000).toISOString()
    const hold = { workOrderId, positionId: visit.positionId, ...slot, expiresAt }
    await putHold(tx, hold)
    return hold
  },
)

/** Moves the visit to the time that is held for it; every rule is asked again. */
export const takeHeldSlot = command(
  'planning.take-held-slot',
  { permission: 'planning.write' },
  async (tx, { workOrderId }: { workOrderId: Id }): Promise<Assignment> => {
    await lockPlanning(tx, ['holds', workOrderId])
    const hold = await findHold(tx, workOrderId)
    const visit = await movableVisit(tx, workOrderId)
    if (!hold || !visit) throw fail('slot_gone')
    await deleteConfirmations(tx, workOrderId)
    await deleteHold(tx, workOrderId)
    const { technicianId, startsAt, endsAt } = hold
    try {
      const { id: assignmentId, version } = visit
      return await moveAssignment.run(tx, {
        ...{ assignmentId, version, technicianId, startsAt, endsAt },
      })
    } catch (error) {
      if (error instanceof Refusal && taken.has(error.code)) throw fail('slot_gone')
      throw error
    }
  },
)

/** A planner was faster, or a rule has come to stand against it. */
const taken: ReadonlySet<string> = new Set([
  'slot_taken',
  'rule_broken',
  'override_needed',
  'override_reserved',
  'stale_version',
  'wrong_state',
])

export const heldSlot = (tx: Tx, workOrderId: Id): Promise<Hold | undefined> =>
  findHold(tx, workOrderId)

export const releaseHold = (tx: Tx, workOrderId: Id): Promise<number> => deleteHold(tx, workOrderId)

/** For a while longer: the office looks at what the client asked for. */
export async function keepHold(tx: Tx, workOrderId: Id, expiresAt: Instant): Promise<void> {
  const hold = found(await findHold(tx, workOrderId), 'slot')
  await putHold(tx, { ...hold, expiresAt })
}
