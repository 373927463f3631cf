// SQL of work that is given other days: its hours, and the day of the visit it is made for.
import type { Id, Instant, LocalDate } from '@regie/contract/kernel'
import type { VisitException } from '@regie/contract/series'
import type { TimeWindow, WorkOrderStatus } from '@regie/contract/work-orders'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

/** The days work has, with what is needed to tell of it. */
export type WorkDays = {
  readonly workOrderId: Id
  readonly reference: string
  readonly title: string
  readonly siteId: Id
  readonly projectId: Id | null
  readonly status: WorkOrderStatus
  readonly windows: readonly TimeWindow[]
  readonly opensAt: Instant | null
  readonly closesAt: Instant | null
  /** Of a visit of a series: the day it is on, and whether it is where the rule says. */
  readonly happensOn: LocalDate | null
  readonly exception: VisitException | null
}

/** For this transaction alone, in the order in which everybody locks work orders. */
export async function claimDays(tx: Tx, ids: readonly Id[]): Promise<WorkDays[]> {
  return await tx.rows(sql<WorkDays>`
    select work.id as "workOrderId", work.reference, work.title, work.site_id as "siteId",
      work.project_id as "projectId", work.status, work.windows, work.opens_at as "opensAt", work.closes_at as "closesAt",
      visit.happens_on as "happensOn", visit.exception
    from work_orders.work_orders as work
    left join work_orders.occurrences as visit
      on visit.organization_id = work.organization_id and visit.work_order_id = work.id
    where work.organization_id = ${tx.actor.organizationId} and work.id = any(${[...ids]}::uuid[])
    order by work.id for update of work`)
}

export type NewDays = Pick<
  WorkDays,
  'workOrderId' | 'windows' | 'opensAt' | 'closesAt' | 'happensOn' | 'exception'
>

export async function saveDays(tx: Tx, days: readonly NewDays[]): Promise<void> {
  const given = sql`jsonb_to_recordset(${JSON.stringify(days)}::jsonb) as given("workOrderId" uuid, windows jsonb,
    "opensAt" timestamptz, "closesAt" timestamptz, "happensOn" date, exception text)`
  await tx.run(sql`
    update work_orders.work_orders as work
    set windows = given.windows, opens_at = given."opensAt", closes_at = given."closesAt", version = work.version + 1
    from ${given}
    where work.organization_id = ${tx.actor.organizationId} and work.id = given."workOrderId"`)
  await tx.run(sql`
    update work_orders.occurrences as visit
    set happens_on = given."happensOn", exception = given.exception
    from ${given}
    where visit.organization_id = ${tx.actor.organizationId} and visit.work_order_id = given."workOrderId"
      and given."happensOn" is not null`)
}
