// SQL that reads work orders, with what the lower modules tell of site, client and priority.
import type { Id, Instant, LocalDate, Page, PageQuery } from '@regie/contract/kernel'
import type {
  Dependency,
  Gap,
  WorkOrder,
  WorkOrderLine,
  WorkOrderStatus,
} from '@regie/contract/work-orders'
import { hasWords } from '../../platform/db/search.ts'
import { sql } from '../../platform/db/sql.ts'
import { readCursor, toPage } from '../../platform/keyset.ts'
import { positionIn } from '../../platform/position.ts'
import type { Tx } from '../../platform/work.ts'
import { type Seat, toGroups } from '../model.ts'

type LineRow = {
  id: Id
  version: number
  number: number
  reference: string
  external_id: string | null
  title: string
  status: WorkOrderStatus
  category: WorkOrder['category']
  priority_id: Id | null
  priority_rank: number
  duration_minutes: number | null
  windows: WorkOrder['windows']
  earliest_at: Instant | null
  due_at: Instant | null
  urgent_by: Instant
  skills: WorkOrder['skills']
  certification_kind_ids: Id[]
  gaps: Gap[]
  site_id: Id
  site_name: string
  site_city: string
  latitude: number | null
  longitude: number | null
  client_id: Id
  client_name: string
  project_id: Id | null
  project_code: string | null
  template_id: Id | null
  headcount: number
}

type FullRow = LineRow & {
  asset_ids: Id[]
  description: string
  nature: string
  required_products: WorkOrder['requiredProducts']
  equipment: WorkOrder['equipment']
  contact: WorkOrder['contact']
  notes: string
  cancel_reason: string
  created_at: Instant
  seats: Seat[]
  dependencies: Dependency[]
}

const toLine = (row: LineRow): WorkOrderLine => ({
  id: row.id,
  version: row.version,
  number: row.number,
  reference: row.reference,
  externalId: row.external_id,
  title: row.title,
  status: row.status,
  category: row.category,
  priorityId: row.priority_id,
  durationMinutes: row.duration_minutes,
  windows: row.windows,
  earliestAt: row.earliest_at,
  dueAt: row.due_at,
  skills: row.skills,
  certificationKindIds: row.certification_kind_ids,
  gaps: row.gaps,
  siteId: row.site_id,
  siteName: row.site_name,
  siteCity: row.site_city,
  sitePosition: positionIn(row),
  clientId: row.client_id,
  clientName: row.client_name,
  projectId: row.project_id,
  projectCode: row.project_code,
  templateId: row.template_id,
  headcount: row.headcount,
})

function toWorkOrder(row: FullRow): WorkOrder & { priorityRank: number } {
  const { headcount: _, ...line } = toLine(row)
  return {
    ...line,
    assetIds: row.asset_ids,
    description: row.description,
    nature: row.nature,
    requiredProducts: row.required_products,
    equipment: row.equipment,
    contact: row.contact,
    notes: row.notes,
    cancelReason: row.cancel_reason,
    createdAt: row.created_at,
    positions: toGroups(row.seats),
    dependencies: row.dependencies,
    priorityRank: row.priority_rank,
  }
}

const FAR = '9999-12-31T00:00:00Z'
const rank = sql`coalesce(priority.rank, 99)`
const urgentBy = sql`coalesce(work_order.due_at, work_order.closes_at, ${sql.lit(FAR)}::timestamptz)`

const workOrders = sql`work_orders.work_orders as work_order
  join clients.v_sites as site
    on site.organization_id = work_order.organization_id and site.id = work_order.site_id
  join clients.v_clients as client
    on client.organization_id = site.organization_id and client.id = site.client_id
  left join catalog.v_priorities as priority
    on priority.organization_id = work_order.organization_id and priority.id = work_order.priority_id
  left join work_orders.projects as project
    on project.organization_id = work_order.organization_id and project.id = work_order.project_id`

