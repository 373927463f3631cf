// What somebody with a link may know of the organisation.
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'
import { readSettings } from './settings.ts'

export async function nameOf(tx: Tx): Promise<{ organization: string; phone: string }> {
  const { name } = await tx.row(sql<{ name: string }>`
    select name from identity.v_organizations where organization_id = ${tx.actor.organizationId}`)
  return { organization: name, phone: (await readSettings(tx)).phone }
}

/** The number of the report that is validated, if there is one. */
export async function validatedReport(tx: Tx, workOrderId: string): Promise<string | undefined> {
  const row = await tx.maybe(sql<{ id: string }>`
    select id from reports.v_reports
    where organization_id = ${tx.actor.organizationId} and work_order_id = ${workOrderId} and state = 'validated'
    order by number desc limit 1`)
  return row?.id
}

export type Leaver = {
  readonly assignmentId: string
  readonly leftAt: string
  readonly name: string
}

/** Who left for this visit last, and when by their own word. */
export const whoLeft = (tx: Tx, workOrderId: string): Promise<Leaver | undefined> =>
  tx.maybe(sql<Leaver>`
    select assignment.id as "assignmentId", entry.at as "leftAt", technician.name
    from planning.v_assignments as assignment
    join workforce.v_technicians as technician
      on technician.organization_id = assignment.organization_id and technician.id = assignment.technician_id
    join fieldwork.v_entries as entry on entry.organization_id = assignment.organization_id and entry.assignment_id = assignment.id
    where assignment.organization_id = ${tx.actor.organizationId} and assignment.work_order_id = ${workOrderId}
      and assignment.state = 'en_route' and entry.kind = 'step' and entry.body ->> 'step' = 'en_route' and entry.standing = 'counted'
    order by entry.at desc limit 1`)
