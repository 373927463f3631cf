// Work orders as planning looks at them: seats to fill, when, where, by whom.
import type { Id, Instant } from '@regie/contract/kernel'
import type { Gap, WorkOrderStatus } from '@regie/contract/work-orders'
import { sql } from '../../platform/db/sql.ts'
import { positionIn } from '../../platform/position.ts'
import type { Tx } from '../../platform/work.ts'
import type { SceneWorkOrder } from '../engine/scene.ts'
import { plainRank } from './labelled.ts'

type Skill = { skillId: Id; level: number }

type Row = {
  id: Id
  reference: string
  title: string
  status: WorkOrderStatus
  site_id: Id
  site_name: string
  latitude: number | null
  longitude: number | null
  duration_minutes: number | null
  rank: number | null
  windows: { from: Instant; until: Instant }[]
  earliest_at: Instant | null
  due_at: Instant | null
  skills: Skill[]
  certification_kind_ids: Id[]
  priority_id: Id | null
  preferred_technician_id: Id | null
  equipment: { equipmentId: Id; quantity: number }[]
  seats: {
    id: Id
    label: string
    mandatory: boolean
    skills: Skill[]
    certificationKindIds: Id[]
  }[]
  after: { workOrderId: Id; lagMinutes: number }[]
}

/** What everybody needs and what this seat needs, the higher level of both. */
function together(
  all: readonly Skill[],
  own: readonly Skill[],
): SceneWorkOrder['seats'][number]['skills'] {
  const levels = new Map<Id, number>()
  for (const { skillId, level } of [...all, ...own])
    levels.set(skillId, Math.max(level, levels.get(skillId) ?? 0))
  return [...levels].map(([id, level]) => ({ id, level }))
}

/** What is missing before the program may plan it by itself. */
export function gapsOf(
  row: Pick<Row, 'latitude' | 'duration_minutes' | 'skills' | 'priority_id'> & {
    seats: readonly { skills: readonly Skill[] }[]
  },
): Gap[] {
  const gaps: Gap[] = []
  if (row.latitude === null) gaps.push('no_position')
  if (row.duration_minutes === null) gaps.push('no_duration')
  if (row.skills.length === 0 && row.seats.some(({ skills }) => skills.length === 0))
    gaps.push('no_skill')
  if (row.priority_id === null) gaps.push('no_priority')
  return gaps
}

const toWorkOrder = (row: Row): SceneWorkOrder => ({
  id: row.id,
  reference: row.reference,
  title: row.title,
  status: row.status,
  siteId: row.site_id,
  siteName: row.site_name,
  position: positionIn(row),
  durationMinutes: row.duration_minutes,
  priorityRank: row.rank ?? plainRank,
  windows: row.windows,
  earliestAt: row.earliest_at,
  dueAt: row.due_at,
  gaps: gapsOf(row),
  preferredTechnicianId: row.preferred_technician_id,
  equipment: row.equipment.map(({ equipmentId, quantity }) => ({
    id: equipmentId,
    count: quantity,
  })),
  seats: row.seats.map((seat) => ({
    positionId: seat.id,
    name: seat.label,
    mandatory: seat.mandatory,
    skills: together(row.skills, seat.skills),
    certificationKindIds: [
      ...new Set([...row.certification_kind_ids, ...seat.certificationKindIds]),
    ],
  })),
  after: row.after.map(({ workOrderId, lagMinutes }) => ({
    workOrderId,
    lagSeconds: lagMinutes * 60,
  })),
})

