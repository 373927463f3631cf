// Seats that nobody has: the holes in a crew, and the work of a show whose hour is set, as a board shows them.
import type { Instant } from '@regie/contract/kernel'
import type { OpenSeat } from '@regie/contract/planning'
import { planAnew, sql } from '../../platform/db/sql.ts'
import { positionIn } from '../../platform/position.ts'
import type { Tx } from '../../platform/work.ts'
import { counts, sourcesWith, workLabels } from './labelled.ts'

type Row = Omit<OpenSeat, 'position'> & { latitude: number | null; longitude: number | null }

/**
 * A crew stands where its first visit of the range stands. While nobody is on it, only a window as long as the work itself
 * says when it will be.
 */
export async function openSeatsBetween(
  tx: Tx,
  { from, until }: { from: Instant; until: Instant },
): Promise<OpenSeat[]> {
  const { organizationId } = tx.actor
  const rows = await tx.rows(
    planAnew(sql<Row>`
    with free as materialized (
      select position.organization_id, position.id as position_id, position.work_order_id, position.group_no, position.seat_no
      from work_orders.v_positions as position
      where position.organization_id = ${organizationId} and not exists (
        select from planning.assignments as assignment
        where assignment.organization_id = position.organization_id and assignment.position_id = position.id and assignment.live)
    ), held as (
      select distinct on (free.position_id) free.*, assignment.starts_at, assignment.ends_at
      from free
      join planning.assignments as assignment
        on assignment.organization_id = free.organization_id and assignment.work_order_id = free.work_order_id
      where assignment.organization_id = ${organizationId} and assignment.live and assignment.starts_at < ${until}
        and assignment.starts_at > ${from}::timestamptz - interval '31 days' and assignment.ends_at > ${from}
      order by free.position_id, assignment.starts_at, assignment.id
    ), asked as (
      select free.*, work_order.opens_at as starts_at, work_order.closes_at as ends_at
      from work_orders.v_work_orders as work_order
      join free on free.organization_id = work_order.organization_id and free.work_order_id = work_order.id
      where work_order.organization_id = ${organizationId} and work_order.status in ('qualified', 'planned', 'in_progress')
        and jsonb_array_length(work_order.windows) = 1 and work_order.opens_at < ${until} and work_order.closes_at > ${from}
        and work_order.closes_at - work_order.opens_at <= work_order.duration_minutes * interval '1 minute'
        and not exists (
          select from planning.assignments as assignment
          where assignment.organization_id = work_order.organization_id and assignment.work_order_id = work_order.id and assignment.live)
    ), chosen as (
      select * from held union all select * from asked
    )${counts}
    select ${workLabels}, chosen.starts_at as "startsAt", chosen.ends_at as "endsAt", site.latitude, site.longitude
    ${sourcesWith()}
    where (seat.seats > 1 or work_order.project_id is not null) and work_order.status in ('qualified', 'planned', 'in_progress')
    order by chosen.starts_at, chosen.work_order_id, chosen.group_no, chosen.seat_no`),
  )
  return rows.map(({ latitude, longitude, ...seat }) => ({
    ...seat,
    position: positionIn({ latitude, longitude }),
  }))
}
