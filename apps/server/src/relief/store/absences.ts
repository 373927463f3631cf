// When somebody is away, as instants: absences of whole days follow the organisation's zone.
import type { Id, Instant } from '@regie/contract/kernel'
import type { Absence } from '@regie/contract/workforce'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

type Away = { readonly from: Instant; readonly until: Instant; readonly reason: Absence['reason'] }

export const findAbsence = (tx: Tx, technicianId: Id, absenceId: Id): Promise<Away | undefined> =>
  tx.maybe(sql<Away>`
    select coalesce(starts_at, from_date::timestamp at time zone ${tx.actor.timeZone}) as "from",
      coalesce(ends_at, (until_date + 1)::timestamp at time zone ${tx.actor.timeZone}) as until, reason
    from workforce.v_absences
    where organization_id = ${tx.actor.organizationId} and technician_id = ${technicianId} and id = ${absenceId}`)
