import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { useDatabase } from './testing/database.ts'

const { url } = useDatabase()
const directory = mkdtempSync(path.join(tmpdir(), 'regie-main-'))
const started: ChildProcess[] = []
// A test that fails leaves its program running; it would outlive the whole run.
afterEach(() => {
  for (const child of started.splice(0)) if (child.exitCode === null) child.kill('SIGKILL')
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

/** No setting of whoever runs the tests, only what any process is started with. */
const machine = Object.fromEntries(
  ['PATH', 'NODE_COMPILE_CACHE'].flatMap((name) =>
    process.env[name] === undefined ? [] : [[name, process.env[name]]],
  ),
)

/** The program as a process of its own, and what it says. */
function run(env: Record<string, string>) {
  const said = { text: '' }
  const child: ChildProcess = spawn(process.execPath, [path.join(import.meta.dirname, 'main.ts')], {
    env: { ...machine, LOG_LEVEL: 'warn', DEMO: 'off', DATA_DIR: directory, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.push(child)
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      said.text += chunk.toString()
    })
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  return { child, said, ended }
}

test('settings that do not fit are told all at once, and nothing is started', async () => {
  const { said, ended } = run({ PORT: 'eighty', DATABASE_URL: 'mysql://x', ROLES: 'boss' })
  expect(await ended).toBe(2)
  for (const part of ['PORT', '"eighty"', 'DATABASE_URL', 'ROLES'])
    expect(said.text).toContain(part)
  expect(said.text).not.toContain('    at ')
})

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  'it says where it is, and ends in good order on %s',
  async (signal) => {
    const { child, said, ended } = run({ DATABASE_URL: url, PORT: '0' })
    await expect
      .poll(() => said.text, { timeout: 60_000 })
      .toMatch(/Régie is at http:\/\/127\.0\.0\.1:\d+/)
    const address = /Régie is at (\S+)/.exec(said.text)?.[1]
    expect(await (await fetch(`${address}/api/setup`)).json()).toEqual({ needed: true })
    child.kill(signal)
    expect(await ended).toBe(0)
    expect(said.text).toContain(`${signal}: finishing`)
  },
  240_000,
)

test('a port that is taken is told without a stack', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const { said, ended } = run({ DATABASE_URL: url, PORT: String(port) })
  expect(await ended).toBe(1)
  expect(said.text).toContain(`Port ${port} of 127.0.0.1 is taken`)
  expect(said.text).not.toContain('    at ')
  other.close()
}, 240_000)

test('a database that does not answer is told with what to check', async () => {
  const { said, ended } = run({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nowhere' })
  expect(await ended).toBe(1)
  expect(said.text).toContain('Check DATABASE_URL')
}, 240_000)
