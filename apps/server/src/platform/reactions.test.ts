import { expect, test } from 'vitest'
import { z } from 'zod'
import { useDatabase } from '../testing/database.ts'
import { type Actor, program } from './actor.ts'
import { newId, systemClock } from './clock.ts'
import { sql } from './db/sql.ts'
import { publish, type StoredEvent } from './events.ts'
import { JobQueue } from './jobs.ts'
import { createLog } from './log.ts'
import { type Cursor, eventsAfter } from './outbox.ts'
import { type Reaction, Reactor } from './reactions.ts'
import { command, Work } from './work.ts'

const { database, url } = useDatabase()
const log = createLog('silent')
const { make: happened } = publish({ tested: z.object({ n: z.int() }) }, { seenBy: 'tests.read' })
const jobs = new JobQueue({ url, jobs: [], log, cron: false })
const work = new Work({
  database,
  clock: systemClock,
  permissions: { 'tests.write': ['owner'] },
  jobs,
  onCommit: () => {},
})
const tell = command('tests.tell', { permission: 'tests.write' }, async (tx, n: number) =>
  tx.emit(happened.tested({ n })),
)
const owner = (): Actor => ({
  ...program(newId(Date.now()), 'Camille'),
  memberId: newId(Date.now()),
  role: 'owner',
})

const recording = (name: string, fails: () => boolean = () => false) => {
  const seen: StoredEvent[] = []
  const reaction: Reaction = {
    name,
    events: ['tested'],
    run: async (_rows, events) => {
      if (fails()) throw new Error('not now')
      seen.push(...events)
    },
  }
  return {
    reaction,
    seen,
    numbers: (actor: Actor) =>
      seen
        .filter((event) => event.organizationId === actor.organizationId)
        .map((event) => event.payload.n),
  }
}

/** An event waits for every transaction of the cluster that is older, whichever database it is in. */
const eventually = <T>(reactors: readonly Reactor[], look: () => T) =>
  expect.poll(
    async () => {
      await Promise.all(reactors.map((reactor) => reactor.runAll()))
      return look()
    },
    { timeout: 60_000 },
  )

test('each event is reacted to once and in order, also by several processes', async () => {
  const [one, other] = [owner(), owner()]
  const { reaction, numbers } = recording('tests.once')
  for (const n of [1, 2, 3]) await work.act(one, tell, n)
  await work.act(other, tell, 4)
  const reactors = [1, 2, 3].map(() => new Reactor({ database, reactions: [reaction], jobs, log }))
  await eventually(reactors, () => numbers(other)).toEqual([4])
  await reactors[0]?.runAll()
  expect(numbers(one)).toEqual([1, 2, 3])
  expect(numbers(other)).toEqual([4])
})

test('events are read in the order of their transactions, also where the numbers of these get longer', async () => {
  const { organizationId } = owner()
  const xids = ['8', '9', '10', '11', '99', '100']
  await database.transaction(organizationId, async (rows) => {
    for (const xid of xids.toReversed())
      await rows.run(sql`
        insert into platform.outbox (organization_id, id, xid, name, payload, actor_name, at)
        values (${organizationId}, ${newId(Date.now())}, ${xid}::xid8, 'tested', '{}', '', now())`)
  })
  const read = async (limit: number) => {
    const found: string[] = []
    for (let after: Cursor | undefined = { xid: '0', seq: 0 }; after; ) {
      const from: Cursor = after
      const batch = await database.transaction(organizationId, (rows) =>
        eventsAfter(rows, from, limit, organizationId),
      )
      found.push(...batch.map(({ cursor }) => cursor.xid))
      after = batch.at(-1)?.cursor
    }
    return found
  }
  expect(await read(200)).toEqual(xids)
  expect(await read(2)).toEqual(xids)
})

test('a reaction that failed is tried again with the same events', async () => {
  const actor = owner()
  let broken = true
  let refused = 0
  const { reaction, numbers } = recording('tests.retry', () => {
    if (broken) refused++
    return broken
  })
  await work.act(actor, tell, 1)
  const reactor = new Reactor({ database, reactions: [reaction], jobs, log })
  await eventually([reactor], () => refused).toBeGreaterThan(0)
  expect(numbers(actor)).toEqual([])
  broken = false
  await eventually([reactor], () => numbers(actor)).toEqual([1])
})

test('one reaction that fails does not hold up another', async () => {
  const actor = owner()
  const stuck = recording('tests.stuck', () => true)
  const fine = recording('tests.fine')
  await work.act(actor, tell, 1)
  const reactor = new Reactor({
    database,
    reactions: [stuck.reaction, fine.reaction],
    jobs,
    log,
  })
  await eventually([reactor], () => fine.numbers(actor)).toEqual([1])
})
