// Who has worked on stages like this one before, read from assignments of the past.
import type { Id, Instant } from '@regie/contract/kernel'
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
