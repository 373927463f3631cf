// The pool company with technicians, to plan its work.
import type { Id } from '@regie/contract/kernel'
import type { WorkOrder, WorkOrderDraft } from '@regie/contract/work-orders'
import { type TechnicianDraft, technicianDraft } from '@regie/contract/workforce'
import { createAssignment } from '../planning/index.ts'
import type { Actor } from '../platform/actor.ts'
import { createTechnician } from '../workforce/index.ts'
import { poolCompany } from './pool-company.ts'
import { member, type TestWork } from './work.ts'

/** The Monday after the test clock starts, in Paris: 08:00 is 07:00 UTC. */
export const MONDAY = '2026-11-23'

/** `at('09:30')` on that Monday in Paris, winter time. */
export const at = (time: string, date = MONDAY): string => `${date}T${time}:00+01:00`

/** Adds `hire`, `technicianActor`, and `assign`, which puts somebody on the first seat of a work order. */
export async function plannedCompany(testing: Pick<TestWork, 'act'>) {
  const company = await poolCompany(testing)
  const { planner, skill } = company
  const hire = (name: string, more: Partial<TechnicianDraft> = {}) =>
    testing.act(
      planner,
      createTechnician,
      technicianDraft.parse({
        name,
        homePosition: { latitude: 48.86, longitude: 2.34 },
        skills: [{ skillId: skill.id, level: 3 }],
        ...more,
      }),
    )
  const technicianActor = (technicianId: Id): Actor =>
    member('technician', { organizationId: planner.organizationId, technicianId })
  const assign = (workOrder: WorkOrder, technicianId: Id, startsAt: string, locked = false) =>
    testing.act(planner, createAssignment, {
      positionId: seatOf(workOrder),
      technicianId,
      startsAt,
      locked,
    })
  /** Work of that Monday, any time of the day. */
  const order = (more: Partial<WorkOrderDraft> = {}): Promise<WorkOrder> => company.make(more)
  return { ...company, hire, technicianActor, assign, order }
}

/** The id of a seat of a work order. */
export function seatOf(workOrder: WorkOrder, seat = 0): Id {
  const id = workOrder.positions.flatMap(({ positionIds }) => positionIds)[seat]
  if (!id) throw new Error(`no seat ${seat} on ${workOrder.reference}`)
  return id
}
