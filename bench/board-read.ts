// A day's board of 200 technicians × 10 assignments over HTTP, against the same SQL through bare `pg` in the same run:
// `npm run bench:board-read`. Aim: at least half the throughput of bare `pg`.
import { execFile } from 'node:child_process'
import { loadavg } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Id } from '@regie/contract/kernel'
import pg from 'pg'
import { getBoardJson } from '../apps/server/src/planning/queries/board.ts'
import { compile, type Sql } from '../apps/server/src/platform/db/sql.ts'
import type { Tx } from '../apps/server/src/platform/work.ts'
import { signIn } from '../apps/server/src/testing/people.ts'
import {
  asTestProgram,
  type Bench,
  facilities,
  fillCompany,
  MONDAY,
  startBench,
} from './company.ts'
import { keepResults, median } from './results.ts'

const TECHNICIANS = 200
const EACH = 10
const CONNECTIONS = 8
const SECONDS = 3
/** Short and many, turn and turn about: a busy machine disturbs both sides alike. */
const ROUNDS = 7
const range = { from: `${MONDAY}T00:00:00+01:00`, until: `${MONDAY}T23:59:59+01:00` }

type Statement = ReturnType<typeof compile>

/** Ten visits an hour apart for everybody, straight into the table. */
async function place(url: string, organizationId: Id): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(
    `insert into planning.assignments (organization_id, id, work_order_id, position_id, technician_id, starts_at, ends_at, state, published_at)
     select $1, gen_random_uuid(), work_order_id, id, technician_id, starts_at, starts_at + interval '45 minutes', 'offered', now()
     from (
       select position.id, position.work_order_id, technician.id as technician_id,
         $2::timestamptz + interval '8 hours' + (technician.slot || ' hours')::interval as starts_at
       from (select *, row_number() over (order by id) as rank from work_orders.positions where organization_id = $1) as position
       join (
         select id, slot, row_number() over (order by id, slot) as rank
         from workforce.technicians cross join generate_series(0, ${EACH - 1}) as slot where organization_id = $1
       ) as technician using (rank)
     ) as seat`,
    [organizationId, range.from],
  )
  await client.query('analyze')
  await client.end()
}

/** The statements that one read of the board runs, as the program sends them. */
async function statementsOf(
  { program }: Bench,
  actor: Parameters<typeof program.services.work.read>[0],
) {
  const statements: Statement[] = []
  await program.services.work.read(actor, null, (tx) => {
    const note = <R>(query: Sql<R>): Sql<R> => {
      statements.push(compile(query))
      return query
    }
    const noting: Tx = {
      ...tx,
      rows: (query) => tx.rows(note(query)),
      row: (query) => tx.row(note(query)),
      maybe: (query) => tx.maybe(note(query)),
    }
    return getBoardJson(noting, range)
  })
  return statements
}

/** The same statements, prepared as the program prepares them and pipelined, by the superuser without row-level security or a transaction. */
async function bare(url: string, statements: readonly Statement[]): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS, pipeline: true })
  const loop = async (until: number) => {
    let reads = 0
    while (performance.now() < until) {
      const client = await pool.connect()
      await Promise.all(statements.map((one) => client.query(one)))
      client.release()
      reads++
    }
    return reads
  }
  const run = (milliseconds: number) =>
    Promise.all(Array.from({ length: CONNECTIONS }, () => loop(performance.now() + milliseconds)))
  await run(1000)
  const reads = await run(SECONDS * 1000)
  await pool.end()
  return reads.reduce((sum, one) => sum + one, 0) / SECONDS
}

const milliseconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000

type Round = { bare: number; http: Loaded; cpu: { bare: number; http: number } }
type Loaded = { perSecond: number; p50: number; p99: number; kilobytes: number }

async function overHttp(url: string, cookie: string): Promise<Loaded> {
  const load = path.join(import.meta.dirname, 'load-board.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [
    load,
    url,
    cookie,
    String(CONNECTIONS),
    String(SECONDS),
  ])
  return JSON.parse(stdout) as Loaded
}

const bench = await startBench({ frozen: false })
try {
  const sites = facilities()
  const many = Array.from(
    { length: TECHNICIANS * EACH },
    (_, n) => sites[n % sites.length] as (typeof sites)[number],
  )
  const { owner } = await fillCompany(bench, { sites: many, technicians: TECHNICIANS, minutes: 45 })
  await place(bench.url, owner.organizationId)
  const planner = await signIn(asTestProgram(bench), 'planner', {
    organizationId: owner.organizationId,
  })
  const statements = await statementsOf(bench, owner)
  const query = new URLSearchParams(range).toString()
  const url = `${bench.program.address}/api/planning/board?${query}`
  const { body } = await planner.get(`/api/planning/board?${query}`)
  if (body.bars.length !== TECHNICIANS * EACH) throw new Error(`only ${body.bars.length} bars`)
  const rounds: Round[] = []
  for (let n = 0; n < ROUNDS; n++) {
    const before = process.cpuUsage()
    const alone = await bare(bench.url, statements)
    const between = process.cpuUsage(before)
    const http = await overHttp(url, planner.cookie())
    const after = process.cpuUsage(before)
    // Warming up is in the time and in the reads of both: a second alone, a second and a half over HTTP.
    const cpu = {
      bare: milliseconds(between) / (alone * (SECONDS + 1)),
      http: (milliseconds(after) - milliseconds(between)) / (http.perSecond * (SECONDS + 1.5)),
    }
    const round = { bare: alone, http, cpu }
    console.error(
      `bare ${round.bare.toFixed(1)}/s, HTTP ${http.perSecond.toFixed(1)}/s; ${cpu.bare.toFixed(0)} and ${cpu.http.toFixed(0)} ms CPU`,
    )
    rounds.push(round)
  }
  const of = (pick: (round: (typeof rounds)[number]) => number) =>
    Number(median(rounds.map(pick)).toFixed(2))
  keepResults('board-read', {
    technicians: TECHNICIANS,
    assignments: body.bars.length,
    statements: statements.length,
    connections: CONNECTIONS,
    barePgReadsPerSecond: of(({ bare: reads }) => reads),
    httpReadsPerSecond: of(({ http }) => http.perSecond),
    medianRatio: of(({ bare: reads, http }) => http.perSecond / reads),
    programCpuMillisecondsPerRead: {
      barePg: of(({ cpu }) => cpu.bare),
      http: of(({ cpu }) => cpu.http),
      medianRatio: of(({ cpu }) => cpu.bare / cpu.http),
    },
    loadAverage: Number((loadavg()[0] ?? 0).toFixed(1)),
    httpMilliseconds: { p50: of(({ http }) => http.p50), p99: of(({ http }) => http.p99) },
    answerKilobytes: of(({ http }) => http.kilobytes),
    aim: { medianRatio: 0.5 },
  })
} finally {
  await bench.stop()
}
