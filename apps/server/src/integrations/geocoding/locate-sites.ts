// Looks up the position of every site that has an address only, a few at a time, until none is left.
import { findSite, updateSite } from '../../clients/index.ts'
import type { Actor } from '../../platform/actor.ts'
import { command, type Tx, type Work } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { endGeocoding } from '../store.ts'
import type { AddressService, Geocoded } from './address-service.ts'
import { addressText, keepGeocoding, sitesToLocate, type Waiting } from './store.ts'

const BATCH = 40
const AT_ONCE = 8

type Located = { readonly site: Waiting; readonly geocoded: Geocoded }

const placeSites = command(
  'integrations.place-sites',
  { permission: 'integrations.import' },
  async (tx, located: readonly Located[]): Promise<undefined> => {
    for (const { site, geocoded } of located) {
      await keepGeocoding(tx, site, geocoded)
      if (geocoded.outcome === 'found') await placeSite(tx, site, geocoded)
    }
    const found = located.filter(({ geocoded }) => geocoded.outcome === 'found').length
    tx.emit(happened.sites_geocoded({ found, missing: located.length - found }))
  },
)

/** Somebody may have typed a position or another address while the service was asked. */
async function placeSite(
  tx: Tx,
  { siteId, address }: Waiting,
  { position }: Extract<Geocoded, { outcome: 'found' }>,
): Promise<void> {
  const site = await findSite(tx, siteId)
  if (!site || site.position || addressText(site.address) !== addressText(address)) return
  const { externalId, name, accessInstructions, notes } = site
  const draft = { externalId, name, address, position, accessInstructions, notes }
  await updateSite.run(tx, { siteId, version: site.version, draft })
}

const finish = command(
  'integrations.end-geocoding',
  { permission: 'integrations.import' },
  async (tx): Promise<undefined> => endGeocoding(tx).then(() => undefined),
)

/** Without a service nothing is looked up: the sites keep their "no position" mark. */
export async function locateSites(
  { work, service }: { work: Work; service: AddressService | undefined },
  actor: Actor,
  signal: AbortSignal,
): Promise<void> {
  while (service) {
    const waiting = await work.read(actor, null, (tx) => sitesToLocate(tx, BATCH))
    if (waiting.length === 0) break
    await work.act(actor, placeSites, await locateAll(service, waiting, signal))
    signal.throwIfAborted()
  }
  await work.act(actor, finish, undefined)
}

async function locateAll(
  service: AddressService,
  waiting: readonly Waiting[],
  signal: AbortSignal,
): Promise<Located[]> {
  const queue = [...waiting]
  const located: Located[] = []
  const worker = async () => {
    for (let site = queue.shift(); site; site = queue.shift())
      located.push({ site, geocoded: await service.locate(site.address, signal) })
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return located
}
