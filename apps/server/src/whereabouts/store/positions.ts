// SQL of whereabouts.positions: one for each visit somebody is on the way to, no trail.
import type { Id, Instant, Position } from '@regie/contract/kernel'
import type { Rows } from '../../platform/db/database.ts'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

export type NewPosition = Position & {
  readonly assignmentId: Id
  readonly workOrderId: Id
  readonly technicianId: Id
  readonly at: Instant
  /** By the routing service; null: it is estimated when it is read. */
  readonly waySeconds: number | null
}

/** False when the one before is younger than `notBefore`. */
export async function keepPosition(tx: Tx, one: NewPosition, notBefore: Instant): Promise<boolean> {
  const kept = await tx.run(sql`
    insert into whereabouts.positions as known
      (organization_id, assignment_id, work_order_id, technician_id, latitude, longitude, at, way_seconds)
    values (${tx.actor.organizationId}, ${one.assignmentId}, ${one.workOrderId}, ${one.technicianId}, ${one.latitude},
      ${one.longitude}, ${one.at}, ${one.waySeconds})
    on conflict (organization_id, assignment_id) do update
    set technician_id = excluded.technician_id, latitude = excluded.latitude, longitude = excluded.longitude, at = excluded.at,
      way_seconds = excluded.way_seconds
    where known.at <= ${notBefore}`)
  return kept === 1
}

export type KeptPosition = Position & {
  readonly technicianName: string
  readonly at: Instant
  readonly waySeconds: number | null
}

/** The youngest of those on the way to a visit now, at or after `since`. */
export const findPosition = (
  tx: Tx,
  workOrderId: Id,
  since: Instant,
): Promise<KeptPosition | undefined> =>
  tx.maybe(sql<KeptPosition>`
    select position.latitude, position.longitude, position.at, position.way_seconds as "waySeconds",
      technician.name as "technicianName"
    from whereabouts.positions as position
    join planning.v_assignments as assignment
      on assignment.organization_id = position.organization_id and assignment.id = position.assignment_id
    join workforce.v_technicians as technician
      on technician.organization_id = position.organization_id and technician.id = position.technician_id
    where position.organization_id = ${tx.actor.organizationId} and position.work_order_id = ${workOrderId}
      and position.at >= ${since} and assignment.state = 'en_route' and assignment.technician_id = position.technician_id
    order by position.at desc, position.assignment_id limit 1`)

/** Visits the technician is on the way to now. */
export const waysOf = (
  tx: Tx,
  technicianId: Id,
): Promise<{ startsAt: Instant; endsAt: Instant }[]> =>
  tx.rows(sql<{ startsAt: Instant; endsAt: Instant }>`
    select starts_at as "startsAt", ends_at as "endsAt" from planning.v_assignments
    where organization_id = ${tx.actor.organizationId} and technician_id = ${technicianId} and state = 'en_route'
      and published_at is not null
    order by starts_at, id`)

export const sitePosition = (
  tx: Tx,
  workOrderId: Id,
): Promise<{ latitude: number | null; longitude: number | null } | undefined> =>
  tx.maybe(sql<{ latitude: number | null; longitude: number | null }>`
    select site.latitude, site.longitude
    from work_orders.v_work_orders as work_order
    join clients.v_sites as site on site.organization_id = work_order.organization_id and site.id = work_order.site_id
    where work_order.organization_id = ${tx.actor.organizationId} and work_order.id = ${workOrderId}`)

export const forgetPositionsOf = (tx: Tx, technicianId: Id): Promise<number> =>
  tx.run(sql`
    delete from whereabouts.positions
    where organization_id = ${tx.actor.organizationId} and technician_id = ${technicianId}`)

export const forgetAllPositions = (tx: Tx): Promise<number> =>
  tx.run(sql`delete from whereabouts.positions where organization_id = ${tx.actor.organizationId}`)

/** Of visits nobody is on the way to any more, or not that person. */
export const forgetArrived = (rows: Rows, organizationId: Id): Promise<number> =>
  rows.run(sql`
    delete from whereabouts.positions as position
    where position.organization_id = ${organizationId} and not exists (
      select from planning.v_assignments as assignment
      where assignment.organization_id = position.organization_id and assignment.id = position.assignment_id
        and assignment.state = 'en_route' and assignment.technician_id = position.technician_id)`)

export const forgetBefore = (tx: Tx, before: Instant): Promise<number> =>
  tx.run(sql`
    delete from whereabouts.positions where organization_id = ${tx.actor.organizationId} and at < ${before}`)

export type Holder = { readonly organizationId: Id; readonly timeZone: string }

/** Organisations in which a position is kept at this moment. */
export const holders = (rows: Rows): Promise<Holder[]> =>
  rows.rows(sql<Holder>`
    select organization_id as "organizationId", time_zone as "timeZone"
    from whereabouts.holding_organizations() order by organization_id`)
