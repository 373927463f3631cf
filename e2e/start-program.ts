// Starts the program once for all browser tests, on a free port and in a data folder of its own.
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { buildWeb, isWebBuilt } from '../tools/build-web.ts'

const root = resolve(import.meta.dirname, '..')
const startLimitMs = 120_000
const stopLimitMs = 30_000

const freePort = (): Promise<number> =>
  new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => found(port))
    })
  })

async function untilReady(
  address: string,
  program: ChildProcess,
  said: () => string,
): Promise<void> {
  const until = Date.now() + startLimitMs
  for (;;) {
    if (program.exitCode !== null) throw new Error(`the program ended at start:\n${said()}`)
    const answer = await fetch(`${address}/health/ready`).catch(() => undefined)
    if (answer?.ok) return
    if (Date.now() > until) throw new Error(`the program is not ready after 120 s:\n${said()}`)
    await wait(100)
  }
}

/** Ends the program as an operator would; one that does not end by itself is a fault. */
async function stopProgram(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null) return
  const ended = new Promise<true>((done) => program.once('exit', () => done(true)))
  program.kill('SIGTERM')
  if (await Promise.race([ended, wait(stopLimitMs, false)])) return
  program.kill('SIGKILL')
  throw new Error('the program did not stop within 30 s of SIGTERM')
}

function spawnProgram(folder: string, port: number): ChildProcess {
  return spawn(process.execPath, ['apps/server/src/main.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: join(folder, 'data'),
      DATABASE_URL: '',
      LOG_LEVEL: 'info',
      // The tests make their own company: what the demo holds must never decide whether they pass.
      DEMO: 'off',
    },
  })
}

async function startProgram(): Promise<() => Promise<void>> {
  if (!isWebBuilt()) await buildWeb()
  const folder = mkdtempSync(join(tmpdir(), 'regie-e2e-'))
  chmodSync(folder, 0o755) // as root PostgreSQL runs as nobody and must get in
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const program = spawnProgram(folder, port)
  const words: string[] = []
  for (const stream of [program.stdout, program.stderr])
    stream?.on('data', (part: Buffer) => words.push(part.toString('utf8')))
  const stop = async (): Promise<void> => {
    await stopProgram(program)
    mkdirSync(join(root, 'test-results'), { recursive: true })
    writeFileSync(join(root, 'test-results/program.log'), words.join(''))
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await untilReady(address, program, () => words.join(''))
  } catch (error) {
    await stop()
    throw error
  }
  process.env.REGIE_ADDRESS = address // the workers read it when they load the configuration
  process.env.REGIE_MAIL = join(folder, 'data', 'mail') // letters are kept here, for nobody sends them
  return stop
}

// biome-ignore lint/style/noDefaultExport: Playwright asks for one
export default startProgram
