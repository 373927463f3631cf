// What a report is composed from, read over the views of the modules below.
import type { FieldEntry } from '@regie/contract/field-entries'
import type { Strokes } from '@regie/contract/form-answers'
import type { Id, Instant } from '@regie/contract/kernel'
import type { ContentPast } from '@regie/contract/report-content'
import type { PastReading } from '@regie/contract/report-pages'
import type { Language } from '@regie/contract/roles'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'
import type { Filing } from './reports.ts'

export type Facts = Omit<Filing, 'technicianIds' | 'technicianNames'> & {
  readonly nature: string
  readonly mission: string
  readonly siret: string
  readonly clientEmail: string
  /** Null: the client is written to in the organisation’s. */
  readonly language: Language | null
  readonly access: string
  readonly address: { line: string; postcode: string; city: string; country: string }
  readonly contact: { name: string; phone: string; email: string }
  readonly equipment: { label: string; quantity: number; unit: string }[]
  readonly assets: {
    id: Id
    name: string
    kind: string
    externalId: string | null
    attributes: Record<string, string>
  }[]
  readonly templateId: Id | null
  readonly orderReference: string
  readonly windows: readonly { readonly from: Instant; readonly until: Instant }[]
  readonly earliestAt: Instant | null
  readonly dueAt: Instant | null
  /** Names of what those who do it must hold. */
  readonly certifications: readonly string[]
  readonly documents: readonly string[]
}

export async function factsOf(tx: Tx, workOrderIds: readonly Id[]): Promise<Facts[]> {
  if (workOrderIds.length === 0) return []
  return await tx.rows(sql<Facts>`
    select work_order.id as "workOrderId", work_order.reference, work_order.title, work_order.nature,
      work_order.description as mission, work_order.template_id as "templateId", work_order.contact,
      work_order.required_products as equipment, work_order.asset_ids as "assetIds", client.id as "clientId",
      client.name as "clientName", client.siret, client.email as "clientEmail", client.language, site.id as "siteId", site.name as "siteName",
      site.access_instructions as access,
      coalesce(work_order.external_id, '') as "orderReference", work_order.windows, work_order.earliest_at as "earliestAt",
      work_order.due_at as "dueAt",
      array(
        select kind.name from workforce.v_certification_kinds as kind
        where kind.organization_id = work_order.organization_id and (kind.id = any(work_order.certification_kind_ids) or exists (
          select from work_orders.v_positions as position
          where position.organization_id = work_order.organization_id and position.work_order_id = work_order.id
            and kind.id = any(position.certification_kind_ids)))
        order by kind.name
      ) as certifications,
      array(
        select document.name from work_orders.v_attachments as document
        where document.organization_id = work_order.organization_id and document.work_order_id = work_order.id
        order by document.added_at, document.id
      ) as documents,
      jsonb_build_object('line', site.address_line, 'postcode', site.postcode, 'city', site.city, 'country', site.country) as address,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', asset.id, 'name', asset.name, 'kind', asset.kind,
          'externalId', asset.external_id, 'attributes', asset.attributes)
          order by array_position(work_order.asset_ids, asset.id))
        from clients.v_assets as asset
        where asset.organization_id = work_order.organization_id and asset.id = any(work_order.asset_ids)
      ), '[]') as assets
    from work_orders.v_work_orders as work_order
    join clients.v_sites as site on site.organization_id = work_order.organization_id and site.id = work_order.site_id
    join clients.v_clients as client on client.organization_id = site.organization_id and client.id = site.client_id
    where work_order.organization_id = ${tx.actor.organizationId} and work_order.id = any(${[...workOrderIds]}::uuid[])
    order by work_order.id`)
}

export type Worker = {
  readonly workOrderId: Id
  readonly assignmentId: Id
  readonly technicianId: Id
  readonly name: string
  readonly position: string
  readonly startsAt: Instant
  readonly endsAt: Instant
}

/** Who is, or was, on the work as far as it was published. */
export async function workersOf(tx: Tx, workOrderIds: readonly Id[]): Promise<Worker[]> {
  if (workOrderIds.length === 0) return []
  return await tx.rows(sql<Worker>`
    select assignment.work_order_id as "workOrderId", assignment.id as "assignmentId", technician.id as "technicianId",
      technician.name, coalesce(position.label, '') as position, assignment.starts_at as "startsAt", assignment.ends_at as "endsAt"
    from planning.v_assignments as assignment
    join workforce.v_technicians as technician
      on technician.organization_id = assignment.organization_id and technician.id = assignment.technician_id
    left join work_orders.v_positions as position
      on position.organization_id = assignment.organization_id and position.id = assignment.position_id
    where assignment.organization_id = ${tx.actor.organizationId}
      and assignment.work_order_id = any(${[...workOrderIds]}::uuid[])
      and (assignment.live or assignment.state = 'finished') and assignment.published_at is not null
    order by assignment.starts_at, assignment.id`)
}

/** Work orders on which this technician has a published assignment in a span of time. */
export async function ownWorkOrders(
  tx: Tx,
  technicianId: Id,
  from: Instant,
  until: Instant,
): Promise<Id[]> {
  const rows = await tx.rows(sql<{ id: Id }>`
    select distinct assignment.work_order_id as id from planning.v_assignments as assignment
    where assignment.organization_id = ${tx.actor.organizationId} and assignment.technician_id = ${technicianId}
      and assignment.published_at is not null and assignment.state not in ('withdrawn', 'declined')
      and ((assignment.starts_at < ${until} and assignment.ends_at > ${from})
        or assignment.state in ('en_route', 'started', 'paused'))
    order by id`)
  return rows.map(({ id }) => id)
}

