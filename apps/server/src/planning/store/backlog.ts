// The backlog: work orders with at least one empty seat, most urgent first.
import type { Category } from '@regie/contract/catalog'
import type { Id, Instant, Page, PageQuery } from '@regie/contract/kernel'
import type { BacklogItem } from '@regie/contract/planning'
import { sql } from '../../platform/db/sql.ts'
import { readCursor, toPage } from '../../platform/keyset.ts'
import type { Tx } from '../../platform/work.ts'
import { gapsOf } from './demand.ts'
import { plainColour, plainIcon, plainRank } from './labelled.ts'

type Skill = { skillId: Id; level: number }

type Row = {
  id: Id
  version: number
  number: number
  reference: string
  title: string
  client_name: string
  site_id: Id
  site_name: string
  city: string
  latitude: number | null
  longitude: number | null
  priority_id: Id | null
  rank: number | null
  colour: string | null
  icon: string | null
  category: Category
  project_id: Id | null
  windows: { from: Instant; until: Instant }[]
  earliest_at: Instant | null
  due_at: Instant | null
  duration_minutes: number | null
  skills: Skill[]
  closes_key: string
  seats: {
    id: Id
    label: string
    skills: Skill[]
    open: boolean
    declined: { technicianName: string; reason: string } | null
  }[]
}

export type BacklogFilter = PageQuery & {
  from?: Instant | undefined
  until?: Instant | undefined
  quality?: 'ready' | 'incomplete' | undefined
  maxRank?: number | undefined
  category?: Category | undefined
  projectId?: Id | undefined
  siteId?: Id | undefined
  skillId?: Id | undefined
}

const toItem = (row: Row, names: Readonly<Record<Id, string>>): BacklogItem => {
  const skillsOf = (own: readonly Skill[]) => {
    const levels = new Map<Id, number>()
    for (const { skillId, level } of [...row.skills, ...own])
      levels.set(skillId, Math.max(level, levels.get(skillId) ?? 0))
    return [...levels].map(([id, level]) => ({ id, name: names[id] ?? '', level }))
  }
  return {
    workOrderId: row.id,
    workOrderVersion: row.version,
    reference: row.reference,
    title: row.title,
    clientName: row.client_name,
    siteId: row.site_id,
    siteName: row.site_name,
    city: row.city,
    position:
      row.latitude === null || row.longitude === null
        ? null
        : { latitude: row.latitude, longitude: row.longitude },
    priorityId: row.priority_id,
    priorityRank: row.rank ?? plainRank,
    colour: row.colour ?? plainColour,
    icon: row.icon ?? plainIcon,
    category: row.category,
    projectId: row.project_id,
    windows: row.windows,
    earliestAt: row.earliest_at,
    dueAt: row.due_at,
    durationMinutes: row.duration_minutes,
    seats: row.seats.length,
    open: row.seats
      .filter(({ open }) => open)
      .map(({ id, label, skills, declined }) => ({
        positionId: id,
        name: label,
        skills: skillsOf(skills),
        declined,
      })),
    gaps: gapsOf(row),
  }
}

const tables = sql`work_orders.v_work_orders as work_order
  join clients.v_sites as site on site.organization_id = work_order.organization_id and site.id = work_order.site_id
  join clients.v_clients as client on client.organization_id = site.organization_id and client.id = site.client_id
  left join catalog.v_priorities as priority
    on priority.organization_id = work_order.organization_id and priority.id = work_order.priority_id`

const isIncomplete = sql`(site.latitude is null or work_order.duration_minutes is null or (
  work_order.skills = '[]'::jsonb and exists (
    select from work_orders.v_positions as position
    where position.organization_id = work_order.organization_id and position.work_order_id = work_order.id and position.skills = '[]'::jsonb)))`

const matching = (tx: Tx, query: BacklogFilter) => sql`
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

export async function pageOfBacklog(
  tx: Tx,
  query: BacklogFilter,
  names: Readonly<Record<Id, string>>,
): Promise<Page<BacklogItem>> {
  const after = readCursor(query.cursor, ['rank', 'closes', 'number'])
  const matches = matching(tx, query)
  const { total } = await tx.row(
    sql<{ total: number }>`select count(*) as total from ${tables} where ${matches}`,
  )
  const closesKey = sql`coalesce(to_char(work_order.closes_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS'), '9999')`
  const rows = await tx.rows(sql<Row>`
    select work_order.id, work_order.version, work_order.number, work_order.reference, work_order.title, client.name as client_name,
      site.id as site_id, site.name as site_name, site.city, site.latitude, site.longitude, work_order.priority_id, priority.rank,
      priority.colour, priority.icon, work_order.category, work_order.project_id, work_order.windows, work_order.earliest_at,
      work_order.due_at, work_order.duration_minutes, work_order.skills, ${closesKey} as closes_key,
      (select jsonb_agg(jsonb_build_object('id', position.id, 'label', position.label, 'skills', position.skills,
          'open', not exists (
            select from planning.assignments as assignment
            where assignment.organization_id = position.organization_id and assignment.position_id = position.id and assignment.live),
          'declined', (
            select jsonb_build_object('technicianName', technician.name, 'reason', coalesce(refused.declined_reason, ''))
            from planning.assignments as refused
            join workforce.v_technicians as technician
              on technician.organization_id = refused.organization_id and technician.id = refused.technician_id
            where refused.organization_id = position.organization_id and refused.work_order_id = position.work_order_id
              and refused.position_id = position.id and refused.state = 'declined'
            order by refused.id desc
            limit 1)
        ) order by position.group_no, position.seat_no)
        from work_orders.v_positions as position
        where position.organization_id = work_order.organization_id and position.work_order_id = work_order.id) as seats
    from ${tables}
    where ${matches}
      and (${after?.number ?? null}::int is null
        or (coalesce(priority.rank, ${plainRank}), ${closesKey}, work_order.number)
          > (${after?.rank ?? '0'}::int, ${after?.closes ?? ''}, ${after?.number ?? null}::int))
    order by coalesce(priority.rank, ${plainRank}), closes_key, work_order.number
    limit ${query.limit + 1}`)
  const page = toPage(rows, query.limit, total, (row) => [
    String(row.rank ?? plainRank),
    row.closes_key,
    String(row.number),
  ])
  return { ...page, items: page.items.map((row) => toItem(row, names)) }
}
