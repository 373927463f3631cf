// SQL of the work that is asked for in the coming weeks.
import type { Id, LocalDate } from '@regie/contract/kernel'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'
import { territoryOfSite } from './labelled.ts'

type Filter = { readonly skillId?: Id | undefined; readonly territory?: string | undefined }

/** Minutes of open work by the Monday of its week: where it is planned, else where its window opens, else by when it is due. */
export async function askedByWeek(
  tx: Tx,
  { skillId, territory }: Filter,
): Promise<{ monday: LocalDate | null; minutes: number }[]> {
  const asks = JSON.stringify([{ skillId: skillId ?? '' }])
  return await tx.rows(sql<{ monday: LocalDate | null; minutes: number }>`
    select date_trunc('week', placed.at at time zone ${tx.actor.timeZone})::date as monday,
      sum(work_order.duration_minutes * seat.seats)::int as minutes
    from work_orders.v_work_orders as work_order
    join clients.v_sites as site on site.organization_id = work_order.organization_id and site.id = work_order.site_id
    cross join lateral (
      select count(*) as seats, coalesce(bool_or(position.skills @> ${asks}::jsonb), false) as asks
      from work_orders.v_positions as position
      where position.organization_id = work_order.organization_id and position.work_order_id = work_order.id) as seat
    cross join lateral (
      select coalesce(
        (select min(assignment.starts_at) from planning.assignments as assignment
          where assignment.organization_id = work_order.organization_id and assignment.work_order_id = work_order.id
            and assignment.live),
        greatest(work_order.opens_at, case when work_order.closes_at is not null then ${tx.now()}::timestamptz end),
        work_order.closes_at) as at) as placed
    where work_order.organization_id = ${tx.actor.organizationId} and work_order.status in ('requested', 'qualified', 'planned')
      and work_order.duration_minutes is not null
      and (${skillId ?? null}::text is null or work_order.skills @> ${asks}::jsonb or seat.asks)
      and (${territory ?? null}::text is null or ${territoryOfSite} = ${territory ?? ''})
    group by monday order by monday`)
}

/** Where each site lies. */
export async function siteTerritories(tx: Tx): Promise<Map<Id, string>> {
  const rows = await tx.rows(sql<{ id: Id; territory: string }>`
    select site.id, ${territoryOfSite} as territory from clients.v_sites as site
    where site.organization_id = ${tx.actor.organizationId} order by site.id`)
  return new Map(rows.map(({ id, territory }) => [id, territory]))
}
