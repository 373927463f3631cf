// One pool; every piece of work is one transaction with its tenant set. Nothing else touches PostgreSQL.
import type { Id } from '@regie/contract/kernel'
import pg from 'pg'
import { remember } from '../remember.ts'
import { compile, type Sql } from './sql.ts'

/** Runs statements inside one transaction. Rows come back as the statement's type says. */
export type Rows = {
  rows<R>(query: Sql<R>): Promise<R[]>
  /** Exactly one row; throws when there is none. */
  row<R>(query: Sql<R>): Promise<R>
  maybe<R>(query: Sql<R>): Promise<R | undefined>
  /** The number of rows changed. */
  run<R>(query: Sql<R>): Promise<number>
}

/** Who PostgreSQL takes us for: `app` sees one tenant's rows, `system` only the platform's bookkeeping of all. */
export type DatabaseRole = 'app' | 'system'

const INSTANT = 1184
const DATE = 1082
const BIGINT = 20
const types: pg.CustomTypesConfig = {
  // biome-ignore lint/suspicious/noExplicitAny: pg's own signature
  getTypeParser: (oid: number, format?: any): any => {
    if (oid === INSTANT) return toInstant
    if (oid === DATE) return (value: string) => value
    if (oid === BIGINT) return Number
    return pg.types.getTypeParser(oid, format)
  },
}

/** Of instants; a plan has a few hundred different ones. */
const MOST_REMEMBERED = 10_000

/** PostgreSQL's `2026-11-23 08:00:00+00` as ours; whole seconds of UTC, nearly all there are, without a detour. */
const toInstant = remember(MOST_REMEMBERED, (value: string): string =>
  value.length === 22 && value.endsWith('+00')
    ? `${value.slice(0, 10)}T${value.slice(11, 19)}.000Z`
    : new Date(value).toISOString(),
)

export class Database {
  readonly #pool: pg.Pool
  readonly url: string

  constructor(url: string, options: { max?: number; onError?: (error: Error) => void } = {}) {
    this.url = url
    this.#pool = new pg.Pool({
      connectionString: url,
      max: options.max ?? 16,
      types,
      pipeline: true,
      idleTimeoutMillis: 60_000,
      connectionTimeoutMillis: 10_000,
      options:
        '-c role=regie_app -c timezone=UTC -c statement_timeout=60s -c idle_in_transaction_session_timeout=60s',
    })
    // A connection that dies while idle (PostgreSQL restarted) is replaced at the next use.
    const onError = (error: Error) => {
      // Ended connections may still be told so by a PostgreSQL that stops right after us.
      if (!this.#pool.ending) options.onError?.(error)
    }
    this.#pool.on('error', onError)
    // Between two statements a connection in use has nobody else to tell: unheard, it would end the program.
    this.#pool.on('connect', (client) => client.on('error', onError))
  }

  /** One tenant's transaction. `organizationId` null: no tenant rows are visible at all. */
  async transaction<R>(
    organizationId: Id | null,
    work: (rows: Rows) => Promise<R>,
    options: { readOnly?: boolean; role?: DatabaseRole } = {},
  ): Promise<R> {
    const client = await this.#pool.connect()
    let broken: Error | undefined
    try {
      const opened = open(client, organizationId, options)
      const result = await work(rowsOn(client))
      await opened
      const end = await client.query('commit')
      // A swallowed error leaves the transaction aborted; its commit then rolls back in silence.
      if (end.command !== 'COMMIT')
        throw new Error('the transaction was aborted by an error that was swallowed')
      return result
    } catch (error) {
      await client.query('rollback').catch((rollback: Error) => {
        broken = rollback
      })
      throw error
    } finally {
      client.release(broken)
    }
  }

  /**
   * One statement on its own, in one round trip and without a tenant: for functions of the database that
   * guard themselves, such as finding who a session belongs to.
   */
  async ask<R>(query: Sql<R>): Promise<R[]> {
    const { rows } = (await this.#pool.query(compile(query))) as unknown as { rows: R[] }
    return rows
  }

  async ping(): Promise<void> {
    await this.#pool.query('select 1')
  }

  get connections(): { total: number; idle: number; waiting: number } {
    return {
      total: this.#pool.totalCount,
      idle: this.#pool.idleCount,
      waiting: this.#pool.waitingCount,
    }
  }

  async close(): Promise<void> {
    await this.#pool.end()
  }
}

/**
 * Sends the opening without waiting: the work's first statement rides in the same round trip.
 * Should it fail, what follows runs without a tenant, and so sees and changes nothing.
 */
function open(
  client: pg.PoolClient,
  organizationId: Id | null,
  options: { readOnly?: boolean; role?: DatabaseRole },
): Promise<unknown> {
  const opening = [client.query(options.readOnly ? 'begin read only' : 'begin')]
  if (options.role === 'system') opening.push(client.query('set local role regie_system'))
  if (organizationId) opening.push(client.query(setTenant(organizationId)))
  const opened = Promise.all(opening)
  opened.catch(() => {}) // awaited after the work; its failure must not go unhandled meanwhile
  return opened
}

const setTenant = (organizationId: Id) => ({
  name: 'set-tenant',
  text: "select set_config('app.organization_id', $1, true)",
  values: [organizationId],
})

function rowsOn(client: pg.PoolClient): Rows {
  const execute = async <R>(query: Sql<R>) =>
    (await client.query(compile(query))) as unknown as { rows: R[]; rowCount: number | null }
  return {
    rows: async (query) => (await execute(query)).rows,
    maybe: async (query) => (await execute(query)).rows[0],
    run: async (query) => (await execute(query)).rowCount ?? 0,
    row: async (query) => {
      const [first] = (await execute(query)).rows
      if (first === undefined) throw new Error('expected one row, got none')
      return first
    },
  }
}

/** The SQLSTATE and constraint of a database error, if it is one. */
export function databaseFault(
  error: unknown,
): { state: string; constraint: string | undefined } | undefined {
  return error instanceof pg.DatabaseError && error.code
    ? { state: error.code, constraint: error.constraint }
    : undefined
}
