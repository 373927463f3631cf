import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts'

const parent = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
const folders: string[] = []
const servers: EmbeddedPostgres[] = []

const newFolder = (): string => {
  const folder = mkdtempSync(join(parent, 'regie-embedded-'))
  folders.push(folder)
  chmodSync(folder, 0o755)
  return join(folder, 'postgres')
}

const start = async (...args: Parameters<typeof startEmbeddedPostgres>) => {
  const server = await startEmbeddedPostgres(args[0], { throwaway: true, ...args[1] })
  servers.push(server)
  return server
}

async function ask(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {}) // these tests kill servers under their clients
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end().catch(() => {})
  }
}

const postmasterPid = (server: EmbeddedPostgres): number =>
  Number(readFileSync(join(server.directory, 'cluster/postmaster.pid'), 'utf8').split('\n')[0])

const hasEnded = async (pid: number): Promise<boolean> => {
  for (let attempt = 0; attempt < 100; attempt++) {
    try {
      process.kill(pid, 0)
    } catch {
      return true
    }
    await wait(20)
  }
  return false
}

afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

test('starts, keeps what was written over a stop, and stops cleanly', async () => {
  const folder = newFolder()
  const first = await start(folder)
  expect(first.reused).toBe(false)
  await ask(first.url(), 'create table kept (word text)')
  await ask(first.url(), "insert into kept values ('été')")
  const pid = postmasterPid(first)
  await first.stop()
  await first.stop()
  expect(await hasEnded(pid)).toBe(true)
  const second = await start(folder)
  expect(await ask(second.url(), 'select word from kept')).toEqual([{ word: 'été' }])
})

test('refuses a connection without its password', async () => {
  const server = await start(newFolder())
  await expect(
    ask(server.url().replace(/:[^:@]*@/, ':guessed@'), 'select 1'),
  ).rejects.toMatchObject({ code: '28P01' })
})

test('joins a running server, and only the last user stops it', async () => {
  const folder = newFolder()
  const here = await start(folder)
  const module = new URL('./embedded-postgres.ts', import.meta.url).href
  const script = `const { startEmbeddedPostgres } = await import(${JSON.stringify(module)})
    const server = await startEmbeddedPostgres(${JSON.stringify(folder)})
    console.log(JSON.stringify({ port: server.port, reused: server.reused }))
    process.stdin.once('data', async () => { await server.stop(); process.exit() })`
  const other = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const told = await new Promise<string>((said) =>
    other.stdout.once('data', (d) => said(String(d))),
  )
  expect(JSON.parse(told)).toEqual({ port: here.port, reused: true })
  const pid = postmasterPid(here)
  await here.stop()
  expect(await ask(here.url(), 'select 1 as alive')).toEqual([{ alive: 1 }])
  other.stdin.write('stop\n')
  expect(await hasEnded(pid)).toBe(true)
})

test('starts again after a kill, beside a stale postmaster.pid', async () => {
  const folder = newFolder()
  const killed = await start(folder, { throwaway: false })
  await ask(killed.url(), 'create table survivors (id int)')
  process.kill(postmasterPid(killed), 'SIGKILL')
  const next = await start(folder)
  expect(next.reused).toBe(false)
  expect(await ask(next.url(), 'select count(*)::int as n from survivors')).toEqual([{ n: 0 }])
})

test('is not fooled by a postmaster.pid whose number now belongs to another program', async () => {
  const folder = newFolder()
  const killed = await start(folder)
  const note = join(killed.directory, 'cluster/postmaster.pid')
  const lines = readFileSync(note, 'utf8').split('\n')
  await killed.stop()
  writeFileSync(note, [String(process.pid), ...lines.slice(1)].join('\n'))
  const next = await start(folder)
  expect(next.reused).toBe(false)
  expect(await ask(next.url(), 'select 1 as alive')).toEqual([{ alive: 1 }])
})

test('says why it cannot start, in the words of PostgreSQL', async () => {
  const busy = createServer()
  await new Promise<void>((ready) => busy.listen(0, '127.0.0.1', ready))
  const address = busy.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const settings = { shared_buffers: 'plenty' }
  await expect(start(newFolder(), { settings })).rejects.toThrow(/shared_buffers.*plenty/)
  await expect(start(newFolder(), { port })).rejects.toThrow(/could not bind/)
  await new Promise((closed) => busy.close(closed))
}, 240_000)

test.runIf(process.getuid?.() === 0)(
  'moves where PostgreSQL can enter, and finds it again',
  async () => {
    const folder = newFolder()
    chmodSync(join(folder, '..'), 0o700)
    const first = await start(folder)
    folders.push(first.directory)
    expect(first.directory).not.toBe(folder)
    await first.stop()
    const second = await start(folder)
    expect(second.directory).toBe(first.directory)
    expect(await ask(second.url(), 'select 1 as alive')).toEqual([{ alive: 1 }])
  },
)
