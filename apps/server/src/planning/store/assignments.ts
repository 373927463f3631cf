// SQL of planning.assignments.
import type { Id, Instant } from '@regie/contract/kernel'
import type { AssignmentState } from '@regie/contract/planning'
import type { Override } from '@regie/contract/planning-overrides'
import { databaseFault } from '../../platform/db/database.ts'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'
import { noteChanges } from './unseen.ts'

/** An assignment as it is stored, without the labels of other modules. */
export type Placed = {
  readonly id: Id
  readonly version: number
  readonly workOrderId: Id
  readonly positionId: Id
  readonly technicianId: Id
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly state: AssignmentState
  readonly locked: boolean
  readonly publishedAt: Instant | null
  readonly declinedReason: string | null
  /** Put there although rules warned. */
  readonly override: Override | null
  /** Knowingly upon another visit: the constraint that keeps others apart looks away. */
  readonly overlapAllowed: boolean
}

type Row = {
  id: Id
  version: number
  work_order_id: Id
  position_id: Id
  technician_id: Id
  starts_at: Instant
  ends_at: Instant
  state: AssignmentState
  locked: boolean
  published_at: Instant | null
  declined_reason: string | null
  override: Override | null
  overlap_allowed: boolean
}

const toPlaced = (row: Row): Placed => ({
  id: row.id,
  version: row.version,
  workOrderId: row.work_order_id,
  positionId: row.position_id,
  technicianId: row.technician_id,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  state: row.state,
  locked: row.locked,
  publishedAt: row.published_at,
  declinedReason: row.declined_reason,
  override: row.override,
  overlapAllowed: row.overlap_allowed,
})

const columns = sql`id, version, work_order_id, position_id, technician_id, starts_at, ends_at, state, locked, published_at, declined_reason, override, overlap_allowed`

/** Some wait for each other by a word. */
const isId = (key: string): boolean => /^[\da-f-]{36}$/.test(key)

/**
 * Whoever plans these people, this work or the equipment it needs waits for the other who does: so the rules are judged on
 * what is really there. Held until the transaction ends.
 */
export async function lockPlanning(tx: Tx, ids: readonly Id[]): Promise<void> {
  const keys = [...new Set(ids)]
  await tx.rows(sql`
    select pg_advisory_xact_lock(hashtextextended(${tx.actor.organizationId} || key, 0))
    from (
      select key from (
        select unnest(${keys}::text[]) as key
        union
        select need->>'equipmentId'
        from work_orders.v_work_orders as work_order, jsonb_array_elements(work_order.equipment) as need
        where work_order.organization_id = ${tx.actor.organizationId}
          and work_order.id = any(${keys.filter(isId)}::uuid[]) and work_order.equipment <> '[]') as wanted
      order by key) as keys`)
}

export async function findAssignment(tx: Tx, assignmentId: Id): Promise<Placed | undefined> {
  const row = await tx.maybe(sql<Row>`
    select ${columns} from planning.assignments
    where organization_id = ${tx.actor.organizationId} and id = ${assignmentId}`)
  return row && toPlaced(row)
}

/** Live assignments that touch [from, until) of these people (null: all). */
export async function liveBetween(
  tx: Tx,
  range: { from: Instant; until: Instant; technicianIds: readonly Id[] | null },
): Promise<Placed[]> {
  const { from, until, technicianIds } = range
  const rows = await tx.rows(sql<Row>`
    select ${columns} from planning.assignments
    where organization_id = ${tx.actor.organizationId} and live
      and starts_at < ${until} and starts_at > ${from}::timestamptz - interval '31 days' and ends_at > ${from}
      and (${technicianIds === null} or technician_id = any(${[...(technicianIds ?? [])]}::uuid[]))
    order by starts_at, id`)
  return rows.map(toPlaced)
}

/** Live assignments on these work orders, whenever they are. */
export async function liveOnWorkOrders(tx: Tx, workOrderIds: readonly Id[]): Promise<Placed[]> {
  if (workOrderIds.length === 0) return []
  const rows = await tx.rows(sql<Row>`
    select ${columns} from planning.assignments
    where organization_id = ${tx.actor.organizationId} and live and work_order_id = any(${[...workOrderIds]}::uuid[])
    order by starts_at, id`)
  return rows.map(toPlaced)
}

