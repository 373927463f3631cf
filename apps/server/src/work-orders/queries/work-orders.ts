// Reads shaped for a screen, and for planning.
import type { Id, Instant } from '@regie/contract/kernel'
import type { SkillLevel } from '@regie/contract/skills'
import {
  type Project,
  type WorkOrder,
  type WorkOrderStatus,
  workOrderStatus,
} from '@regie/contract/work-orders'
import { found } from '../../platform/guards.ts'
import type { Tx } from '../../platform/work.ts'
import { mergeSkills } from '../model.ts'
import { findProject } from '../store/projects.ts'
import {
  countByStatus,
  findWorkOrder,
  type RankedWorkOrder,
  workOrdersBetween,
} from '../store/work-orders.ts'

export const getProject = async (tx: Tx, projectId: Id): Promise<Project> =>
  found(await findProject(tx, projectId), 'project')

export const getWorkOrder = async (tx: Tx, workOrderId: Id): Promise<WorkOrder> =>
  found(await findWorkOrder(tx, workOrderId), 'work order')

export async function countWorkOrders(tx: Tx): Promise<Record<WorkOrderStatus, number>> {
  const counted = new Map((await countByStatus(tx)).map(({ status, total }) => [status, total]))
  const all = workOrderStatus.options.map((status) => [status, counted.get(status) ?? 0])
  return Object.fromEntries(all) as Record<WorkOrderStatus, number>
}

/** One seat with all it asks of its holder: what the whole work asks of everybody, and its own. */
export type SeatToFill = {
  readonly positionId: Id
  readonly label: string
  readonly mandatory: boolean
  readonly skills: readonly SkillLevel[]
  readonly certificationKindIds: readonly Id[]
}

/** `priorityRank`: 1 is planned first, 99 without a priority. */
export type WorkOrderToPlan = RankedWorkOrder & { readonly seats: readonly SeatToFill[] }

const plannable = ['qualified', 'planned', 'in_progress'] as const

/**
 * Work that may be done between two instants and stands as `qualified`, `planned` or `in_progress` (or as
 * `statuses` say); or exactly those named by `ids`, however they stand. The most urgent first. What has gaps
 * is among them: the caller says why it leaves it out.
 */
export async function workOrdersToPlan(
  tx: Tx,
  query: {
    from: Instant
    until: Instant
    ids?: readonly Id[]
    statuses?: readonly WorkOrderStatus[]
  },
): Promise<WorkOrderToPlan[]> {
  const workOrders = await workOrdersBetween(tx, {
    from: query.from,
    until: query.until,
    ids: query.ids ?? null,
    statuses: query.statuses ?? plannable,
  })
  return workOrders.map((workOrder) => ({ ...workOrder, seats: seatsToFill(workOrder) }))
}

function seatsToFill(workOrder: WorkOrder): SeatToFill[] {
  return workOrder.positions.flatMap(({ positionIds, label, mandatory, ...position }) => {
    const skills = mergeSkills(workOrder.skills, position.skills)
    const certificationKindIds = [
      ...new Set([...workOrder.certificationKindIds, ...position.certificationKindIds]),
    ]
    return positionIds.map((positionId) => ({
      positionId,
      label,
      mandatory,
      skills,
      certificationKindIds,
    }))
  })
}
