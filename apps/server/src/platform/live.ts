// The live stream: what one process's open screens have yet to see of the outbox, as server-sent events.
import { randomUUID } from 'node:crypto'
import type { Id, LiveEvent } from '@regie/contract/kernel'
import pg from 'pg'
import type { Actor, Permission } from './actor.ts'
import type { Database, Rows } from './db/database.ts'
import type { EventKind } from './events.ts'
import type { Log } from './log.ts'
import { CHANNEL, type Cursor, eventsAfter, type OutboxRow, present } from './outbox.ts'

/** Where frames go. `write` returns false when the reader is too slow; it is then dropped and reconnects. */
export type Reader = { readonly actor: Actor; write(frame: string): boolean; drop(): void }

export type LiveOptions = {
  readonly database: Database
  /** The database's address, for the connection that listens. */
  readonly url: string
  readonly kinds: readonly EventKind[]
  readonly may: (actor: Actor, permission: Permission) => boolean
  /** Called when some process, this one too, has committed events: reactions need not wait for their clock. */
  readonly onNews?: () => void
  readonly log: Log
}

/** What is told to whoever looks right now and is kept nowhere: where a colleague's pointer is. */
export type Whisper = {
  readonly name: string
  readonly seenBy: Permission
  readonly payload: Readonly<Record<string, unknown>>
}

type Carried = {
  readonly organizationId: Id
  readonly seenBy: Permission
  readonly event: LiveEvent
}

/** The channel on which processes pass whispers on; PostgreSQL takes 8,000 bytes. */
const WHISPERS = 'regie_whispers'
const LONGEST_WHISPER = 7_000

const BATCH = 500
const COALESCE_MS = 5
const POLL_MS = 2_000
const RECONNECT_MS = 500

/**
 * NOTIFY only wakes; the data is read from the outbox. Rows are pushed on sight, even while an older
 * transaction is still open; the cursor stays behind the oldest open one, so nothing is missed.
 */
export class LiveHub {
  readonly #readers = new Map<Id, Set<Reader>>()
  readonly #pushed = new Set<Id>()
  /** Those still being told what they missed: what is new tells them no cursor, or a cut now would lose the rest. */
  readonly #catchingUp = new Set<Reader>()
  readonly #options: LiveOptions
  readonly #kinds: ReadonlyMap<string, EventKind>
  #cursor: Cursor = { xid: '0', seq: 0 }
  #listener: pg.Client | undefined
  #draining = false
  #again = false
  #notify: NodeJS.Timeout | undefined
  #poll: NodeJS.Timeout | undefined
  #stopped = false

  constructor(options: LiveOptions) {
    this.#options = options
    this.#kinds = new Map(options.kinds.map((kind) => [kind.name, kind]))
  }

  async start(): Promise<void> {
    this.#cursor = await this.#system(present)
    await this.#listen()
    this.#poll = setInterval(() => this.#wake(), POLL_MS)
  }

