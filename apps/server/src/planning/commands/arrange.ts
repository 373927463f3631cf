// Several assignments at once: moved, taken off, locked; written whole or not at all.
import type { Id, Instant } from '@regie/contract/kernel'
import type { Assignment } from '@regie/contract/planning'
import { fail } from '../../platform/errors.ts'
import { command, type Tx } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { expectSpan, expectTechnician } from '../queries/judge-placement.ts'
import {
  deferClashes,
  lockPlanning,
  moveAssignments,
  type Placed,
  settleClashes,
} from '../store/assignments.ts'
import { labelledById } from '../store/labelled.ts'
import { confirmedHour, expectAllowed } from './expect-allowed.ts'
import { expectThere, expectVersion } from './expect-version.ts'
import { stateAfter } from './move.ts'
import { wantTravel } from './travel.ts'
import { lockAssignment, removeAssignment } from './unassign.ts'

const write = { permission: 'planning.write' } as const

type Named = { assignmentId: Id; version: number }
type Change = Named & { technicianId: Id; startsAt: Instant; endsAt: Instant }
type Written = { assignments: Assignment[] }

/** Judged as all will stand together: a move into a place that another leaves is no clash. */
export const arrangeAssignments = command(
  'planning.arrange-assignments',
  write,
  async (
    tx,
    { changes, overrideReason }: { changes: Change[]; overrideReason?: string | undefined },
  ): Promise<Written> => {
    const ordered = changes.toSorted((a, b) => (a.assignmentId < b.assignmentId ? -1 : 1))
    await lockAll(tx, ordered)
    const before: Placed[] = []
    for (const change of ordered) before.push(await expectVersion(tx, change))
    const shown = new Map(
      (await labelledById(tx, idsOf(ordered))).map((one) => [one.id, one] as const),
    )
    const moved = ordered.map((change, rank) => moveOne(before[rank] as Placed, change))
    await deferClashes(tx)
    await writeAll(tx, moved)
    const judged: Placed[] = []
    for (const one of moved) {
      const leaves = confirmedHour(shown.get(one.id))
      const leave = await expectAllowed(tx, one, { self: one.id, reason: overrideReason, leaves })
      judged.push({ ...one, ...leave, version: one.version + 1 })
    }
    await writeAll(tx, judged)
    await settleClashes(tx)
    const assignments = await labelledById(tx, idsOf(ordered))
    for (const assignment of assignments) await tellOne(tx, shown, assignment)
    return { assignments }
  },
)

const idsOf = (named: readonly Named[]): Id[] => named.map(({ assignmentId }) => assignmentId)

export async function lockAll(
  tx: Tx,
  changes: readonly (Omit<Named, 'version'> & { technicianId: Id })[],
): Promise<void> {
  const ids: Id[] = []
  for (const { assignmentId, technicianId } of changes) {
    const known = await expectThere(tx, assignmentId)
    if (technicianId !== known.technicianId) await expectTechnician(tx, technicianId)
    ids.push(known.workOrderId, known.technicianId, technicianId)
  }
  await lockPlanning(tx, ids)
}

export function moveOne(before: Placed, { technicianId, startsAt, endsAt }: Change): Placed {
  const moved: Placed = {
    ...before,
    technicianId,
    startsAt: new Date(startsAt).toISOString(),
    endsAt: new Date(endsAt).toISOString(),
    // Until it is judged: it may stand upon one that is not yet out of its way.
    overlapAllowed: true,
  }
  expectSpan(moved)
  return { ...moved, state: stateAfter(before, moved) }
}

export async function writeAll(tx: Tx, moved: readonly Placed[]): Promise<void> {
  if ((await moveAssignments(tx, moved)) !== moved.length)
    throw fail('conflict', { reason: 'an assignment changed at the same moment' })
}

export async function tellOne(
  tx: Tx,
  shown: ReadonlyMap<Id, Assignment>,
  assignment: Assignment,
): Promise<void> {
  const old = shown.get(assignment.id)
  if (!old) return
  const { technicianId, startsAt, endsAt } = old
  await wantTravel(tx, assignment)
  tx.emit(happened.assignment_moved({ assignment, previous: { technicianId, startsAt, endsAt } }))
}

/** In one order for all, so that two who take off the same people wait for each other. */
const ordered = (named: readonly Named[]): Named[] =>
  named.toSorted((a, b) => (a.assignmentId < b.assignmentId ? -1 : 1))

export const removeAssignments = command(
  'planning.remove-assignments',
  write,
  async (tx, { assignments }: { assignments: Named[] }): Promise<Written> => {
    const removed: Assignment[] = []
    for (const one of ordered(assignments)) removed.push(await removeAssignment.run(tx, one))
    return { assignments: removed }
  },
)

export const lockAssignments = command(
  'planning.lock-assignments',
  write,
  async (
    tx,
    { assignments, locked }: { assignments: Named[]; locked: boolean },
  ): Promise<Written> => {
    const done: Assignment[] = []
    for (const one of ordered(assignments))
      done.push(await lockAssignment.run(tx, { ...one, locked }))
    return { assignments: done }
  },
)
