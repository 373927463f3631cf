// SQL of clients.contacts.
import type { Contact, ContactDraft } from '@regie/contract/clients'
import type { Id } from '@regie/contract/kernel'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

type Row = {
  id: Id
  version: number
  client_id: Id
  site_id: Id | null
  name: string
  duty: string
  phone: string
  email: string
}

const toContact = (row: Row): Contact => ({
  id: row.id,
  version: row.version,
  clientId: row.client_id,
  siteId: row.site_id,
  name: row.name,
  duty: row.duty,
  phone: row.phone,
  email: row.email,
})

const columns = sql`id, version, client_id, site_id, name, duty, phone, email`

export async function findContact(
  tx: Tx,
  clientId: Id,
  contactId: Id,
): Promise<Contact | undefined> {
  const row = await tx.maybe(sql<Row>`
    select ${columns} from clients.contacts
    where organization_id = ${tx.actor.organizationId} and client_id = ${clientId} and id = ${contactId}`)
  return row && toContact(row)
}

/** Contacts of the client; with a site, those of that site and those of the client as a whole. */
export async function contactsOf(tx: Tx, clientId: Id, siteId: Id | null): Promise<Contact[]> {
  const rows = await tx.rows(sql<Row>`
    select ${columns} from clients.contacts
    where organization_id = ${tx.actor.organizationId} and client_id = ${clientId}
      and (${siteId}::uuid is null or site_id is null or site_id = ${siteId}::uuid)
    order by site_id nulls last, platform.fold(name), id`)
  return rows.map(toContact)
}

export async function insertContact(
  tx: Tx,
  clientId: Id,
  contactId: Id,
  draft: ContactDraft,
): Promise<void> {
  await tx.run(sql`
    insert into clients.contacts (organization_id, id, client_id, site_id, name, duty, phone, email)
    values (${tx.actor.organizationId}, ${contactId}, ${clientId}, ${draft.siteId}, ${draft.name}, ${draft.duty}, ${draft.phone}, ${draft.email})`)
}

export async function saveContact(
  tx: Tx,
  contactId: Id,
  version: number,
  draft: ContactDraft,
): Promise<boolean> {
  const changed = await tx.run(sql`
    update clients.contacts
    set site_id = ${draft.siteId}, name = ${draft.name}, duty = ${draft.duty}, phone = ${draft.phone}, email = ${draft.email}, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${contactId} and version = ${version}`)
  return changed === 1
}

export async function deleteContact(tx: Tx, contactId: Id): Promise<void> {
  await tx.run(
    sql`delete from clients.contacts where organization_id = ${tx.actor.organizationId} and id = ${contactId}`,
  )
}
