// SQL of planning.run_parts.
import type { Id } from '@regie/contract/kernel'
import type { Plan } from '@regie/solver'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'
import type { SearchProgress, SearchTask } from '../engine/search-messages.ts'

export type PartDraft = { readonly id: Id; readonly visits: number; readonly task: SearchTask }

export async function insertPart(
  tx: Tx,
  { runId, rank, part }: { runId: Id; rank: number; part: PartDraft },
): Promise<void> {
  await tx.run(sql`
    insert into planning.run_parts (organization_id, id, run_id, rank, visits, state, task)
    values (${tx.actor.organizationId}, ${part.id}, ${runId}, ${rank}, ${part.visits}, 'queued',
      ${JSON.stringify(part.task)}::jsonb)`)
}

/** Forgets the parts of a round, or of an attempt that was interrupted. */
export async function deleteParts(tx: Tx, runId: Id): Promise<void> {
  await tx.run(sql`
    delete from planning.run_parts where organization_id = ${tx.actor.organizationId} and run_id = ${runId}`)
}

export type OpenPart = { readonly runId: Id; readonly task: SearchTask }

/** A part that waits for its plan; nothing when it has one, or when its run was begun anew or has ended. */
export async function openPart(tx: Tx, partId: Id): Promise<OpenPart | undefined> {
  const row = await tx.maybe(sql<{ run_id: Id; task: SearchTask }>`
    select part.run_id, part.task from planning.run_parts as part
    join planning.runs as run on run.organization_id = part.organization_id and run.id = part.run_id
    where part.organization_id = ${tx.actor.organizationId} and part.id = ${partId} and part.state = 'queued'
      and run.state = 'running'`)
  return row && { runId: row.run_id, task: row.task }
}

export async function notePart(tx: Tx, partId: Id, progress: SearchProgress): Promise<void> {
  await tx.run(sql`
    update planning.run_parts set progress = ${JSON.stringify(progress)}::jsonb
    where organization_id = ${tx.actor.organizationId} and id = ${partId} and state = 'queued'`)
}

export async function endPart(
  tx: Tx,
  partId: Id,
  { plan = null, failure = null }: { plan?: Plan | null; failure?: string | null },
): Promise<void> {
  await tx.run(sql`
    update planning.run_parts set state = ${plan ? 'done' : 'failed'}, failure = ${failure},
      plan = ${plan && JSON.stringify(plan)}::jsonb
    where organization_id = ${tx.actor.organizationId} and id = ${partId}`)
}

export type PartState = {
  readonly state: 'queued' | 'done' | 'failed'
  readonly visits: number
  readonly progress: SearchProgress | null
  readonly failure: string | null
}

export async function partStates(tx: Tx, runId: Id): Promise<PartState[]> {
  return await tx.rows(sql<PartState>`
    select state, visits, progress, failure from planning.run_parts
    where organization_id = ${tx.actor.organizationId} and run_id = ${runId} order by rank`)
}

export async function partPlans(tx: Tx, runId: Id): Promise<Plan[]> {
  const rows = await tx.rows(sql<{ plan: Plan }>`
    select plan from planning.run_parts
    where organization_id = ${tx.actor.organizationId} and run_id = ${runId} and plan is not null order by rank`)
  return rows.map(({ plan }) => plan)
}
