// SQL of workforce.certification_kinds.
import type { Id, Instant } from '@regie/contract/kernel'
import type { CertificationKind, CertificationKindDraft } from '@regie/contract/skills'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

type Row = {
  id: Id
  version: number
  code: string
  name: string
  covers_ids: Id[]
  archived_at: Instant | null
}

const toKind = ({ archived_at, covers_ids, ...row }: Row): CertificationKind => ({
  ...row,
  coversIds: covers_ids,
  archivedAt: archived_at,
})

const columns = sql`id, version, code, name, covers_ids, archived_at`

export async function findCertificationKind(
  tx: Tx,
  kindId: Id,
): Promise<CertificationKind | undefined> {
  const row = await tx.maybe(sql<Row>`
    select ${columns} from workforce.certification_kinds
    where organization_id = ${tx.actor.organizationId} and id = ${kindId}`)
  return row && toKind(row)
}

export async function findCertificationKindByCode(
  tx: Tx,
  code: string,
): Promise<CertificationKind | undefined> {
  const row = await tx.maybe(sql<Row>`
    select ${columns} from workforce.certification_kinds
    where organization_id = ${tx.actor.organizationId} and folded_code = platform.fold(${code})`)
  return row && toKind(row)
}

/** Those that are not archived; with `archived`, those that are. */
export async function allCertificationKinds(
  tx: Tx,
  { archived }: { archived: boolean },
): Promise<CertificationKind[]> {
  const rows = await tx.rows(sql<Row>`
    select ${columns} from workforce.certification_kinds
    where organization_id = ${tx.actor.organizationId} and (archived_at is not null) = ${archived}
    order by folded_code, id`)
  return rows.map(toKind)
}

/** How many of these ids are kinds of the organisation. */
export async function countCertificationKinds(tx: Tx, ids: readonly Id[]): Promise<number> {
  const { total } = await tx.row(sql<{ total: number }>`
    select count(*) as total from workforce.certification_kinds
    where organization_id = ${tx.actor.organizationId} and id = any(${[...ids]}::uuid[])`)
  return total
}

export async function insertCertificationKind(
  tx: Tx,
  kindId: Id,
  draft: CertificationKindDraft,
): Promise<void> {
  await tx.run(sql`
    insert into workforce.certification_kinds (organization_id, id, code, name, covers_ids)
    values (${tx.actor.organizationId}, ${kindId}, ${draft.code}, ${draft.name}, ${draft.coversIds}::uuid[])`)
}

export async function saveCertificationKind(
  tx: Tx,
  kindId: Id,
  version: number,
  draft: CertificationKindDraft,
): Promise<boolean> {
  const changed = await tx.run(sql`
    update workforce.certification_kinds set code = ${draft.code}, name = ${draft.name}, covers_ids = ${draft.coversIds}::uuid[], version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${kindId} and version = ${version}`)
  return changed === 1
}

export async function markCertificationKindArchived(
  tx: Tx,
  kindId: Id,
  version: number,
  archivedAt: Instant | null,
): Promise<boolean> {
  const changed = await tx.run(sql`
    update workforce.certification_kinds set archived_at = ${archivedAt}, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${kindId} and version = ${version}`)
  return changed === 1
}
