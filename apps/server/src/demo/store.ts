// SQL over the views of the lower modules: what the demo made a moment ago, found again by its identifiers.
import type { Id } from '@regie/contract/kernel'
import { sql } from '../platform/db/sql.ts'
import type { Tx } from '../platform/work.ts'

/** Ids of sites by their identifier in the file. */
export async function siteIds(tx: Tx): Promise<Map<string, Id>> {
  const rows = await tx.rows(sql<{ id: Id; external_id: string }>`
    select id, external_id from clients.v_sites
    where organization_id = ${tx.actor.organizationId} and external_id is not null
    order by external_id`)
  return new Map(rows.map(({ id, external_id }) => [external_id, id]))
}

/** Ids of technicians by their identifier. */
export async function technicianIds(tx: Tx): Promise<Map<string, Id>> {
  const rows = await tx.rows(sql<{ id: Id; external_id: string }>`
    select id, external_id from workforce.v_technicians
    where organization_id = ${tx.actor.organizationId} and external_id is not null
    order by external_id`)
  return new Map(rows.map(({ id, external_id }) => [external_id, id]))
}
