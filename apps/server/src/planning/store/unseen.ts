// SQL of planning.unseen_changes: what technicians do not know yet of their published plan.
import type { Id, Instant } from '@regie/contract/kernel'
import type { Assignment } from '@regie/contract/planning'
import type { PlanChange, SeenChange } from '@regie/contract/planning-publishing'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

type Place = Pick<Assignment, 'id' | 'technicianId' | 'startsAt' | 'endsAt' | 'state'>

const isOff = ({ state }: Place): boolean => state === 'withdrawn' || state === 'declined'

/**
 * Before published assignments change: who has them knows them as they are, until they see them again; to who gets them
 * they are new. What changes twice stays known as it was at first.
 */
export async function noteChanges(tx: Tx, changed: readonly Place[]): Promise<void> {
  if (changed.length === 0) return
  const records = changed.map((one) => ({
    id: one.id,
    technician_id: one.technicianId,
    starts_at: one.startsAt,
    ends_at: one.endsAt,
    off: isOff(one),
  }))
  await tx.run(sql`
    with one as (
      select assignment.organization_id, assignment.id, assignment.version + 1 as version, assignment.technician_id as had, assignment.live,
        assignment.starts_at, assignment.ends_at, new.technician_id as gets, new.off,
        (assignment.technician_id, assignment.starts_at, assignment.ends_at)
          is distinct from (new.technician_id, new.starts_at, new.ends_at) as moves
      from jsonb_to_recordset(${JSON.stringify(records)}::jsonb)
        as new(id uuid, technician_id uuid, starts_at timestamptz, ends_at timestamptz, off boolean)
      join planning.assignments as assignment
        on assignment.organization_id = ${tx.actor.organizationId} and assignment.id = new.id
      where assignment.published_at is not null
    )
    insert into planning.unseen_changes (organization_id, assignment_id, technician_id, known_starts_at, known_ends_at, version, changed_at)
    select organization_id, id, had, starts_at, ends_at, version, ${tx.now()}::timestamptz from one where live and (moves or off)
    union all
    select organization_id, id, gets, null, null, version, ${tx.now()}::timestamptz from one
    where not off and (gets <> had or not live)
    on conflict (organization_id, assignment_id, technician_id) do update
      set version = excluded.version, changed_at = excluded.changed_at`)
}

/** Who was shown these changes, each as it was at that version; the ids of those that are seen now. */
export async function markSeen(
  tx: Tx,
  technicianId: Id,
  changes: readonly SeenChange[],
): Promise<Id[]> {
  const rows = await tx.rows(sql<{ id: Id }>`
    delete from planning.unseen_changes as unseen
    using jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as one("assignmentId" uuid, version int)
    where unseen.organization_id = ${tx.actor.organizationId} and unseen.technician_id = ${technicianId}
      and unseen.assignment_id = one."assignmentId" and unseen.version <= one.version
    returning unseen.assignment_id as id`)
  return rows.map(({ id }) => id)
}

/**
 * Changes a technician has not seen of visits that begin before `until` (null: any), now or as they know them, each at
 * its version; those that came back to what they know among them.
 */
export const unseenOf = (
  tx: Tx,
  technicianId: Id,
  until: Instant | null = null,
): Promise<SeenChange[]> =>
  tx.rows(sql<SeenChange>`
    select unseen.assignment_id as "assignmentId", unseen.version
    from planning.unseen_changes as unseen
    join planning.assignments as assignment
      on assignment.organization_id = unseen.organization_id and assignment.id = unseen.assignment_id
    where unseen.organization_id = ${tx.actor.organizationId} and unseen.technician_id = ${technicianId}
      and (${until}::timestamptz is null or least(assignment.starts_at, unseen.known_starts_at) < ${until}::timestamptz)
    order by unseen.changed_at desc, unseen.assignment_id
    limit 500`)

