// Starts a real PostgreSQL from the npm package, so that the product needs no other server.
//
//   directory/
//     cluster/      the data, made by initdb in one rename: a killed first start leaves nothing half made
//     password      of the superuser, random; without it any account of this machine could connect
//     server.log
//     users/<pid>   one per process that uses the server; the last one to leave stops it
//
// A process that dies by SIGKILL leaves its server running: the next start finds it by postmaster.pid and takes it over.
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { basename, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import {
  type Account,
  accountForPostgres,
  canEnter,
  postgresPrograms,
  rootsOwnFolder,
} from './postgres-binaries.ts'

export type EmbeddedPostgresOptions = {
  /** TCP port on loopback; a free one by default. A server that already runs keeps its own. */
  readonly port?: number
  /** Faster, and lost when the machine stops: for tests only. */
  readonly throwaway?: boolean
  /** More settings, as in postgresql.conf. */
  readonly settings?: Readonly<Record<string, string>>
}

export type EmbeddedPostgres = {
  /** Connection string of the superuser `postgres`; take lesser roles by `set role`. */
  readonly url: (database?: string) => string
  readonly port: number
  /** Where the files really are: elsewhere than asked when root's home hides them from PostgreSQL. */
  readonly directory: string
  /** True when the server ran already, shared with another process or left behind by a killed one. */
  readonly reused: boolean
  /** Stops the server, unless another living process still uses it. Safe to call twice. */
  readonly stop: () => Promise<void>
}

type Place = {
  readonly directory: string
  readonly cluster: string
  readonly log: string
  readonly programs: string
  readonly account: Account | undefined
  readonly password: string
}

const run = promisify(execFile)
const logLimitBytes = 10_000_000

/** Runs one of PostgreSQL's programs under the right account; its words come back in the error. */
async function program(place: Place, name: 'initdb' | 'pg_ctl', args: string[]): Promise<void> {
  try {
    await run(join(place.programs, name), args, {
      ...place.account,
      cwd: '/', // the account may be unable to enter our own working folder
      env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', LC_MESSAGES: 'C', TZ: 'UTC' },
    })
  } catch (error) {
    const { stderr, stdout, message } = error as Error & { stderr?: string; stdout?: string }
    throw new Error(`${name}: ${(stderr || stdout || message).trim()}`)
  }
}

/** Follows, or leaves, the note that says where the files went when PostgreSQL could not enter here. */
function enterable(directory: string, account: Account | undefined): string {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const note = join(directory, 'moved-to')
  if (existsSync(note)) return readFileSync(note, 'utf8').trim()
  if (account === undefined || canEnter(resolve(directory, '..'), account)) return directory
  mkdirSync(rootsOwnFolder, { recursive: true, mode: 0o755 })
  const elsewhere = mkdtempSync(join(rootsOwnFolder, `${basename(directory)}-`))
  writeFileSync(note, `${elsewhere}\n`)
  return elsewhere
}

function giveTo(account: Account | undefined, path: string): void {
  if (account !== undefined) chownSync(path, account.uid, account.gid)
}

function prepare(asked: string): Place {
  const account = accountForPostgres()
  const directory = enterable(resolve(asked), account)
  const programs = postgresPrograms(account, directory)
  giveTo(account, directory)
  mkdirSync(join(directory, 'users'), { recursive: true })
  const secret = join(directory, 'password')
  if (!existsSync(secret)) {
    const unfinished = `${secret}.${process.pid}`
    writeFileSync(unfinished, randomBytes(24).toString('base64url'), { mode: 0o600 })
    giveTo(account, unfinished)
    renameSync(unfinished, secret)
  }
  return {
    directory,
    cluster: join(directory, 'cluster'),
    log: join(directory, 'server.log'),
    programs,
    account,
    password: readFileSync(secret, 'utf8').trim(),
  }
}

async function createCluster(place: Place): Promise<void> {
  if (existsSync(place.cluster)) return
  const unfinished = `${place.cluster}.${process.pid}`
  rmSync(unfinished, { recursive: true, force: true })
  await program(place, 'initdb', [
    ...['-D', unfinished, '-U', 'postgres', '--encoding=UTF8', '--no-sync', '--no-instructions'],
    ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
    ...['--auth=scram-sha-256', `--pwfile=${join(place.directory, 'password')}`],
    // 192 random bits need no stretching, and every connection would pay for it.
    ...['--set', 'scram_iterations=1'],
  ])
  try {
    renameSync(unfinished, place.cluster)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(place.cluster)) throw error // otherwise another process was quicker
  }
}

const urlOf = (place: Place, port: number, database: string): string =>
  `postgres://postgres:${place.password}@127.0.0.1:${port}/${database}`

