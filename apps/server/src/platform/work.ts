// The one road of every human action: authorise, one transaction, rows and events together.
import { createHash } from 'node:crypto'
import type { Id, Instant } from '@regie/contract/kernel'
import type { Actor, Permission, Permissions } from './actor.ts'
import { type Clock, newId, toInstant } from './clock.ts'
import { type Config, readConfig } from './config.ts'
import { type Database, databaseFault, type Rows } from './db/database.ts'
import { fail } from './errors.ts'
import type { Emitted } from './events.ts'
import { claimAnswer, keepAnswer } from './idempotency.ts'
import type { AnyJob, JobQueue, SendOptions } from './jobs.ts'
import { appendEvents } from './outbox.ts'

/** The transaction of one command or query: the only database handle in reach. */
export type Tx = Rows & {
  readonly actor: Actor
  readonly config: Config
  now(): Instant
  newId(): Id
  may(permission: Permission): boolean
  emit(event: Emitted): void
  /** Queues a job that exists if and only if this transaction commits. */
  enqueue<P>(job: AnyJob<P>, payload: P, options?: SendOptions): Promise<void>
}

/** One thing a person does. */
export type Command<I, O> = {
  readonly name: string
  readonly permission: Permission
  readonly run: (tx: Tx, input: I) => Promise<O>
}

/** `command('work-orders.close', { permission: 'work-orders.write' }, closeWorkOrder)` */
export const command = <I, O>(
  name: string,
  { permission }: { permission: Permission },
  run: (tx: Tx, input: I) => Promise<O>,
): Command<I, O> => ({ name, permission, run })

/** What a retry is recognised by. `status` is kept with the answer. */
export type Attempt = {
  readonly key: string
  readonly fingerprint: string
  readonly status: number
}

export type WorkOptions = {
  readonly database: Database
  readonly clock: Clock
  readonly permissions: Permissions
  readonly jobs: JobQueue
  /** What commands and queries see of the environment; without it, its defaults. */
  readonly config?: Config
  /** Called after each commit that told something, so that live screens wake at once. */
  readonly onCommit: () => void
}

const RETRIES = 3
const RETRYABLE = new Set(['40001', '40P01'])

export class Work {
  readonly #options: WorkOptions
  readonly #config: Config

  constructor(options: WorkOptions) {
    this.#options = options
    this.#config = options.config ?? readConfig({})
  }

  /** Every permission of every module, and who holds it. */
  get permissions(): Permissions {
    return this.#options.permissions
  }

  may(actor: Actor, permission: Permission): boolean {
    const roles = this.#options.permissions[permission]
    if (!roles) throw new Error(`no module declares the permission ${permission}`)
    return actor.role === 'program' || roles.includes(actor.role)
  }

  /** Runs a command in one transaction; with an attempt, a retry gets the first answer again. */
  async act<I, O>(
    actor: Actor,
    { permission, run }: Command<I, O>,
    input: I,
    request: { id?: string; attempt?: Attempt } = {},
  ): Promise<O> {
    if (!this.may(actor, permission)) throw fail('forbidden', { permission })
    for (let tries = 1; ; tries++) {
      try {
        return await this.#actOnce(actor, run, input, request)
      } catch (error) {
        const state = databaseFault(error)?.state
        if (tries >= RETRIES || !state || !RETRYABLE.has(state)) throw error
      }
    }
  }

  async #actOnce<I, O>(
    actor: Actor,
    run: (tx: Tx, input: I) => Promise<O>,
    input: I,
    request: { id?: string; attempt?: Attempt },
  ): Promise<O> {
    const events: Emitted[] = []
    const { database, clock } = this.#options
    const result = await database.transaction(actor.organizationId, async (rows) => {
      const { attempt } = request
      const kept = attempt ? await claimAnswer(rows, actor, attempt) : undefined
      if (kept) return kept.body as O
      const output = await run(this.#tx(rows, actor, events), input)
      if (events.length)
        await appendEvents(rows, {
          actor,
          events,
          at: toInstant(clock()),
          requestId: request.id,
          newId: () => newId(clock()),
        })
      if (attempt) await keepAnswer(rows, actor, attempt, output, toInstant(clock()))
      return output
    })
    if (events.length) this.#options.onCommit()
    return result
  }

  /** Runs a query in a read-only transaction. */
  async read<O>(
    actor: Actor,
    permission: Permission | null,
    query: (tx: Tx) => Promise<O>,
  ): Promise<O> {
    if (permission && !this.may(actor, permission)) throw fail('forbidden', { permission })
    const refuse = () => {
      throw new Error('a query does not emit')
    }
    return await this.#options.database.transaction(
      actor.organizationId,
      (rows) => query({ ...this.#tx(rows, actor, []), emit: refuse }),
      { readOnly: true },
    )
  }

  #tx(rows: Rows, actor: Actor, events: Emitted[]): Tx {
    const { clock, jobs } = this.#options
    return {
      ...rows,
      actor,
      config: this.#config,
      now: () => toInstant(clock()),
      newId: () => newId(clock()),
      may: (permission) => this.may(actor, permission),
      emit: (event) => events.push(event),
      enqueue: (job, payload, options) =>
        jobs.send(rows, job, actor.organizationId, payload, options),
    }
  }
}

/** What makes two requests the same: method, path and body. */
export const fingerprint = (method: string, url: string, body: unknown): string =>
  createHash('sha256')
    .update(`${method} ${url}\n`)
    .update(body instanceof Uint8Array ? body : JSON.stringify(body ?? null))
    .digest('base64url')
