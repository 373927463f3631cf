// SQL of whom series prefer, handed on from one technician to another.
import type { Id } from '@regie/contract/kernel'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

/** Series that prefer this technician and are not over, in order. */
export async function seriesPreferring(tx: Tx, technicianId: Id): Promise<Id[]> {
  const rows = await tx.rows(sql<{ id: Id }>`
    select id from work_orders.series
    where organization_id = ${tx.actor.organizationId} and preferred_technician_id = ${technicianId}
      and coalesce((rule->>'until')::date, 'infinity') >= ${tx.now()}::timestamptz::date
    order by id`)
  return rows.map(({ id }) => id)
}

type Handing = { readonly seriesIds: readonly Id[]; readonly from: Id; readonly to: Id }

/** A form of the series that somebody has open is not contradicted: the version stays. */
export async function handOnWishes(tx: Tx, { seriesIds, from, to }: Handing): Promise<number> {
  return await tx.run(sql`
    update work_orders.series set preferred_technician_id = ${to}
    where organization_id = ${tx.actor.organizationId} and id = any(${[...seriesIds]}::uuid[])
      and preferred_technician_id = ${from}`)
}

/** The way back; wishes that were changed since stay as they are. */
export const takeBackWishes = (tx: Tx, { seriesIds, from, to }: Handing): Promise<number> =>
  handOnWishes(tx, { seriesIds, from: to, to: from })
