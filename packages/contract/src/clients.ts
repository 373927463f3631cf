// Clients, their contacts, sites and assets: who is served, where, and what is maintained there.
import { z } from 'zod'
import { pattern } from './fault-sentence.ts'
import {
  address,
  endpoint,
  id,
  instant,
  page,
  pageQuery,
  position,
  text,
  version,
} from './kernel.ts'
import { phoneDraft } from './phone.ts'
import { language } from './roles.ts'

const externalId = z.string().trim().min(1).max(100).nullable().default(null)
const phone = z.string().trim().max(40).default('')
const email = z.union([z.literal(''), z.email()]).default('')
const notes = z.string().trim().max(10_000).default('')

/** What is asked of a client when it is made or changed. `externalId` is the identifier in another system. */
export const clientDraft = z.object({
  externalId,
  name: text(200),
  kind: z.enum(['company', 'public', 'person']).default('company'),
  siret: z
    .union([
      z.literal(''),
      pattern(/^\d{14}$/, '14 chiffres sont attendus.', '14 digits are expected.'),
    ])
    .default(''),
  phone,
  email,
  /** What is written to them: reports, letters, invitations to sign. Null: the organisation’s language. */
  language: language.nullable().default(null),
  notes,
})
export type ClientDraft = z.infer<typeof clientDraft>

/** The same as people enter it: what was noted before numbers were checked stays readable, not writable. */
export const clientAsked = clientDraft.extend({ phone: phoneDraft })

export const client = clientDraft.extend({
  id,
  version,
  archivedAt: instant.nullable(),
  siteCount: z.int(),
})
export type Client = z.infer<typeof client>

export const contactDraft = z.object({
  siteId: id.nullable().default(null),
  name: text(200),
  duty: z.string().trim().max(120).default(''),
  phone,
  email,
})
export type ContactDraft = z.infer<typeof contactDraft>
export const contactAsked = contactDraft.extend({ phone: phoneDraft })
export const contact = contactDraft.extend({ id, clientId: id, version })
export type Contact = z.infer<typeof contact>

/** A place where work is done. `position` null: not geocoded yet; such a site is never planned automatically. */
export const siteDraft = z.object({
  clientId: id,
  externalId,
  name: text(200),
  address: address.prefault({}),
  position: position.nullable().default(null),
  accessInstructions: z.string().trim().max(4000).default(''),
  notes,
})
export type SiteDraft = z.infer<typeof siteDraft>
export const site = siteDraft.extend({
  id,
  version,
  archivedAt: instant.nullable(),
  clientName: z.string(),
  assetCount: z.int(),
})
export type Site = z.infer<typeof site>

/** What is maintained at a site: a basin, a heat pump, a lift. `attributes` are free, e.g. `{ "Longueur": "25 m" }`. */
export const assetDraft = z.object({
  siteId: id,
  externalId,
  name: text(200),
  kind: z.string().trim().max(120).default(''),
  attributes: z.record(z.string().max(60), z.string().max(300)).default({}),
  notes,
})
export type AssetDraft = z.infer<typeof assetDraft>
export const asset = assetDraft.extend({ id, version, archivedAt: instant.nullable() })
export type Asset = z.infer<typeof asset>

const tag = 'Clients'
const clientParams = z.object({ clientId: id })
const siteParams = z.object({ siteId: id })
const listQuery = pageQuery.extend({ archived: z.stringbool().default(false) })