const gaps = sql`array_remove(array[
    case when site.latitude is null then 'no_position' end,
    case when work_order.duration_minutes is null then 'no_duration' end,
    case when not work_order.asks_skill then 'no_skill' end,
    case when work_order.priority_id is null then 'no_priority' end
  ], null)`

const lineColumns = sql`work_order.id, work_order.version, work_order.number, work_order.reference,
  work_order.external_id, work_order.title, work_order.status, work_order.category, work_order.priority_id,
  ${rank} as priority_rank, work_order.duration_minutes, work_order.windows, work_order.earliest_at, work_order.due_at,
  ${urgentBy} as urgent_by, work_order.skills, work_order.certification_kind_ids, ${gaps} as gaps,
  work_order.site_id, site.name as site_name, site.city as site_city, site.latitude, site.longitude, site.client_id,
  client.name as client_name, work_order.project_id, project.code as project_code, work_order.template_id,
  (select count(*) from work_orders.positions as seat
    where seat.organization_id = work_order.organization_id and seat.work_order_id = work_order.id) as headcount`

const fullColumns = sql`${lineColumns}, work_order.asset_ids, work_order.description, work_order.nature,
  work_order.required_products, work_order.equipment, work_order.contact, work_order.notes, work_order.cancel_reason, work_order.created_at,
  (select jsonb_agg(jsonb_build_object('id', seat.id, 'groupNo', seat.group_no, 'label', seat.label,
      'skills', seat.skills, 'certificationKindIds', to_jsonb(seat.certification_kind_ids),
      'mandatory', seat.mandatory) order by seat.group_no, seat.seat_no)
    from work_orders.positions as seat
    where seat.organization_id = work_order.organization_id and seat.work_order_id = work_order.id) as seats,
  coalesce((
    select jsonb_agg(jsonb_build_object('afterId', dependency.after_id, 'lagMinutes', dependency.lag_minutes)
      order by dependency.ordinal)
    from work_orders.dependencies as dependency
    where dependency.organization_id = work_order.organization_id and dependency.work_order_id = work_order.id
  ), '[]') as dependencies`

/** With the rank of its priority, 99 when it has none. */
export type RankedWorkOrder = WorkOrder & { readonly priorityRank: number }

export async function findWorkOrder(tx: Tx, workOrderId: Id): Promise<WorkOrder | undefined> {
  const row = await tx.maybe(sql<FullRow>`
    select ${fullColumns} from ${workOrders}
    where work_order.organization_id = ${tx.actor.organizationId} and work_order.id = ${workOrderId}`)
  if (!row) return undefined
  const { priorityRank: _, ...workOrder } = toWorkOrder(row)
  return workOrder
}

/** Those in these states that may be done between two instants, or those named; the most urgent first. */
export async function workOrdersBetween(
  tx: Tx,
  query: {
    from: Instant
    until: Instant
    ids: readonly Id[] | null
    statuses: readonly WorkOrderStatus[]
  },
): Promise<RankedWorkOrder[]> {
  const rows = await tx.rows(sql<FullRow>`
    select ${fullColumns} from ${workOrders}
    where work_order.organization_id = ${tx.actor.organizationId}
      and case when ${query.ids === null}
        then work_order.status = any(${[...query.statuses]}::text[])
          and (work_order.opens_at is null or work_order.opens_at < ${query.until}::timestamptz)
          and (work_order.closes_at is null or work_order.closes_at > ${query.from}::timestamptz)
          and (work_order.windows = '[]' or exists (
            select from jsonb_array_elements(work_order.windows) as slot
            where (slot->>'from')::timestamptz < ${query.until}::timestamptz
              and (slot->>'until')::timestamptz > ${query.from}::timestamptz))
        else work_order.id = any(${[...(query.ids ?? [])]}::uuid[]) end
    order by ${rank}, ${urgentBy}, work_order.number`)
  return rows.map(toWorkOrder)
}

