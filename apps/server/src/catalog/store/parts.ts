// SQL of catalog.parts.
import type { Id, Instant } from '@regie/contract/kernel'
import type { CatalogPart, CatalogPartDraft } from '@regie/contract/parts'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

const columns = sql`id, version, name, reference, unit, price_cents as "priceCents", archived_at as "archivedAt"`

export const findPart = (tx: Tx, partId: Id): Promise<CatalogPart | undefined> =>
  tx.maybe(sql<CatalogPart>`
    select ${columns} from catalog.parts where organization_id = ${tx.actor.organizationId} and id = ${partId}`)

/** By name; those that are not archived, or with `archived` those that are. */
export const allParts = (tx: Tx, { archived }: { archived: boolean }): Promise<CatalogPart[]> =>
  tx.rows(sql<CatalogPart>`
    select ${columns} from catalog.parts
    where organization_id = ${tx.actor.organizationId} and (archived_at is not null) = ${archived}
    order by platform.fold(name), id`)

export const insertPart = (tx: Tx, partId: Id, part: CatalogPartDraft): Promise<number> =>
  tx.run(sql`
    insert into catalog.parts (organization_id, id, name, reference, unit, price_cents)
    values (${tx.actor.organizationId}, ${partId}, ${part.name}, ${part.reference}, ${part.unit}, ${part.priceCents}::bigint)`)

export async function savePart(
  tx: Tx,
  partId: Id,
  version: number,
  part: CatalogPartDraft,
): Promise<boolean> {
  const changed = await tx.run(sql`
    update catalog.parts
    set name = ${part.name}, reference = ${part.reference}, unit = ${part.unit}, price_cents = ${part.priceCents}::bigint,
      version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${partId} and version = ${version}`)
  return changed === 1
}

export async function markPartArchived(
  tx: Tx,
  partId: Id,
  version: number,
  archivedAt: Instant | null,
): Promise<boolean> {
  const changed = await tx.run(sql`
    update catalog.parts set archived_at = ${archivedAt}::timestamptz, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${partId} and version = ${version}`)
  return changed === 1
}
