// Many clients with their sites and assets at once, matched by external id, else by name.
import {
  type AssetDraft,
  assetDraft,
  type ClientDraft,
  clientDraft,
  type SiteDraft,
  siteDraft,
} from '@regie/contract/clients'
import type { Address, Id, Position } from '@regie/contract/kernel'
import {
  externalIdsOf,
  type Identity,
  keepIdentity,
  type Merged,
  type MergeRefusal,
  MergeShelf,
  namesOf,
  saveMerged,
} from '../../platform/merge.ts'
import type { Tx } from '../../platform/work.ts'
import { happened } from '../events.ts'
import {
  assetsAt,
  clientsNamed,
  insertAssets,
  insertClients,
  insertSites,
  saveAssets,
  saveClients,
  saveSites,
  sitesOf,
} from '../store/many.ts'

/** What one line tells. Fields that are left out stay as they are; a known site keeps its client. */
export type Place = {
  readonly client: Identity & Partial<Omit<ClientDraft, keyof Identity>>
  readonly site: Identity & {
    readonly address?: Partial<Address>
    readonly position?: Position
    readonly accessInstructions?: string
    readonly notes?: string
  }
  readonly asset?: Identity & Partial<Omit<AssetDraft, keyof Identity | 'siteId'>>
}

export type PlaceRefusal = MergeRefusal & { readonly part: 'client' | 'site' | 'asset' }

export type PlacesPlan = {
  readonly clients: readonly Merged<ClientDraft>[]
  readonly sites: readonly Merged<SiteDraft>[]
  readonly assets: readonly Merged<AssetDraft>[]
  /** By index of the place: its site and asset, or why not. */
  readonly lines: readonly (
    | { readonly site: Merged<SiteDraft>; readonly outcome: Merged<SiteDraft>['outcome'] }
    | PlaceRefusal
  )[]
}

/** What importing these places would do. Reads only. */
export async function planPlaces(tx: Tx, places: readonly Place[]): Promise<PlacesPlan> {
  const shelves = await loadShelves(tx, places)
  const lines = places.map((place, index) => planLine(tx, shelves, place, index))
  const { clients, sites, assets } = shelves
  return { clients: clients.merged, sites: sites.merged, assets: assets.merged, lines }
}

/** Does what the plan says, and tells it. */
export async function applyPlaces(tx: Tx, { clients, sites, assets }: PlacesPlan): Promise<void> {
  await saveMerged(
    clients,
    (rows) => insertClients(tx, rows),
    (rows) => saveClients(tx, rows),
  )
  await saveMerged(
    sites,
    (rows) => insertSites(tx, rows),
    (rows) => saveSites(tx, rows),
  )
  await saveMerged(
    assets,
    (rows) => insertAssets(tx, rows),
    (rows) => saveAssets(tx, rows),
  )
  for (const { id, outcome, draft } of clients) {
    const told = { clientId: id, name: draft.name }
    if (outcome === 'create') tx.emit(happened.client_created(told))
    if (outcome === 'update') tx.emit(happened.client_changed(told))
  }
  for (const { id, outcome, draft } of sites) {
    const told = { siteId: id, clientId: draft.clientId, name: draft.name }
    if (outcome === 'create') tx.emit(happened.site_created(told))
    if (outcome === 'update') tx.emit(happened.site_changed(told))
  }
  for (const { id, outcome, draft } of assets)
    if (outcome !== 'keep')
      tx.emit(happened.asset_changed({ assetId: id, siteId: draft.siteId, name: draft.name }))
}

type Shelves = {
  clients: MergeShelf<ClientDraft>
  sites: MergeShelf<SiteDraft>
  assets: MergeShelf<AssetDraft>
}

async function loadShelves(tx: Tx, places: readonly Place[]): Promise<Shelves> {
  const known = places.map(({ client }) => client)
  const clients = await clientsNamed(tx, externalIdsOf(known), namesOf(known))
  const clientIds = clients.map(({ id }) => id)
  const sites = await sitesOf(tx, externalIdsOf(places.map(({ site }) => site)), clientIds)
  const siteIds = places.some(({ asset }) => asset) ? sites.map(({ id }) => id) : []
  const assets = await assetsAt(tx, externalIdsOf(places.map(({ asset }) => asset)), siteIds)
  return {
    clients: new MergeShelf(clients),
    sites: new MergeShelf(sites, ({ clientId }) => clientId),
    assets: new MergeShelf(assets, ({ siteId }) => siteId),
  }
}

function planLine(
  tx: Tx,
  { clients, sites, assets }: Shelves,
  { client, site, asset }: Place,
  index: number,
): PlacesPlan['lines'][number] {
  const { newId } = tx
  const owner = clients.settle({ index, newId }, client, (before) =>
    clientDraft.parse({ ...before, ...client, ...keepIdentity(client, before) }),
  )
  if ('reason' in owner) return { ...owner, part: 'client' }
  const kept = sites.settle({ parent: owner.id, index, newId }, site, (before) =>
    completeSite(owner.id, site, before),
  )
  if ('reason' in kept) return { ...kept, part: 'site' }
  if (!asset) {
    const repeated = sites.repeated(owner.id, site, index)
    if (repeated) return { ...repeated, part: 'site' }
    return { site: kept, outcome: widest([kept.outcome, owner.outcome]) }
  }
  const stood = assets.settle({ parent: kept.id, index, newId }, asset, (before) =>
    assetDraft.parse({
      ...before,
      ...asset,
      ...keepIdentity(asset, before),
      attributes: { ...before?.attributes, ...asset.attributes },
      siteId: kept.id,
    }),
  )
  if ('reason' in stood) return { ...stood, part: 'asset' }
  const repeated = assets.repeated(kept.id, asset, index)
  if (repeated) return { ...repeated, part: 'asset' }
  return { site: kept, outcome: widest([kept.outcome, stood.outcome, owner.outcome]) }
}

/** What a person sees of a line: its site is new, or something of it changes, or nothing does. */
const widest = ([site, ...others]: Merged<unknown>['outcome'][]): Merged<unknown>['outcome'] =>
  site === 'create' ? 'create' : [site, ...others].some((one) => one !== 'keep') ? 'update' : 'keep'

/** An address that changed without new coordinates loses its position: it is looked up again. */
function completeSite(clientId: Id, site: Place['site'], before: SiteDraft | undefined): SiteDraft {
  const address = { ...before?.address, ...site.address }
  const moved = before && JSON.stringify(before.address) !== JSON.stringify(siteAddress(address))
  return siteDraft.parse({
    ...before,
    ...site,
    ...keepIdentity(site, before),
    address,
    clientId,
    position: site.position ?? (moved ? null : (before?.position ?? null)),
  })
}

const siteAddress = (address: Partial<Address>) => ({
  line: address.line ?? '',
  postcode: address.postcode ?? '',
  city: address.city ?? '',
  country: address.country ?? 'FR',
})
