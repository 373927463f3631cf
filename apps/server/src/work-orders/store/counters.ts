// SQL of work_orders.counters.
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

/** The next number of this name, from 1; nobody else gets it. Others wait until this transaction ends. */
export async function nextNumber(tx: Tx, name: string): Promise<number> {
  const { last } = await tx.row(sql<{ last: number }>`
    insert into work_orders.counters (organization_id, name, last)
    values (${tx.actor.organizationId}, ${name}, 1)
    on conflict (organization_id, name) do update set last = counters.last + 1
    returning last`)
  return last
}
