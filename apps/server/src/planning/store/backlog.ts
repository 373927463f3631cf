// The backlog: work orders with at least one empty seat, most urgent first.
import type { Category } from '@regie/contract/catalog'
import type { Id, Instant, Page } from '@regie/contract/kernel'
import type { BacklogGroup, BacklogGrouping, BacklogItem } from '@regie/contract/planning-backlog'
import { sql } from '../../platform/db/sql.ts'
import { readCursor, toPage } from '../../platform/keyset.ts'
import { positionIn } from '../../platform/position.ts'
import type { Tx } from '../../platform/work.ts'
import { type BacklogFilter, backlogTables, matching } from './backlog-filters.ts'
import { type GroupColumns, groupColumns } from './backlog-groups.ts'
import { gapsOf } from './demand.ts'
import { plainColour, plainIcon, plainRank, territoryOfSite } from './labelled.ts'

type Skill = { skillId: Id; level: number }

type Row = {
  id: Id
  version: number
  number: number
  reference: string
  title: string
  client_id: Id
  client_name: string
  site_id: Id
  site_name: string
  city: string
  territory: string
  latitude: number | null
  longitude: number | null
  priority_id: Id | null
  priority_name: string | null
  rank: number | null
  colour: string | null
  icon: string | null
  category: Category
  project_id: Id | null
  project_name: string | null
  windows: { from: Instant; until: Instant }[]
  earliest_at: Instant | null
  due_at: Instant | null
  duration_minutes: number | null
  skills: Skill[]
  closes_key: string
  group_sort: string
  group_key: string | null
  group_name: string | null
  seats: {
    id: Id
    label: string
    skills: Skill[]
    open: boolean
    declined: { technicianName: string; reason: string } | null
  }[]
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
    clientId: row.client_id,
    clientName: row.client_name,
    siteId: row.site_id,
    siteName: row.site_name,
    city: row.city,
    territory: row.territory,
    position: positionIn(row),
    priorityId: row.priority_id,
    priorityName: row.priority_name ?? '',
    priorityRank: row.rank ?? plainRank,
    colour: row.colour ?? plainColour,
    icon: row.icon ?? plainIcon,
    category: row.category,
    projectId: row.project_id,
    projectName: row.project_name ?? '',
    group: row.group_key === null ? null : { key: row.group_key, name: row.group_name ?? '' },
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

export type BacklogQuestion = BacklogFilter & {
  limit: number
  cursor?: string | undefined
  groupBy?: BacklogGrouping | undefined
}

const noGroup: GroupColumns = {
  join: sql``,
  key: sql`null::text`,
  name: sql`null::text`,
  sort: sql`''`,
}

export async function pageOfBacklog(
  tx: Tx,
  query: BacklogQuestion,
  names: Readonly<Record<Id, string>>,
): Promise<Page<BacklogItem>> {
  const after = readCursor(query.cursor, ['group', 'rank', 'closes', 'number'])
  const matches = matching(tx, query)
  const group = query.groupBy ? groupColumns(tx, query.groupBy) : noGroup
  const { total } = await tx.row(
    sql<{ total: number }>`select count(*) as total from ${backlogTables} where ${matches}`,
  )
  const closesKey = sql`coalesce(to_char(work_order.closes_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS'), '9999')`
  const rows = await tx.rows(sql<Row>`
    select work_order.id, work_order.version, work_order.number, work_order.reference, work_order.title, client.id as client_id,
      client.name as client_name, site.id as site_id, site.name as site_name, site.city, ${territoryOfSite} as territory,
      site.latitude, site.longitude, work_order.priority_id, priority.name as priority_name, priority.rank, priority.colour,
      priority.icon, work_order.category, work_order.project_id, project.name as project_name, work_order.windows,
      work_order.earliest_at, work_order.due_at, work_order.duration_minutes, work_order.skills, ${closesKey} as closes_key,
      ${group.key} as group_key, ${group.name} as group_name, ${group.sort} as group_sort,
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
    from ${backlogTables} ${group.join}
    where ${matches}
      and (${after?.number ?? null}::int is null
        or (${group.sort} collate "C", coalesce(priority.rank, ${plainRank}), ${closesKey}, work_order.number)
          > (${after?.group ?? ''}::text collate "C", ${after?.rank ?? '0'}::int, ${after?.closes ?? ''}, ${after?.number ?? null}::int))
    order by ${group.sort} collate "C", coalesce(priority.rank, ${plainRank}), closes_key, work_order.number
    limit ${query.limit + 1}`)
  const page = toPage(rows, query.limit, total, (row) => [
    row.group_sort,
    String(row.rank ?? plainRank),
    row.closes_key,
    String(row.number),
  ])
  return { ...page, items: page.items.map((row) => toItem(row, names)) }
}

/** The headings in the order of the grouped backlog. */
export async function groupsOfBacklog(
  tx: Tx,
  query: BacklogFilter & { groupBy: BacklogGrouping },
): Promise<BacklogGroup[]> {
  const group = groupColumns(tx, query.groupBy)
  return await tx.rows(sql<BacklogGroup>`
    select one.key, min(one.name) as name, count(*)::int as count
    from (
      select ${group.key} as key, ${group.name} as name, ${group.sort} as sort
      from ${backlogTables} ${group.join}
      where ${matching(tx, query)}
    ) as one
    group by one.key
    order by min(one.sort collate "C") collate "C"`)
}