/** What else takes this technician's time then, if anything. */
export async function overlapping(
  tx: Tx,
  { technicianId, startsAt, endsAt }: Pick<Placed, 'technicianId' | 'startsAt' | 'endsAt'>,
  except: readonly Id[],
): Promise<Placed | undefined> {
  const row = await tx.maybe(sql<Row>`
    select ${columns} from planning.assignments
    where organization_id = ${tx.actor.organizationId} and live and technician_id = ${technicianId}
      and starts_at < ${endsAt} and ends_at > ${startsAt} and id <> all(${[...except]}::uuid[])
    order by starts_at
    limit 1`)
  return row && toPlaced(row)
}

const toRecord = (one: Placed) => ({
  id: one.id,
  work_order_id: one.workOrderId,
  position_id: one.positionId,
  technician_id: one.technicianId,
  starts_at: one.startsAt,
  ends_at: one.endsAt,
  state: one.state,
  locked: one.locked,
  published_at: one.publishedAt,
  override: one.override,
  overlap_allowed: one.overlapAllowed,
})

export async function insertAssignments(tx: Tx, placed: readonly Placed[]): Promise<void> {
  if (placed.length === 0) return
  await tx.run(sql`
    insert into planning.assignments (organization_id, id, work_order_id, position_id, technician_id, starts_at, ends_at, state,
      locked, published_at, override, overlap_allowed)
    select ${tx.actor.organizationId}::uuid, id, work_order_id, position_id, technician_id, starts_at, ends_at, state, locked,
      published_at, override, overlap_allowed
    from jsonb_to_recordset(${JSON.stringify(placed.map(toRecord))}::jsonb) as one(id uuid, work_order_id uuid, position_id uuid,
      technician_id uuid, starts_at timestamptz, ends_at timestamptz, state text, locked boolean, published_at timestamptz,
      override jsonb, overlap_allowed boolean)`)
}

export type Change = Partial<
  Pick<
    Placed,
    | 'technicianId'
    | 'startsAt'
    | 'endsAt'
    | 'state'
    | 'locked'
    | 'publishedAt'
    | 'declinedReason'
    | 'override'
    | 'overlapAllowed'
  >
>

const isElsewhere = (before: Placed, now: Placed): boolean =>
  now.technicianId !== before.technicianId ||
  now.startsAt !== before.startsAt ||
  now.endsAt !== before.endsAt

/** Compare and swap: false when the row has moved on. */
export async function saveAssignment(tx: Tx, before: Placed, change: Change): Promise<boolean> {
  const now = { ...before, ...change }
  if (now.technicianId !== before.technicianId) await noteFormerHolders(tx, [now])
  if (before.publishedAt !== null && (isElsewhere(before, now) || now.state === 'withdrawn'))
    await noteChanges(tx, [now])
  const changed = await tx.run(sql`
    update planning.assignments
    set technician_id = ${now.technicianId}, starts_at = ${now.startsAt}, ends_at = ${now.endsAt}, state = ${now.state},
      locked = ${now.locked}, published_at = ${now.publishedAt}::timestamptz, declined_reason = ${now.declinedReason},
      override = ${now.override && JSON.stringify(now.override)}::jsonb, overlap_allowed = ${now.overlapAllowed},
      version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${before.id} and version = ${before.version}`)
  return changed === 1
}

/** Who had a published assignment and has it no longer may still be working on it, out of reach. Before the change. */
async function noteFormerHolders(
  tx: Tx,
  changed: readonly Pick<Placed, 'id' | 'technicianId'>[],
): Promise<void> {
  const records = changed.map(({ id, technicianId }) => ({ id, technician_id: technicianId }))
  await tx.run(sql`
    insert into planning.former_holders (organization_id, assignment_id, technician_id, until)
    select assignment.organization_id, assignment.id, assignment.technician_id, ${tx.now()}::timestamptz
    from planning.assignments as assignment
    join jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as one(id uuid, technician_id uuid) on one.id = assignment.id
    where assignment.organization_id = ${tx.actor.organizationId} and assignment.published_at is not null
      and assignment.technician_id <> one.technician_id
    on conflict (organization_id, assignment_id, technician_id) do update set until = excluded.until`)
}

