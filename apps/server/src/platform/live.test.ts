import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { useDatabase } from '../testing/database.ts'
import { type Actor, program } from './actor.ts'
import { newId, systemClock } from './clock.ts'
import { publish } from './events.ts'
import { JobQueue } from './jobs.ts'
import { LiveHub, type Reader } from './live.ts'
import { createLog } from './log.ts'
import { command, Work } from './work.ts'

const { database, url } = useDatabase()
const log = createLog('silent')
const { make: happened, kinds } = publish(
  { tested: z.object({ n: z.int(), technicianId: z.string().nullable().default(null) }) },
  { seenBy: 'tests.read', technicians: (payload) => [payload.technicianId as string | null] },
)
const permissions = { 'tests.write': ['owner'], 'tests.read': ['owner'] } as const
const may = (actor: Actor, permission: string) => work.may(actor, permission as 'tests.read')
const hub = new LiveHub({ database, url, kinds, may, log })
const work = new Work({
  database,
  clock: systemClock,
  permissions,
  jobs: new JobQueue({ url, jobs: [], log, cron: false }),
  onCommit: () => hub.announce(),
})
const tell = command(
  'tests.tell',
  { permission: 'tests.write' },
  async (tx, { n, technicianId }: { n: number; technicianId?: string }) => {
    tx.emit(happened.tested({ n, technicianId: technicianId ?? null }))
  },
)
const owner = (organizationId = newId(Date.now())): Actor => ({
  ...program(organizationId, 'Camille'),
  memberId: newId(Date.now()),
  role: 'owner',
})

beforeAll(() => hub.start())
afterAll(() => hub.stop())

/** A reader that keeps the numbers it saw and the id it would reconnect with. */
function aReader(actor: Actor, accept: () => boolean = () => true) {
  const seen: { numbers: number[]; lastId: string; dropped: boolean } = {
    numbers: [],
    lastId: '',
    dropped: false,
  }
  const reader: Reader = {
    actor,
    write: (frame) => {
      seen.lastId = /^id: (.*)$/m.exec(frame)?.[1] ?? seen.lastId
      const data = /^data: (.*)$/m.exec(frame)?.[1] ?? '{}'
      const n = JSON.parse(data).payload?.n
      if (n !== undefined) seen.numbers.push(n)
      return accept()
    },
    drop: () => {
      seen.dropped = true
    },
  }
  return { reader, seen }
}

test('what one member does, another sees, and other organisations do not', async () => {
  const [actor, stranger] = [owner(), owner()]
  const [mine, theirs] = [aReader(actor), aReader(stranger)]
  await hub.open(mine.reader, undefined)
  await hub.open(theirs.reader, undefined)
  await work.act(actor, tell, { n: 1 })
  await expect.poll(() => mine.seen.numbers).toEqual([1])
  expect(theirs.seen.numbers).toEqual([])
})

test('a technician sees only the events that concern them', async () => {
  const actor = owner()
  const technicianId = newId(Date.now())
  const phone = aReader({ ...actor, role: 'technician', technicianId })
  await hub.open(phone.reader, undefined)
  await work.act(actor, tell, { n: 1 })
  await work.act(actor, tell, { n: 2, technicianId })
  await expect.poll(() => phone.seen.numbers).toEqual([2])
})

test('whoever reconnects with the last id gets what was missed', async () => {
  const actor = owner()
  const first = aReader(actor)
  const close = await hub.open(first.reader, undefined)
  await work.act(actor, tell, { n: 1 })
  await expect.poll(() => first.seen.numbers).toEqual([1])
  close()
  await work.act(actor, tell, { n: 2 })
  await work.act(actor, tell, { n: 3 })
  const again = aReader(actor)
  await hub.open(again.reader, first.seen.lastId)
  await expect.poll(() => again.seen.numbers.slice(-2)).toEqual([2, 3])
})

test('whoever is cut off while catching up goes on from there', async () => {
  const actor = owner()
  const first = aReader(actor)
  const close = await hub.open(first.reader, undefined)
  await work.act(actor, tell, { n: 1 })
  await expect.poll(() => first.seen.numbers).toEqual([1])
  close()
  const colleague = aReader(actor)
  await hub.open(colleague.reader, undefined)
  for (const n of [2, 3, 4]) await work.act(actor, tell, { n })
  // A colleague heard them live: the hub itself has moved on.
  await expect.poll(() => colleague.seen.numbers).toEqual([2, 3, 4])
  const cut = aReader(actor)
  let reached = ''
  const noting: Reader = {
    ...cut.reader,
    write: (frame) => {
      const kept = cut.reader.write(frame)
      if (cut.seen.numbers.at(-1) === 2) reached = cut.seen.lastId
      return kept
    },
  }
  const hangUp = await hub.open(noting, first.seen.lastId)
  await expect.poll(() => cut.seen.numbers).toContain(4)
  hangUp()
  const again = aReader(actor)
  await hub.open(again.reader, reached)
  await expect.poll(() => again.seen.numbers.slice(-2)).toEqual([3, 4])
})

test('an event behind a transaction that is still open comes at once, and once', async () => {
  const actor = owner()
  const blocker = new pg.Client({ connectionString: url })
  await blocker.connect()
  await blocker.query('begin; select pg_current_xact_id()')
  const { reader, seen } = aReader(actor)
  await hub.open(reader, undefined)
  await work.act(actor, tell, { n: 1 })
  await expect.poll(() => seen.numbers).toEqual([1])
  await work.act(actor, tell, { n: 2 })
  await expect.poll(() => seen.numbers).toEqual([1, 2])
  await blocker.query('commit')
  await blocker.end()
  await work.act(actor, tell, { n: 3 })
  await expect.poll(() => seen.numbers).toEqual([1, 2, 3])
})

test('a transaction that commits late is not missed by whoever reconnects in between', async () => {
  const actor = owner()
  let finish = () => {}
  const held = new Promise<void>((resolve) => {
    finish = resolve
  })
  const slow = command('tests.slow', { permission: 'tests.write' }, async (tx) => {
    await tx.newId()
    await tx.rows((await import('./db/sql.ts')).sql`select pg_current_xact_id()`)
    await held
    tx.emit(happened.tested({ n: 1 }))
  })
  const first = aReader(actor)
  const close = await hub.open(first.reader, undefined)
  const late = work.act(actor, slow, undefined)
  await new Promise((resolve) => setTimeout(resolve, 50))
  await work.act(actor, tell, { n: 2 })
  await expect.poll(() => first.seen.numbers).toEqual([2])
  close()
  finish()
  await late
  const again = aReader(actor)
  await hub.open(again.reader, first.seen.lastId)
  await expect.poll(() => again.seen.numbers).toContain(1)
})

test('a reader that is too slow is dropped, to come back by itself', async () => {
  const actor = owner()
  const { reader, seen } = aReader(actor, () => false)
  await hub.open(reader, undefined)
  await work.act(actor, tell, { n: 1 })
  await expect.poll(() => seen.dropped).toBe(true)
})

test('the stream goes on after PostgreSQL dropped its connections', async () => {
  const actor = owner()
  const { reader, seen } = aReader(actor)
  await hub.open(reader, undefined)
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
  )
  await admin.end()
  await expect
    .poll(
      () =>
        work.act(actor, tell, { n: 7 }).then(
          () => true,
          () => false,
        ),
      { timeout: 60_000 },
    )
    .toBe(true)
  await expect.poll(() => seen.numbers, { timeout: 60_000 }).toContain(7)
})