export const listClients = endpoint({
  method: 'GET',
  path: '/api/clients',
  tag,
  summary: 'Clients by name; search ignores accents and case',
  query: listQuery,
  returns: page(client),
})
export const getClient = endpoint({
  method: 'GET',
  path: '/api/clients/:clientId',
  tag,
  summary: 'One client with its contacts',
  params: clientParams,
  returns: client.extend({ contacts: z.array(contact) }),
})
export const createClient = endpoint({
  method: 'POST',
  path: '/api/clients',
  tag,
  summary: 'Add a client',
  body: clientAsked,
  returns: client,
  status: 201,
})
export const updateClient = endpoint({
  method: 'PATCH',
  path: '/api/clients/:clientId',
  tag,
  summary: 'Change a client',
  params: clientParams,
  body: clientAsked.extend({ version }),
  returns: client,
})
export const archiveClient = endpoint({
  method: 'POST',
  path: '/api/clients/:clientId/archive',
  tag,
  summary: 'Archive a client, or bring it back',
  params: clientParams,
  body: z.object({ version, archived: z.boolean().default(true) }),
  returns: client,
})
export const createContact = endpoint({
  method: 'POST',
  path: '/api/clients/:clientId/contacts',
  tag,
  summary: 'Add a contact to a client',
  params: clientParams,
  body: contactAsked,
  returns: contact,
  status: 201,
})
export const updateContact = endpoint({
  method: 'PATCH',
  path: '/api/clients/:clientId/contacts/:contactId',
  tag,
  summary: 'Change a contact',
  params: clientParams.extend({ contactId: id }),
  body: contactAsked.extend({ version }),
  returns: contact,
})
export const removeContact = endpoint({
  method: 'DELETE',
  path: '/api/clients/:clientId/contacts/:contactId',
  tag,
  summary: 'Remove a contact',
  params: clientParams.extend({ contactId: id }),
  returns: z.undefined(),
  status: 204,
})
export const listSites = endpoint({
  method: 'GET',
  path: '/api/sites',
  tag,
  summary: 'Sites by name, of one client or of all',
  query: listQuery.extend({
    clientId: id.optional(),
    position: z.enum(['known', 'missing']).optional(),
  }),
  returns: page(site),
})
export const getSite = endpoint({
  method: 'GET',
  path: '/api/sites/:siteId',
  tag,
  summary: 'One site with its assets and contacts',
  params: siteParams,
  returns: site.extend({ assets: z.array(asset), contacts: z.array(contact) }),
})
export const createSite = endpoint({
  method: 'POST',
  path: '/api/sites',
  tag,
  summary: 'Add a site',
  body: siteDraft,
  returns: site,
  status: 201,
})
export const updateSite = endpoint({
  method: 'PATCH',
  path: '/api/sites/:siteId',
  tag,
  summary: 'Change a site',
  params: siteParams,
  body: siteDraft.omit({ clientId: true }).extend({ version }),
  returns: site,
})
export const archiveSite = endpoint({
  method: 'POST',
  path: '/api/sites/:siteId/archive',
  tag,
  summary: 'Archive a site, or bring it back',
  params: siteParams,
  body: z.object({ version, archived: z.boolean().default(true) }),
  returns: site,
})
export const createAsset = endpoint({
  method: 'POST',
  path: '/api/assets',
  tag,
  summary: 'Add an asset to a site',
  body: assetDraft,
  returns: asset,
  status: 201,
})
export const updateAsset = endpoint({
  method: 'PATCH',
  path: '/api/assets/:assetId',
  tag,
  summary: 'Change an asset',
  params: z.object({ assetId: id }),
  body: assetDraft.omit({ siteId: true }).extend({ version }),
  returns: asset,
})
export const archiveAsset = endpoint({
  method: 'POST',
  path: '/api/assets/:assetId/archive',
  tag,
  summary: 'Archive an asset, or bring it back',
  params: z.object({ assetId: id }),
  body: z.object({ version, archived: z.boolean().default(true) }),
  returns: asset,
})

/** What happened here, as told on the live stream. */
export const clientEvents = {
  client_created: z.object({ clientId: id, name: z.string() }),
  client_changed: z.object({ clientId: id, name: z.string() }),
  client_archived: z.object({ clientId: id, name: z.string(), archived: z.boolean() }),
  contact_changed: z.object({ clientId: id, contactId: id, name: z.string() }),
  contact_removed: z.object({ clientId: id, contactId: id, name: z.string() }),
  site_created: z.object({ siteId: id, clientId: id, name: z.string() }),
  site_changed: z.object({ siteId: id, clientId: id, name: z.string() }),
  site_archived: z.object({ siteId: id, clientId: id, name: z.string(), archived: z.boolean() }),
  asset_changed: z.object({ assetId: id, siteId: id, name: z.string() }),
}
