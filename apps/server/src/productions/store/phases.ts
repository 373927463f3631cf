// SQL of productions.phases, and of the work orders, seats and assignments behind them.
import type { Id, Instant } from '@regie/contract/kernel'
import type { Coverage, Phase, PhaseDraft } from '@regie/contract/productions'
import type { Dependency } from '@regie/contract/work-orders'
import { sql } from '../../platform/db/sql.ts'
import { found } from '../../platform/guards.ts'
import type { Tx } from '../../platform/work.ts'
import { type Seat, toGroups } from '../../work-orders/index.ts'

type PhaseOf = Pick<PhaseDraft, 'stageId' | 'kind' | 'name' | 'department'> & {
  /** Of the work order that is a phase from now on. */
  readonly id: Id
  readonly projectId: Id
}

export async function insertPhase(tx: Tx, phase: PhaseOf): Promise<void> {
  const { id, projectId, stageId, kind, name, department } = phase
  await tx.run(sql`
    insert into productions.phases (organization_id, work_order_id, project_id, stage_id, kind, name, department)
    values (${tx.actor.organizationId}, ${id}, ${projectId}, ${stageId}, ${kind}, ${name}, ${department})`)
}

export async function savePhase(tx: Tx, id: Id, draft: PhaseDraft): Promise<void> {
  const { stageId, kind, name, department } = draft
  await tx.run(sql`
    update productions.phases
    set stage_id = ${stageId}, kind = ${kind}, name = ${name}, department = ${department}
    where organization_id = ${tx.actor.organizationId} and work_order_id = ${id}`)
}

/** Phases that stand on a stage keep it; those that were cancelled let it go. */
export async function forgetCancelledPhases(tx: Tx, stageId: Id): Promise<void> {
  await tx.run(sql`
    delete from productions.phases as phase using work_orders.v_work_orders as work
    where phase.organization_id = ${tx.actor.organizationId} and phase.stage_id = ${stageId}
      and work.organization_id = phase.organization_id and work.id = phase.work_order_id
      and work.status = 'cancelled'`)
}

type PhaseRow = Pick<
  Phase,
  'id' | 'version' | 'reference' | 'status' | 'title' | 'kind' | 'name' | 'department' | 'equipment'
> & { stage_id: Id; starts_at: Instant; ends_at: Instant }

/** The phases that were not cancelled, by their hours. */
export async function phasesOf(tx: Tx, projectId: Id): Promise<Phase[]> {
  const rows = await tx.rows(sql<PhaseRow>`
    select work.id, work.version, work.reference, work.status, work.title, phase.stage_id, phase.kind, phase.name,
      phase.department, work.equipment, work.opens_at as starts_at, work.closes_at as ends_at
    from productions.phases as phase
    join work_orders.v_work_orders as work
      on work.organization_id = phase.organization_id and work.id = phase.work_order_id
    where phase.organization_id = ${tx.actor.organizationId} and phase.project_id = ${projectId}
      and work.status <> 'cancelled'
    order by work.opens_at, work.closes_at, work.number`)
  const ids = rows.map(({ id }) => id)
  const seats = Map.groupBy(await seatsOf(tx, ids), ({ work_order_id }) => work_order_id)
  const waits = Map.groupBy(await waitsOf(tx, ids), ({ work_order_id }) => work_order_id)
  return rows.map(({ stage_id, starts_at, ends_at, ...row }) => ({
    ...row,
    stageId: stage_id,
    startsAt: starts_at,
    endsAt: ends_at,
    positions: toGroups((seats.get(row.id) ?? []).map(toSeat)),
    dependencies: (waits.get(row.id) ?? []).map(({ after_id, lag_minutes }) => ({
      afterId: after_id,
      lagMinutes: lag_minutes,
    })),
    seats: (seats.get(row.id) ?? []).map((seat) => ({
      positionId: seat.id,
      label: seat.label,
      mandatory: seat.mandatory,
      coverage: seat.coverage,
      assignmentId: seat.assignment_id,
      assignmentVersion: seat.assignment_version,
      technicianId: seat.technician_id,
      technicianName: seat.technician_name,
      locked: seat.locked ?? false,
      startsAt: seat.starts_at ?? starts_at,
      endsAt: seat.ends_at ?? ends_at,
    })),
  }))
}

type SeatRow = {
  id: Id
  work_order_id: Id
  group_no: number
  label: string
  mandatory: boolean
  skills: Seat['skills']
  certification_kind_ids: Id[]
  assignment_id: Id | null
  assignment_version: number | null
  technician_id: Id | null
  technician_name: string | null
  locked: boolean | null
  starts_at: Instant | null
  ends_at: Instant | null
  coverage: Coverage
}

const toSeat = (row: SeatRow): Seat => ({
  id: row.id,
  groupNo: row.group_no,
  label: row.label,
  mandatory: row.mandatory,
  skills: row.skills,
  certificationKindIds: row.certification_kind_ids,
})

async function seatsOf(tx: Tx, ids: readonly Id[]): Promise<SeatRow[]> {
  return await tx.rows(sql<SeatRow>`
    select seat.id, seat.work_order_id, seat.group_no, seat.label, seat.mandatory, seat.skills,
      seat.certification_kind_ids, held.id as assignment_id, held.version as assignment_version, held.technician_id, technician.name as technician_name,
      held.locked,
      held.starts_at, held.ends_at,
      case when held.id is null then 'uncovered' when held.state = 'offered' then 'offered' else 'covered' end as coverage
    from work_orders.v_positions as seat
    left join planning.v_assignments as held
      on held.organization_id = seat.organization_id and held.position_id = seat.id and held.live
    left join workforce.v_technicians as technician
      on technician.organization_id = held.organization_id and technician.id = held.technician_id
    where seat.organization_id = ${tx.actor.organizationId} and seat.work_order_id = any(${[...ids]}::uuid[])
    order by seat.work_order_id, seat.group_no, seat.seat_no`)
}

type WaitRow = { work_order_id: Id; after_id: Id; lag_minutes: Dependency['lagMinutes'] }

async function waitsOf(tx: Tx, ids: readonly Id[]): Promise<WaitRow[]> {
  return await tx.rows(sql<WaitRow>`
    select work_order_id, after_id, lag_minutes from work_orders.v_dependencies
    where organization_id = ${tx.actor.organizationId} and work_order_id = any(${[...ids]}::uuid[])
    order by work_order_id, after_id`)
}

/** Of those that were read, the one of this id. */
export const phaseIn = (phases: readonly Phase[], phaseId: Id): Phase =>
  found(
    phases.find(({ id }) => id === phaseId),
    'phase',
  )
