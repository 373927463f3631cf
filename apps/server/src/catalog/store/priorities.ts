// SQL of catalog.priorities.
import type { Priority, PriorityDraft } from '@regie/contract/catalog'
import type { Id, Instant } from '@regie/contract/kernel'
import type { Rows } from '../../platform/db/database.ts'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

type Row = Omit<Priority, 'archivedAt'> & { archived_at: Instant | null }

const toPriority = ({ archived_at, ...row }: Row): Priority => ({ ...row, archivedAt: archived_at })

const columns = sql`id, version, name, rank, colour, icon, archived_at`

export async function findPriority(tx: Tx, priorityId: Id): Promise<Priority | undefined> {
  const row = await tx.maybe(sql<Row>`
    select ${columns} from catalog.priorities
    where organization_id = ${tx.actor.organizationId} and id = ${priorityId}`)
  return row && toPriority(row)
}

/** The most urgent first; those that are not archived, or with `archived` those that are. */
export async function allPriorities(
  tx: Tx,
  { archived }: { archived: boolean },
): Promise<Priority[]> {
  const rows = await tx.rows(sql<Row>`
    select ${columns} from catalog.priorities
    where organization_id = ${tx.actor.organizationId} and (archived_at is not null) = ${archived}
    order by rank, platform.fold(name), id`)
  return rows.map(toPriority)
}

export async function insertPriority(tx: Tx, priorityId: Id, draft: PriorityDraft): Promise<void> {
  await insertFirstPriorities(tx, tx.actor.organizationId, [{ ...draft, id: priorityId }])
}

/** Also for an organisation that nobody acts in yet. */
export async function insertFirstPriorities(
  rows: Rows,
  organizationId: Id,
  priorities: readonly (PriorityDraft & { id: Id })[],
): Promise<void> {
  await rows.run(sql`
    insert into catalog.priorities (organization_id, id, name, rank, colour, icon)
    select ${organizationId}, (item->>'id')::uuid, item->>'name', (item->>'rank')::int, item->>'colour', item->>'icon'
    from jsonb_array_elements(${JSON.stringify(priorities)}::jsonb) as item`)
}

export async function hasPriorities(rows: Rows, organizationId: Id): Promise<boolean> {
  const found = await rows.maybe(sql`
    select id from catalog.priorities where organization_id = ${organizationId} order by id limit 1`)
  return found !== undefined
}

export async function savePriority(
  tx: Tx,
  priorityId: Id,
  version: number,
  draft: PriorityDraft,
): Promise<boolean> {
  const changed = await tx.run(sql`
    update catalog.priorities
    set name = ${draft.name}, rank = ${draft.rank}, colour = ${draft.colour}, icon = ${draft.icon}, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${priorityId} and version = ${version}`)
  return changed === 1
}

export async function markPriorityArchived(
  tx: Tx,
  priorityId: Id,
  version: number,
  archivedAt: Instant | null,
): Promise<boolean> {
  const changed = await tx.run(sql`
    update catalog.priorities set archived_at = ${archivedAt}, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${priorityId} and version = ${version}`)
  return changed === 1
}
