// What the board of a week costs the server: 500 technicians × 20 visits in one answer, then only the rows that changed;
// what the browser is told of the rules, and the best places for one visit. `npm run bench:board-week`. Times are wall clock, one question
// after the other, with the program, its PostgreSQL and whoever asks on the same machine; beside them its load and the CPU.
import { get } from 'node:http'
import { loadavg } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import { zstdDecompressSync } from 'node:zlib'
import type { Id } from '@regie/contract/kernel'
import type { BoardProblem } from '@regie/contract/planning'
import type { ToldBoard } from '@regie/contract/planning-board'
import { defaultPlacementRules } from '@regie/contract/planning-overrides'
import type { Plan } from '@regie/solver'
import pg from 'pg'
import { signIn } from '../apps/server/src/testing/people.ts'
import { makeRuleBook } from '../apps/web/src/planning/rule-book.ts'
import { asTestProgram, facilities, fillCompany, MONDAY, startBench } from './company.ts'
import { keepResults, quantile } from './results.ts'

const TECHNICIANS = 500
const VISITS = 10_000
/** Made by hand one by one, ten thousand work orders would take longer than all the rest: of each there are copies. */
const COPIES = 4
const TIMES = 40
/** Of what takes seconds. */
const FEW = 4
/** One in so many comes before those that count. */
const WARM_SHARE = 5
const range = {
  from: `${MONDAY}T00:00:00+01:00`,
  until: new Date(Date.parse(`${MONDAY}T00:00:00+01:00`) + 7 * 86_400_000).toISOString(),
}

