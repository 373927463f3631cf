import * as contract from '@regie/contract/clients'
import { act, type Route, read } from '../platform/http/bind.ts'
import {
  archiveClient,
  createClient,
  createContact,
  removeContact,
  updateClient,
  updateContact,
} from './commands/clients.ts'
import {
  archiveAsset,
  archiveSite,
  createAsset,
  createSite,
  updateAsset,
  updateSite,
} from './commands/sites.ts'
import { getClient, getSite } from './queries.ts'
import { pageOfClients } from './store/clients.ts'
import { pageOfSites } from './store/sites.ts'

export const routes: readonly Route[] = [
  read(contract.listClients, 'clients.read', (tx, { query }) => pageOfClients(tx, query)),
  read(contract.getClient, 'clients.read', (tx, { params }) => getClient(tx, params.clientId)),
  act(contract.createClient, createClient, ({ body }) => body),
  act(contract.updateClient, updateClient, ({ params, body: { version, ...draft } }) => ({
    ...params,
    version,
    draft,
  })),
  act(contract.archiveClient, archiveClient, ({ params, body }) => ({ ...params, ...body })),
  act(contract.createContact, createContact, ({ params, body }) => ({ ...params, draft: body })),
  act(contract.updateContact, updateContact, ({ params, body: { version, ...draft } }) => ({
    ...params,
    version,
    draft,
  })),
  act(contract.removeContact, removeContact, ({ params }) => params),
  read(contract.listSites, 'clients.read', (tx, { query }) => pageOfSites(tx, query)),
  read(contract.getSite, 'clients.read', (tx, { params }) => getSite(tx, params.siteId)),
  act(contract.createSite, createSite, ({ body }) => body),
  act(contract.updateSite, updateSite, ({ params, body: { version, ...draft } }) => ({
    ...params,
    version,
    draft,
  })),
  act(contract.archiveSite, archiveSite, ({ params, body }) => ({ ...params, ...body })),
  act(contract.createAsset, createAsset, ({ body }) => body),
  act(contract.updateAsset, updateAsset, ({ params, body: { version, ...draft } }) => ({
    ...params,
    version,
    draft,
  })),
  act(contract.archiveAsset, archiveAsset, ({ params, body }) => ({ ...params, ...body })),
]