/** Asks the server at this port whether it serves our cluster: a pid or a port alone may be a stranger's. */
async function answers(place: Place, port: number): Promise<boolean> {
  const client = new pg.Client({
    connectionString: urlOf(place, port, 'postgres'),
    connectionTimeoutMillis: 2_000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    const shown = await client.query<{ data_directory: string }>('show data_directory')
    return shown.rows[0]?.data_directory === place.cluster
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Linux tells the program and state of a pid, dead ones that nobody buried included; elsewhere believe it. */
function isPostgres(pid: number): boolean {
  if (!isAlive(pid)) return false
  const file = `/proc/${pid}/stat`
  return existsSync(file) ? /\(postgres\) [^ZX]/.test(readFileSync(file, 'utf8')) : true
}

/** The port of a server that already runs on this cluster; a note of a dead one is removed. */
async function runningPort(place: Place): Promise<number | undefined> {
  const note = join(place.cluster, 'postmaster.pid')
  for (let attempt = 0; attempt < 300 && existsSync(note); attempt++) {
    const lines = readFileSync(note, 'utf8').split('\n')
    const pid = Number(lines[0])
    const port = Number(lines[3])
    if (port > 0 && (await answers(place, port))) return port
    if (pid > 0 && !isPostgres(pid)) {
      rmSync(note, { force: true })
      return undefined
    }
    await wait(100) // it is starting, recovering after a crash, or on its way out
  }
  if (existsSync(note))
    throw new Error(`A PostgreSQL on ${place.cluster} neither answers nor ends; see ${place.log}`)
  return undefined
}

const freePort = (): Promise<number> =>
  new Promise((found, failed) => {
    const server = createServer()
    server.once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => found(port))
    })
  })

function serverSettings(port: number, options: EmbeddedPostgresOptions): string {
  const settings = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    log_checkpoints: 'off',
    ...(options.throwaway && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
    ...options.settings,
  }
  const quote = (value: string): string => `'${value.replaceAll("'", String.raw`'\''`)}'`
  return Object.entries(settings)
    .map(([name, value]) => `-c ${quote(`${name}=${value}`)}`)
    .join(' ')
}

async function launch(place: Place, options: EmbeddedPostgresOptions): Promise<number> {
  if (existsSync(place.log) && statSync(place.log).size > logLimitBytes)
    renameSync(place.log, `${place.log}.1`)
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await freePort())
    const start = ['-D', place.cluster, '-w', '-t', '120', '-l', place.log]
    const begun = existsSync(place.log) ? statSync(place.log).size : 0
    try {
      await program(place, 'pg_ctl', [...start, '-o', serverSettings(port, options), 'start'])
      return port
    } catch {
      const taken = await runningPort(place) // two processes may start the same cluster at once
      if (taken !== undefined) return taken
      const told = existsSync(place.log) ? readFileSync(place.log, 'utf8').slice(begun).trim() : ''
      // After a kill the old server's children hold its shared memory for a moment.
      const held = /shared memory block/.test(told) && attempt < 40
      const portLost = options.port === undefined && /could not bind/.test(told) && attempt < 5
      if (!(held || portLost)) throw new Error(`PostgreSQL did not start on port ${port}:\n${told}`)
      await wait(250)
    }
  }
}

async function leave(place: Place): Promise<void> {
  const users = join(place.directory, 'users')
  rmSync(join(users, String(process.pid)), { force: true })
  for (const name of readdirSync(users)) {
    if (isAlive(Number(name))) return
    rmSync(join(users, name), { force: true })
  }
  if (!existsSync(join(place.cluster, 'postmaster.pid'))) return
  await program(place, 'pg_ctl', ['-D', place.cluster, '-m', 'fast', '-w', '-t', '60', 'stop'])
}

/**
 * Starts PostgreSQL on the directory, or joins the one that runs there already.
 * The first start creates the cluster (about a second), later ones take a tenth of a second.
 * As root the server runs as `nobody`. Throws, with PostgreSQL's own words, when it cannot start.
 */
export async function startEmbeddedPostgres(
  directory: string,
  options: EmbeddedPostgresOptions = {},
): Promise<EmbeddedPostgres> {
  const place = prepare(directory)
  writeFileSync(join(place.directory, 'users', String(process.pid)), '')
  await createCluster(place)
  const found = await runningPort(place)
  const port = found ?? (await launch(place, options))
  let stopped: Promise<void> | undefined
  return {
    url: (database = 'postgres') => urlOf(place, port, database),
    port,
    directory: place.directory,
    reused: found !== undefined,
    stop: () => {
      stopped ??= leave(place)
      return stopped
    },
  }
}
