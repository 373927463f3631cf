// Background work on the PostgreSQL queue (pg-boss): woken by NOTIFY, retried with back-off, never lost.
import type { Id } from '@regie/contract/kernel'
import { PgBoss } from 'pg-boss'
import type { z } from 'zod'
import type { Rows } from './db/database.ts'
import { sql } from './db/sql.ts'
import type { Log } from './log.ts'

export type SendOptions = {
  /** Of several jobs with the same key only one waits at a time (jobs declared `keyed`). */
  readonly key?: string
  readonly startAfter?: Date
}

/** `organizationId` is null for jobs that the schedule started for the whole installation. */
export type JobContext = {
  readonly organizationId: Id | null
  readonly jobId: string
  readonly signal: AbortSignal
}

// biome-ignore lint/suspicious/noExplicitAny: services are handed over by main
export type Job<P, S = any> = {
  /** `module.verb-noun` */
  readonly name: string
  readonly payload: z.ZodType<P>
  readonly retryLimit: number
  readonly expireInSeconds: number
  /** How many run at once in one process. */
  readonly concurrency: number
  readonly keyed: boolean
  /** Cron expression in UTC for work of the whole installation; its payload is `{}`. */
  readonly schedule: string | undefined
  // A method, so that a list may hold jobs of all payloads: each parses its own before it runs.
  run(services: S, payload: P, context: JobContext): Promise<void>
}
export type AnyJob<P = unknown> = Pick<Job<P>, 'name' | 'payload'>

/** Declares background work; it must do no harm when it runs twice. */
export const job = <P, S>(
  name: string,
  options: Pick<Job<P>, 'payload'> &
    Partial<Pick<Job<P>, 'retryLimit' | 'expireInSeconds' | 'concurrency' | 'keyed' | 'schedule'>>,
  run: Job<P, S>['run'],
): Job<P, S> => ({
  retryLimit: 3,
  expireInSeconds: 900,
  concurrency: 4,
  keyed: false,
  schedule: undefined,
  name,
  ...options,
  run,
})

type Envelope = { organizationId?: Id; payload?: unknown }

/** After so long without a sign of life a job's process counts as dead and the job is taken up again. */
const HEARTBEAT_SECONDS = 15

export class JobQueue {
  readonly #boss: PgBoss
  readonly #jobs: readonly Job<unknown>[]
  readonly #log: Log
  readonly #stopping = new AbortController()

  constructor(options: { url: string; jobs: readonly Job<unknown>[]; log: Log; cron: boolean }) {
    this.#jobs = options.jobs
    this.#log = options.log
    this.#boss = new PgBoss({
      connectionString: options.url,
      schema: 'pgboss',
      max: 6,
      useListenNotify: true,
      schedule: options.cron,
      supervise: options.cron,
      // How soon a job whose process died is noticed and taken up again.
      superviseIntervalSeconds: HEARTBEAT_SECONDS,
      monitorIntervalSeconds: HEARTBEAT_SECONDS,
      reindex: options.cron,
    })
    this.#boss.on('error', (error) => {
      if (!this.#stopping.signal.aborted) this.#log.warn({ error: error.message }, 'job queue')
    })
  }

  /** Makes the queue's tables and our queues; safe to call from many processes. */
  async start(): Promise<void> {
    await this.#boss.start()
    for (const job of this.#jobs) await this.#declare(job)
    await this.#boss.getDb().executeSql(`
      grant usage on schema pgboss to regie_app;
      grant select, insert, update, delete on all tables in schema pgboss to regie_app;
      grant execute on all functions in schema pgboss to regie_app;`)
  }

  async #declare({
    name,
    retryLimit,
    expireInSeconds,
    keyed,
    schedule,
  }: Job<unknown>): Promise<void> {
    const options = {
      retryLimit,
      expireInSeconds,
      retryDelay: 2,
      retryBackoff: true,
      heartbeatSeconds: HEARTBEAT_SECONDS,
      notify: true,
    }
    if (await this.#boss.getQueue(name)) await this.#boss.updateQueue(name, options)
    else await this.#boss.createQueue(name, { ...options, policy: keyed ? 'short' : 'standard' })
    if (schedule) await this.#boss.schedule(name, schedule, {}, { tz: 'UTC' })
  }

  /** Takes jobs from the queue until `stop`. */
  async work(services: unknown): Promise<void> {
    for (const job of this.#jobs)
      await this.#boss.work<Envelope>(
        job.name,
        {
          batchSize: job.concurrency,
          pollingIntervalSeconds: 2,
          // Retries and delayed jobs come due without a NOTIFY: without this they would wait long.
          notifyPollingIntervalSeconds: 2,
          burstWhenBatchFull: true,
          perJobResults: true,
        },
        async (batch) =>
          await Promise.all(
            batch.map((item) => this.#runOne(job, item.id, item.data, services, item.signal)),
          ),
      )
  }

  async #runOne(
    job: Job<unknown>,
    jobId: string,
    data: Envelope,
    services: unknown,
    signal: AbortSignal,
  ) {
    try {
      const payload = job.payload.parse(data.payload ?? {})
      await job.run(services, payload, {
        organizationId: data.organizationId ?? null,
        jobId,
        signal: AbortSignal.any([signal, this.#stopping.signal]),
      })
      return { id: jobId, status: 'completed' as const }
    } catch (error) {
      this.#log.error({ job: job.name, jobId, err: error }, 'job failed')
      return { id: jobId, status: 'failed' as const, output: { message: (error as Error).message } }
    }
  }

  /** Queues a job inside the caller's transaction. */
  async send<P>(
    rows: Rows,
    { name, payload: schema }: AnyJob<P>,
    organizationId: Id,
    payload: P,
    options: SendOptions = {},
  ): Promise<void> {
    const data: Envelope = { organizationId, payload: schema.parse(payload) }
    const { key, startAfter } = options
    const send = () =>
      this.#boss.send(name, data, {
        ...(key ? { singletonKey: key } : {}),
        ...(startAfter ? { startAfter } : {}),
        db: {
          executeSql: async (text, values) => ({
            rows: await rows.rows(literal(text, values ?? [])),
          }),
        },
      })
    // One that waits stands for this one, if it does not begin before this transaction is over: else it would not see
    // what it is wanted for. One that was taken up meanwhile is no longer there, and then there is room for this one.
    while ((await send()) === null && key && !(await holdWaiting(rows, name, key)));
  }

  async stop(): Promise<void> {
    this.#stopping.abort(new Error('the server is stopping'))
    await this.#boss.stop({ graceful: true, timeout: 20_000 })
  }
}

/** Locks the job that waits until this transaction ends, and then wakes whoever works on it as pg-boss does; false: none waits. */
const holdWaiting = async (rows: Rows, name: string, key: string): Promise<boolean> =>
  (
    await rows.rows(sql`
      select pg_notify('pgboss_' || left(encode(sha224('pgboss'), 'hex'), 24), ${name}) from pgboss.job
      where name = ${name} and singleton_key = ${key} and state = 'created' for key share`)
  ).length > 0

/** A text with `$1` placeholders of another library as a statement of ours. */
function literal(text: string, values: readonly unknown[]) {
  const parts = text.split(/\$(\d+)/)
  return sql.join(
    parts.map((part, index) => (index % 2 ? sql`${values[Number(part) - 1]}` : sql.raw(part))),
    sql.raw(''),
  )
}
