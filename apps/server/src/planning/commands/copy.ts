// The same work once more, and one visit spread over several days: each becomes a work order of its own.
import type { Id, Instant } from '@regie/contract/kernel'
import type { Assignment } from '@regie/contract/planning'
import type { WorkOrder, WorkOrderDraft } from '@regie/contract/work-orders'
import { fail } from '../../platform/errors.ts'
import { found } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { cancelWorkOrder, createWorkOrder, findWorkOrder } from '../../work-orders/index.ts'
import { findAssignment, type Placed } from '../store/assignments.ts'
import { createAssignment } from './assign.ts'
import { expectVersion } from './expect-version.ts'
import { moveAssignment } from './move.ts'
import { removeAssignment } from './unassign.ts'

const write = { permission: 'planning.write' } as const

type Slot = { technicianId: Id; startsAt: Instant; endsAt: Instant }
type Why = { overrideReason?: string | undefined }
type Written = { assignments: Assignment[] }

const minutesOf = ({ startsAt, endsAt }: Slot): number =>
  Math.max(1, Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000))

/** What was asked for, with the one seat of the copy, and no promise of a time: that is the planner's now. */
function draftOf(
  work: WorkOrder,
  placed: Placed,
  changes: Partial<WorkOrderDraft>,
): WorkOrderDraft {
  const seat = work.positions.find(({ positionIds }) => positionIds.includes(placed.positionId))
  return {
    externalId: null,
    siteId: work.siteId,
    assetIds: work.assetIds,
    projectId: work.projectId,
    templateId: work.templateId,
    title: work.title,
    description: work.description,
    nature: work.nature,
    category: work.category,
    priorityId: work.priorityId,
    durationMinutes: work.durationMinutes,
    windows: [],
    earliestAt: null,
    dueAt: null,
    skills: work.skills,
    certificationKindIds: work.certificationKindIds,
    positions: seat ? [{ ...seat, headcount: 1, positionIds: [] }] : [],
    dependencies: [],
    requiredProducts: work.requiredProducts,
    equipment: work.equipment,
    contact: work.contact,
    notes: work.notes,
    ...changes,
  }
}

async function assignNew(tx: Tx, draft: WorkOrderDraft, slot: Slot & Why): Promise<Assignment> {
  const made = await createWorkOrder.run(tx, draft)
  const positionId = made.positions[0]?.positionIds[0]
  if (!positionId) throw new Error('a new work order has no seat')
  return await createAssignment.run(tx, { positionId, ...slot, locked: false })
}

export const duplicateAssignment = command(
  'planning.duplicate-assignment',
  write,
  async (tx, { assignmentId, ...slot }: Slot & Why & { assignmentId: Id }): Promise<Assignment> => {
    const placed = found(await findAssignment(tx, assignmentId), 'assignment')
    const work = found(await findWorkOrder(tx, placed.workOrderId), 'work order')
    return await assignNew(tx, draftOf(work, placed, { durationMinutes: minutesOf(slot) }), slot)
  },
)

type Split = Why & { assignmentId: Id; version: number; parts: Slot[] }

/** The first part stays the assignment it was; each of the others follows the one before it. */
export const splitAssignment = command(
  'planning.split-assignment',
  write,
  async (tx, { assignmentId, version, parts, overrideReason }: Split): Promise<Written> => {
    const placed = await expectVersion(tx, { assignmentId, version })
    const work = found(await findWorkOrder(tx, placed.workOrderId), 'work order')
    const [first, ...rest] = parts
    if (!first) throw new Error('a visit is split into at least two parts')
    const assignments = [
      await moveAssignment.run(tx, { assignmentId, version, ...first, overrideReason }),
    ]
    let afterId = work.id
    for (const [rank, slot] of rest.entries()) {
      const draft = draftOf(work, placed, {
        title: `${work.title.slice(0, 190)} (${rank + 2}/${parts.length})`,
        durationMinutes: minutesOf(slot),
        dependencies: [{ afterId, lagMinutes: 0 }],
      })
      const made = await assignNew(tx, draft, { ...slot, overrideReason })
      afterId = made.workOrderId
      assignments.push(made)
    }
    return { assignments }
  },
)

type Named = { assignmentId: Id; version: number }

/** The last made goes first: what waits for a part must not outlive it. */
export const retractCopies = command(
  'planning.retract-copies',
  write,
  async (tx, { assignments }: { assignments: Named[] }): Promise<Written> => {
    const removed: Assignment[] = []
    for (const named of assignments.toReversed()) {
      const placed = await expectVersion(tx, named)
      if (placed.publishedAt) throw fail('wrong_state', { state: 'published' })
      removed.push(await removeAssignment.run(tx, named))
      const { id, version } = found(await findWorkOrder(tx, placed.workOrderId), 'work order')
      await cancelWorkOrder.run(tx, { workOrderId: id, version, reason: undone(tx) })
    }
    return { assignments: removed }
  },
)

const undone = (tx: Tx): string =>
  tx.actor.language === 'fr' ? 'Copie annulée depuis le planning' : 'Copy undone on the board'
