// Reactions read the outbox in order, each with its own cursor, and move it in the transaction of their effect.
import type { Id } from '@regie/contract/kernel'
import { type Actor, program } from './actor.ts'
import type { Database, Rows } from './db/database.ts'
import { sql } from './db/sql.ts'
import type { StoredEvent } from './events.ts'
import type { AnyJob, JobQueue, SendOptions } from './jobs.ts'
import type { Log } from './log.ts'
import { type Cursor, eventsAfter, type OutboxRow } from './outbox.ts'

/** Something that follows from events, done once for each: `identity.write-audit`. */
export type Reaction = {
  readonly name: string
  /** Names of the events it wants; `*` for all. */
  readonly events: readonly string[] | '*'
  readonly run: (
    rows: Rows,
    events: readonly StoredEvent[],
    actor: Actor,
    enqueue: Enqueue,
  ) => Promise<void>
}

/** Queues a job that exists if and only if the reaction's transaction commits. */
export type Enqueue = <P>(job: AnyJob<P>, payload: P, options?: SendOptions) => Promise<void>

const BATCH = 200
const PAUSE_MS = 1_000
/** How soon to look again for what waits for an older transaction to end; each time in vain it is twice as long. */
const SETTLING_MS = 25

/** Runs every reaction until stopped; any number of processes may, one of them at a time does each. */
export class Reactor {
  readonly #database: Database
  readonly #reactions: readonly Reaction[]
  readonly #jobs: Pick<JobQueue, 'send'>
  readonly #log: Log
  #timer: NodeJS.Timeout | undefined
  #running: Promise<void> = Promise.resolve()
  #wanted = false
  #stopped = false
  #again: NodeJS.Timeout | undefined
  #settlingMs = SETTLING_MS

  constructor(options: {
    database: Database
    reactions: readonly Reaction[]
    jobs: Pick<JobQueue, 'send'>
    log: Log
  }) {
    this.#database = options.database
    this.#reactions = options.reactions
    this.#jobs = options.jobs
    this.#log = options.log
  }

  start(): void {
    this.#timer = setInterval(() => this.wake(), PAUSE_MS)
  }

  /** Only where it was started: a process without the worker's role leaves reactions to one that has it. */
  wake(): void {
    if (this.#wanted || this.#stopped || !this.#timer) return
    this.#wanted = true
    this.#running = this.#running.then(() => {
      this.#wanted = false
      return this.runAll().then((isUpToDate) => this.#lookAgain(isUpToDate))
    })
  }

  /** Brings every reaction up to the present; false when some events are not settled yet. */
  async runAll(): Promise<boolean> {
    let isUpToDate = true
    for (const reaction of this.#reactions)
      try {
        let next: Step = 'more'
        while (!this.#stopped && next === 'more') next = await this.#step(reaction)
        if (next === 'unsettled') isUpToDate = false
      } catch (error) {
        this.#log.error(
          { err: error, reaction: reaction.name },
          'reaction failed, will be tried again',
        )
      }
    return isUpToDate
  }

  /** What an older transaction holds up is not announced a second time when that ends. */
  #lookAgain(isUpToDate: boolean): void {
    clearTimeout(this.#again)
    this.#settlingMs = isUpToDate ? SETTLING_MS : this.#settlingMs * 2
    if (isUpToDate || this.#stopped || this.#settlingMs > PAUSE_MS) return
    this.#again = setTimeout(() => this.wake(), this.#settlingMs / 2)
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearInterval(this.#timer)
    clearTimeout(this.#again)
    await this.#running
  }

  async #step(reaction: Reaction): Promise<Step> {
    return await this.#database.transaction(null, async (rows) => {
      await actAs(rows, 'regie_system')
      const cursor = await claim(rows, reaction.name)
      if (!cursor) return 'done'
      const found = await eventsAfter(rows, cursor, BATCH)
      const settled = found.filter((row) => row.settled)
      const isAllSettled = settled.length === found.length
      const last = settled.at(-1)
      if (!last) return isAllSettled ? 'done' : 'unsettled'
      for (const group of byOrganization(
        settled.filter((row) => reaction.events === '*' || reaction.events.includes(row.name)),
      )) {
        await actAs(rows, 'regie_app', group.organizationId)
        const { organizationId, events } = group
        const enqueue: Enqueue = (job, payload, options) =>
          this.#jobs.send(rows, job, organizationId, payload, options)
        await reaction.run(rows, events, program(organizationId, reaction.name), enqueue)
      }
      await actAs(rows, 'regie_system')
      await rows.run(
        sql`update platform.reactions set xid = ${last.cursor.xid}::xid8, seq = ${last.cursor.seq} where name = ${reaction.name}`,
      )
      if (!isAllSettled) return 'unsettled'
      return settled.length === BATCH ? 'more' : 'done'
    })
  }
}

/** Whether there may be more, or there is but it cannot be told yet. */
type Step = 'more' | 'unsettled' | 'done'

/** The reaction's place, locked for this transaction; undefined when another process holds it. */
async function claim(rows: Rows, name: string): Promise<Cursor | undefined> {
  await rows.run(
    sql`insert into platform.reactions (name, xid, seq) values (${name}, '0', 0) on conflict do nothing`,
  )
  return await rows.maybe(sql<Cursor>`
    select xid::text, seq from platform.reactions where name = ${name} for update skip locked`)
}

const actAs = (rows: Rows, role: 'regie_app' | 'regie_system', organizationId: Id | '' = '') =>
  rows.rows(
    sql`select set_config('role', ${role}, true), set_config('app.organization_id', ${organizationId}, true)`,
  )

function byOrganization(
  events: readonly OutboxRow[],
): { organizationId: Id; events: OutboxRow[] }[] {
  const groups = new Map<Id, OutboxRow[]>()
  for (const event of events)
    groups.set(event.organizationId, [...(groups.get(event.organizationId) ?? []), event])
  return [...groups].map(([organizationId, group]) => ({ organizationId, events: group }))
}
