// Which work orders the backlog shows: those with an empty seat that pass the filters.
import type { Category } from '@regie/contract/catalog'
import type { Id, Instant, PageQuery } from '@regie/contract/kernel'
import type { Gap } from '@regie/contract/work-orders'
import type { RawBuilder } from 'kysely'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'
import { territoryOfSite } from './labelled.ts'

export type BacklogFilter = Pick<PageQuery, 'search'> & {
  from?: Instant | undefined
  until?: Instant | undefined
  quality?: 'ready' | 'incomplete' | undefined
  gap?: Gap | undefined
  maxRank?: number | undefined
  category?: Category | undefined
  priorityId?: Id | undefined
  clientId?: Id | undefined
  projectId?: Id | undefined
  siteId?: Id | undefined
  skillId?: Id | undefined
  territory?: string | undefined
}

/** Where the labels of the backlog come from. */
export const backlogTables = sql`work_orders.v_work_orders as work_order
  join clients.v_sites as site on site.organization_id = work_order.organization_id and site.id = work_order.site_id
  join clients.v_clients as client on client.organization_id = site.organization_id and client.id = site.client_id
  left join catalog.v_priorities as priority
    on priority.organization_id = work_order.organization_id and priority.id = work_order.priority_id
  left join work_orders.v_projects as project
    on project.organization_id = work_order.organization_id and project.id = work_order.project_id`

const lacksSkill = sql`(work_order.skills = '[]'::jsonb and exists (
    select from work_orders.v_positions as position
    where position.organization_id = work_order.organization_id and position.work_order_id = work_order.id and position.skills = '[]'::jsonb))`
const isIncomplete = sql`(site.latitude is null or work_order.duration_minutes is null or ${lacksSkill})`

const lacks: Readonly<Record<Gap, RawBuilder<unknown>>> = {
  no_position: sql`site.latitude is null`,
  no_duration: sql`work_order.duration_minutes is null`,
  no_skill: lacksSkill,
  no_priority: sql`work_order.priority_id is null`,
}

/** Work that waits for somebody and passes the filters, over `backlogTables`. */
export const matching = (tx: Tx, query: BacklogFilter) => sql`
  work_order.organization_id = ${tx.actor.organizationId} and work_order.status in ('requested', 'qualified', 'planned', 'in_progress')
  and exists (
    select from work_orders.v_positions as position
    where position.organization_id = work_order.organization_id and position.work_order_id = work_order.id
      and not exists (
        select from planning.assignments as assignment
        where assignment.organization_id = position.organization_id and assignment.position_id = position.id and assignment.live))
  and (${query.from ?? null}::timestamptz is null or work_order.windows = '[]' or work_order.closes_at > ${query.from ?? null}::timestamptz)
  and (${query.until ?? null}::timestamptz is null or coalesce(work_order.opens_at, '-infinity') < ${query.until ?? null}::timestamptz)
  and (${query.maxRank ?? null}::int is null or priority.rank <= ${query.maxRank ?? null}::int)
  and (${query.category ?? null}::text is null or work_order.category = ${query.category ?? null}::text)
  and (${query.priorityId ?? null}::uuid is null or work_order.priority_id = ${query.priorityId ?? null}::uuid)
  and (${query.clientId ?? null}::uuid is null or site.client_id = ${query.clientId ?? null}::uuid)
  and (${query.territory ?? null}::text is null or ${territoryOfSite} = ${query.territory ?? null}::text)
  and ${query.gap ? lacks[query.gap] : sql`true`}
  and (${query.projectId ?? null}::uuid is null or work_order.project_id = ${query.projectId ?? null}::uuid)
  and (${query.siteId ?? null}::uuid is null or work_order.site_id = ${query.siteId ?? null}::uuid)
  and (${query.skillId ?? null}::text is null
    or work_order.skills @> jsonb_build_array(jsonb_build_object('skillId', ${query.skillId ?? null}::text))
    or exists (
      select from work_orders.v_positions as position
      where position.organization_id = work_order.organization_id and position.work_order_id = work_order.id
        and position.skills @> jsonb_build_array(jsonb_build_object('skillId', ${query.skillId ?? null}::text))))
  and (${query.quality ?? null}::text is null or ${isIncomplete} = (${query.quality ?? null}::text = 'incomplete'))
  and (${query.search ?? null}::text is null
    or work_order.search_text || ' ' || site.search_text || ' ' || client.search_text like '%' || platform.fold(${query.search ?? ''}) || '%')`
