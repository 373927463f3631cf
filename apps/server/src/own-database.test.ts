import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from './platform/config.ts'
import type { EmbeddedPostgres } from './platform/db/embedded-postgres.ts'
import { type Program, startProgram } from './program.ts'
import { signIn } from './testing/people.ts'
import { startTestPostgres } from './testing/postgres.ts'
import type { TestProgram } from './testing/program.ts'

// A database of one's own, as the administrator's guide asks for it: its owner is no superuser.
let server: EmbeddedPostgres
let program: Program | undefined
const directory = mkdtempSync(join(tmpdir(), 'regie-own-'))

beforeAll(async () => {
  server = await startTestPostgres()
  const client = new pg.Client({ connectionString: server.url() })
  await client.connect()
  await client.query("create role customer login createrole nosuperuser password 'secret'")
  await client.query('create database theirs owner customer')
  await client.end()
}, 240_000)
afterAll(async () => {
  await program?.stop()
  await server.stop()
  rmSync(directory, { recursive: true, force: true })
}, 240_000)

const start = async (demo: string): Promise<Program> => {
  const url = new URL(server.url('theirs'))
  url.username = 'customer'
  url.password = 'secret'
  const env = {
    DATABASE_URL: url.href,
    DATA_DIR: directory,
    DEMO: demo,
    PORT: '0',
    LOG_LEVEL: 'silent',
  }
  return await startProgram(readConfig(env))
}

/** The helpers for people ask for no more than this of a program. */
const asTestProgram = ({ address, services }: Program): TestProgram => ({
  address,
  services,
  url: services.database.url,
  lettersTo: () => [],
  stop: async () => {},
})

test('an owner without superuser rights can set it up, run it, and run it again', async () => {
  program = await start('on')
  await program.stop()
  program = await start('on')
  const ready = await fetch(`${program.address}/health/ready`)
  expect(await ready.json()).toMatchObject({ status: 'ready' })
}, 120_000)

test('people sign in, write, and see nothing of another organisation', async () => {
  if (!program) throw new Error('it did not start')
  const [one, other] = [
    await signIn(asTestProgram(program), 'owner'),
    await signIn(asTestProgram(program), 'owner'),
  ]
  const made = await one.post('/api/clients', { name: 'Piscines du Parc' })
  expect(made.status).toBe(201)
  expect((await one.get('/api/clients')).body.items).toHaveLength(1)
  expect((await other.get('/api/clients')).body.items).toEqual([])
  expect((await other.get(`/api/clients/${made.body.id}`)).status).toBe(404)
})
