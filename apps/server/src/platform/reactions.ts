// Reactions read the outbox in order, each with its own cursor, and move it in the transaction of their effect.
import type { Id } from '@regie/contract/kernel'
import { type Actor, program } from './actor.ts'
import type { Database, Rows } from './db/database.ts'
import { sql } from './db/sql.ts'
import type { StoredEvent } from './events.ts'
import type { AnyJob, JobQueue, SendOptions } from './jobs.ts'
import type { Log } from './log.ts'
import { type Cursor, eventsAfter, namesAfter, type OutboxRow } from './outbox.ts'

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
      return this.#round()
    })
  }

  /** Without PostgreSQL there is nothing to do but to come back. */
  async #round(): Promise<void> {
    try {
      this.#lookAgain(await this.runAll())
    } catch (error) {
      this.#log.error({ err: error }, 'reactions could not be looked at, will be tried again')
    }
  }

  /** Brings every reaction up to the present; false when some events are not settled yet. */
  async runAll(): Promise<boolean> {
    const failed = new Set<string>()
    for (let next: Step = 'more'; next === 'more'; ) {
      if (this.#stopped) return true
      const sorted = await this.#sort(failed)
      for (const reaction of sorted.concerned)
        try {
          while (!this.#stopped && (await this.#step(reaction)) === 'more');
        } catch (error) {
          failed.add(reaction.name)
          const { name } = reaction
          this.#log.error({ err: error, reaction: name }, 'reaction failed, will be tried again')
        }
      next = sorted.next
      if (next === 'unsettled') return false
    }
    return true
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

  /** Moves reactions past what does not concern them, all in one transaction; tells which have something to do. */
  async #sort(failed: ReadonlySet<string>): Promise<{ next: Step; concerned: Reaction[] }> {
    const reactions = this.#reactions.filter(({ name }) => !failed.has(name))
    return await this.#database.transaction(null, async (rows) => {
      await actAs(rows, 'regie_system')
      const cursors = await claimAll(
        rows,
        reactions.map(({ name }) => name),
      )
      const first = [...cursors.values()].toSorted(inOrder)[0]
      const found = first ? await namesAfter(rows, first, BATCH) : []
      const settled = found.filter((row) => row.settled)
      const last = settled.at(-1)
      if (!last) return { next: found.length > 0 ? 'unsettled' : 'done', concerned: [] }
      const concerned = reactions.filter((reaction) => {
        const cursor = cursors.get(reaction.name)
        return cursor && settled.some((row) => wants(reaction, row) && inOrder(cursor, row) < 0)
      })
      const idle = [...cursors.keys()].filter((name) => concerned.every((one) => one.name !== name))
      await moveCursors(rows, idle, last)
      const isAllSettled = settled.length === found.length
      return {
        next: !isAllSettled ? 'unsettled' : found.length === BATCH ? 'more' : 'done',
        concerned,
      }
    })
  }

  /** One batch of one reaction. */
  async #step(reaction: Reaction): Promise<Step> {
    return await this.#database.transaction(null, async (rows) => {
      await actAs(rows, 'regie_system')
      const cursor = (await claimAll(rows, [reaction.name])).get(reaction.name)
      if (!cursor) return 'done'
      const settled = (await eventsAfter(rows, cursor, BATCH)).filter((row) => row.settled)
      const last = settled.at(-1)
      if (!last) return 'done'
      for (const group of byOrganization(settled.filter((row) => wants(reaction, row)))) {
        await actAs(rows, 'regie_app', group.organizationId)
        const { organizationId, events } = group
        const enqueue: Enqueue = (job, payload, options) =>
          this.#jobs.send(rows, job, organizationId, payload, options)
        await reaction.run(rows, events, program(organizationId, reaction.name), enqueue)
      }
      await actAs(rows, 'regie_system')
      await moveCursors(rows, [reaction.name], last.cursor)
      return settled.length === BATCH ? 'more' : 'done'
    })
  }
}

/** Whether there may be more, or there is but it cannot be told yet. */
type Step = 'more' | 'unsettled' | 'done'

const wants = ({ events }: Reaction, { name }: { readonly name: string }): boolean =>
  events === '*' || events.includes(name)

const inOrder = (a: Cursor, b: Cursor): number =>
  a.xid === b.xid ? a.seq - b.seq : BigInt(a.xid) < BigInt(b.xid) ? -1 : 1

/** The places of reactions, locked for this transaction; of one that another process holds there is none. */
async function claimAll(rows: Rows, names: readonly string[]): Promise<Map<string, Cursor>> {
  const claimed = await claimKnown(rows, names)
  if (claimed.length === names.length) return toMap(claimed)
  // New ones have no place yet.
  await rows.run(sql`
    insert into platform.reactions (name, xid, seq) select name, '0', 0 from unnest(${[...names]}::text[]) as one(name)
    on conflict do nothing`)
  return toMap(await claimKnown(rows, names))
}

type Place = Cursor & { readonly name: string }

const toMap = (places: readonly Place[]): Map<string, Cursor> =>
  new Map(places.map(({ name, xid, seq }) => [name, { xid, seq }]))

const claimKnown = (rows: Rows, names: readonly string[]): Promise<Place[]> =>
  rows.rows(sql<Place>`
    select name, xid::text, seq from platform.reactions where name = any(${[...names]}::text[])
    order by name for update skip locked`)

const moveCursors = (rows: Rows, names: readonly string[], { xid, seq }: Cursor): Promise<number> =>
  rows.run(sql`
    update platform.reactions set xid = ${xid}::xid8, seq = ${seq}
    where name = any(${[...names]}::text[]) and (xid, seq) < (${xid}::xid8, ${seq}::bigint)`)

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