/** Copies of all work but the last, and everybody on four of them on each of five days; the last waits for somebody. */
async function place(url: string, organizationId: Id): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_schema = 'work_orders' and table_name = 'work_orders' and is_generated = 'NEVER'`,
  )
  const own: Readonly<Record<string, string>> = {
    id: 'copy.id',
    number: 'work_order.number + 100000 * copy.rank',
    reference: `work_order.reference || '-' || copy.rank`,
  }
  const names = rows.map(({ name }) => name)
  await client.query(`
    create temp table copy as
    select work_order.id as work_order_id, uuidv7() as id, rank
    from (select id from work_orders.work_orders where organization_id = '${organizationId}' order by id limit ${VISITS / COPIES}) as work_order
    cross join generate_series(1, ${COPIES - 1}) as rank;
    insert into work_orders.work_orders (${names.join(', ')})
    select ${names.map((name) => own[name] ?? `work_order.${name}`).join(', ')}
    from copy join work_orders.work_orders as work_order on work_order.id = copy.work_order_id;
    insert into work_orders.positions (organization_id, id, work_order_id, group_no, seat_no, label, skills, certification_kind_ids, mandatory)
    select organization_id, uuidv7(), copy.id, group_no, seat_no, label, skills, certification_kind_ids, mandatory
    from copy join work_orders.positions as position on position.work_order_id = copy.work_order_id`)
  await client.query(
    `insert into planning.assignments (organization_id, id, work_order_id, position_id, technician_id, starts_at, ends_at, state, published_at)
     select $1, uuidv7(), work_order_id, id, technician_id, starts_at, starts_at + interval '45 minutes', 'offered', now()
     from (
       select position.id, position.work_order_id, seat.technician_id,
         $2::timestamptz + (seat.slot / 4 || ' days')::interval + (array['8 hours', '10 hours', '13 hours', '15 hours'])[1 + seat.slot % 4]::interval as starts_at
       from (
         select position.*, row_number() over (order by position.id) as rank from work_orders.positions as position
         where organization_id = $1 and (work_order_id in (select id from copy) or work_order_id in (select work_order_id from copy))
       ) as position
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

/** Waits until the program has reacted to all the work that was made. */
async function settle(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (;;) {
    const { rows } = await client.query<{ behind: number }>(
      `select count(*)::int as behind from platform.reactions
       where (xid, seq) < (select xid, seq from platform.outbox order by xid desc, seq desc limit 1)`,
    )
    if (rows[0]?.behind === 0) break
    await setTimeout(500)
  }
  await client.end()
}

type Answer = { readonly ms: number; readonly bytes: number; readonly body: Buffer }

/** What Chromium and Firefox send. */
const asBrowsersAsk = {
  accept: 'application/json',
  'accept-encoding': 'gzip, deflate, br, zstd',
}

const ask = (url: string, cookie: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const start = performance.now()
    get(url, { headers: { ...asBrowsersAsk, cookie } }, (response) => {
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

async function measure(url: string, cookie: string, count = TIMES) {
  for (let n = 0; n < count / WARM_SHARE; n++) await ask(url, cookie)
  const answers: Answer[] = []
  const before = process.cpuUsage()
  for (let n = 0; n < count; n++) answers.push(await ask(url, cookie))
  const { user, system } = process.cpuUsage(before)
  const times = answers.map(({ ms }) => ms)
  const last = answers.at(-1) as Answer
  return {
    figures: {
      millisecondsP50: round(quantile(times, 0.5)),
      millisecondsP95: round(quantile(times, 0.95)),
      programCpuMilliseconds: round((user + system) / 1000 / count),
      compressedKilobytes: round(last.bytes / 1000),
      loadAverage: round(loadavg()[0] ?? 0),
    },
    body: zstdDecompressSync(last.body),
  }
}

/** What the browser does with the rules it was told: build them once, then look for the best places of one visit. */
function assist(told: Buffer, positionId: string) {
  const start = performance.now()
  const problem = JSON.parse(told.toString()) as BoardProblem
  const book = makeRuleBook(
    problem,
    { language: 'fr', timeZone: 'Europe/Paris' },
    { rules: defaultPlacementRules.rules, range },
  )
  const built = performance.now() - start
  if (!book) throw new Error('the problem has faults')
  const { assignments } = problem.plan as unknown as Plan
  const standing = assignments.map(({ visit, technician, start: at }) => ({
    ...{ positionId: visit, technicianId: technician, from: at * 1000 },
  }))
  const times: number[] = []
  for (let n = 0; n < 1.2 * TIMES; n++) {
    const asked = performance.now()
    const places = book.suggest(standing, positionId, { count: 20, notBefore: Date.now() })
    if (places.length === 0) throw new Error('no place was found')
    if (n >= TIMES / WARM_SHARE) times.push(performance.now() - asked)
  }
  return {
    readMilliseconds: round(built),
    suggestMillisecondsP50: round(quantile(times, 0.5)),
    suggestMillisecondsP95: round(quantile(times, 0.95)),
  }
}

/** A seat that nobody has. */
async function openSeat(url: string, organizationId: Id): Promise<{ id: string; work: string }> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(
    `select id, work_order_id as work from work_orders.positions as position
     where organization_id = $1 and not exists (select from planning.assignments where position_id = position.id) limit 1`,
    [organizationId],
  )
  await client.end()
  return rows[0]
}

const bench = await startBench({ frozen: false })
try {
  const sites = facilities()
  const many = Array.from(
    { length: VISITS / COPIES + 1 },
    (_, n) => sites[n % sites.length] as (typeof sites)[number],
  )
  const people = { sites: many, technicians: TECHNICIANS, minutes: 45 }
  const { owner, technicianIds } = await fillCompany(bench, people)
  await place(bench.url, owner.organizationId)
  await settle(bench.url)
  const { organizationId } = owner
  const planner = await signIn(asTestProgram(bench), 'planner', { organizationId })
  const cookie = planner.cookie()
  const planning = `${bench.program.address}/api/planning`
  const query = new URLSearchParams(range).toString()
  const first = await measure(`${planning}/board?${query}`, cookie)
  const board = JSON.parse(first.body.toString()) as ToldBoard
  if (board.bars.length !== VISITS) throw new Error(`only ${board.bars.length} bars`)
  const three = technicianIds.slice(0, 3).map((id) => `&technicianId=${id}`)
  const delta = await measure(`${planning}/board?${query}${three.join('')}`, cookie)
  const rules = await measure(`${planning}/problem?${query}`, cookie, FEW)
  const seat = await openSeat(bench.url, organizationId)
  const candidates = await measure(
    `${planning}/work-orders/${seat.work}/candidates?${query}&positionId=${seat.id}`,
    cookie,
    FEW,
  )
  keepResults('board-week', {
    technicians: TECHNICIANS,
    visits: VISITS,
    requests: 1,
    first: { ...first.figures, rawKilobytes: round(first.body.length / 1000) },
    rowsOfThree: delta.figures,
    rules: rules.figures,
    inTheBrowser: assist(rules.body, seat.id),
    candidatesOfTheServer: candidates.figures,
    aim: { firstMillisecondsP95: 400, compressedKilobytes: 1000, suggestMilliseconds: 100 },
  })
} finally {
  await bench.stop()
}
