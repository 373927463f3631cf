// SQL of addresses to look up.
import type { Address, Id } from '@regie/contract/kernel'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'
import type { Geocoded } from './address-service.ts'

export type Waiting = { readonly siteId: Id; readonly address: Address }

/** The address as one text: what was asked is not asked again until it changes. */
export const addressText = ({ line, postcode, city, country }: Address): string =>
  [line, postcode, city, country].join('\n')

type Row = { id: Id; address_line: string; postcode: string; city: string; country: string }

/** Sites with an address, without a position, that were not asked about yet. */
export async function sitesToLocate(tx: Tx, limit: number): Promise<Waiting[]> {
  const rows = await tx.rows(sql<Row>`
    select site.id, site.address_line, site.postcode, site.city, site.country
    from clients.v_sites as site
    left join integrations.geocodings as asked
      on asked.organization_id = site.organization_id and asked.site_id = site.id
      and asked.address = concat_ws(e'\n', site.address_line, site.postcode, site.city, site.country)
    where site.organization_id = ${tx.actor.organizationId} and site.latitude is null
      and site.archived_at is null and asked.site_id is null
      and site.address_line || site.postcode || site.city <> ''
    order by site.id
    limit ${limit}`)
  return rows.map(({ id, address_line, postcode, city, country }) => ({
    siteId: id,
    address: { line: address_line, postcode, city, country },
  }))
}

export async function keepGeocoding(tx: Tx, site: Waiting, geocoded: Geocoded): Promise<void> {
  const { label, score } = geocoded.outcome === 'missing' ? { label: '', score: 0 } : geocoded
  await tx.run(sql`
    insert into integrations.geocodings (organization_id, site_id, address, outcome, label, score, at)
    values (${tx.actor.organizationId}, ${site.siteId}, ${addressText(site.address)}, ${geocoded.outcome},
      ${label}, ${score}, ${tx.now()})
    on conflict (organization_id, site_id) do update set address = excluded.address, outcome = excluded.outcome,
      label = excluded.label, score = excluded.score, at = excluded.at`)
}
