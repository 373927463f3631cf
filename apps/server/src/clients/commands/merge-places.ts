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
import { type Merged, mergeRow, nameKey, type Stored, saveMerged } from '../../platform/merge.ts'
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

type Identity = { readonly externalId: string | null; readonly name: string }

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

export type PlaceRefusal =
  /** Several clients have this name: only an external id can tell which is meant. */
  | { readonly part: 'client' | 'site' | 'asset'; readonly reason: 'ambiguous' }
  /** The same noun stands on an earlier line (by index) with other values, or needlessly again. */
  | {
      readonly part: 'client' | 'site' | 'asset'
      readonly reason: 'differs'
      readonly first: number
    }
  | { readonly part: 'site' | 'asset'; readonly reason: 'repeated'; readonly first: number }
  /** The site (or asset) is there already, but elsewhere. */
  | { readonly part: 'site' | 'asset'; readonly reason: 'elsewhere'; readonly where: string }

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

/** Rows of one noun: those that are there, and those seen on earlier lines. */
class Shelf<D extends { externalId: string | null; name: string }> {
  readonly #byExternalId = new Map<string, Stored<D>>()
  readonly #byName = new Map<string, Stored<D>[]>()
  readonly #placeOf: (draft: D) => string
  readonly seen = new Map<string, { merged: Merged<D>; first: number; wanted: string }>()

  constructor(rows: readonly Stored<D>[], placeOf: (draft: D) => string = () => '') {
    this.#placeOf = placeOf
    for (const row of rows) {
      if (row.draft.externalId !== null) this.#byExternalId.set(row.draft.externalId, row)
      const key = this.#nameKey(placeOf(row.draft), row.draft.name)
      this.#byName.set(key, [...(this.#byName.get(key) ?? []), row])
    }
  }

  #nameKey = (place: string, name: string): string => `${place}\n${nameKey(name)}`

  keyOf(place: string, { externalId, name }: Identity): string {
    return externalId === null ? `~${this.#nameKey(place, name)}` : `#${externalId}`
  }

  find(place: string, { externalId, name }: Identity): Stored<D> | undefined | 'ambiguous' {
    if (externalId !== null) return this.#byExternalId.get(externalId)
    const [one, ...more] = this.#byName.get(this.#nameKey(place, name)) ?? []
    return more.length ? 'ambiguous' : one
  }

  placeOf(row: Stored<D>): string {
    return this.#placeOf(row.draft)
  }

  get merged(): Merged<D>[] {
    return [...this.seen.values()].map(({ merged }) => merged)
  }
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
  clients: Shelf<ClientDraft>
  sites: Shelf<SiteDraft>
  assets: Shelf<AssetDraft>
}

const externalIds = (nouns: readonly (Identity | undefined)[]): string[] => [
  ...new Set(nouns.flatMap((noun) => noun?.externalId ?? [])),
]
const namesOf = (nouns: readonly Identity[]): string[] => [
  ...new Set(nouns.filter(({ externalId }) => externalId === null).map(({ name }) => name)),
]

async function loadShelves(tx: Tx, places: readonly Place[]): Promise<Shelves> {
  const known = places.map(({ client }) => client)
  const clients = await clientsNamed(tx, externalIds(known), namesOf(known))
  const clientIds = clients.map(({ id }) => id)
  const sites = await sitesOf(tx, externalIds(places.map(({ site }) => site)), clientIds)
  const siteIds = places.some(({ asset }) => asset) ? sites.map(({ id }) => id) : []
  const assets = await assetsAt(tx, externalIds(places.map(({ asset }) => asset)), siteIds)
  return {
    clients: new Shelf(clients),
    sites: new Shelf(sites, ({ clientId }) => clientId),
    assets: new Shelf(assets, ({ siteId }) => siteId),
  }
}

function planLine(
  tx: Tx,
  { clients, sites, assets }: Shelves,
  { client, site, asset }: Place,
  index: number,
): PlacesPlan['lines'][number] {
  const owner = settle({ tx, shelf: clients, place: '', index, part: 'client' }, client, (before) =>
    clientDraft.parse({ ...before, ...client, ...identity(client, before) }),
  )
  if ('reason' in owner) return owner
  const kept = settle({ tx, shelf: sites, place: owner.id, index, part: 'site' }, site, (before) =>
    completeSite(owner.id, site, before),
  )
  if ('reason' in kept) return kept
  if (!asset) {
    const first = sites.seen.get(sites.keyOf(owner.id, site))?.first ?? index
    if (first < index) return { part: 'site', reason: 'repeated', first }
    return { site: kept, outcome: widest([kept.outcome, owner.outcome]) }
  }
  const stood = settle(
    { tx, shelf: assets, place: kept.id, index, part: 'asset' },
    asset,
    (before) =>
      assetDraft.parse({
        ...before,
        ...asset,
        ...identity(asset, before),
        attributes: { ...before?.attributes, ...asset.attributes },
        siteId: kept.id,
      }),
  )
  if ('reason' in stood) return stood
  const first = assets.seen.get(assets.keyOf(kept.id, asset))?.first ?? index
  if (first < index) return { part: 'asset', reason: 'repeated', first }
  return { site: kept, outcome: widest([kept.outcome, stood.outcome, owner.outcome]) }
}

/** A row found by its name keeps its own spelling and its external id. */
const identity = (wanted: Identity, before: Identity | undefined): Identity =>
  wanted.externalId === null && before
    ? { externalId: before.externalId, name: before.name }
    : { externalId: wanted.externalId, name: wanted.name }

/** What a person sees of a line: its site is new, or something of it changes, or nothing does. */
const widest = ([site, ...others]: Merged<unknown>['outcome'][]): Merged<unknown>['outcome'] =>
  site === 'create' ? 'create' : [site, ...others].some((one) => one !== 'keep') ? 'update' : 'keep'

type Spot<D extends { externalId: string | null; name: string }> = {
  tx: Tx
  shelf: Shelf<D>
  place: string
  index: number
  part: 'client' | 'site' | 'asset'
}

/** The row a line means: one of an earlier line, one that is there, or a new one. */
function settle<D extends { externalId: string | null; name: string }>(
  { tx, shelf, place, index, part }: Spot<D>,
  wanted: Identity,
  complete: (before: D | undefined) => D,
): Merged<D> | PlaceRefusal {
  const key = shelf.keyOf(place, wanted)
  const text = JSON.stringify([place, wanted])
  const seen = shelf.seen.get(key)
  if (seen)
    return seen.wanted === text ? seen.merged : { part, reason: 'differs', first: seen.first }
  const before = shelf.find(place, wanted)
  if (before === 'ambiguous') return { part, reason: 'ambiguous' }
  if (before && shelf.placeOf(before) !== place && part !== 'client')
    return { part, reason: 'elsewhere', where: before.draft.name }
  const merged = mergeRow(before, () => tx.newId(), complete)
  shelf.seen.set(key, { merged, first: index, wanted: text })
  return merged
}

/** An address that changed without new coordinates loses its position: it is looked up again. */
function completeSite(clientId: Id, site: Place['site'], before: SiteDraft | undefined): SiteDraft {
  const address = { ...before?.address, ...site.address }
  const moved = before && JSON.stringify(before.address) !== JSON.stringify(siteAddress(address))
  return siteDraft.parse({
    ...before,
    ...site,
    ...identity(site, before),
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
