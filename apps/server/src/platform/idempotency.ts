// A retry gets the first answer again: the answer is kept in the transaction of the command itself.
import type { Instant } from '@regie/contract/kernel'
import type { Actor } from './actor.ts'
import type { Rows } from './db/database.ts'
import { sql } from './db/sql.ts'
import { fail } from './errors.ts'

const PROGRAM = '00000000-0000-0000-0000-000000000000'
const actorId = (actor: Actor) => actor.memberId ?? PROGRAM

type Attempt = { readonly key: string; readonly fingerprint: string; readonly status: number }

/**
 * The kept answer of an earlier attempt, or undefined for the first one.
 * Refuses with `request_in_progress` while the first still runs, `idempotency_key_reused` for another body.
 */
export async function claimAnswer(
  rows: Rows,
  actor: Actor,
  attempt: Attempt,
): Promise<{ body: unknown } | undefined> {
  const lock = `${actor.organizationId}/${actorId(actor)}/${attempt.key}`
  const { free } = await rows.row(sql<{ free: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${lock}, 0)) as free`)
  if (!free) throw fail('request_in_progress')
  const kept = await rows.maybe(sql<{ request_hash: string; body: unknown }>`
    select request_hash, body
    from platform.idempotency_keys
    where organization_id = ${actor.organizationId} and actor_id = ${actorId(actor)} and key = ${attempt.key}`)
  if (kept && kept.request_hash !== attempt.fingerprint) throw fail('idempotency_key_reused')
  return kept && { body: kept.body ?? undefined }
}

export async function keepAnswer(
  rows: Rows,
  actor: Actor,
  attempt: Attempt,
  body: unknown,
  at: Instant,
): Promise<void> {
  await rows.run(sql`
    insert into platform.idempotency_keys (organization_id, actor_id, key, request_hash, status, body, at)
    values (${actor.organizationId}, ${actorId(actor)}, ${attempt.key}, ${attempt.fingerprint}, ${attempt.status},
      ${body === undefined ? null : JSON.stringify(body)}::jsonb, ${at})`)
}

/** Forgets answers older than a day; returns how many. Runs as the system role. */
export const forgetAnswers = (rows: Rows, before: Instant): Promise<number> =>
  rows.run(sql`delete from platform.idempotency_keys where at < ${before}`)
