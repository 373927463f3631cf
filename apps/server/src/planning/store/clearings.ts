// SQL of emptied days: which work lies on them, and the hours a run may use instead of those it has.
import type { Id, Instant } from '@regie/contract/kernel'
import type { TimeWindow } from '@regie/contract/work-orders'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

export type WorkThere = {
  readonly id: Id
  readonly windows: readonly TimeWindow[]
  /** A phase of a show or a tour: its hours are its own. */
  readonly isShow: boolean
}

/** Work of these ids, and (`open`) work nobody has that can only be done between the two. */
export async function workThere(
  tx: Tx,
  { from, until }: { from: Instant; until: Instant },
  { ids, open }: { ids: readonly Id[]; open: boolean },
): Promise<WorkThere[]> {
  return await tx.rows(sql<WorkThere>`
    select work.id, work.windows, coalesce(project.kind <> 'other', false) as "isShow"
    from work_orders.v_work_orders as work
    left join work_orders.v_projects as project
      on project.organization_id = work.organization_id and project.id = work.project_id
    where work.organization_id = ${tx.actor.organizationId} and work.status in ('qualified', 'planned')
      and (work.id = any(${[...ids]}::uuid[])
        or (${open} and work.windows <> '[]' and work.opens_at >= ${from} and work.closes_at <= ${until}))
    order by work.id`)
}

export type OtherHours = Readonly<Record<Id, readonly TimeWindow[]>>

export async function saveRunWindows(tx: Tx, runId: Id, windows: OtherHours): Promise<void> {
  await tx.run(sql`
    update planning.runs set windows = ${JSON.stringify(windows)}::jsonb
    where organization_id = ${tx.actor.organizationId} and id = ${runId}`)
}

/** Null: the run plans by the hours the work has. */
export async function runWindows(tx: Tx, runId: Id): Promise<OtherHours | null> {
  const { windows } = await tx.row(sql<{ windows: OtherHours | null }>`
    select windows from planning.runs where organization_id = ${tx.actor.organizationId} and id = ${runId}`)
  return windows
}
