// SQL of clients.assets.
import type { Asset, AssetDraft } from '@regie/contract/clients'
import type { Id, Instant } from '@regie/contract/kernel'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

type Row = {
  id: Id
  version: number
  site_id: Id
  external_id: string | null
  name: string
  kind: string
  attributes: Record<string, string>
  notes: string
  archived_at: Instant | null
}

const toAsset = (row: Row): Asset => ({
  id: row.id,
  version: row.version,
  siteId: row.site_id,
  externalId: row.external_id,
  name: row.name,
  kind: row.kind,
  attributes: row.attributes,
  notes: row.notes,
  archivedAt: row.archived_at,
})

const columns = sql`id, version, site_id, external_id, name, kind, attributes, notes, archived_at`

export async function findAsset(tx: Tx, assetId: Id): Promise<Asset | undefined> {
  const row = await tx.maybe(sql<Row>`
    select ${columns} from clients.assets where organization_id = ${tx.actor.organizationId} and id = ${assetId}`)
  return row && toAsset(row)
}

export async function assetsOf(tx: Tx, siteId: Id): Promise<Asset[]> {
  const rows = await tx.rows(sql<Row>`
    select ${columns} from clients.assets
    where organization_id = ${tx.actor.organizationId} and site_id = ${siteId} and archived_at is null
    order by platform.fold(name), id`)
  return rows.map(toAsset)
}

export async function insertAsset(tx: Tx, assetId: Id, draft: AssetDraft): Promise<void> {
  await tx.run(sql`
    insert into clients.assets (organization_id, id, site_id, external_id, name, kind, attributes, notes)
    values (${tx.actor.organizationId}, ${assetId}, ${draft.siteId}, ${draft.externalId}, ${draft.name}, ${draft.kind},
      ${JSON.stringify(draft.attributes)}::jsonb, ${draft.notes})`)
}

export async function saveAsset(
  tx: Tx,
  assetId: Id,
  version: number,
  draft: Omit<AssetDraft, 'siteId'>,
): Promise<boolean> {
  const changed = await tx.run(sql`
    update clients.assets
    set external_id = ${draft.externalId}, name = ${draft.name}, kind = ${draft.kind},
      attributes = ${JSON.stringify(draft.attributes)}::jsonb, notes = ${draft.notes}, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${assetId} and version = ${version}`)
  return changed === 1
}

export async function markAssetArchived(
  tx: Tx,
  assetId: Id,
  version: number,
  archivedAt: Instant | null,
): Promise<boolean> {
  const changed = await tx.run(sql`
    update clients.assets set archived_at = ${archivedAt}, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${assetId} and version = ${version}`)
  return changed === 1
}
