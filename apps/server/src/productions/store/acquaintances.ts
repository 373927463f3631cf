// Who has worked on stages like this one before, read from assignments of the past.
import type { Id, Instant } from '@regie/contract/kernel'
import { type Familiarity, familiarity } from '@regie/contract/planning-runs'
import type { Acquaintance } from '@regie/contract/production-candidates'
import type { Phase, Stage } from '@regie/contract/productions'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

type Row = { technician_id: Id; how: Acquaintance['how']; times: number; last_at: Instant }

/** Of each of these people what is nearest to the phase, among what was over before it begins. */
export async function acquaintancesWith(
  tx: Tx,
  phase: Pick<Phase, 'startsAt' | 'kind' | 'department'>,
  stage: Pick<Stage, 'name' | 'siteId'>,
  technicianIds: readonly Id[],
): Promise<ReadonlyMap<Id, Acquaintance>> {
  const rows = await tx.rows(sql<Row>`
    select held.technician_id, near.how, count(*) as times, max(held.starts_at) as last_at
    from planning.v_assignments as held
    join productions.phases as phase
      on phase.organization_id = held.organization_id and phase.work_order_id = held.work_order_id
    join productions.stages as stage
      on stage.organization_id = phase.organization_id and stage.id = phase.stage_id
    cross join lateral (select case
      when platform.fold(stage.name) = platform.fold(${stage.name}) then 'stage'
      when stage.site_id = ${stage.siteId} then 'site'
      when phase.kind = ${phase.kind} and phase.department is not distinct from ${phase.department}::text then 'kind'
      end as how) as near
    where held.organization_id = ${tx.actor.organizationId} and held.live and held.ends_at <= ${phase.startsAt}
      and held.technician_id = any(${[...technicianIds]}::uuid[]) and near.how is not null
    group by held.technician_id, near.how
    order by array_position(array['kind', 'site', 'stage'], near.how), held.technician_id`)
  // What is nearer comes later and replaces what is farther.
  return new Map(
    rows.map(({ technician_id, how, times, last_at }) => [
      technician_id,
      { how, times, lastAt: last_at },
    ]),
  )
}

type Knower = { work_order_ids: Id[]; technician_id: Id; rank: number }

/** Of each of these phases everybody who knows it from work that is over, and how; phases alike are looked at once. */
export async function knowersOf(
  tx: Tx,
  workOrderIds: readonly Id[],
): Promise<Map<Id, Map<Id, Familiarity>>> {
  const rows = await tx.rows(sql<Knower>`
    with asked as (
      select array_agg(phase.work_order_id) as work_order_ids, platform.fold(stage.name) as stage, stage.site_id, phase.kind,
        phase.department
      from productions.phases as phase
      join productions.stages as stage
        on stage.organization_id = phase.organization_id and stage.id = phase.stage_id
      where phase.organization_id = ${tx.actor.organizationId} and phase.work_order_id = any(${[...workOrderIds]}::uuid[])
      group by platform.fold(stage.name), stage.site_id, phase.kind, phase.department
    ), done as (
      select distinct held.technician_id, platform.fold(stage.name) as stage, stage.site_id, phase.kind, phase.department
      from planning.v_assignments as held
      join productions.phases as phase
        on phase.organization_id = held.organization_id and phase.work_order_id = held.work_order_id
      join productions.stages as stage
        on stage.organization_id = phase.organization_id and stage.id = phase.stage_id
      where held.organization_id = ${tx.actor.organizationId} and held.live and held.ends_at <= ${tx.now()}
    )
    select asked.work_order_ids, done.technician_id,
      min(case when done.stage = asked.stage then 0 when done.site_id = asked.site_id then 1 else 2 end) as rank
    from asked
    join done on done.stage = asked.stage or done.site_id = asked.site_id
      or (done.kind = asked.kind and done.department is not distinct from asked.department)
    group by asked.work_order_ids, done.technician_id
    order by asked.work_order_ids, done.technician_id`)
  const known = new Map<Id, Map<Id, Familiarity>>()
  for (const { work_order_ids, technician_id, rank } of rows)
    for (const id of work_order_ids) {
      const own = known.get(id) ?? new Map<Id, Familiarity>()
      const how = familiarity.options[rank]
      if (how) own.set(technician_id, how)
      known.set(id, own)
    }
  return known
}
