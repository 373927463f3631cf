// SQL of equipment.items.
import type { EquipmentDraft, EquipmentItem } from '@regie/contract/equipment'
import type { Id, Instant } from '@regie/contract/kernel'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

const columns = sql`item.id, item.version, item.name, item.kind, item.quantity, item.technician_id as "technicianId",
  technician.name as "technicianName", item.notes, item.archived_at as "archivedAt"`
const tables = sql`equipment.items as item
  left join workforce.v_technicians as technician
    on technician.organization_id = item.organization_id and technician.id = item.technician_id`

export const listItems = (tx: Tx, { archived }: { archived: boolean }): Promise<EquipmentItem[]> =>
  tx.rows(sql<EquipmentItem>`
    select ${columns} from ${tables}
    where item.organization_id = ${tx.actor.organizationId} and (item.archived_at is not null) = ${archived}
    order by item.sort_name, item.id`)

/** Archived ones too: work that was planned may still need them. */
export const allItems = (tx: Tx): Promise<EquipmentItem[]> =>
  tx.rows(sql<EquipmentItem>`
    select ${columns} from ${tables}
    where item.organization_id = ${tx.actor.organizationId} order by item.sort_name, item.id`)

export const findItem = (tx: Tx, itemId: Id): Promise<EquipmentItem | undefined> =>
  tx.maybe(sql<EquipmentItem>`
    select ${columns} from ${tables}
    where item.organization_id = ${tx.actor.organizationId} and item.id = ${itemId}`)

export const findItemByName = (tx: Tx, name: string): Promise<{ id: Id } | undefined> =>
  tx.maybe(sql<{ id: Id }>`
    select id from equipment.items
    where organization_id = ${tx.actor.organizationId} and sort_name = platform.fold(${name}) and archived_at is null`)

/** Those of the ids that exist. */
export async function knownItems(tx: Tx, ids: readonly Id[]): Promise<ReadonlySet<Id>> {
  if (ids.length === 0) return new Set()
  const rows = await tx.rows(sql<{ id: Id }>`
    select id from equipment.items
    where organization_id = ${tx.actor.organizationId} and id = any(${[...ids]}::uuid[])`)
  return new Set(rows.map(({ id }) => id))
}

/** Nobody else books it until this transaction ends. */
export async function lockItem(tx: Tx, itemId: Id): Promise<void> {
  await tx.rows(sql`
    select id from equipment.items
    where organization_id = ${tx.actor.organizationId} and id = ${itemId} for update`)
}

export async function insertItem(tx: Tx, itemId: Id, draft: EquipmentDraft): Promise<void> {
  const { name, kind, quantity, technicianId, notes } = draft
  await tx.run(sql`
    insert into equipment.items (organization_id, id, name, kind, quantity, technician_id, notes)
    values (${tx.actor.organizationId}, ${itemId}, ${name}, ${kind}, ${quantity}, ${technicianId ?? null}::uuid, ${notes})`)
}

/** Changes the row if it still has `version`; returns whether it had. */
export async function saveItem(
  tx: Tx,
  itemId: Id,
  version: number,
  { name, kind, quantity, technicianId, notes }: EquipmentDraft,
): Promise<boolean> {
  const changed = await tx.run(sql`
    update equipment.items
    set name = ${name}, kind = ${kind}, quantity = ${quantity}, technician_id = ${technicianId ?? null}::uuid,
      notes = ${notes}, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${itemId} and version = ${version}`)
  return changed === 1
}

export async function markItemArchived(
  tx: Tx,
  itemId: Id,
  version: number,
  archivedAt: Instant | null,
): Promise<boolean> {
  const changed = await tx.run(sql`
    update equipment.items set archived_at = ${archivedAt}, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${itemId} and version = ${version}`)
  return changed === 1
}