/** Joins what the holder of the assignment `chosen` does not know of it; what is as they know it is left out. */
export const unseenOfHolder = sql`
  left join planning.unseen_changes as unseen on unseen.organization_id = chosen.organization_id
    and unseen.assignment_id = chosen.id and unseen.technician_id = chosen.technician_id and chosen.live
    and (unseen.known_starts_at, unseen.known_ends_at) is distinct from (chosen.starts_at, chosen.ends_at)`

const iso = (column: ReturnType<typeof sql>) =>
  sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** The column `unseen` of an assignment. */
export const unseenColumn = sql`case when unseen.changed_at is not null then jsonb_build_object(
      'changedAt', ${iso(sql`unseen.changed_at`)},
      'from', case when unseen.known_starts_at is not null then jsonb_build_object(
        'startsAt', ${iso(sql`unseen.known_starts_at`)}, 'endsAt', ${iso(sql`unseen.known_ends_at`)}) end) end as unseen`

export type UnseenChange = PlanChange & {
  readonly technicianId: Id
  readonly technicianName: string
}

type Range = { from: Instant; until: Instant; technicianIds: readonly Id[] | null }
type Row = Omit<UnseenChange, 'from'> & { fromStarts: Instant | null; fromEnds: Instant | null }

/** What technicians do not know yet, of visits that lie in [from, until) now or as they know them. */
export async function unseenBetween(
  tx: Tx,
  { from, until, technicianIds }: Range,
): Promise<UnseenChange[]> {
  const rows = await tx.rows(sql<Row>`
    select * from (
      select unseen.technician_id as "technicianId", technician.name as "technicianName", unseen.assignment_id as "assignmentId",
        case when not held.held then 'withdrawn' when unseen.known_starts_at is null then 'given' else 'moved' end as kind,
        work_order.title, site.name as "siteName", site.city, unseen.changed_at as "changedAt",
        case when held.held then assignment.starts_at else unseen.known_starts_at end as "startsAt",
        case when held.held then assignment.ends_at else unseen.known_ends_at end as "endsAt",
        case when held.held then unseen.known_starts_at end as "fromStarts",
        case when held.held then unseen.known_ends_at end as "fromEnds"
      from planning.unseen_changes as unseen
      join planning.assignments as assignment
        on assignment.organization_id = unseen.organization_id and assignment.id = unseen.assignment_id
      cross join lateral (
        select assignment.live and assignment.technician_id = unseen.technician_id as held
      ) as held
      join work_orders.v_work_orders as work_order
        on work_order.organization_id = assignment.organization_id and work_order.id = assignment.work_order_id
      join clients.v_sites as site on site.organization_id = work_order.organization_id and site.id = work_order.site_id
      join workforce.v_technicians as technician
        on technician.organization_id = unseen.organization_id and technician.id = unseen.technician_id
      where unseen.organization_id = ${tx.actor.organizationId}
        and (${technicianIds === null} or unseen.technician_id = any(${[...(technicianIds ?? [])]}::uuid[]))
        and case when held.held then (unseen.known_starts_at, unseen.known_ends_at) is distinct from (assignment.starts_at, assignment.ends_at)
          else unseen.known_starts_at is not null end
    ) as change
    where ("startsAt" < ${until} and "endsAt" > ${from}) or ("fromStarts" < ${until} and "fromEnds" > ${from})
    order by "startsAt", "assignmentId"`)
  return rows.map(({ fromStarts, fromEnds, ...row }) => ({
    ...row,
    from: fromStarts && fromEnds ? { startsAt: fromStarts, endsAt: fromEnds } : null,
  }))
}

/** Published visits that touch [from, until), by technician. */
export async function countPublished(
  tx: Tx,
  { from, until }: Pick<Range, 'from' | 'until'>,
): Promise<ReadonlyMap<Id, number>> {
  const rows = await tx.rows(sql<{ id: Id; count: number }>`
    select technician_id as id, count(*)::int as count from planning.assignments
    where organization_id = ${tx.actor.organizationId} and live and published_at is not null
      and starts_at < ${until} and starts_at > ${from}::timestamptz - interval '31 days' and ends_at > ${from}
    group by technician_id`)
  return new Map(rows.map(({ id, count }) => [id, count]))
}
