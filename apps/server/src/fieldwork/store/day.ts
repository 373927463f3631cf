// The technician's day: everything needed at a stop, read over the views of the modules below.
import type { Category, RequiredProduct } from '@regie/contract/catalog'
import type { FieldAssignment } from '@regie/contract/fieldwork'
import type { Id, Instant } from '@regie/contract/kernel'
import type { AssignmentState } from '@regie/contract/planning'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

type Row = {
  id: Id
  version: number
  state: AssignmentState
  starts_at: Instant
  ends_at: Instant
  declined_reason: string | null
  work_order_id: Id
  reference: string
  title: string
  position_name: string
  category: Category
  priority_name: string | null
  colour: string | null
  icon: string | null
  description: string
  required_products: RequiredProduct[]
  equipment: FieldAssignment['equipment']
  asked_for: { name: string; phone: string; email: string }
  client_name: string
  client_phone: string
  contacts: FieldAssignment['contacts']
  site_id: Id
  site_name: string
  address_line: string
  postcode: string
  city: string
  country: string
  latitude: number | null
  longitude: number | null
  access_instructions: string
  coworkers: FieldAssignment['coworkers']
  assets: FieldAssignment['assets']
  documents: FieldAssignment['documents']
}

/** A stop without what was told of it. */
export type Stop = Omit<FieldAssignment, 'entries'>

/** Whom to ask for on this very work stands before the contacts of the site. */
function contactsOf({ asked_for, contacts }: Row): FieldAssignment['contacts'] {
  const { name, phone, email } = asked_for
  return name || phone || email ? [{ name, duty: '', phone, email }, ...contacts] : contacts
}

const toStop = (row: Row): Stop => ({
  id: row.id,
  version: row.version,
  state: row.state,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  declinedReason: row.declined_reason,
  workOrderId: row.work_order_id,
  reference: row.reference,
  title: row.title,
  positionName: row.position_name,
  category: row.category,
  priorityName: row.priority_name ?? '',
  colour: row.colour ?? '#64748b',
  icon: row.icon ?? 'circle',
  instructions: row.description,
  products: row.required_products,
  equipment: row.equipment,
  client: { name: row.client_name, phone: row.client_phone },
  contacts: contactsOf(row),
  site: {
    id: row.site_id,
    name: row.site_name,
    address: {
      line: row.address_line,
      postcode: row.postcode,
      city: row.city,
      country: row.country,
    },
    position:
      row.latitude === null || row.longitude === null
        ? null
        : { latitude: row.latitude, longitude: row.longitude },
    accessInstructions: row.access_instructions,
  },
  coworkers: row.coworkers,
  assets: row.assets,
  documents: row.documents,
})

export type DayQuestion = {
  readonly technicianId: Id
  readonly from: Instant | null
  readonly until: Instant | null
  /** Only this one. */
  readonly assignmentId: Id | null
  /** Besides, whatever is under way, however old. */
  readonly orUnderWay?: boolean
}

/** Published assignments of one technician, by time; what was taken away again is not among them. */
export async function stopsOf(
  tx: Tx,
  { technicianId, from, until, assignmentId, orUnderWay = false }: DayQuestion,
): Promise<Stop[]> {
  const rows = await tx.rows(sql<Row>`
    select assignment.id, assignment.version, assignment.state, assignment.starts_at, assignment.ends_at, assignment.declined_reason,
      work_order.id as work_order_id, work_order.reference, work_order.title, coalesce(position.label, '') as position_name,
      work_order.category, priority.name as priority_name, priority.colour, priority.icon, work_order.description,
      work_order.required_products,
      coalesce((
        select jsonb_agg(jsonb_build_object('name', item.name, 'quantity', (need->>'quantity')::int) order by place)
        from jsonb_array_elements(work_order.equipment) with ordinality as needs(need, place)
        join equipment.v_items as item
          on item.organization_id = work_order.organization_id and item.id = (need->>'equipmentId')::uuid
      ), '[]') as equipment,
      work_order.contact as asked_for, client.name as client_name, client.phone as client_phone,
      coalesce((
        select jsonb_agg(jsonb_build_object('name', contact.name, 'duty', contact.duty, 'phone', contact.phone, 'email', contact.email)
          order by contact.site_id nulls last, contact.name, contact.id)
        from clients.v_contacts as contact
        where contact.organization_id = site.organization_id and contact.client_id = site.client_id
          and (contact.site_id is null or contact.site_id = site.id)
      ), '[]') as contacts,
      site.id as site_id, site.name as site_name, site.address_line, site.postcode, site.city, site.country, site.latitude,
      site.longitude, site.access_instructions,
      coalesce((
        select jsonb_agg(jsonb_build_object('name', colleague.name, 'positionName', coalesce(seat.label, ''), 'phone', colleague.phone)
          order by colleague.name, colleague.id)
        from planning.v_assignments as other
        join workforce.v_technicians as colleague
          on colleague.organization_id = other.organization_id and colleague.id = other.technician_id
        left join work_orders.v_positions as seat on seat.organization_id = other.organization_id and seat.id = other.position_id
        where other.organization_id = assignment.organization_id and other.work_order_id = assignment.work_order_id
          and other.live and other.published_at is not null and other.technician_id <> assignment.technician_id
      ), '[]') as coworkers,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', asset.id, 'name', asset.name, 'kind', asset.kind, 'externalId', asset.external_id,
          'attributes', asset.attributes, 'notes', asset.notes) order by asset.id = any(work_order.asset_ids) desc, asset.name, asset.id)
        from clients.v_assets as asset
        where asset.organization_id = site.organization_id and asset.site_id = site.id and asset.archived_at is null
      ), '[]') as assets,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', document.id, 'name', document.name, 'type', document.media_type, 'bytes', document.bytes)
          order by document.added_at, document.id)
        from work_orders.v_attachments as document
        where document.organization_id = work_order.organization_id and document.work_order_id = work_order.id
      ), '[]') as documents
    from planning.v_assignments as assignment
    join work_orders.v_work_orders as work_order
      on work_order.organization_id = assignment.organization_id and work_order.id = assignment.work_order_id
    join clients.v_sites as site on site.organization_id = work_order.organization_id and site.id = work_order.site_id
    join clients.v_clients as client on client.organization_id = site.organization_id and client.id = site.client_id
    left join work_orders.v_positions as position
      on position.organization_id = assignment.organization_id and position.id = assignment.position_id
    left join catalog.v_priorities as priority
      on priority.organization_id = work_order.organization_id and priority.id = work_order.priority_id
    where assignment.organization_id = ${tx.actor.organizationId} and assignment.technician_id = ${technicianId}
      and assignment.published_at is not null and assignment.state <> 'withdrawn'
      and (${until}::timestamptz is null or assignment.starts_at < ${until}::timestamptz)
      and (${from}::timestamptz is null or assignment.ends_at > ${from}::timestamptz
        or (${orUnderWay} and assignment.state in ('en_route', 'started', 'paused')))
      and (${assignmentId}::uuid is null or assignment.id = ${assignmentId}::uuid)
    order by assignment.starts_at, assignment.id`)
  return rows.map(toStop)
}
