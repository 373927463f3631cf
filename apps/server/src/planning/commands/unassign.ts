// Taking a technician off, and locking.
import type { Id } from '@regie/contract/kernel'
import type { Assignment } from '@regie/contract/planning'
import { fail } from '../../platform/errors.ts'
import { expectCurrent, found } from '../../platform/guards.ts'
import { command } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { after } from '../model.ts'
import { deleteAssignments, lockPlanning, saveAssignment } from '../store/assignments.ts'
import { findLabelled } from '../store/labelled.ts'
import { expectThere, expectVersion } from './expect-version.ts'
import { followSeats } from './follow-seats.ts'

type Input = { assignmentId: Id; version: number }

/** The seat is open again. A draft leaves no trace but its event; a published one is kept as withdrawn. */
export const removeAssignment = command(
  'planning.remove-assignment',
  { permission: 'planning.write' },
  async (tx, input: Input): Promise<Assignment> => {
    const known = await expectThere(tx, input.assignmentId)
    await lockPlanning(tx, [known.workOrderId, known.technicianId])
    const before = await expectVersion(tx, input)
    if (before.locked) throw fail('wrong_state', { state: 'locked' })
    const state = after(before.state, 'withdraw')
    if (!state) throw fail('wrong_state', { state: before.state })
    const shown = found(await findLabelled(tx, before.id), 'assignment')
    if (before.publishedAt === null) await deleteAssignments(tx, [before.id])
    else expectCurrent(await saveAssignment(tx, before, { state }), shown)
    await followSeats(tx, [before.workOrderId])
    const assignment: Assignment = {
      ...shown,
      state,
      version: before.version + 1,
      seatsFilled: Math.max(0, shown.seatsFilled - 1),
    }
    tx.emit(happened.assignment_removed({ assignment }))
    return assignment
  },
)

/** Runs leave a locked assignment where it is, and nobody moves it before it is unlocked. */
export const lockAssignment = command(
  'planning.lock-assignment',
  { permission: 'planning.write' },
  async (tx, input: Input & { locked: boolean }): Promise<Assignment> => {
    const before = await expectVersion(tx, input)
    const shown = found(await findLabelled(tx, before.id), 'assignment')
    if (before.locked === input.locked) return shown
    expectCurrent(await saveAssignment(tx, before, { locked: input.locked }), shown)
    const assignment = found(await findLabelled(tx, before.id), 'assignment')
    tx.emit(happened.assignment_locked({ assignment }))
    return assignment
  },
)