const columns = sql`work_order.id, work_order.reference, work_order.title, work_order.status, site.id as site_id, site.name as site_name,
  site.latitude, site.longitude, work_order.duration_minutes, priority.rank, work_order.windows, work_order.earliest_at,
  work_order.due_at, work_order.skills, work_order.certification_kind_ids, work_order.priority_id,
  visit.preferred_technician_id, work_order.equipment,
  coalesce((
    select jsonb_agg(jsonb_build_object('id', position.id, 'label', position.label, 'mandatory', position.mandatory,
      'skills', position.skills, 'certificationKindIds', position.certification_kind_ids) order by position.group_no, position.seat_no)
    from work_orders.v_positions as position
    where position.organization_id = work_order.organization_id and position.work_order_id = work_order.id
  ), '[]') as seats,
  coalesce((
    select jsonb_agg(jsonb_build_object('workOrderId', dependency.after_id, 'lagMinutes', dependency.lag_minutes))
    from work_orders.v_dependencies as dependency
    where dependency.organization_id = work_order.organization_id and dependency.work_order_id = work_order.id
  ), '[]') as after`
const tables = sql`work_orders.v_work_orders as work_order
  join clients.v_sites as site on site.organization_id = work_order.organization_id and site.id = work_order.site_id
  left join catalog.v_priorities as priority
    on priority.organization_id = work_order.organization_id and priority.id = work_order.priority_id
  left join work_orders.v_series_visits as visit
    on visit.organization_id = work_order.organization_id and visit.work_order_id = work_order.id`

/** These work orders, in no particular order; those that do not exist are left out. */
export async function workOrdersById(tx: Tx, ids: readonly Id[]): Promise<SceneWorkOrder[]> {
  if (ids.length === 0) return []
  const rows = await tx.rows(sql<Row>`
    select ${columns} from ${tables}
    where work_order.organization_id = ${tx.actor.organizationId} and work_order.id = any(${[...ids]}::uuid[])
    order by work_order.id`)
  return rows.map(toWorkOrder)
}

/** Work that waits for somebody and may be done between the two, with at least one empty seat. */
export async function openWorkOrderIds(
  tx: Tx,
  { from, until }: { from: Instant; until: Instant },
): Promise<Id[]> {
  const rows = await tx.rows(sql<{ id: Id }>`
    select work_order.id from work_orders.v_work_orders as work_order
    where work_order.organization_id = ${tx.actor.organizationId} and work_order.status in ('qualified', 'planned', 'in_progress')
      and coalesce(work_order.opens_at, '-infinity') < ${until} and (work_order.windows = '[]' or work_order.closes_at > ${from})
      and exists (
        select from work_orders.v_positions as position
        where position.organization_id = work_order.organization_id and position.work_order_id = work_order.id
          and not exists (
            select from planning.assignments as assignment
            where assignment.organization_id = position.organization_id and assignment.position_id = position.id and assignment.live))
    order by work_order.id`)
  return rows.map(({ id }) => id)
}

/** Work that must come before or after these. */
export async function neighbours(tx: Tx, ids: readonly Id[]): Promise<Id[]> {
  if (ids.length === 0) return []
  const rows = await tx.rows(sql<{ id: Id }>`
    select distinct case when work_order_id = any(${[...ids]}::uuid[]) then after_id else work_order_id end as id
    from work_orders.v_dependencies
    where organization_id = ${tx.actor.organizationId}
      and (work_order_id = any(${[...ids]}::uuid[]) or after_id = any(${[...ids]}::uuid[]))`)
  return rows.map(({ id }) => id)
}

export type SeatOwner = {
  workOrderId: Id
  status: string
  durationMinutes: number | null
  title: string
}

/** The work order a seat belongs to. */
export async function ownerOfSeat(tx: Tx, positionId: Id): Promise<SeatOwner | undefined> {
  const row = await tx.maybe(sql<{
    id: Id
    status: string
    duration_minutes: number | null
    title: string
  }>`
    select work_order.id, work_order.status, work_order.duration_minutes, work_order.title
    from work_orders.v_positions as position
    join work_orders.v_work_orders as work_order
      on work_order.organization_id = position.organization_id and work_order.id = position.work_order_id
    where position.organization_id = ${tx.actor.organizationId} and position.id = ${positionId}`)
  return (
    row && {
      workOrderId: row.id,
      status: row.status,
      durationMinutes: row.duration_minutes,
      title: row.title,
    }
  )
}
