// SQL of planning.applications.
import type { Id, Instant } from '@regie/contract/kernel'
import type { Application } from '@regie/contract/planning-runs'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'
import { fingerprint, type SeatState } from '../engine/seat-state.ts'

/** One taking over of moves: the seats concerned, before and after. */
export type Taking = {
  readonly id: Id
  readonly before: readonly SeatState[]
  readonly after: readonly SeatState[]
}

export async function insertApplication(
  tx: Tx,
  runId: Id,
  { id, before, after }: Taking,
): Promise<void> {
  await tx.run(sql`
    insert into planning.applications (organization_id, id, run_id, applied_at, applied_by, before, after, before_state, after_state)
    values (${tx.actor.organizationId}, ${id}, ${runId}, ${tx.now()}, ${tx.actor.name}, ${JSON.stringify(before)}::jsonb,
      ${JSON.stringify(after)}::jsonb, ${fingerprint(before)}, ${fingerprint(after)})`)
}

/** Those of a run that still stand, oldest first. */
export const standingApplications = (tx: Tx, runId: Id): Promise<Taking[]> =>
  tx.rows(sql<Taking>`
    select id, before, after from planning.applications
    where organization_id = ${tx.actor.organizationId} and run_id = ${runId} and undone_at is null
    order by id`)

export async function applicationsOf(tx: Tx, runId: Id): Promise<Application[]> {
  const rows = await tx.rows(sql<{
    id: Id
    applied_at: Instant
    applied_by: string
    moves: number
    undone_at: Instant | null
  }>`
    select id, applied_at, applied_by, jsonb_array_length(before) as moves, undone_at from planning.applications
    where organization_id = ${tx.actor.organizationId} and run_id = ${runId}
    order by id`)
  return rows.map((row) => ({
    id: row.id,
    appliedAt: row.applied_at,
    appliedBy: row.applied_by,
    moves: row.moves,
    undoneAt: row.undone_at,
  }))
}

export async function markUndone(tx: Tx, ids: readonly Id[]): Promise<void> {
  await tx.run(sql`
    update planning.applications set undone_at = ${tx.now()}, undone_by = ${tx.actor.name}
    where organization_id = ${tx.actor.organizationId} and id = any(${[...ids]}::uuid[])`)
}
