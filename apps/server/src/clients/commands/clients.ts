// What people do with clients and their contacts.
import type { Client, ClientDraft, Contact, ContactDraft } from '@regie/contract/clients'
import type { Id } from '@regie/contract/kernel'
import { fail } from '../../platform/errors.ts'
import { expectCurrent, found, uniqueBy } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { happened } from '../events.ts'
import {
  findClient,
  findClientByExternalId,
  insertClient,
  markClientArchived,
  saveClient,
} from '../store/clients.ts'
import { deleteContact, findContact, insertContact, saveContact } from '../store/contacts.ts'
import { findSite } from '../store/sites.ts'

const write = { permission: 'clients.write' } as const

export const createClient = command(
  'clients.create-client',
  write,
  async (tx, draft: ClientDraft): Promise<Client> => {
    await uniqueBy(
      draft.externalId,
      (externalId) => findClientByExternalId(tx, externalId),
      null,
      'externalId',
    )
    const clientId = tx.newId()
    await insertClient(tx, clientId, draft)
    tx.emit(happened.client_created({ clientId, name: draft.name }))
    return found(await findClient(tx, clientId), 'client')
  },
)

type Change = { clientId: Id; version: number; draft: ClientDraft }

export const updateClient = command(
  'clients.update-client',
  write,
  async (tx, { clientId, version, draft }: Change): Promise<Client> => {
    const before = found(await findClient(tx, clientId), 'client')
    await uniqueBy(
      draft.externalId,
      (externalId) => findClientByExternalId(tx, externalId),
      clientId,
      'externalId',
    )
    expectCurrent(await saveClient(tx, clientId, version, draft), before)
    tx.emit(happened.client_changed({ clientId, name: draft.name }))
    return found(await findClient(tx, clientId), 'client')
  },
)

type Archiving = { clientId: Id; version: number; archived: boolean }

export const archiveClient = command(
  'clients.archive-client',
  write,
  async (tx, { clientId, version, archived }: Archiving): Promise<Client> => {
    const before = found(await findClient(tx, clientId), 'client')
    if (archived && before.siteCount > 0)
      throw fail('still_used', { what: before.name, by: `${before.siteCount} site(s)` })
    expectCurrent(
      await markClientArchived(tx, clientId, version, archived ? tx.now() : null),
      before,
    )
    tx.emit(happened.client_archived({ clientId, name: before.name, archived }))
    return found(await findClient(tx, clientId), 'client')
  },
)

export const createContact = command(
  'clients.create-contact',
  write,
  async (tx, { clientId, draft }: { clientId: Id; draft: ContactDraft }): Promise<Contact> => {
    found(await findClient(tx, clientId), 'client')
    await siteOfClient(tx, clientId, draft.siteId)
    const contactId = tx.newId()
    await insertContact(tx, clientId, contactId, draft)
    tx.emit(happened.contact_changed({ clientId, contactId, name: draft.name }))
    return found(await findContact(tx, clientId, contactId), 'contact')
  },
)

type ContactChange = { clientId: Id; contactId: Id; version: number; draft: ContactDraft }

export const updateContact = command(
  'clients.update-contact',
  write,
  async (tx, { clientId, contactId, version, draft }: ContactChange): Promise<Contact> => {
    const before = found(await findContact(tx, clientId, contactId), 'contact')
    await siteOfClient(tx, clientId, draft.siteId)
    expectCurrent(await saveContact(tx, contactId, version, draft), before)
    tx.emit(happened.contact_changed({ clientId, contactId, name: draft.name }))
    return found(await findContact(tx, clientId, contactId), 'contact')
  },
)

export const removeContact = command(
  'clients.remove-contact',
  write,
  async (tx, { clientId, contactId }: { clientId: Id; contactId: Id }): Promise<undefined> => {
    const contact = found(await findContact(tx, clientId, contactId), 'contact')
    await deleteContact(tx, contactId)
    tx.emit(happened.contact_removed({ clientId, contactId, name: contact.name }))
  },
)

async function siteOfClient(tx: Tx, clientId: Id, siteId: Id | null): Promise<void> {
  if (siteId && (await findSite(tx, siteId))?.clientId !== clientId)
    throw fail('not_found', { what: 'site' })
}
