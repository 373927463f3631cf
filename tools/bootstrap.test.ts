import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { root } from './steps/step.ts'

let house = ''
const platform = `node-${process.platform}-${process.arch}`

/** Where no Node is packaged for the platform, the machine's own runs instead, and these have nothing to show. */
const pinned = test.runIf(existsSync(join(root, 'node_modules', platform)))

/** A repository without dependencies, but for the pinned Node, which lies where npm would have put it. */
beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'regie-bootstrap-'))
  copyFileSync(join(root, 'bootstrap.mjs'), join(house, 'bootstrap.mjs'))
  const name = 'house'
  const version = '1.0.0'
  const lock = { name, version, lockfileVersion: 3, packages: { '': { name, version } } }
  writeFileSync(join(house, 'package.json'), JSON.stringify({ name, version }))
  writeFileSync(join(house, 'package-lock.json'), JSON.stringify(lock))
})
afterEach(() => rmSync(house, { recursive: true, force: true }))

function installedAlready(): void {
  spawnSync(process.execPath, ['bootstrap.mjs', '--version'], { cwd: house })
  symlinkSync(join(root, 'node_modules', platform), join(house, 'node_modules', platform))
}

const script = (text: string): string => {
  writeFileSync(join(house, 'script.ts'), text)
  return 'script.ts'
}

const bootstrap = (...args: string[]): ChildProcess =>
  spawn(process.execPath, ['bootstrap.mjs', ...args], {
    cwd: house,
    stdio: ['ignore', 'pipe', 'pipe'],
  })

async function firstWords(child: ChildProcess): Promise<string> {
  return await new Promise((said) => child.stdout?.once('data', (part) => said(String(part))))
}

const end = (child: ChildProcess): Promise<number | null> =>
  new Promise((ended) => child.once('exit', ended))

test('installs once, and again when the lockfile changes', () => {
  const run = () =>
    spawnSync(process.execPath, ['bootstrap.mjs', '--version'], { cwd: house, encoding: 'utf8' })
  expect(run().stderr).toContain('Installing dependencies')
  const stamp = readFileSync(join(house, 'node_modules/.installed-from'), 'utf8')
  expect(run().stderr).not.toContain('Installing')
  const lock = readFileSync(join(house, 'package-lock.json'), 'utf8')
  writeFileSync(join(house, 'package-lock.json'), `${lock}\n`)
  expect(run().stderr).toContain('Installing dependencies')
  expect(readFileSync(join(house, 'node_modules/.installed-from'), 'utf8')).not.toBe(stamp)
}, 60_000)

test('a failed install is told, and tried again the next time', () => {
  writeFileSync(join(house, 'package-lock.json'), '{ "name": "house", "lockfileVersion": 3')
  const run = spawnSync(process.execPath, ['bootstrap.mjs', '--version'], {
    cwd: house,
    encoding: 'utf8',
  })
  expect(run.status).not.toBe(0)
  expect(run.stderr).toContain('npm ci failed')
  expect(existsSync(join(house, 'node_modules/.installed-from'))).toBe(false)
}, 60_000)

pinned('runs TypeScript under the pinned Node, with its arguments and its exit code', async () => {
  installedAlready()
  const child = bootstrap(
    script(
      'const words: string[] = process.argv.slice(2); console.log(process.execPath, words.join()); process.exit(7)',
    ),
    'a',
    'b c',
  )
  expect(await firstWords(child)).toBe(
    `${join(root, 'node_modules', platform, 'bin/node')} a,b c\n`,
  )
  expect(await end(child)).toBe(7)
})

const untilStopped = `
  import { appendFileSync } from 'node:fs'
  const say = (word: string) => appendFileSync('said', word)
  process.on('SIGTERM', () => { say('stopping'); setTimeout(() => process.exit(0), 50) })
  setInterval(() => {}, 1000)
  say(process.pid + ' ')`

async function untilSaid(word: RegExp): Promise<boolean> {
  const file = join(house, 'said')
  for (let attempt = 0; attempt < 200; attempt++) {
    if (existsSync(file) && word.test(readFileSync(file, 'utf8'))) return true
    await wait(25)
  }
  return false
}

pinned('passes a stop on and waits for an orderly end', async () => {
  installedAlready()
  const child = bootstrap(script(untilStopped))
  expect(await untilSaid(/\d /)).toBe(true)
  child.kill('SIGTERM')
  expect(await end(child)).toBe(0)
  expect(await untilSaid(/stopping/)).toBe(true)
})

pinned(
  'stops when its parent vanishes',
  async () => {
    installedAlready()
    const command = `"${process.execPath}" bootstrap.mjs ${script(untilStopped)} & wait`
    const parent = spawn('/bin/sh', ['-c', command], { cwd: house, stdio: 'ignore' })
    expect(await untilSaid(/\d /)).toBe(true)
    parent.kill('SIGKILL')
    expect(await untilSaid(/stopping/)).toBe(true)
  },
  20_000,
)
