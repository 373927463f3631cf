// What people do with sites and their assets.
import type { Asset, AssetDraft, Site, SiteDraft } from '@regie/contract/clients'
import type { Id } from '@regie/contract/kernel'
import { expectCurrent, found, uniqueBy } from '../../platform/guards.ts'
import { command } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { findAsset, insertAsset, markAssetArchived, saveAsset } from '../store/assets.ts'
import { findClient } from '../store/clients.ts'
import {
  findSite,
  findSiteByExternalId,
  insertSite,
  markSiteArchived,
  saveSite,
} from '../store/sites.ts'

const write = { permission: 'clients.write' } as const

export const createSite = command(
  'clients.create-site',
  write,
  async (tx, draft: SiteDraft): Promise<Site> => {
    found(await findClient(tx, draft.clientId), 'client')
    await uniqueBy(
      draft.externalId,
      (externalId) => findSiteByExternalId(tx, externalId),
      null,
      'externalId',
    )
    const siteId = tx.newId()
    await insertSite(tx, siteId, draft)
    tx.emit(happened.site_created({ siteId, clientId: draft.clientId, name: draft.name }))
    return found(await findSite(tx, siteId), 'site')
  },
)

type SiteChange = { siteId: Id; version: number; draft: Omit<SiteDraft, 'clientId'> }

export const updateSite = command(
  'clients.update-site',
  write,
  async (tx, { siteId, version, draft }: SiteChange): Promise<Site> => {
    const before = found(await findSite(tx, siteId), 'site')
    await uniqueBy(
      draft.externalId,
      (externalId) => findSiteByExternalId(tx, externalId),
      siteId,
      'externalId',
    )
    expectCurrent(await saveSite(tx, siteId, version, draft), before)
    tx.emit(happened.site_changed({ siteId, clientId: before.clientId, name: draft.name }))
    return found(await findSite(tx, siteId), 'site')
  },
)

type SiteArchiving = { siteId: Id; version: number; archived: boolean }

export const archiveSite = command(
  'clients.archive-site',
  write,
  async (tx, { siteId, version, archived }: SiteArchiving): Promise<Site> => {
    const before = found(await findSite(tx, siteId), 'site')
    expectCurrent(await markSiteArchived(tx, siteId, version, archived ? tx.now() : null), before)
    tx.emit(
      happened.site_archived({ siteId, clientId: before.clientId, name: before.name, archived }),
    )
    return found(await findSite(tx, siteId), 'site')
  },
)

export const createAsset = command(
  'clients.create-asset',
  write,
  async (tx, draft: AssetDraft): Promise<Asset> => {
    found(await findSite(tx, draft.siteId), 'site')
    const assetId = tx.newId()
    await insertAsset(tx, assetId, draft)
    tx.emit(happened.asset_changed({ assetId, siteId: draft.siteId, name: draft.name }))
    return found(await findAsset(tx, assetId), 'asset')
  },
)

type AssetChange = { assetId: Id; version: number; draft: Omit<AssetDraft, 'siteId'> }

export const updateAsset = command(
  'clients.update-asset',
  write,
  async (tx, { assetId, version, draft }: AssetChange): Promise<Asset> => {
    const before = found(await findAsset(tx, assetId), 'asset')
    expectCurrent(await saveAsset(tx, assetId, version, draft), before)
    tx.emit(happened.asset_changed({ assetId, siteId: before.siteId, name: draft.name }))
    return found(await findAsset(tx, assetId), 'asset')
  },
)

type AssetArchiving = { assetId: Id; version: number; archived: boolean }

export const archiveAsset = command(
  'clients.archive-asset',
  write,
  async (tx, { assetId, version, archived }: AssetArchiving): Promise<Asset> => {
    const before = found(await findAsset(tx, assetId), 'asset')
    expectCurrent(await markAssetArchived(tx, assetId, version, archived ? tx.now() : null), before)
    tx.emit(happened.asset_changed({ assetId, siteId: before.siteId, name: before.name }))
    return found(await findAsset(tx, assetId), 'asset')
  },
)
