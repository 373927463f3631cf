// SQL of planning.confirmations and planning.holds: what clients said yes to, and what is kept while they choose.
import type { Id, Instant } from '@regie/contract/kernel'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

/** `<work order> <start>` of everything confirmed on these work orders. */
export async function confirmedHours(
  tx: Tx,
  workOrderIds: readonly Id[],
): Promise<ReadonlySet<string>> {
  if (workOrderIds.length === 0) return new Set()
  const rows = await tx.rows(sql<{ work_order_id: Id; starts_at: Instant }>`
    select work_order_id, starts_at from planning.confirmations
    where organization_id = ${tx.actor.organizationId} and work_order_id = any(${[...workOrderIds]}::uuid[])`)
  return new Set(rows.map((row) => hourKey(row.work_order_id, row.starts_at)))
}

export const hourKey = (workOrderId: Id, startsAt: Instant): string => `${workOrderId} ${startsAt}`

/** False when it was confirmed before. */
export const insertConfirmation = async (
  tx: Tx,
  workOrderId: Id,
  startsAt: Instant,
): Promise<boolean> =>
  (await tx.run(sql`
    insert into planning.confirmations (organization_id, work_order_id, starts_at, confirmed_at)
    values (${tx.actor.organizationId}, ${workOrderId}, ${startsAt}, ${tx.now()})
    on conflict do nothing`)) === 1

export const deleteConfirmations = (tx: Tx, workOrderId: Id): Promise<number> =>
  tx.run(sql`
    delete from planning.confirmations
    where organization_id = ${tx.actor.organizationId} and work_order_id = ${workOrderId}`)

export type Hold = {
  readonly workOrderId: Id
  readonly positionId: Id
  readonly technicianId: Id
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly expiresAt: Instant
}

const columns = sql`work_order_id as "workOrderId", position_id as "positionId", technician_id as "technicianId",
  starts_at as "startsAt", ends_at as "endsAt", expires_at as "expiresAt"`

/** Everything that is held now. */
export const liveHolds = (tx: Tx): Promise<Hold[]> =>
  tx.rows(sql<Hold>`
    select ${columns} from planning.holds
    where organization_id = ${tx.actor.organizationId} and expires_at > ${tx.now()} order by starts_at, work_order_id`)

export const findHold = (tx: Tx, workOrderId: Id): Promise<Hold | undefined> =>
  tx.maybe(sql<Hold>`
    select ${columns} from planning.holds
    where organization_id = ${tx.actor.organizationId} and work_order_id = ${workOrderId} and expires_at > ${tx.now()}`)

/** In the place of what was held for this work order before. */
export const putHold = (tx: Tx, hold: Hold): Promise<number> =>
  tx.run(sql`
    insert into planning.holds (organization_id, work_order_id, position_id, technician_id, starts_at, ends_at, expires_at)
    values (${tx.actor.organizationId}, ${hold.workOrderId}, ${hold.positionId}, ${hold.technicianId}, ${hold.startsAt},
      ${hold.endsAt}, ${hold.expiresAt})
    on conflict (organization_id, work_order_id) do update set position_id = excluded.position_id,
      technician_id = excluded.technician_id, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
      expires_at = excluded.expires_at`)

export const deleteHold = (tx: Tx, workOrderId: Id): Promise<number> =>
  tx.run(sql`
    delete from planning.holds
    where organization_id = ${tx.actor.organizationId} and work_order_id = ${workOrderId}`)
