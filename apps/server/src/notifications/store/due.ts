// What the clock asks for: visits that begin or end soon, as the plan stands at this moment.
import type { Id, Instant } from '@regie/contract/kernel'
import type { Rows } from '../../platform/db/database.ts'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

/** `seat`: its label, empty when it has none. */
export type DueVisit = {
  readonly id: Id
  readonly technicianId: Id
  readonly at: Instant
  readonly seat: string
}

const seat = sql`coalesce((
    select position.label from work_orders.v_positions as position
    where position.organization_id = assignment.organization_id and position.id = assignment.position_id), '') as seat`

/** Published visits that nobody has begun and that begin within `minutes`; those that have begun by the clock are too late to remind of. */
export const startingWithin = (tx: Tx, minutes: number): Promise<DueVisit[]> =>
  tx.rows(sql<DueVisit>`
    select id, technician_id as "technicianId", starts_at as at, ${seat} from planning.v_assignments as assignment
    where organization_id = ${tx.actor.organizationId} and live and published_at is not null and state in ('offered', 'accepted')
      and starts_at > ${tx.now()}::timestamptz and starts_at <= ${tx.now()}::timestamptz + make_interval(mins => ${minutes})
    order by starts_at, id`)

/** Visits under way that end within `minutes` by the plan of this moment. */
export const endingWithin = (tx: Tx, minutes: number): Promise<DueVisit[]> =>
  tx.rows(sql<DueVisit>`
    select id, technician_id as "technicianId", ends_at as at, ${seat} from planning.v_assignments as assignment
    where organization_id = ${tx.actor.organizationId} and state in ('started', 'paused')
      and starts_at > ${tx.now()}::timestamptz - interval '31 days'
      and ends_at > ${tx.now()}::timestamptz and ends_at <= ${tx.now()}::timestamptz + make_interval(mins => ${minutes})
    order by ends_at, id`)

/** Has the technician no visit left on this stretch of time? */
export async function isDayDone(
  rows: Rows,
  organizationId: Id,
  technicianId: Id,
  from: Instant,
  until: Instant,
): Promise<boolean> {
  const { left } = await rows.row(sql<{ left: boolean }>`
    select exists (
      select from planning.v_assignments
      where organization_id = ${organizationId} and technician_id = ${technicianId} and live and state <> 'finished'
        and published_at is not null and starts_at >= ${from} and starts_at < ${until}) as left`)
  return !left
}

export type Organization = { readonly organizationId: Id; readonly timeZone: string }

export const everyOrganization = (rows: Rows): Promise<Organization[]> =>
  rows.rows(sql<Organization>`
    select organization_id as "organizationId", time_zone as "timeZone" from notifications.organizations() order by organization_id`)
