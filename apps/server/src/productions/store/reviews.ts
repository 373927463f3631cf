// SQL of productions.reviews.
import type { Id, Instant } from '@regie/contract/kernel'
import type { ReviewLine } from '@regie/contract/production-reviews'
import type { Rows } from '../../platform/db/database.ts'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

export type StoredReview = {
  readonly id: Id
  readonly version: number
  readonly projectId: Id
  readonly round: number
  readonly state: 'open' | 'locked'
  readonly openedAt: Instant
  readonly openedBy: string
  readonly dueAt: Instant
  readonly remindedAt: Instant | null
  readonly reason: string
  readonly lockedAt: Instant | null
  readonly signedLines: readonly ReviewLine[] | null
  readonly pinnedIds: readonly Id[]
}

const columns = sql`id, version, project_id as "projectId", round, state, opened_at as "openedAt", opened_by as "openedBy",
  due_at as "dueAt", reminded_at as "remindedAt", reason, locked_at as "lockedAt", signed_lines as "signedLines",
  pinned_ids as "pinnedIds"`

/** The review under way, or that locked the plan. */
export async function liveReview(tx: Tx, projectId: Id): Promise<StoredReview | undefined> {
  return await tx.maybe(sql<StoredReview>`
    select ${columns} from productions.reviews
    where organization_id = ${tx.actor.organizationId} and project_id = ${projectId} and state in ('open', 'locked')`)
}

/** For this transaction alone: chiefs sign one after the other. */
export async function claimReview(tx: Tx, projectId: Id): Promise<StoredReview | undefined> {
  return await tx.maybe(sql<StoredReview>`
    select ${columns} from productions.reviews
    where organization_id = ${tx.actor.organizationId} and project_id = ${projectId} and state in ('open', 'locked')
    for update`)
}

export async function roundsOf(tx: Tx, projectId: Id): Promise<number> {
  const { rounds } = await tx.row(sql<{ rounds: number }>`
    select coalesce(max(round), 0) as rounds from productions.reviews
    where organization_id = ${tx.actor.organizationId} and project_id = ${projectId}`)
  return rounds
}

export async function insertReview(
  tx: Tx,
  projectId: Id,
  { round, dueAt, reason }: Pick<StoredReview, 'round' | 'dueAt' | 'reason'>,
): Promise<void> {
  await tx.run(sql`
    insert into productions.reviews (organization_id, id, project_id, round, state, opened_at, opened_by, due_at, reason)
    values (${tx.actor.organizationId}, ${tx.newId()}, ${projectId}, ${round}, 'open', ${tx.now()}, ${tx.actor.name}, ${dueAt}, ${reason})`)
}

export async function endReview(
  tx: Tx,
  reviewId: Id,
  state: 'reopened' | 'withdrawn',
): Promise<void> {
  await tx.run(sql`
    update productions.reviews set state = ${state}, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${reviewId}`)
}

export async function saveDue(tx: Tx, reviewId: Id, dueAt: Instant): Promise<void> {
  await tx.run(sql`
    update productions.reviews set due_at = ${dueAt}, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${reviewId}`)
}

export async function noteReminded(tx: Tx, reviewId: Id): Promise<void> {
  await tx.run(sql`
    update productions.reviews set reminded_at = ${tx.now()}
    where organization_id = ${tx.actor.organizationId} and id = ${reviewId}`)
}

export async function markLocked(
  tx: Tx,
  reviewId: Id,
  { lines, pinnedIds }: { lines: readonly ReviewLine[]; pinnedIds: readonly Id[] },
): Promise<void> {
  await tx.run(sql`
    update productions.reviews
    set state = 'locked', locked_at = ${tx.now()}, signed_lines = ${JSON.stringify(lines)}::jsonb,
      pinned_ids = ${[...pinnedIds]}::uuid[], version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${reviewId}`)
}

/** Pinned besides, after the plan was locked: freed with the others when it is opened again. */
export async function addPinned(tx: Tx, reviewId: Id, ids: readonly Id[]): Promise<void> {
  await tx.run(sql`
    update productions.reviews set pinned_ids = pinned_ids || ${[...ids]}::uuid[]
    where organization_id = ${tx.actor.organizationId} and id = ${reviewId}`)
}

type Named = { readonly assignmentId: Id; readonly version: number }

/** Assignments on these seats that nobody has pinned. */
export async function looseOn(tx: Tx, positionIds: readonly Id[]): Promise<Named[]> {
  return await tx.rows(sql<Named>`
    select id as "assignmentId", version from planning.v_assignments
    where organization_id = ${tx.actor.organizationId} and position_id = any(${[...positionIds]}::uuid[]) and live and not locked
    order by id`)
}

/** Of these assignments, those that still are and are still pinned. */
export async function stillPinned(tx: Tx, ids: readonly Id[]): Promise<Named[]> {
  return await tx.rows(sql<Named>`
    select id as "assignmentId", version from planning.v_assignments
    where organization_id = ${tx.actor.organizationId} and id = any(${[...ids]}::uuid[]) and live and locked
    order by id`)
}

/** Which productions under review have these work orders as phases, or had them when they were signed. */
export async function reviewsAround(
  { rows }: Pick<Rows, 'rows'>,
  organizationId: Id,
  workOrderIds: readonly Id[],
): Promise<{ projectId: Id; workOrderId: Id }[]> {
  return await rows(sql<{ projectId: Id; workOrderId: Id }>`
    select phase.project_id as "projectId", phase.work_order_id as "workOrderId"
    from productions.phases as phase
    join productions.reviews as review
      on review.organization_id = phase.organization_id and review.project_id = phase.project_id and review.state in ('open', 'locked')
    where phase.organization_id = ${organizationId} and phase.work_order_id = any(${[...workOrderIds]}::uuid[])
    order by phase.project_id, phase.work_order_id`)
}

/** Productions in whose live reviews this person is a chief. */
export async function reviewedBy(
  tx: Tx,
  { technicianId, memberId }: { technicianId: Id | null; memberId: Id | null },
): Promise<Id[]> {
  const rows = await tx.rows(sql<{ id: Id }>`
    select distinct review.project_id as id, review.state, review.due_at
    from productions.reviews as review
    join productions.chiefs as chief
      on chief.organization_id = review.organization_id and chief.project_id = review.project_id
    where review.organization_id = ${tx.actor.organizationId} and review.state in ('open', 'locked')
      and (chief.technician_id = ${technicianId}::uuid or chief.member_id = ${memberId}::uuid)
      and review.opened_at > ${tx.now()}::timestamptz - interval '120 days'
    order by review.state desc, review.due_at
    limit 50`)
  return rows.map(({ id }) => id)
}
