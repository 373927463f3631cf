// SQL of planning.runs and planning.nights.
import type { Id, Instant, LocalDate, Page } from '@regie/contract/kernel'
import type { Proposal, Run, RunDraft, RunState } from '@regie/contract/planning-runs'
import { sql } from '../../platform/db/sql.ts'
import { readCursor, toPage } from '../../platform/keyset.ts'
import type { Tx } from '../../platform/work.ts'

type Row = {
  id: Id
  version: number
  state: RunState
  trigger: Run['trigger']
  from_date: LocalDate
  until_date: LocalDate
  technician_ids: Id[]
  work_order_ids: Id[]
  policy: string | null
  seconds: number
  keep: Run['keep']
  max_changes: number | null
  created_at: Instant
  created_by: string
  started_at: Instant | null
  finished_at: Instant | null
  attempts: number
  progress: Run['progress']
  failure: string | null
}

const toRun = (row: Row): Run => ({
  id: row.id,
  version: row.version,
  state: row.state,
  trigger: row.trigger,
  from: row.from_date,
  until: row.until_date,
  technicianIds: row.technician_ids,
  workOrderIds: row.work_order_ids,
  policy: row.policy,
  seconds: row.seconds,
  keep: row.keep,
  maxChanges: row.max_changes,
  createdAt: row.created_at,
  createdBy: row.created_by,
  startedAt: row.started_at,
  finishedAt: row.finished_at,
  progress: row.progress,
  failure: row.failure,
})

const columns = sql`id, version, state, trigger, from_date, until_date, technician_ids, work_order_ids, policy, seconds, keep, max_changes,
  created_at, created_by, started_at, finished_at, attempts, progress, failure`

export async function insertRun(
  tx: Tx,
  runId: Id,
  draft: RunDraft,
  trigger: Run['trigger'],
): Promise<void> {
  await tx.run(sql`
    insert into planning.runs (organization_id, id, state, trigger, from_date, until_date, technician_ids, work_order_ids, policy,
      seconds, keep, max_changes, created_at, created_by)
    values (${tx.actor.organizationId}, ${runId}, 'queued', ${trigger}, ${draft.from}, ${draft.until},
      ${JSON.stringify(draft.technicianIds)}::jsonb, ${JSON.stringify(draft.workOrderIds)}::jsonb, ${draft.policy}, ${draft.seconds},
      ${draft.keep}, ${draft.maxChanges}, ${tx.now()}, ${tx.actor.name})`)
}

export async function findRun(tx: Tx, runId: Id): Promise<Run | undefined> {
  const row = await tx.maybe(sql<Row>`
    select ${columns} from planning.runs where organization_id = ${tx.actor.organizationId} and id = ${runId}`)
  return row && toRun(row)
}

/** The run for this transaction alone, with how often it was begun. */
export async function claimRun(
  tx: Tx,
  runId: Id,
): Promise<{ run: Run; attempts: number } | undefined> {
  const row = await tx.maybe(sql<Row>`
    select ${columns} from planning.runs where organization_id = ${tx.actor.organizationId} and id = ${runId} for update`)
  return row && { run: toRun(row), attempts: row.attempts }
}

export async function readProposal(tx: Tx, runId: Id): Promise<Proposal | null> {
  const row = await tx.maybe(sql<{ proposal: Proposal | null }>`
    select proposal from planning.runs where organization_id = ${tx.actor.organizationId} and id = ${runId}`)
  return row?.proposal ?? null
}

export async function pageOfRuns(
  tx: Tx,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Page<Run>> {
  const after = readCursor(cursor, ['id'])
  const { total } = await tx.row(
    sql<{
      total: number
    }>`select count(*) as total from planning.runs where organization_id = ${tx.actor.organizationId}`,
  )
  const rows = await tx.rows(sql<Row>`
    select ${columns} from planning.runs
    where organization_id = ${tx.actor.organizationId} and (${after?.id ?? null}::uuid is null or id < ${after?.id ?? null}::uuid)
    order by id desc
    limit ${limit + 1}`)
  return toPage(rows.map(toRun), limit, total, ({ id }) => [id])
}

export async function markStarted(tx: Tx, runId: Id): Promise<void> {
  await tx.run(sql`
    update planning.runs set state = 'running', started_at = coalesce(started_at, ${tx.now()}), attempts = attempts + 1,
      progress = null, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${runId}`)
}

/** False when the run is no longer under way: it was cancelled. */
export async function noteProgress(
  tx: Tx,
  runId: Id,
  progress: NonNullable<Run['progress']>,
): Promise<boolean> {
  const changed = await tx.run(sql`
    update planning.runs set progress = ${JSON.stringify(progress)}::jsonb, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${runId} and state = 'running'`)
  return changed === 1
}

export async function endRun(
  tx: Tx,
  runId: Id,
  state: RunState,
  { failure = null, proposal = null }: { failure?: string | null; proposal?: Proposal | null } = {},
): Promise<void> {
  await tx.run(sql`
    update planning.runs set state = ${state}, finished_at = ${tx.now()}, failure = ${failure},
      proposal = coalesce(${proposal && JSON.stringify(proposal)}::jsonb, proposal), version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${runId}`)
}

export async function saveApplied(
  tx: Tx,
  runId: Id,
  state: RunState,
  proposal: Proposal,
): Promise<void> {
  await tx.run(sql`
    update planning.runs set state = ${state}, proposal = ${JSON.stringify(proposal)}::jsonb, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${runId}`)
}

/** True for the first who claims this night of the organisation. */
export async function claimNight(tx: Tx, date: LocalDate, runId: Id): Promise<boolean> {
  const claimed = await tx.run(sql`
    insert into planning.nights (organization_id, local_date, run_id) values (${tx.actor.organizationId}, ${date}, ${runId})
    on conflict (organization_id, local_date) do nothing`)
  return claimed === 1
}