export type WorkOrderFilter = PageQuery & {
  status?: readonly WorkOrderStatus[] | undefined
  category?: WorkOrder['category'] | undefined
  priorityId?: readonly Id[] | undefined
  projectId?: Id | undefined
  templateId?: Id | undefined
  siteId?: Id | undefined
  clientId?: Id | undefined
  skillId?: Id | undefined
  gaps?: 'some' | 'none' | undefined
  from?: LocalDate | undefined
  until?: LocalDate | undefined
  sort: 'recent' | 'urgent'
}

export async function pageOfWorkOrders(
  tx: Tx,
  query: WorkOrderFilter,
): Promise<Page<WorkOrderLine>> {
  const matches = matching(tx, query)
  const { total } = await tx.row(
    sql<{ total: number }>`select count(*) as total from ${workOrders} where ${matches}`,
  )
  const rows = await tx.rows(sql<LineRow>`
    select ${lineColumns} from ${workOrders}
    where ${matches} and ${following(query)}
    order by ${query.sort === 'recent' ? sql`work_order.number desc` : sql`${rank}, ${urgentBy}, work_order.number`}
    limit ${query.limit + 1}`)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return toPage(rows.map(toLine), query.limit, total, ({ id, number }) => {
    const row = byId.get(id)
    return query.sort === 'recent'
      ? [`${number}`]
      : [`${row?.priority_rank}`, row?.urgent_by ?? '', `${number}`]
  })
}

function following({ cursor, sort }: WorkOrderFilter) {
  if (cursor === undefined) return sql`true`
  if (sort === 'recent')
    return sql`work_order.number < ${readCursor(cursor, ['number'])?.number}::int`
  const after = readCursor(cursor, ['rank', 'by', 'number'])
  return sql`(${rank}, ${urgentBy}, work_order.number) > (${after?.rank}::int, ${after?.by}::timestamptz, ${after?.number}::int)`
}

const matching = (tx: Tx, query: WorkOrderFilter) => sql`
  work_order.organization_id = ${tx.actor.organizationId}
  and (${query.status ?? null}::text[] is null or work_order.status = any(${query.status ?? []}::text[]))
  and (${query.category ?? null}::text is null or work_order.category = ${query.category ?? ''})
  and (${query.priorityId ?? null}::uuid[] is null or work_order.priority_id = any(${query.priorityId ?? []}::uuid[]))
  and (${query.projectId ?? null}::uuid is null or work_order.project_id = ${query.projectId ?? null}::uuid)
  and (${query.templateId ?? null}::uuid is null or work_order.template_id = ${query.templateId ?? null}::uuid)
  and (${query.siteId ?? null}::uuid is null or work_order.site_id = ${query.siteId ?? null}::uuid)
  and (${query.clientId ?? null}::uuid is null or site.client_id = ${query.clientId ?? null}::uuid)
  and (${query.skillId ?? null}::text is null
    or work_order.skills @> jsonb_build_array(jsonb_build_object('skillId', ${query.skillId ?? ''}::text))
    or exists (
      select from work_orders.positions as seat
      where seat.organization_id = work_order.organization_id and seat.work_order_id = work_order.id
        and seat.skills @> jsonb_build_array(jsonb_build_object('skillId', ${query.skillId ?? ''}::text))))
  and (${query.gaps ?? null}::text is null or (cardinality(${gaps}) > 0) = ${query.gaps === 'some'})
  and (${query.from ?? null}::date is null or work_order.closes_at is null
    or work_order.closes_at > (${query.from ?? null}::date::timestamp at time zone ${tx.actor.timeZone}))
  and (${query.until ?? null}::date is null or work_order.opens_at is null
    or work_order.opens_at < ((${query.until ?? null}::date + 1)::timestamp at time zone ${tx.actor.timeZone}))
  and ${hasWords(sql`(work_order.search_text || ' ' || site.search_text || ' ' || client.search_text)`, query.search)}`

export async function countByStatus(tx: Tx): Promise<{ status: WorkOrderStatus; total: number }[]> {
  return await tx.rows(sql<{ status: WorkOrderStatus; total: number }>`
    select status, count(*) as total from work_orders.work_orders
    where organization_id = ${tx.actor.organizationId}
    group by status order by status`)
}