  /** Tells this process and all others that something was committed, at most once every few milliseconds. */
  announce(): void {
    this.#notify ??= setTimeout(() => {
      this.#notify = undefined
      this.#listener?.query(`notify ${CHANNEL}`).catch(() => this.#hear())
      if (!this.#listener) this.#hear()
    }, COALESCE_MS)
  }

  /** Tells the open screens of the actor's organisation, in all processes. Lost on the way, it is lost: nobody catches up on it. */
  whisper(actor: Actor, { name, seenBy, payload }: Whisper): void {
    const event = {
      id: randomUUID(),
      name,
      at: new Date().toISOString(),
      by: { memberId: actor.memberId, name: actor.name },
      payload,
    }
    const carried = JSON.stringify({ organizationId: actor.organizationId, seenBy, event })
    if (Buffer.byteLength(carried) > LONGEST_WHISPER) throw new Error(`${name} is too long to tell`)
    const told = this.#listener?.query('select pg_notify($1, $2)', [WHISPERS, carried])
    if (told) told.catch(() => this.#passOn(carried))
    else this.#passOn(carried)
  }

  #passOn(carried: string): void {
    const { organizationId, seenBy, event } = JSON.parse(carried) as Carried
    // Without an id: whoever reconnects goes on from the last thing that was kept.
    const frame = `data: ${JSON.stringify(event)}\n\n`
    for (const reader of this.#readers.get(organizationId) ?? [])
      if (this.#options.may(reader.actor, seenBy)) reader.write(frame)
  }

  /** Opens a stream; with `lastEventId` it first gets what it missed. Returns how to close it. */
  async open(reader: Reader, lastEventId: string | undefined): Promise<() => void> {
    const { organizationId } = reader.actor
    const readers = this.#readers.get(organizationId) ?? new Set()
    this.#readers.set(organizationId, readers.add(reader))
    const from = parseCursor(lastEventId)
    // Registered first, then caught up: an event in between comes twice rather than never.
    if (from) await this.#catchUp(reader, from)
    else reader.write(`id: ${formatCursor(this.#cursor)}\nevent: ready\ndata: {}\n\n`)
    return () => {
      readers.delete(reader)
      if (readers.size === 0 && this.#readers.get(organizationId) === readers)
        this.#readers.delete(organizationId)
    }
  }

  get streams(): number {
    return [...this.#readers.values()].reduce((sum, readers) => sum + readers.size, 0)
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearInterval(this.#poll)
    clearTimeout(this.#notify)
    for (const readers of this.#readers.values()) for (const reader of readers) reader.drop()
    this.#readers.clear()
    await this.#listener?.end().catch(() => {})
  }

  async #listen(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#options.url, keepAlive: true })
    client.on('notification', ({ channel, payload }) =>
      channel === WHISPERS ? this.#passOn(payload ?? '') : this.#hear(),
    )
    client.on('error', () => {})
    client.on('end', () => {
      this.#listener = undefined
      if (!this.#stopped)
        setTimeout(() => this.#listen().catch(() => this.#listenLater()), RECONNECT_MS)
    })
    await client.connect()
    await client.query(`listen ${CHANNEL}; listen ${WHISPERS}`)
    this.#listener = client
    this.#hear()
  }

  #listenLater(): void {
    if (!this.#stopped)
      setTimeout(() => this.#listen().catch(() => this.#listenLater()), RECONNECT_MS)
  }

  #hear(): void {
    this.#options.onNews?.()
    this.#wake()
  }

  #wake(): void {
    this.#again = true
    if (this.#draining || this.#stopped) return
    this.#draining = true
    void this.#drainAll()
  }

  async #drainAll(): Promise<void> {
    try {
      while (this.#again && !this.#stopped) {
        this.#again = false
        await this.#drain()
      }
    } catch (error) {
      this.#options.log.warn({ err: error }, 'live stream: could not read the outbox, trying again')
    } finally {
      this.#draining = false
    }
  }

  async #drain(): Promise<void> {
    let after = this.#cursor
    for (;;) {
      const batch = await this.#system((rows) => eventsAfter(rows, after, BATCH))
      for (const row of batch) if (!this.#pushed.has(row.id)) this.#push(row)
      this.#advance(batch)
      const last = batch.at(-1)
      if (!last || batch.length < BATCH) return
      after = last.cursor
    }
  }

  /** Moves the cursor over settled rows; remembers the others, so that they are not pushed twice. */
  #advance(batch: readonly OutboxRow[]): void {
    for (const row of batch) {
      if (!row.settled) this.#pushed.add(row.id)
      else {
        this.#cursor = row.cursor
        this.#pushed.delete(row.id)
      }
    }
  }

  #push(row: OutboxRow): void {
    const readers = this.#readers.get(row.organizationId)
    if (!readers) return
    const frame = this.#frame(row)
    const withoutId = frame.slice(frame.indexOf('\n') + 1)
    const ended = this.#kinds.get(row.name)?.endsStreamsOf?.(row.payload) ?? []
    for (const reader of readers) {
      const told = this.#catchingUp.has(reader) ? withoutId : frame
      const stays = !this.#sees(reader.actor, row) || reader.write(told)
      if (stays && !ended.includes(reader.actor.memberId ?? '')) continue
      readers.delete(reader)
      reader.drop()
    }
  }

  /** Each frame's id is how far the reader itself has come: cut off in the middle, it goes on from there. */
  async #catchUp(reader: Reader, from: Cursor): Promise<void> {
    this.#catchingUp.add(reader)
    let after = from
    let reached = from
    try {
      for (;;) {
        const batch = await this.#system((rows) =>
          eventsAfter(rows, after, BATCH, reader.actor.organizationId),
        )
        for (const row of batch) {
          if (row.settled) reached = row.cursor
          if (this.#sees(reader.actor, row)) reader.write(frameOf(row, reached))
        }
        const last = batch.at(-1)
        if (!last || batch.length < BATCH) return
        after = last.cursor
      }
    } finally {
      this.#catchingUp.delete(reader)
    }
  }

  #sees(actor: Actor, row: OutboxRow): boolean {
    const kind = this.#kinds.get(row.name)
    if (!kind) return false
    if (this.#options.may(actor, kind.seenBy)) return true
    return (
      actor.technicianId !== null &&
      (kind.technicians?.(row.payload) ?? []).includes(actor.technicianId)
    )
  }

  /** The frame's id is the cursor, not the row: whoever reconnects with it misses nothing. */
  #frame(row: OutboxRow): string {
    return frameOf(row, this.#cursor)
  }

  #system<R>(work: (rows: Rows) => Promise<R>): Promise<R> {
    return this.#options.database.transaction(null, work, { readOnly: true, role: 'system' })
  }
}

function frameOf(row: OutboxRow, cursor: Cursor): string {
  const event: LiveEvent = {
    id: row.id,
    name: row.name,
    at: row.at,
    by: { memberId: row.actorId, name: row.actorName },
    payload: row.payload,
  }
  return `id: ${formatCursor(cursor)}\ndata: ${JSON.stringify(event)}\n\n`
}

const formatCursor = (cursor: Cursor): string => `${cursor.xid}-${cursor.seq}`

function parseCursor(text: string | undefined): Cursor | undefined {
  const match = /^(\d{1,20})-(\d{1,19})$/.exec(text ?? '')
  return match ? { xid: match[1] as string, seq: Number(match[2]) } : undefined
}
