// A really started program on a database of its own, for what only shows over HTTP.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import type { Clock } from '../platform/clock.ts'
import { readConfig } from '../platform/config.ts'
import type { Services } from '../platform/services.ts'
import { type Program, startProgram } from '../program.ts'
import { useDatabase } from './database.ts'

export type TestProgram = {
  /** `http://127.0.0.1:…` */
  readonly address: string
  readonly services: Services
  /** Connection string of its database as the superuser, past row-level security. */
  readonly url: string
  /** Letters that were sent to this address, oldest first; without SMTP they stay on the machine as files. */
  lettersTo(email: string): string[]
  /** Stops it before the end of the file does. */
  stop(): Promise<void>
}

/** Call at the top of a test file; the program runs from the first test to the last. `env` adds settings. */
export function useProgram(
  options: {
    clock?: Clock
    env?: Readonly<Record<string, string>>
    /** How long it may take to start, e.g. to fill the demo on a busy machine. */
    startMs?: number
  } = {},
): TestProgram {
  const { url } = useDatabase()
  const directory = mkdtempSync(path.join(tmpdir(), 'regie-program-'))
  let program: Program | undefined
  const running = (): Program => {
    if (!program) throw new Error('the program runs inside tests only')
    return program
  }
  beforeAll(async () => {
    const env = {
      DATABASE_URL: url,
      DATA_DIR: directory,
      DEMO: 'off',
      LOG_LEVEL: 'silent',
      PORT: '0',
      RATE_LIMIT_PER_MINUTE: '0',
      ...options.env,
    }
    program = await startProgram(readConfig(env), options.clock ? { clock: options.clock } : {})
  }, options.startMs ?? 30_000)
  afterAll(async () => {
    await program?.stop()
    rmSync(directory, { recursive: true, force: true })
  })
  return {
    url,
    get address() {
      return running().address
    },
    get services() {
      return running().services
    },
    lettersTo: (email) => readLetters(path.join(directory, 'mail'), email),
    stop: () => running().stop(),
  }
}

function readLetters(directory: string, email: string): string[] {
  try {
    return readdirSync(directory)
      .filter((file) => file.endsWith(`-${email}.eml`))
      .sort()
      .map((file) => decode(readFileSync(path.join(directory, file), 'latin1')))
      .filter((letter) => letter !== '') // just being written
  } catch {
    return [] // no letter was sent yet
  }
}

/** Quoted-printable as people read it. */
function decode(letter: string): string {
  const bytes = letter
    .replace(/=\r?\n/g, '')
    .replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
