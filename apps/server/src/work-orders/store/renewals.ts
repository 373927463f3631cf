// SQL of the warnings before contracts are to be renewed.
import type { Id, LocalDate } from '@regie/contract/kernel'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

export type RenewalDue = {
  readonly id: Id
  readonly reference: string
  readonly name: string
  readonly renewsOn: LocalDate
}

/**
 * Contracts whose notice has begun, each renewal date once; a date that is moved is warned of anew. The version stays:
 * a form that somebody has open is not contradicted.
 */
export const takeRenewalsToWarn = (tx: Tx, today: LocalDate): Promise<RenewalDue[]> =>
  tx.rows(sql<RenewalDue>`
    with warned as (
      update work_orders.contracts
      set warned_for = renews_on
      where organization_id = ${tx.actor.organizationId} and renews_on is not null
        and warned_for is distinct from renews_on
        and renews_on - notice_days <= ${today}::date
        and (ends_on is null or ends_on >= ${today}::date)
      returning id, reference, name, renews_on)
    select id, reference, name, renews_on as "renewsOn" from warned order by renews_on, id`)
