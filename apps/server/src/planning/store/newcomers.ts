// SQL of planning.newcomers and of the organisations the clock concerns.
import type { Id } from '@regie/contract/kernel'
import type { Language } from '@regie/contract/roles'
import type { Rows } from '../../platform/db/database.ts'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

/** Notes work that became plannable, where the organisation wants a proposal for it. */
export async function noteNewcomers(
  rows: Rows,
  organizationId: Id,
  workOrderIds: readonly Id[],
): Promise<void> {
  await rows.run(sql`
    insert into planning.newcomers (organization_id, work_order_id)
    select ${organizationId}::uuid, id from unnest(${[...workOrderIds]}::uuid[]) as one(id)
    where exists (select from planning.settings where organization_id = ${organizationId} and on_new_work_order)
    on conflict (organization_id, work_order_id) do nothing`)
}

/** Takes them all, so that each gets one proposal. */
export async function takeNewcomers(tx: Tx): Promise<Id[]> {
  const rows = await tx.rows(sql<{ work_order_id: Id }>`
    delete from planning.newcomers where organization_id = ${tx.actor.organizationId} returning work_order_id`)
  return rows.map((row) => row.work_order_id).toSorted()
}

export type Watched = { organizationId: Id; timeZone: string; language: Language }

export async function watchedOrganizations(rows: Rows): Promise<Watched[]> {
  const found = await rows.rows(
    sql<{
      organization_id: Id
      time_zone: string
      language: Language
    }>`select organization_id, time_zone, language from planning.watched_organizations() order by organization_id`,
  )
  return found.map((row) => ({
    organizationId: row.organization_id,
    timeZone: row.time_zone,
    language: row.language,
  }))
}