export async function wasHeldBy(tx: Tx, assignmentId: Id, technicianId: Id): Promise<boolean> {
  const row = await tx.maybe(sql<{ until: Instant }>`
    select until from planning.former_holders
    where organization_id = ${tx.actor.organizationId} and assignment_id = ${assignmentId} and technician_id = ${technicianId}`)
  return row !== undefined
}

/** New times and people of many at once; the number of rows that were still as expected. */
export async function moveAssignments(tx: Tx, moved: readonly Placed[]): Promise<number> {
  if (moved.length === 0) return 0
  await noteFormerHolders(tx, moved)
  await noteChanges(tx, moved)
  const records = moved.map((one) => ({ ...toRecord(one), version: one.version }))
  return await tx.run(sql`
    update planning.assignments as assignment
    set technician_id = one.technician_id, starts_at = one.starts_at, ends_at = one.ends_at, state = one.state,
      override = one.override, overlap_allowed = one.overlap_allowed, version = assignment.version + 1
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as one(id uuid, technician_id uuid, starts_at timestamptz,
      ends_at timestamptz, state text, override jsonb, overlap_allowed boolean, version int)
    where assignment.organization_id = ${tx.actor.organizationId} and assignment.id = one.id and assignment.version = one.version`)
}

/** Writes rows back as they were, those still there and those deleted since; each counts one version further. */
export async function restoreAssignments(tx: Tx, placed: readonly Placed[]): Promise<void> {
  if (placed.length === 0) return
  await noteChanges(tx, placed)
  const records = placed.map((one) => ({
    ...toRecord(one),
    version: one.version + 2,
    declined_reason: one.declinedReason,
  }))
  await tx.run(sql`
    insert into planning.assignments as known (organization_id, id, version, work_order_id, position_id, technician_id, starts_at,
      ends_at, state, locked, published_at, declined_reason, override, overlap_allowed)
    select ${tx.actor.organizationId}::uuid, id, version, work_order_id, position_id, technician_id, starts_at, ends_at, state,
      locked, published_at, declined_reason, override, overlap_allowed
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as one(id uuid, version int, work_order_id uuid, position_id uuid,
      technician_id uuid, starts_at timestamptz, ends_at timestamptz, state text, locked boolean, published_at timestamptz,
      declined_reason text, override jsonb, overlap_allowed boolean)
    on conflict (organization_id, id) do update
      set technician_id = excluded.technician_id, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
        state = excluded.state, locked = excluded.locked, published_at = excluded.published_at,
        declined_reason = excluded.declined_reason, override = excluded.override, overlap_allowed = excluded.overlap_allowed,
        version = known.version + 1`)
}

/** Publishes the drafts named; those published meanwhile are left as they are. */
export async function publishAssignments(tx: Tx, ids: readonly Id[]): Promise<void> {
  await tx.run(sql`
    update planning.assignments set published_at = ${tx.now()}, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = any(${[...ids]}::uuid[]) and published_at is null`)
}

export async function deleteAssignments(tx: Tx, ids: readonly Id[]): Promise<void> {
  if (ids.length === 0) return
  await tx.run(sql`
    delete from planning.assignments where organization_id = ${tx.actor.organizationId} and id = any(${[...ids]}::uuid[])`)
}

/** Until the end of the transaction two people may swap their visits one after the other. */
export const deferClashes = (tx: Tx): Promise<number> =>
  tx.run(sql`set constraints planning.assignments_one_place deferred`)
export const settleClashes = (tx: Tx): Promise<number> =>
  tx.run(sql`set constraints planning.assignments_one_place immediate`)

/** The database's last line: which of our constraints an error comes from. */
export function clashOf(error: unknown): 'technician' | 'seat' | undefined {
  const constraint = databaseFault(error)?.constraint
  if (constraint === 'assignments_one_place') return 'technician'
  return constraint === 'assignments_one_seat' ? 'seat' : undefined
}
