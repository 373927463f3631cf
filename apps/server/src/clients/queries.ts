import type { Asset, Client, Contact, Site } from '@regie/contract/clients'
import type { Id } from '@regie/contract/kernel'
import { fail } from '../platform/errors.ts'
import type { Tx } from '../platform/work.ts'
import { assetsOf } from './store/assets.ts'
import { findClient } from './store/clients.ts'
import { contactsOf } from './store/contacts.ts'
import { findSite } from './store/sites.ts'

export async function getClient(tx: Tx, clientId: Id): Promise<Client & { contacts: Contact[] }> {
  const client = await findClient(tx, clientId)
  if (!client) throw fail('not_found', { what: 'client' })
  return { ...client, contacts: await contactsOf(tx, clientId, null) }
}

export async function getSite(
  tx: Tx,
  siteId: Id,
): Promise<Site & { assets: Asset[]; contacts: Contact[] }> {
  const site = await findSite(tx, siteId)
  if (!site) throw fail('not_found', { what: 'site' })
  return {
    ...site,
    assets: await assetsOf(tx, siteId),
    contacts: await contactsOf(tx, site.clientId, siteId),
  }
}
