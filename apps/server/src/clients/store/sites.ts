// SQL of clients.sites.
import type { Site, SiteDraft } from '@regie/contract/clients'
import type { Id, Instant, Page, PageQuery } from '@regie/contract/kernel'
import { hasWords } from '../../platform/db/search.ts'
import { sql } from '../../platform/db/sql.ts'
import { readCursor, toPage } from '../../platform/keyset.ts'
import { positionIn } from '../../platform/position.ts'
import type { Tx } from '../../platform/work.ts'

type Row = {
  id: Id
  version: number
  client_id: Id
  client_name: string
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
  archived_at: Instant | null
  sort_name: string
  asset_count: number
}

const toSite = (row: Row): Site => ({
  id: row.id,
  version: row.version,
  clientId: row.client_id,
  clientName: row.client_name,
  externalId: row.external_id,
  name: row.name,
  address: { line: row.address_line, postcode: row.postcode, city: row.city, country: row.country },
  position: positionIn(row),
  accessInstructions: row.access_instructions,
  notes: row.notes,
  archivedAt: row.archived_at,
  assetCount: row.asset_count,
})

const columns = sql`site.id, site.version, site.client_id, client.name as client_name, site.external_id, site.name, site.address_line,
  site.postcode, site.city, site.country, site.latitude, site.longitude, site.access_instructions, site.notes, site.archived_at, site.sort_name,
  (select count(*) from clients.assets as asset
    where asset.organization_id = site.organization_id and asset.site_id = site.id and asset.archived_at is null) as asset_count`
const tables = sql`clients.sites as site
  join clients.clients as client on client.organization_id = site.organization_id and client.id = site.client_id`

export async function findSite(tx: Tx, siteId: Id): Promise<Site | undefined> {
  const row = await tx.maybe(sql<Row>`
    select ${columns} from ${tables} where site.organization_id = ${tx.actor.organizationId} and site.id = ${siteId}`)
  return row && toSite(row)
}

export async function findSiteByExternalId(tx: Tx, externalId: string): Promise<Site | undefined> {
  const row = await tx.maybe(sql<Row>`
    select ${columns} from ${tables} where site.organization_id = ${tx.actor.organizationId} and site.external_id = ${externalId}`)
  return row && toSite(row)
}

export type SiteFilter = PageQuery & {
  archived: boolean
  clientId?: Id | undefined
  position?: 'known' | 'missing' | undefined
}

export async function pageOfSites(tx: Tx, query: SiteFilter): Promise<Page<Site>> {
  const after = readCursor(query.cursor, ['name', 'id'])
  const matches = sql`site.organization_id = ${tx.actor.organizationId}
    and (site.archived_at is not null) = ${query.archived}
    and (${query.clientId ?? null}::uuid is null or site.client_id = ${query.clientId ?? null}::uuid)
    and (${query.position ?? null}::text is null or (site.latitude is not null) = (${query.position ?? null}::text = 'known'))
    and ${hasWords(sql`(site.search_text || ' ' || client.search_text)`, query.search)}`
  const { total } = await tx.row(
    sql<{ total: number }>`select count(*) as total from ${tables} where ${matches}`,
  )
  const rows = await tx.rows(sql<Row>`
    select ${columns} from ${tables}
    where ${matches}
      and (${after?.id ?? null}::uuid is null or (site.sort_name, site.id) > (${after?.name ?? ''}, ${after?.id ?? null}::uuid))
    order by site.sort_name, site.id
    limit ${query.limit + 1}`)
  const names = new Map(rows.map((row) => [row.id, row.sort_name]))
  return toPage(rows.map(toSite), query.limit, total, (site) => [names.get(site.id) ?? '', site.id])
}

export async function insertSite(tx: Tx, siteId: Id, draft: SiteDraft): Promise<void> {
  const { address, position } = draft
  await tx.run(sql`
    insert into clients.sites (organization_id, id, client_id, external_id, name, address_line, postcode, city, country,
      latitude, longitude, access_instructions, notes)
    values (${tx.actor.organizationId}, ${siteId}, ${draft.clientId}, ${draft.externalId}, ${draft.name}, ${address.line},
      ${address.postcode}, ${address.city}, ${address.country}, ${position?.latitude ?? null}, ${position?.longitude ?? null},
      ${draft.accessInstructions}, ${draft.notes})`)
}

export async function saveSite(
  tx: Tx,
  siteId: Id,
  version: number,
  draft: Omit<SiteDraft, 'clientId'>,
): Promise<boolean> {
  const { address, position } = draft
  const changed = await tx.run(sql`
    update clients.sites
    set external_id = ${draft.externalId}, name = ${draft.name}, address_line = ${address.line}, postcode = ${address.postcode},
      city = ${address.city}, country = ${address.country}, latitude = ${position?.latitude ?? null},
      longitude = ${position?.longitude ?? null}, access_instructions = ${draft.accessInstructions}, notes = ${draft.notes},
      version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${siteId} and version = ${version}`)
  return changed === 1
}

export async function markSiteArchived(
  tx: Tx,
  siteId: Id,
  version: number,
  archivedAt: Instant | null,
): Promise<boolean> {
  const changed = await tx.run(sql`
    update clients.sites set archived_at = ${archivedAt}, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${siteId} and version = ${version}`)
  return changed === 1
}
