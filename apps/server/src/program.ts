// Puts the house together and runs it: database, queue, live stream, HTTP; and stops it in the reverse order.
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { createAuthenticate } from './identity/index.ts'
import { migrationFolders } from './migrations.ts'
import { modules } from './modules.ts'
import type { Permissions } from './platform/actor.ts'
import { type Clock, systemClock, toInstant } from './platform/clock.ts'
import { type Config, readSecret } from './platform/config.ts'
import { Database } from './platform/db/database.ts'
import { startEmbeddedPostgres } from './platform/db/embedded-postgres.ts'
import { migrate } from './platform/db/migrate.ts'
import { createFileStore } from './platform/files.ts'
import { createHttp } from './platform/http/server.ts'
import { forgetAnswers } from './platform/idempotency.ts'
import { JobQueue } from './platform/jobs.ts'
import { LiveHub } from './platform/live.ts'
import { createLog } from './platform/log.ts'
import { createMailer } from './platform/mail.ts'
import { Metrics } from './platform/metrics.ts'
import { pruneOutbox } from './platform/outbox.ts'
import { Reactor } from './platform/reactions.ts'
import type { Services } from './platform/services.ts'
import { Work } from './platform/work.ts'

/** Every permission of every module, and who holds it. */
export const allPermissions: Permissions = Object.assign(
  {},
  ...modules.map((module) => module.permissions),
)

export type Program = {
  readonly services: Services
  /** Where it listens, e.g. `http://127.0.0.1:3000`; empty when this process has no web role. */
  readonly address: string
  /** What the modules have to say at the console. */
  readonly notes: readonly string[]
  stop(): Promise<void>
}

const DAY_MS = 86_400_000

export async function startProgram(
  config: Config,
  overrides: { clock?: Clock } = {},
): Promise<Program> {
  // What was started, to be stopped in the reverse order: at the end, or when a later part cannot start.
  const started: (() => unknown)[] = []
  const stop = async () => {
    for (let close = started.pop(); close; close = started.pop()) await close()
  }
  try {
    return { ...(await startParts(config, overrides.clock ?? systemClock, started)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function startParts(
  config: Config,
  clock: Clock,
  started: (() => unknown)[],
): Promise<Omit<Program, 'stop'>> {
  const log = createLog(config.logLevel)
  const url = config.databaseUrl ?? (await startOwnPostgres(config, started))
  const applied = await migrate(url, migrationFolders)
  if (applied.length) log.info({ applied }, 'database migrated')
  const database = new Database(url, {
    max: config.databasePool,
    onError: (error) => log.warn({ error: error.message }, 'database connection lost'),
  })
  started.push(() => database.close())
  const jobs = new JobQueue({
    url,
    jobs: modules.flatMap((module) => module.jobs),
    log,
    cron: config.roles.includes('cron'),
  })
  const reactor = new Reactor({
    database,
    reactions: modules.flatMap((module) => module.reactions),
    jobs,
    log,
  })
  const live = new LiveHub({
    database,
    url,
    kinds: modules.flatMap((module) => module.events),
    may: (actor, permission) => work.may(actor, permission),
    ...{ onNews: () => reactor.wake(), log },
  })
  const onCommit = () => live.announce()
  const work = new Work({ database, clock, permissions: allPermissions, jobs, config, onCommit })
  // Before the port is known only a configured one can stand in letters.
  let address = config.port ? `http://${config.host}:${config.port}` : ''
  const late: (() => Promise<void>)[] = []
  const services: Services = {
    config,
    secret: readSecret(config, () => randomBytes(32).toString('base64url')),
    clock,
    log,
    database,
    work,
    files: createFileStore(config),
    mailer: createMailer(config, clock, log),
    live,
    publicUrl: () => config.publicUrl ?? address,
    onStop: (close) => late.push(close),
  }
  const closeLate = () => Promise.all(late.map((close) => close()))
  started.push(services.mailer.close, closeLate)
  started.push(() => jobs.stop())
  await jobs.start()
  if (config.roles.includes('worker')) {
    await jobs.work(services)
    reactor.start()
    started.push(() => reactor.stop())
  }
  const housekeeping = config.roles.includes('cron') ? startHousekeeping(services) : undefined
  const http = config.roles.includes('web') ? await openHttp(services, live) : undefined
  // Live streams never end by themselves: they are closed first, then what is in flight is awaited.
  started.push(() => http?.app.close())
  started.push(() => live.stop())
  started.push(() => clearInterval(housekeeping))
  await live.start()
  const notes = await beginModules(services)
  if (!http) return { services, address: '', notes }
  address = await http.app.listen({ port: config.port, host: config.host })
  return { services, address, notes }
}

async function beginModules(services: Services): Promise<string[]> {
  const notes: string[] = []
  for (const { begin } of modules) notes.push(...((await begin?.(services)) ?? []))
  return notes
}

async function openHttp(services: Services, live: LiveHub) {
  const { database } = services
  const metrics = new Metrics({
    live_streams: { help: 'Open live streams', value: () => live.streams },
    database_connections: {
      help: 'Connections in the pool',
      value: () => database.connections.total,
    },
    database_waiting: {
      help: 'Work waiting for a connection',
      value: () => database.connections.waiting,
    },
  })
  const app = await createHttp({
    services,
    live,
    metrics,
    routes: modules.flatMap((module) => module.routes),
    mounts: modules.flatMap((module) => module.mount ?? []),
    authenticate: createAuthenticate(services),
    ready: async () => ({
      database: await database.ping().then(
        () => true,
        () => false,
      ),
    }),
    webDirectory: path.resolve(import.meta.dirname, '../../web/dist'),
  })
  return { app }
}

/** Answers of retries are kept a day, events two months: long enough for any phone to come back. */
function startHousekeeping({ database, clock, log }: Services): NodeJS.Timeout {
  const sweep = async () => {
    await database.transaction(null, (rows) => forgetAnswers(rows, toInstant(clock() - DAY_MS)), {
      role: 'system',
    })
    await database.transaction(
      null,
      (rows) => pruneOutbox(rows, toInstant(clock() - 60 * DAY_MS)),
      { role: 'system' },
    )
  }
  return setInterval(
    () => sweep().catch((error: unknown) => log.warn({ err: error }, 'housekeeping')),
    3_600_000,
  )
}

async function startOwnPostgres(config: Config, started: (() => unknown)[]): Promise<string> {
  const postgres = await startEmbeddedPostgres(path.join(config.dataDir, 'postgres'))
  started.push(() => postgres.stop())
  await ensureDatabase(postgres.url('postgres'), 'regie')
  return postgres.url('regie')
}

async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (!rowCount) await client.query(`create database ${name}`)
  } finally {
    await client.end()
  }
}
