// Server state of clients, sites, contacts and assets.
import {
  archiveAsset,
  archiveClient,
  archiveSite,
  clientEvents,
  createAsset,
  createClient,
  createContact,
  createSite,
  getClient,
  getSite,
  listClients,
  listSites,
  removeContact,
  updateAsset,
  updateClient,
  updateContact,
  updateSite,
} from '@regie/contract/clients'
import type { CallInput } from '../lib/call.ts'
import { refreshOn } from '../lib/live.tsx'
import { useAct, usePages, useRead } from '../lib/server-state.tsx'

const reads = [listClients, getClient, listSites, getSite]
refreshOn(Object.keys(clientEvents), reads)
const options = { invalidates: reads }

export const useClients = (query: CallInput<typeof listClients>['query']) =>
  usePages(listClients, { query })
export const useClient = (clientId: string) => useRead(getClient, { params: { clientId } })
export const useCreateClient = () => useAct(createClient, options)
export const useUpdateClient = () => useAct(updateClient, options)
export const useArchiveClient = () => useAct(archiveClient, options)

export const useSites = (query: CallInput<typeof listSites>['query'], enabled = true) =>
  usePages(listSites, { query }, { enabled })
/** The sites of a client, 200 at most. */
export const useSitesOf = (clientId: string) =>
  useRead(listSites, { query: { clientId, limit: 200 } })
export const useSite = (siteId: string | null) =>
  useRead(getSite, { params: { siteId: siteId ?? '' } }, { enabled: siteId !== null })
export const useCreateSite = () => useAct(createSite, options)
export const useUpdateSite = () => useAct(updateSite, options)
export const useArchiveSite = () => useAct(archiveSite, options)

export const useCreateContact = () => useAct(createContact, options)
export const useUpdateContact = () => useAct(updateContact, options)
export const useRemoveContact = () => useAct(removeContact, options)

export const useCreateAsset = () => useAct(createAsset, options)
export const useUpdateAsset = () => useAct(updateAsset, options)
export const useArchiveAsset = () => useAct(archiveAsset, options)
