// Giving an assignment another time, another technician, or both.
import type { Id, Instant } from '@regie/contract/kernel'
import type { Assignment } from '@regie/contract/planning'
import { fail } from '../../platform/errors.ts'
import { expectCurrent, found } from '../../platform/guards.ts'
import { command } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { after, isUnderWay } from '../model.ts'
import { expectSpan, expectTechnician } from '../queries/judge-placement.ts'
import { lockPlanning, type Placed, saveAssignment } from '../store/assignments.ts'
import { findLabelled } from '../store/labelled.ts'
import { confirmedHour, expectAllowed } from './expect-allowed.ts'
import { expectThere, expectVersion } from './expect-version.ts'
import { wantTravel } from './travel.ts'

type Input = {
  assignmentId: Id
  version: number
  technicianId?: Id | undefined
  startsAt?: Instant | undefined
  endsAt?: Instant | undefined
  overrideReason?: string | undefined
}

/** A published assignment changes at once: who had accepted is asked again, and those concerned are told. */
export const moveAssignment = command(
  'planning.move-assignment',
  { permission: 'planning.write' },
  async (tx, input: Input): Promise<Assignment> => {
    const known = await expectThere(tx, input.assignmentId)
    const technicianId = input.technicianId ?? known.technicianId
    if (technicianId !== known.technicianId) await expectTechnician(tx, technicianId)
    await lockPlanning(tx, [known.workOrderId, known.technicianId, technicianId])
    const before = await expectVersion(tx, input)
    const moved = { ...before, ...spanOf(before, input), technicianId }
    expectSpan(moved)
    const state = stateAfter(before, moved)
    const shown = found(await findLabelled(tx, before.id), 'assignment')
    const leave = await expectAllowed(tx, moved, {
      self: before.id,
      reason: input.overrideReason,
      leaves: confirmedHour(shown),
    })
    const { startsAt, endsAt } = moved
    expectCurrent(
      await saveAssignment(tx, before, { technicianId, startsAt, endsAt, state, ...leave }),
      shown,
    )
    await wantTravel(tx, moved)
    const assignment = found(await findLabelled(tx, before.id), 'assignment')
    tx.emit(
      happened.assignment_moved({
        assignment,
        previous: {
          technicianId: before.technicianId,
          startsAt: before.startsAt,
          endsAt: before.endsAt,
        },
      }),
    )
    return assignment
  },
)

/** Without an end, the length stays. */
function spanOf(before: Placed, { startsAt, endsAt }: Input): Pick<Placed, 'startsAt' | 'endsAt'> {
  const start = Date.parse(startsAt ?? before.startsAt)
  const length = Date.parse(before.endsAt) - Date.parse(before.startsAt)
  const kept = startsAt === undefined ? Date.parse(before.endsAt) : start + length
  const end = endsAt === undefined ? kept : Date.parse(endsAt)
  return { startsAt: new Date(start).toISOString(), endsAt: new Date(end).toISOString() }
}

/** Work under way only takes longer or shorter; before that anything goes, unless it is locked. */
export function stateAfter(before: Placed, moved: Placed): Placed['state'] {
  const sameStart = before.technicianId === moved.technicianId && before.startsAt === moved.startsAt
  if (isUnderWay(before.state) && before.state !== 'finished' && sameStart) return before.state
  if (before.locked) throw fail('wrong_state', { state: 'locked' })
  const state = after(before.state, 'move')
  if (!state) throw fail('wrong_state', { state: before.state })
  return state
}
