// The visit of a work order as it stands now, read over the views of the modules below; nothing of it is kept here.
import type { Id, Instant } from '@regie/contract/kernel'
import type { AssignmentState } from '@regie/contract/planning'
import type { Language } from '@regie/contract/roles'
import type { WorkOrderStatus } from '@regie/contract/work-orders'
import { sql } from '../../platform/db/sql.ts'
import { toMobile } from '../../platform/phone.ts'
import type { Tx } from '../../platform/work.ts'

export type Visit = {
  readonly workOrderId: Id
  readonly reference: string
  readonly title: string
  readonly status: WorkOrderStatus
  readonly templateId: Id | null
  readonly siteId: Id
  readonly siteName: string
  readonly address: string
  readonly city: string
  readonly clientId: Id
  readonly clientName: string
  /** Null while nobody is planned for it, as far as clients know. */
  readonly startsAt: Instant | null
  readonly endsAt: Instant | null
  readonly states: readonly AssignmentState[]
  readonly technicians: readonly string[]
  /** Whom to tell. */
  readonly to: { readonly name: string; readonly email: string; readonly mobile: string }
  readonly language: Language
}

type Contact = { name: string; phone: string; email: string }
type Row = Omit<Visit, 'to' | 'states' | 'technicians'> & {
  contact: Contact
  contacts: Contact[]
  clientPhone: string
  clientEmail: string
  states: AssignmentState[] | null
  technicians: string[] | null
}

/** The first of these people who can be reached at all; a landline takes no SMS. */
function reachedBy({ contact, contacts, clientName, clientEmail, clientPhone }: Row): Visit['to'] {
  const people = [
    contact,
    ...contacts,
    { name: clientName, email: clientEmail, phone: clientPhone },
  ].map(({ name, email, phone }) => ({
    name: name || clientName,
    email: email.trim().toLowerCase(),
    mobile: toMobile(phone) ?? '',
  }))
  return (
    people.find(({ email, mobile }) => email !== '' || mobile !== '') ?? {
      name: clientName,
      email: '',
      mobile: '',
    }
  )
}

export async function visitsOf(tx: Tx, workOrderIds: readonly Id[]): Promise<Visit[]> {
  if (workOrderIds.length === 0) return []
  const rows = await tx.rows(sql<Row>`
    with planned as (
      select assignment.work_order_id, min(assignment.starts_at) as starts_at, max(assignment.ends_at) as ends_at,
        array_agg(assignment.state order by assignment.starts_at, assignment.id) as states,
        array_agg(technician.name order by assignment.starts_at, assignment.id) as technicians
      from planning.v_assignments as assignment
      join workforce.v_technicians as technician
        on technician.organization_id = assignment.organization_id and technician.id = assignment.technician_id
      where assignment.organization_id = ${tx.actor.organizationId} and assignment.live and assignment.published_at is not null
        and assignment.work_order_id = any(${[...workOrderIds]}::uuid[])
      group by assignment.work_order_id
    )
    select work_order.id as "workOrderId", work_order.reference, work_order.title, work_order.status,
      work_order.template_id as "templateId", site.id as "siteId", site.name as "siteName",
      concat_ws(', ', nullif(site.address_line, ''), nullif(trim(site.postcode || ' ' || site.city), '')) as address, site.city,
      client.id as "clientId", client.name as "clientName", client.phone as "clientPhone", client.email as "clientEmail",
      coalesce(client.language, organization.language) as language, work_order.contact,
      planned.starts_at as "startsAt", planned.ends_at as "endsAt", planned.states, planned.technicians,
      coalesce((
        select jsonb_agg(jsonb_build_object('name', contact.name, 'phone', contact.phone, 'email', contact.email)
          order by contact.site_id is null, contact.id)
        from clients.v_contacts as contact
        where contact.organization_id = client.organization_id and contact.client_id = client.id
          and (contact.site_id is null or contact.site_id = site.id)
      ), '[]') as contacts
    from work_orders.v_work_orders as work_order
    join identity.v_organizations as organization on organization.organization_id = work_order.organization_id
    join clients.v_sites as site on site.organization_id = work_order.organization_id and site.id = work_order.site_id
    join clients.v_clients as client on client.organization_id = site.organization_id and client.id = site.client_id
    left join planned on planned.work_order_id = work_order.id
    where work_order.organization_id = ${tx.actor.organizationId} and work_order.id = any(${[...workOrderIds]}::uuid[])
    order by planned.starts_at, work_order.id`)
  return rows.map((row) => {
    const { contact: _, contacts: __, clientPhone: ___, clientEmail: ____, ...visit } = row
    return {
      ...visit,
      states: row.states ?? [],
      technicians: row.technicians ?? [],
      to: reachedBy(row),
    }
  })
}

export async function visitOf(tx: Tx, workOrderId: Id): Promise<Visit | undefined> {
  return (await visitsOf(tx, [workOrderId]))[0]
}

/**
 * Work whose client is to be reminded at this minute: published, not begun, starting so many minutes of wall clock from now
 * (48 h before 9:00 is 9:00, whatever the clocks do in between), and not told of this very hour yet.
 */
export async function dueForReminder(tx: Tx, minutes: number, limit: number): Promise<Id[]> {
  const { organizationId, timeZone } = tx.actor
  const rows = await tx.rows(sql<{ id: Id }>`
    select assignment.work_order_id as id
    from planning.v_assignments as assignment
    join work_orders.v_work_orders as work_order
      on work_order.organization_id = assignment.organization_id and work_order.id = assignment.work_order_id
    where assignment.organization_id = ${organizationId} and assignment.live and assignment.published_at is not null
      and assignment.starts_at > ${tx.now()} and assignment.starts_at < ${tx.now()}::timestamptz + make_interval(mins => ${minutes} + 120)
      and work_order.status in ('qualified', 'planned')
    group by assignment.work_order_id
    having bool_and(assignment.state in ('offered', 'accepted'))
      and ((min(assignment.starts_at) at time zone ${timeZone}) - make_interval(mins => ${minutes})) at time zone ${timeZone} <= ${tx.now()}
      and not exists (
        select from portal.promises as promise
        where promise.organization_id = ${organizationId} and promise.work_order_id = assignment.work_order_id
          and promise.state = 'open' and (promise.reminded_at is not null or promise.starts_at <> min(assignment.starts_at)))
    order by min(assignment.starts_at), assignment.work_order_id
    limit ${limit}`)
  return rows.map(({ id }) => id)
}

/** When somebody really began, by what they told; the latest correction counts. */
export async function beganAt(tx: Tx, workOrderId: Id): Promise<Instant | undefined> {
  const row = await tx.maybe(sql<{ at: Instant | null }>`
    select min(coalesce(
      (select (correction.body ->> 'at')::timestamptz from fieldwork.v_entries as correction
        where correction.organization_id = entry.organization_id and correction.assignment_id = entry.assignment_id
          and correction.kind = 'correction' and correction.standing = 'counted' and correction.body ->> 'entryId' = entry.id::text
        order by correction.server_at desc, correction.id desc limit 1),
      entry.at)) as at
    from planning.v_assignments as assignment
    join fieldwork.v_entries as entry on entry.organization_id = assignment.organization_id and entry.assignment_id = assignment.id
    where assignment.organization_id = ${tx.actor.organizationId} and assignment.work_order_id = ${workOrderId}
      and entry.kind = 'step' and entry.body ->> 'step' = 'started' and entry.standing = 'counted'`)
  return row?.at ?? undefined
}

export type ClockOrganization = { readonly organizationId: Id; readonly timeZone: string }
