// Starts the program as its users do, on a free port and in a data folder of its own.
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const root = resolve(import.meta.dirname, '../..')
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

function spawnProgram(folder: string, port: number, settings: Settings): ChildProcess {
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
      RATE_LIMIT_PER_MINUTE: '0',
      ...settings,
    },
  })
}

type Settings = Readonly<Record<string, string>>

export type RunningProgram = {
  readonly address: string
  /** All it has written so far. */
  readonly said: () => string
  /** Stops it as an operator would, and keeps what it said in test-results. */
  readonly stop: () => Promise<void>
}

/** Resolves when it is ready to take requests. */
export async function runProgram(name: string, settings: Settings): Promise<RunningProgram> {
  const folder = mkdtempSync(join(tmpdir(), `regie-${name}-`))
  chmodSync(folder, 0o755) // as root PostgreSQL runs as nobody and must get in
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const program = spawnProgram(folder, port, settings)
  const words: string[] = []
  for (const stream of [program.stdout, program.stderr])
    stream?.on('data', (part: Buffer) => words.push(part.toString('utf8')))
  const said = (): string => words.join('')
  const stop = async (): Promise<void> => {
    await stopProgram(program)
    mkdirSync(join(root, 'test-results'), { recursive: true })
    writeFileSync(join(root, `test-results/${name}.log`), said())
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await untilReady(address, program, said)
  } catch (error) {
    await stop()
    throw error
  }
  return { address, said, stop }
}
