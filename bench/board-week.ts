// What the board of a week costs the server: 500 technicians × 20 visits in one answer, then only rows that changed, and
// the best places for one visit. `npm run bench:board-week`. Times are wall clock, one question after the other.
import { get } from 'node:http'
import { loadavg } from 'node:os'
import { brotliDecompressSync } from 'node:zlib'
import type { Id } from '@regie/contract/kernel'
import type { Board } from '@regie/contract/planning'
import pg from 'pg'
import { signIn } from '../apps/server/src/testing/people.ts'
import { asTestProgram, facilities, fillCompany, MONDAY, startBench } from './company.ts'
import { keepResults, quantile } from './results.ts'

const TECHNICIANS = 500
const VISITS = 10_000
/** Seats of a work order: making ten thousand of them by hand would take longer than all the rest. */
const SEATS = 4
const TIMES = 15
const range = {
  from: `${MONDAY}T00:00:00+01:00`,
  until: new Date(Date.parse(`${MONDAY}T00:00:00+01:00`) + 7 * 86_400_000).toISOString(),
}

/** Seats beside the first, and everybody on four of them on each of five days. */
async function place(url: string, organizationId: Id): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(
    `insert into work_orders.positions (organization_id, id, work_order_id, group_no, seat_no, label, skills, certification_kind_ids, mandatory)
     select organization_id, uuidv7(), work_order_id, group_no, seat_no + extra, label, skills, certification_kind_ids, mandatory
     from work_orders.positions cross join generate_series(1, $2::int - 1) as extra where organization_id = $1`,
    [organizationId, SEATS],
  )
  await client.query(
    `insert into planning.assignments (organization_id, id, work_order_id, position_id, technician_id, starts_at, ends_at, state, published_at)
     select $1, uuidv7(), work_order_id, id, technician_id, starts_at, starts_at + interval '45 minutes', 'offered', now()
     from (
       select position.id, position.work_order_id, seat.technician_id,
         $2::timestamptz + (seat.slot / 4 || ' days')::interval + (8 + 2 * (seat.slot % 4) || ' hours')::interval as starts_at
       from (select *, row_number() over (order by seat_no, id) as rank from work_orders.positions where organization_id = $1) as position
       join (
         select id as technician_id, slot, row_number() over (order by id, slot) as rank
         from workforce.technicians cross join generate_series(0, 19) as slot where organization_id = $1
       ) as seat using (rank)
     ) as placed`,
    [organizationId, range.from],
  )
  await client.query('analyze')
  await client.end()
}

type Answer = { readonly ms: number; readonly bytes: number; readonly body: Buffer }

const ask = (url: string, cookie: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const start = performance.now()
    const headers = { cookie, accept: 'application/json', 'accept-encoding': 'br' }
    get(url, { headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const body = Buffer.concat(chunks)
        if (response.statusCode !== 200) reject(new Error(`answered ${response.statusCode}`))
        resolve({ ms: performance.now() - start, bytes: body.length, body })
      })
    }).on('error', reject)
  })

const round = (value: number) => Math.round(value * 10) / 10

async function measure(url: string, cookie: string) {
  await ask(url, cookie)
  const answers: Answer[] = []
  for (let n = 0; n < TIMES; n++) answers.push(await ask(url, cookie))
  const times = answers.map(({ ms }) => ms)
  const last = answers.at(-1) as Answer
  return {
    figures: {
      millisecondsP50: round(quantile(times, 0.5)),
      millisecondsP95: round(quantile(times, 0.95)),
      compressedKilobytes: round(last.bytes / 1000),
    },
    body: last.body,
  }
}

const bench = await startBench({ frozen: false })
try {
  const sites = facilities()
  const many = Array.from(
    { length: VISITS / SEATS },
    (_, n) => sites[n % sites.length] as (typeof sites)[number],
  )
  const { owner, technicianIds } = await fillCompany(bench, {
    sites: many,
    technicians: TECHNICIANS,
    minutes: 45,
  })
  await place(bench.url, owner.organizationId)
  const { organizationId } = owner
  const planner = await signIn(asTestProgram(bench), 'planner', { organizationId })
  const { address } = bench.program
  const query = new URLSearchParams(range).toString()
  const cpu = process.cpuUsage()
  const first = await measure(`${address}/api/planning/board?${query}`, planner.cookie())
  const spent = process.cpuUsage(cpu)
  const board = JSON.parse(brotliDecompressSync(first.body).toString()) as Board
  if (board.bars.length !== VISITS) throw new Error(`only ${board.bars.length} bars`)
  const three = technicianIds.slice(0, 3).map((id) => `&technicianId=${id}`)
  const delta = await measure(
    `${address}/api/planning/board?${query}${three.join('')}`,
    planner.cookie(),
  )
  keepResults('board-week', {
    technicians: TECHNICIANS,
    visits: VISITS,
    requests: 1,
    loadAverage: round(loadavg()[0] ?? 0),
    first: {
      ...first.figures,
      rawKilobytes: round(brotliDecompressSync(first.body).length / 1000),
      serverCpuMilliseconds: round((spent.user + spent.system) / 1000 / (TIMES + 1)),
    },
    rowsOfThree: delta.figures,
    aim: { millisecondsP95: 400, compressedKilobytes: 1000 },
  })
} finally {
  await bench.stop()
}
