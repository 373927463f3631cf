// What the program survives: its database gone for a while, and being told to stop in the middle of work.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from './platform/config.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './platform/db/embedded-postgres.ts'
import { type Program, startProgram } from './program.ts'
import { openStream } from './testing/live-stream.ts'
import { aBrowser, type Client } from './testing/people.ts'

const directory = mkdtempSync(path.join(tmpdir(), 'regie-faults-'))
const options = { throwaway: true }
let postgres: EmbeddedPostgres
let program: Program
let owner: Client

const start = () =>
  startProgram(
    readConfig({
      DATABASE_URL: postgres.url(),
      DATA_DIR: directory,
      DEMO: 'off',
      LOG_LEVEL: 'silent',
      PORT: '0',
      RATE_LIMIT_PER_MINUTE: '0',
    }),
  )

beforeAll(async () => {
  postgres = await startEmbeddedPostgres(path.join(directory, 'postgres'), options)
  program = await start()
  owner = aBrowser(program)
  const { status } = await owner.post('/api/setup', {
    organization: { name: 'Exemple' },
    owner: { name: 'Camille', email: 'camille@exemple.fr', password: 'une phrase assez longue' },
  })
  expect(status).toBe(201)
}, 240_000)
afterAll(async () => {
  await program.stop()
  await postgres.stop()
  rmSync(directory, { recursive: true, force: true })
})

const calls = [
  () => owner.get('/api/clients'),
  () => owner.post('/api/clients', { name: 'Client' }),
  () => owner.get('/api/session'),
]

/** Reads and writes without pause until told to end; returns how often each status came. */
function load() {
  const statuses = new Map<number, number>()
  let over = false
  const one = async (n: number) => {
    while (!over) {
      const answer = await calls[n % calls.length]?.()
      if (!answer) break
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      await wait(5)
    }
  }
  const all = Promise.all(Array.from({ length: 6 }, (_, n) => one(n)))
  return {
    statuses,
    end: async () => {
      over = true
      await all
    },
  }
}

const works = async () => (await owner.post('/api/clients', { name: 'Après' })).status

test('connections that are cut under load cost some answers, not the server', async () => {
  const work = load()
  const admin = new pg.Client({ connectionString: postgres.url() })
  await admin.connect()
  for (let round = 0; round < 5; round++) {
    await wait(150)
    await admin.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
  }
  await admin.end()
  await wait(200)
  await work.end()
  expect([...work.statuses.keys()].filter((one) => ![200, 201, 503].includes(one))).toEqual([])
  expect(work.statuses.get(200)).toBeGreaterThan(5)
  await expect.poll(works, { timeout: 60_000 }).toBe(201)
})

test('PostgreSQL restarted under load: 503 in between, then everything goes on by itself', async () => {
  const stream = await openStream(program, owner)
  const work = load()
  await wait(200)
  const { port } = postgres
  await postgres.stop()
  const ready = await fetch(`${program.address}/health/ready`)
  expect(ready.status).toBe(503)
  expect((await fetch(`${program.address}/health/live`)).status).toBe(200)
  const refused = await owner.get('/api/clients')
  expect([refused.status, refused.body.code]).toEqual([503, 'service_unavailable'])
  expect(refused.headers.get('retry-after')).toBe('2')
  const someone = { email: 'camille@exemple.fr', password: 'une phrase assez longue' }
  for (const { status } of [
    await owner.get('/api/session'),
    await aBrowser(program).post('/api/sign-in', someone),
    await aBrowser(program).post('/api/sign-in/link', someone),
    await aBrowser(program).get('/api/setup'),
  ])
    expect(status).toBe(503)
  postgres = await startEmbeddedPostgres(path.join(directory, 'postgres'), { ...options, port })
  await expect.poll(works, { timeout: 60_000 }).toBe(201)
  await work.end()
  expect([...work.statuses.keys()].filter((one) => ![200, 201, 503].includes(one))).toEqual([])
  expect(work.statuses.get(503)).toBeGreaterThan(0)
  // Live events, reactions and jobs have found their way back too.
  await owner.post('/api/clients', { name: 'Tout reprend' })
  await expect
    .poll(() => stream.events.map(({ payload }) => payload.name), { timeout: 60_000 })
    .toContain('Tout reprend')
  await expect
    .poll(async () => (await owner.get('/api/audit?limit=1')).body.items[0].payload.name, {
      timeout: 60_000,
    })
    .toBe('Tout reprend')
  const email = 'invitee@exemple.fr'
  expect((await owner.post('/api/invitations', { email, role: 'planner' })).status).toBe(201)
  await expect
    .poll(() => readdirSync(path.join(directory, 'mail')).join(), { timeout: 60_000 })
    .toContain(email)
  stream.close()
}, 240_000)

test('a graceful stop finishes what is in flight, ends live streams, and takes nothing more', async () => {
  const stream = await openStream(program, owner)
  const blocker = new pg.Client({ connectionString: postgres.url() })
  await blocker.connect()
  await blocker.query('begin; lock table clients.clients in exclusive mode')
  const inFlight = owner.post('/api/clients', { name: 'En vol' })
  await wait(300)
  const { address } = program
  const stopping = program.stop()
  await expect.poll(() => stream.ended).toBe(true)
  await expect(fetch(`${address}/health/live`)).rejects.toThrow()
  await blocker.query('rollback')
  await blocker.end()
  expect((await inFlight).status).toBe(201)
  await stopping
  program = await start()
  owner = aBrowser(program)
  await owner.post('/api/sign-in', {
    email: 'camille@exemple.fr',
    password: 'une phrase assez longue',
  })
  const { body } = await owner.get('/api/clients?search=En%20vol')
  expect(body.total).toBe(1)
}, 240_000)
