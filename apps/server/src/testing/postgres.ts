// A PostgreSQL that lives for one run of tests, in memory where the machine has memory to spare.
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../platform/db/embedded-postgres.ts'

const memory = '/dev/shm'
const neededBytes = 2_000_000_000
const prefix = 'regie-test-'

const settings = {
  autovacuum: 'off',
  max_wal_size: '1GB',
  wal_level: 'minimal',
  max_wal_senders: '0',
}

const isAlive = (pid: number): boolean => existsSync(`/proc/${pid}`)

function hasRoom(folder: string): boolean {
  if (!existsSync(folder)) return false
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize > neededBytes
}

/** Runs that were killed leave their server behind: it would hold memory until the machine restarts. */
function sweep(parent: string): void {
  for (const name of readdirSync(parent).filter((one) => one.startsWith(prefix))) {
    const owner = Number(name.slice(prefix.length).split('-')[0])
    if (isAlive(owner)) continue
    const note = join(parent, name, 'postgres/cluster/postmaster.pid')
    try {
      process.kill(Number(readFileSync(note, 'utf8').split('\n')[0]), 'SIGQUIT')
    } catch {
      // It ended by itself, or never came so far.
    }
    rmSync(join(parent, name), { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

/** Starts it; `stop` also removes every trace. */
export async function startTestPostgres(): Promise<EmbeddedPostgres> {
  const parent = hasRoom(memory) ? memory : tmpdir()
  if (existsSync('/proc')) sweep(parent)
  const folder = mkdtempSync(join(parent, `${prefix}${process.pid}-`))
  chmodSync(folder, 0o755) // as root the server runs as nobody and must get in
  const server = await startEmbeddedPostgres(join(folder, 'postgres'), {
    throwaway: true,
    settings,
  })
  return {
    ...server,
    stop: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
