// Lines about places: a client, one of its sites, and perhaps an asset there.
import type { Mapping } from '@regie/contract/integrations'
import {
  applyPlaces,
  type Place,
  type PlaceRefusal,
  type PlacesPlan,
  planPlaces,
} from '../../clients/index.ts'
import { tallyOf } from '../../platform/merge.ts'
import type { Tx } from '../../platform/work.ts'
import type { Table } from '../csv/read-table.ts'
import type { Intake, IntakePlan, Line } from '../intake.ts'
import { given, readPosition } from '../line-parts.ts'
import { anyText, email, oneOf, phone, siret } from '../reading.ts'
import { sayRefusal } from './refusals.ts'
import { siteFields } from './site-fields.ts'

export const sites: Intake = {
  kind: 'sites',
  permission: 'clients.write',
  fields: siteFields,
  identity: (mapping) => (mapping['asset.name']?.length ? null : 'site.externalId'),
  complete,
  plan,
}

const identifier = anyText(100)
const name = anyText(200)
const notes = anyText(10_000)
const clientKind = oneOf({
  company: ['entreprise', 'société', 'professionnel', 'pro', 'association'],
  public: ['public', 'collectivité', 'mairie', 'commune', 'administration', 'établissement public'],
  person: ['particulier', 'personne', 'privé', 'individual'],
})

const clientLanguage = oneOf({
  fr: ['français', 'french', 'fra'],
  en: ['anglais', 'english', 'eng'],
})

/** Without a client's name the site is its own client; names that repeat are told apart by the asset. */
function complete(mapping: Mapping, { rows }: Table): Mapping {
  const siteName = mapping['site.name'] ?? mapping['client.name']
  if (!siteName) return mapping
  const clientName = mapping['client.name'] ?? siteName
  const asset = mapping['asset.name'] ?? []
  const values = rows.map(({ cells }) => siteName.map((index) => cells[index]).join())
  const repeats = new Set(values).size < values.length
  const told = mapping['site.externalId'] && asset.length && repeats
  return {
    ...mapping,
    'client.name': clientName,
    'site.name': told ? [...siteName, ...asset] : siteName,
  }
}

function readPlace(line: Line): Place | undefined {
  const clientName = line.read('client.name', name)
  const siteName = line.read('site.name', name)
  const position = readPosition(line, { latitude: 'latitude', longitude: 'longitude' })
  const client = given<Omit<Place['client'], 'name' | 'externalId'>>({
    kind: line.read('client.kind', clientKind),
    siret: line.read('client.siret', siret),
    phone: line.read('client.phone', phone),
    email: line.read('client.email', email),
    language: line.read('client.language', clientLanguage),
    notes: line.read('client.notes', notes),
  })
  const address = given<NonNullable<Place['site']['address']>>({
    line: line.read('address.line', anyText(300)),
    postcode: line.read('address.postcode', anyText(20)),
    city: line.read('address.city', anyText(120)),
    country: line.read('address.country', country),
  })
  const site = given<Omit<Place['site'], 'name' | 'externalId'>>({
    position,
    accessInstructions: line.read('site.accessInstructions', anyText(4_000)),
    notes: line.read('site.notes', notes),
  })
  const clientId = line.read('client.externalId', identifier) ?? null
  const siteId = line.read('site.externalId', identifier) ?? null
  const asset = readAsset(line)
  if (line.faults.length || !clientName || !siteName) return undefined
  return {
    client: { externalId: clientId, name: clientName, ...client },
    site: { externalId: siteId, name: siteName, ...site, address },
    ...(asset ? { asset } : {}),
  }
}

const country = (cell: string) =>
  /^[a-z]{2}$/i.test(cell)
    ? { ok: true as const, value: cell.toUpperCase() }
    : /^france$/i.test(cell)
      ? { ok: true as const, value: 'FR' }
      : {
          ok: false as const,
          expected: { fr: 'deux lettres, p. ex. FR', en: 'two letters, e.g. FR' },
        }

function readAsset(line: Line): Place['asset'] {
  const assetName = line.read('asset.name', name)
  if (!assetName) return undefined
  const attributes = line
    .cells('asset.attributes')
    .filter(({ value }) => value)
    .map(({ header, value }) => [header.slice(0, 60), value.slice(0, 300)])
  return {
    externalId: line.read('asset.externalId', identifier) ?? null,
    name: assetName,
    ...given<{ kind: string }>({ kind: line.read('asset.kind', anyText(120)) }),
    ...(attributes.length ? { attributes: Object.fromEntries(attributes) } : {}),
  }
}

async function plan(tx: Tx, lines: readonly Line[]): Promise<IntakePlan> {
  const read = lines.map((line) => ({ line, place: readPlace(line) }))
  const sound = read.flatMap(({ line, place }) => (place ? [{ line, place }] : []))
  const planned = await planPlaces(
    tx,
    sound.map(({ place }) => place),
  )
  const outcomes = new Map<
    Line,
    IntakePlan['outcomes'] extends ReadonlyMap<Line, infer O> ? O : never
  >()
  for (const [index, { line }] of sound.entries()) {
    const result = planned.lines[index]
    if (!result) continue
    if ('reason' in result) refuse(line, result, (first) => sound[first]?.line.number ?? 0)
    else outcomes.set(line, result.outcome)
  }
  return {
    outcomes,
    tallies: {
      clients: tallyOf(planned.clients),
      sites: tallyOf(planned.sites),
      assets: tallyOf(planned.assets),
    },
    withoutPosition: withoutPosition(planned),
    apply: () => applyPlaces(tx, planned),
  }
}

const withoutPosition = ({ sites: rows }: PlacesPlan): IntakePlan['withoutPosition'] =>
  rows
    .filter(({ draft }) => draft.position === null)
    .map(({ id, draft: { address } }) => ({
      id,
      hasAddress: Boolean(address.line || address.city || address.postcode),
    }))

/** On the column that was meant to tell which row it is. */
function refuse(line: Line, refusal: PlaceRefusal, lineOf: (index: number) => number): void {
  const byName = !line.text(`${refusal.part}.externalId`)
  const key = `${refusal.part}.${byName ? 'name' : 'externalId'}`
  line.fault(key, sayRefusal(refusal, lineOf))
}