type EntryRow = Omit<FieldEntry, 'mine' | 'why' | 'what'> & {
  aside: FieldEntry['why']
  body: FieldEntry['what']
  technicianId: Id | null
}

export async function entriesOf(tx: Tx, assignmentIds: readonly Id[]): Promise<FieldEntry[]> {
  if (assignmentIds.length === 0) return []
  const rows = await tx.rows(sql<EntryRow>`
    select entry.id, entry.assignment_id as "assignmentId", entry.technician_id as "technicianId", entry.by_name as by, entry.at,
      entry.device_at as "deviceAt", entry.server_at as "serverAt", entry.standing, entry.aside, entry.body
    from fieldwork.v_entries as entry
    where entry.organization_id = ${tx.actor.organizationId} and entry.assignment_id = any(${[...assignmentIds]}::uuid[])
    order by entry.at, entry.id`)
  return rows.map(({ aside, body, technicianId, ...entry }) => ({
    ...entry,
    mine: technicianId !== null && technicianId === tx.actor.technicianId,
    why: aside,
    what: body,
  }))
}

/** The signature a technician last put on a paper; null: none yet, or taken off. */
export async function ownSignature(tx: Tx, technicianId: Id): Promise<Strokes | null> {
  const row = await tx.maybe(sql<{ signature: Strokes }>`
    select entry.body -> 'signature' as signature from fieldwork.v_entries as entry
    where entry.organization_id = ${tx.actor.organizationId} and entry.technician_id = ${technicianId}
      and entry.kind = 'paper' and entry.body ? 'signature' and entry.body -> 'signature' <> '[]'
    order by entry.at desc, entry.id desc limit 1`)
  return row?.signature ?? null
}

/** Photos that have arrived whole, of these. */
export async function arrivedPhotos(tx: Tx, photoIds: readonly Id[]): Promise<Map<Id, string>> {
  if (photoIds.length === 0) return new Map()
  const rows = await tx.rows(sql<{ id: Id; sha256: string }>`
    select id, sha256 from fieldwork.v_photos
    where organization_id = ${tx.actor.organizationId} and id = any(${[...photoIds]}::uuid[]) order by id`)
  return new Map(rows.map(({ id, sha256 }) => [id, sha256]))
}

/** Readings of earlier visits at these sites; superseded reports do not count. */
export async function pastReadingsAt(
  tx: Tx,
  siteIds: readonly Id[],
): Promise<(PastReading & { siteId: Id })[]> {
  if (siteIds.length === 0) return []
  return await tx.rows(sql<PastReading & { siteId: Id }>`
    select reading.site_id as "siteId", reading.asset_id as "assetId", reading.form_id as "formId", reading.key, reading.at, reading.value
    from reports.readings as reading
    join reports.reports as report
      on report.organization_id = reading.organization_id and report.id = reading.report_id and report.state <> 'superseded'
    where reading.organization_id = ${tx.actor.organizationId} and reading.site_id = any(${[...siteIds]}::uuid[])
      and reading.at > ${tx.now()}::timestamptz - interval '400 days'
    order by reading.at, reading.ordinal`)
}

const MOST_PAST = 3
const MOST_SIGNS = 240

type PastRow = ContentPast & { readonly workOrderId: Id }

/** For each of these work orders: what the last reports of its place say, as they stood before it. */
export async function historyOf(tx: Tx, workOrderIds: readonly Id[]): Promise<PastRow[]> {
  if (workOrderIds.length === 0) return []
  return await tx.rows(sql<PastRow>`
    select work_order.id as "workOrderId", past.at, past.reference, past.title, past.technicians, past.outcome, past.summary
    from work_orders.v_work_orders as work_order
    left join reports.reports as own
      on own.organization_id = work_order.organization_id and own.work_order_id = work_order.id and own.number = 1
    cross join lateral (
      select coalesce(report.worked_at, report.sealed_at) as at, report.reference, report.title, report.technician_names as technicians,
        report.outcome, left(coalesce(nullif(report.content #>> '{texts,results}', ''), nullif(report.content #>> '{texts,workDone}', ''),
          report.content #>> '{texts,remarks}', ''), ${MOST_SIGNS}) as summary
      from reports.reports as report
      where report.organization_id = work_order.organization_id and report.site_id = work_order.site_id
        and report.work_order_id <> work_order.id and report.state in ('sealed', 'validated')
        and report.sealed_at < coalesce(own.sealed_at, ${tx.now()}::timestamptz)
      order by coalesce(report.worked_at, report.sealed_at) desc, report.id desc limit ${MOST_PAST}
    ) as past
    where work_order.organization_id = ${tx.actor.organizationId} and work_order.id = any(${[...workOrderIds]}::uuid[])
    order by work_order.id, past.at desc`)
}

export async function insertReadings(
  tx: Tx,
  report: { id: Id; siteId: Id },
  readings: readonly PastReading[],
): Promise<void> {
  if (readings.length === 0) return
  await tx.run(sql`
    insert into reports.readings (organization_id, report_id, site_id, asset_id, form_id, key, at, value, ordinal)
    select ${tx.actor.organizationId}, ${report.id}, ${report.siteId}, reading."assetId", reading."formId", reading.key,
      reading.at, reading.value, row_number() over ()
    from jsonb_to_recordset(${JSON.stringify(readings)}::jsonb)
      as reading ("assetId" uuid, "formId" uuid, key text, at timestamptz, value double precision)`)
}
