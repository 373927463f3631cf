// The real road of commands and queries on a test database, and people of a tenant to walk it.
import type { Id } from '@regie/contract/kernel'
import type { Role } from '@regie/contract/roles'
import { afterAll, beforeAll } from 'vitest'
import { modules } from '../modules.ts'
import type { Actor } from '../platform/actor.ts'
import { newId } from '../platform/clock.ts'
import type { Rows } from '../platform/db/database.ts'
import { sql } from '../platform/db/sql.ts'
import { JobQueue } from '../platform/jobs.ts'
import { createLog } from '../platform/log.ts'
import { type Command, type Tx, Work } from '../platform/work.ts'
import { useDatabase } from './database.ts'

export type TestWork = {
  readonly work: Work
  /** The clock: set `now` to move it. Starts on Saturday 21 November 2026, 09:00 UTC. */
  readonly clock: { now: number }
  /** Runs a command as somebody. */
  act<I, O>(actor: Actor, command: Command<I, O>, input: I): Promise<O>
  /** Runs a query as somebody, past the permission of its route. */
  read<O>(actor: Actor, query: (tx: Tx) => Promise<O>): Promise<O>
  /** Names and payloads of everything this organisation was told, in order. */
  told(actor: Actor): Promise<{ name: string; payload: Record<string, unknown> }[]>
  /** Statements as the organisation's own role, to arrange and to inspect. */
  rows<O>(actor: Actor, run: (rows: Rows) => Promise<O>): Promise<O>
}

/** Call at the top of a test file. No job is done; `queue`: jobs are kept, for commands that ask for some. */
export function useWork({ queue = false }: { queue?: boolean } = {}): TestWork {
  const { url, database } = useDatabase()
  const clock = { now: Date.parse('2026-11-21T09:00:00Z') }
  const jobs = new JobQueue({
    url,
    jobs: queue ? modules.flatMap((module) => module.jobs) : [],
    log: createLog('silent'),
    cron: false,
  })
  if (queue) {
    beforeAll(() => jobs.start())
    afterAll(() => jobs.stop())
  }
  const permissions = Object.assign({}, ...modules.map((module) => module.permissions))
  const work = new Work({
    database,
    clock: () => clock.now,
    permissions,
    jobs,
    onCommit: () => undefined,
  })
  return {
    work,
    clock,
    act: (actor, command, input) => work.act(actor, command, input),
    read: (actor, query) => work.read(actor, null, query),
    told: (actor) =>
      database.transaction(actor.organizationId, (rows) =>
        rows.rows(sql<{ name: string; payload: Record<string, unknown> }>`
          select name, payload from platform.outbox where organization_id = ${actor.organizationId} order by seq`),
      ),
    rows: (actor, run) => database.transaction(actor.organizationId, run),
  }
}

/** A member of the organisation (a new one, when left out). */
export const member = (
  role: Role,
  { organizationId, technicianId = null }: { organizationId?: Id; technicianId?: Id | null } = {},
): Actor => ({
  organizationId: organizationId ?? newId(Date.now()),
  memberId: newId(Date.now()),
  name: `Test ${role}`,
  role,
  technicianId,
  language: 'fr',
  timeZone: 'Europe/Paris',
})
