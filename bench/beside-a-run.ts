// Do other requests feel a planning run? `npm run bench:beside-a-run`: reads of the board over HTTP from a process of
// its own, by turns without and with a run under way, so that the machine's other work falls on both alike.
import { execFile } from 'node:child_process'
import { loadavg } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import { runDraft } from '@regie/contract/planning-runs'
import { cancelRun } from '../apps/server/src/planning/commands/runs.ts'
import { createRun } from '../apps/server/src/planning/index.ts'
import { findRun } from '../apps/server/src/planning/store/runs.ts'
import { signIn } from '../apps/server/src/testing/people.ts'
import { asTestProgram, facilities, fillCompany, MONDAY, startBench } from './company.ts'
import { keepResults, median } from './results.ts'

const TURNS = 6
const SECONDS = 6
/** What planners wait for, not how much the server can bear: each asks again after a pause. */
const CONNECTIONS = 4
const PAUSE_MS = 100

type Loaded = { perSecond: number; p50: number; p99: number }

async function readBoard(url: string, cookie: string): Promise<Loaded> {
  const load = path.join(import.meta.dirname, 'load-board.ts')
  const more = [url, cookie, String(CONNECTIONS), String(SECONDS), String(PAUSE_MS)]
  const { stdout } = await promisify(execFile)(process.execPath, [load, ...more])
  return JSON.parse(stdout) as Loaded
}

const bench = await startBench({ frozen: false })
try {
  const { work } = bench.program.services
  const company = await fillCompany(bench, { sites: facilities(), technicians: 20, minutes: 45 })
  const planner = await signIn(asTestProgram(bench), 'planner', {
    organizationId: company.owner.organizationId,
  })
  const cookie = planner.cookie()
  const range = `from=${MONDAY}T00:00:00Z&until=${MONDAY}T23:00:00Z`
  const url = `${bench.program.address}/api/planning/board?${range}`
  const stateOf = async (runId: string) =>
    (await work.read(company.owner, null, (tx) => findRun(tx, runId)))?.state
  const quiet: Loaded[] = []
  const busy: Loaded[] = []
  await readBoard(url, cookie)
  for (let turn = 0; turn < TURNS; turn++) {
    quiet.push(await readBoard(url, cookie))
    const draft = runDraft.parse({ from: MONDAY, until: '2026-11-27', seconds: 60 })
    const { id } = await work.act(company.owner, createRun, draft)
    while ((await stateOf(id)) !== 'running') await setTimeout(50)
    await setTimeout(1500)
    busy.push(await readBoard(url, cookie))
    await work.act(company.owner, cancelRun, { runId: id })
    await setTimeout(500)
  }
  const told = (turns: readonly Loaded[]) => ({
    p50Milliseconds: Number(median(turns.map(({ p50 }) => p50)).toFixed(2)),
    p99Milliseconds: Number(median(turns.map(({ p99 }) => p99)).toFixed(2)),
  })
  const [without, during] = [told(quiet), told(busy)]
  keepResults('beside-a-run', {
    loadAverage: Number((loadavg()[0] ?? 0).toFixed(1)),
    aim: 'p99 within 20 % of what it is without a run',
    readers: CONNECTIONS,
    pauseMilliseconds: PAUSE_MS,
    turns: TURNS,
    secondsPerTurn: SECONDS,
    visits: 547,
    without,
    during,
    p99ChangePercent: Math.round(
      100 * (during.p99Milliseconds / Math.max(1e-9, without.p99Milliseconds) - 1),
    ),
  })
} finally {
  await bench.stop()
}
