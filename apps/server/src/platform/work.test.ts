import { expect, test } from 'vitest'
import { z } from 'zod'
import { createClient } from '../clients/index.ts'
import { useDatabase } from '../testing/database.ts'
import { type Actor, program } from './actor.ts'
import { newId, systemClock } from './clock.ts'
import { sql } from './db/sql.ts'
import { publish } from './events.ts'
import { JobQueue } from './jobs.ts'
import { createLog } from './log.ts'
import { command, fingerprint, type Tx, Work } from './work.ts'

const { database, url } = useDatabase()
const log = createLog('silent')
const { make: happened } = publish({ tested: z.object({ n: z.int() }) }, { seenBy: 'tests.read' })
const commits: number[] = []
const work = new Work({
  database,
  clock: systemClock,
  permissions: { 'tests.write': ['owner'], 'clients.write': ['owner'] },
  jobs: new JobQueue({ url, jobs: [], log, cron: false }),
  onCommit: () => commits.push(1),
})
const owner = (organizationId = newId(Date.now())): Actor => ({
  ...program(organizationId, 'Camille'),
  memberId: newId(Date.now()),
  role: 'owner',
})
const outbox = (tx: Tx) =>
  tx.rows(
    sql<{
      name: string
      actor_name: string
      payload: unknown
    }>`select name, actor_name, payload from platform.outbox order by seq`,
  )

const draft = {
  externalId: null,
  name: 'Mairie',
  kind: 'public',
  siret: '',
  phone: '',
  email: '',
  language: null,
  notes: '',
} as const
const count = command('tests.count', { permission: 'tests.write' }, async (tx, n: number) => {
  tx.emit(happened.tested({ n }))
  return { n }
})
const attempt = (key: string, body: unknown) => ({
  attempt: { key, fingerprint: fingerprint('POST', '/x', body), status: 201 },
})

test('rows and events are written together, or neither', async () => {
  const actor = owner()
  const failing = command('tests.fail', { permission: 'tests.write' }, async (tx) => {
    tx.emit(happened.tested({ n: 1 }))
    await tx.run(sql`select 1 / 0`)
  })
  await expect(work.act(actor, failing, undefined)).rejects.toThrow('division by zero')
  await work.act(actor, count, 2)
  expect(await work.read(actor, null, outbox)).toEqual([
    { name: 'tested', actor_name: 'Camille', payload: { n: 2 } },
  ])
})

test('an error that a command swallowed does not pass for success', async () => {
  const swallowing = command('tests.swallow', { permission: 'tests.write' }, async (tx) => {
    await tx.run(sql`select 1 / 0`).catch(() => {})
    return { ok: true }
  })
  await expect(work.act(owner(), swallowing, undefined)).rejects.toThrow(/aborted/)
})

test('a role without the permission is refused before anything runs', async () => {
  const technician: Actor = { ...owner(), role: 'technician' }
  await expect(work.act(technician, count, 1)).rejects.toMatchObject({ code: 'forbidden' })
  expect(await work.read(technician, null, outbox)).toEqual([])
})

test('a permission nobody declared is a fault of ours, not a door', async () => {
  await expect(work.read(owner(), 'tests.undeclared', outbox)).rejects.toThrow('no module declares')
})

test('one organisation never sees the rows of another', async () => {
  const [one, other] = [owner(), owner()]
  const client = await work.act(one, createClient, draft)
  const seen = (actor: Actor) =>
    work.read(actor, null, (tx) => tx.rows(sql<{ id: string }>`select id from clients.clients`))
  expect(await seen(one)).toEqual([{ id: client.id }])
  expect(await seen(other)).toEqual([])
  const stealing = command('tests.steal', { permission: 'tests.write' }, (tx) =>
    tx.run(sql`update clients.clients set name = 'x' where id = ${client.id}`),
  )
  expect(await work.act(other, stealing, undefined)).toBe(0)
})

test('without a tenant no row is visible at all', async () => {
  await work.act(owner(), createClient, draft)
  expect(
    await database.transaction(null, (rows) => rows.rows(sql`select id from clients.clients`)),
  ).toEqual([])
})

test('the same key and body get the first answer, and the command runs once', async () => {
  const actor = owner()
  const first = await work.act(actor, createClient, draft, attempt('key-00000001', draft))
  const again = await work.act(actor, createClient, draft, attempt('key-00000001', draft))
  expect(again).toEqual(first)
  expect(await work.read(actor, null, outbox)).toHaveLength(1)
})

test('the same key with another body is refused', async () => {
  const actor = owner()
  await work.act(actor, count, 1, attempt('key-00000002', 1))
  await expect(work.act(actor, count, 2, attempt('key-00000002', 2))).rejects.toMatchObject({
    code: 'idempotency_key_reused',
  })
})

test('a failed command leaves its key free for a corrected retry of the same request', async () => {
  const actor = owner()
  let healthy = false
  const flaky = command('tests.flaky', { permission: 'tests.write' }, async () => {
    if (!healthy) throw new Error('network')
    return { ok: true }
  })
  await expect(work.act(actor, flaky, 1, attempt('key-00000003', 1))).rejects.toThrow('network')
  healthy = true
  expect(await work.act(actor, flaky, 1, attempt('key-00000003', 1))).toEqual({ ok: true })
})

test('of concurrent attempts with one key one runs and the others are told so', async () => {
  const actor = owner()
  const slow = command('tests.slow', { permission: 'tests.write' }, async (tx) => {
    await tx.run(sql`select pg_sleep(0.2)`)
    tx.emit(happened.tested({ n: 3 }))
    return { ok: true }
  })
  const outcomes = await Promise.allSettled(
    Array.from({ length: 5 }, () => work.act(actor, slow, 1, attempt('key-00000004', 1))),
  )
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
  for (const outcome of outcomes)
    if (outcome.status === 'rejected')
      expect(outcome.reason).toMatchObject({ code: 'request_in_progress' })
  expect(await work.read(actor, null, outbox)).toHaveLength(1)
})

test('a query cannot write', async () => {
  await expect(
    work.read(owner(), null, (tx) => tx.run(sql`delete from clients.clients`)),
  ).rejects.toThrow('read-only')
})

test('two commands that lock each other are both done in the end', async () => {
  const actor = owner()
  const [a, b] = await Promise.all([
    work.act(actor, createClient, draft),
    work.act(actor, createClient, draft),
  ])
  const touch = (first: string, second: string) =>
    command('tests.touch', { permission: 'tests.write' }, async (tx) => {
      for (const id of [first, second]) {
        await tx.run(
          sql`update clients.clients set phone = phone || '1' where organization_id = ${actor.organizationId} and id = ${id}`,
        )
        await tx.run(sql`select pg_sleep(0.1)`)
      }
    })
  await Promise.all([
    work.act(actor, touch(a.id, b.id), undefined),
    work.act(actor, touch(b.id, a.id), undefined),
  ])
  const phones = await work.read(actor, null, (tx) =>
    tx.rows(sql<{ phone: string }>`select phone from clients.clients`),
  )
  expect(phones.map(({ phone }) => phone)).toEqual(['11', '11'])
})
