// SQL of many clients, sites and assets at once: an import of ten thousand lines is a handful of statements.
import type { AssetDraft, ClientDraft, SiteDraft } from '@regie/contract/clients'
import type { Id } from '@regie/contract/kernel'
import { sql } from '../../platform/db/sql.ts'
import type { Stored } from '../../platform/merge.ts'
import { positionIn } from '../../platform/position.ts'
import type { Tx } from '../../platform/work.ts'

type ClientRow = Omit<ClientDraft, 'externalId'> & {
  id: Id
  version: number
  external_id: string | null
}

/** Clients that have one of the external ids or one of the names (accents and case ignored). */
export async function clientsNamed(
  tx: Tx,
  externalIds: readonly string[],
  names: readonly string[],
): Promise<Stored<ClientDraft>[]> {
  const rows = await tx.rows(sql<ClientRow>`
    select id, version, external_id, name, kind, siret, phone, email, language, notes
    from clients.clients
    where organization_id = ${tx.actor.organizationId}
      and (external_id = any(${[...externalIds]}::text[])
        or sort_name in (select platform.fold(name) from unnest(${[...names]}::text[]) as name))
    order by id`)
  return rows.map(({ id, version, external_id, ...draft }) => ({
    id,
    version,
    draft: { externalId: external_id, ...draft },
  }))
}

export async function insertClients(
  tx: Tx,
  clients: readonly Stored<ClientDraft>[],
): Promise<void> {
  await tx.run(sql`
    insert into clients.clients (organization_id, id, external_id, name, kind, siret, phone, email, language, notes)
    select ${tx.actor.organizationId}, id, "externalId", name, kind, siret, phone, email, language, notes
    from jsonb_to_recordset(${flat(clients)}::jsonb) as client(
      id uuid, "externalId" text, name text, kind text, siret text, phone text, email text, language text, notes text)`)
}

/** The number of rows changed: fewer than given when somebody changed one in the meantime. */
export const saveClients = (tx: Tx, clients: readonly Stored<ClientDraft>[]): Promise<number> =>
  tx.run(sql`
    update clients.clients as client
    set external_id = given."externalId", name = given.name, kind = given.kind, siret = given.siret,
      phone = given.phone, email = given.email, language = given.language,
      notes = given.notes, version = client.version + 1
    from jsonb_to_recordset(${flat(clients)}::jsonb) as given(
      id uuid, version int, "externalId" text, name text, kind text, siret text, phone text, email text, language text, notes text)
    where client.organization_id = ${tx.actor.organizationId} and client.id = given.id and client.version = given.version`)

type SiteRow = {
  id: Id
  version: number
  client_id: Id
  external_id: string | null
  name: string
  address_line: string
  postcode: string
  city: string
  country: string
  latitude: number | null
  longitude: number | null
  access_instructions: string
  notes: string
}

/** Sites that have one of the external ids, or belong to one of the clients. */
export async function sitesOf(
  tx: Tx,
  externalIds: readonly string[],
  clientIds: readonly Id[],
): Promise<Stored<SiteDraft>[]> {
  const rows = await tx.rows(sql<SiteRow>`
    select id, version, client_id, external_id, name, address_line, postcode, city, country, latitude, longitude,
      access_instructions, notes
    from clients.sites
    where organization_id = ${tx.actor.organizationId}
      and (external_id = any(${[...externalIds]}::text[]) or client_id = any(${[...clientIds]}::uuid[]))
    order by id`)
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    draft: {
      clientId: row.client_id,
      externalId: row.external_id,
      name: row.name,
      address: {
        line: row.address_line,
        postcode: row.postcode,
        city: row.city,
        country: row.country,
      },
      position: positionIn(row),
      accessInstructions: row.access_instructions,
      notes: row.notes,
    },
  }))
}

const flatSites = (sites: readonly Stored<SiteDraft>[]): string =>
  flat(
    sites.map(({ id, version, draft: { address, position, ...draft } }) => ({
      id,
      version,
      draft: { ...draft, ...address, ...position },
    })),
  )

const siteColumns = sql`"externalId" text, name text, line text, postcode text, city text, country text,
  latitude double precision, longitude double precision, "accessInstructions" text, notes text`

export async function insertSites(tx: Tx, sites: readonly Stored<SiteDraft>[]): Promise<void> {
  await tx.run(sql`
    insert into clients.sites (organization_id, id, client_id, external_id, name, address_line, postcode, city, country,
      latitude, longitude, access_instructions, notes)
    select ${tx.actor.organizationId}, id, "clientId", "externalId", name, line, postcode, city, country,
      latitude, longitude, "accessInstructions", notes
    from jsonb_to_recordset(${flatSites(sites)}::jsonb) as site(id uuid, "clientId" uuid, ${siteColumns})`)
}

export const saveSites = (tx: Tx, sites: readonly Stored<SiteDraft>[]): Promise<number> =>
  tx.run(sql`
    update clients.sites as site
    set external_id = given."externalId", name = given.name, address_line = given.line, postcode = given.postcode,
      city = given.city, country = given.country, latitude = given.latitude, longitude = given.longitude,
      access_instructions = given."accessInstructions", notes = given.notes, version = site.version + 1
    from jsonb_to_recordset(${flatSites(sites)}::jsonb) as given(id uuid, version int, ${siteColumns})
    where site.organization_id = ${tx.actor.organizationId} and site.id = given.id and site.version = given.version`)

type AssetRow = Omit<AssetDraft, 'externalId' | 'siteId'> & {
  id: Id
  version: number
  site_id: Id
  external_id: string | null
}

/** Assets that have one of the external ids, or stand at one of the sites. */
export async function assetsAt(
  tx: Tx,
  externalIds: readonly string[],
  siteIds: readonly Id[],
): Promise<Stored<AssetDraft>[]> {
  const rows = await tx.rows(sql<AssetRow>`
    select id, version, site_id, external_id, name, kind, attributes, notes
    from clients.assets
    where organization_id = ${tx.actor.organizationId}
      and (external_id = any(${[...externalIds]}::text[]) or site_id = any(${[...siteIds]}::uuid[]))
    order by id`)
  return rows.map(({ id, version, site_id, external_id, ...draft }) => ({
    id,
    version,
    draft: { siteId: site_id, externalId: external_id, ...draft },
  }))
}

export async function insertAssets(tx: Tx, assets: readonly Stored<AssetDraft>[]): Promise<void> {
  await tx.run(sql`
    insert into clients.assets (organization_id, id, site_id, external_id, name, kind, attributes, notes)
    select ${tx.actor.organizationId}, id, "siteId", "externalId", name, kind, attributes, notes
    from jsonb_to_recordset(${flat(assets)}::jsonb) as asset(
      id uuid, "siteId" uuid, "externalId" text, name text, kind text, attributes jsonb, notes text)`)
}

export const saveAssets = (tx: Tx, assets: readonly Stored<AssetDraft>[]): Promise<number> =>
  tx.run(sql`
    update clients.assets as asset
    set external_id = given."externalId", name = given.name, kind = given.kind, attributes = given.attributes,
      notes = given.notes, version = asset.version + 1
    from jsonb_to_recordset(${flat(assets)}::jsonb) as given(
      id uuid, version int, "externalId" text, name text, kind text, attributes jsonb, notes text)
    where asset.organization_id = ${tx.actor.organizationId} and asset.id = given.id and asset.version = given.version`)

const flat = (items: readonly Stored<object>[]): string =>
  JSON.stringify(items.map(({ id, version, draft }) => ({ id, version, ...draft })))
