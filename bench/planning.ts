// "Planifier" from the click to the checked proposal: `npm run bench:planning`. Aims on 2 cores: the 85 basins with
// 8 technicians for a day under 2 s; all 547 facilities over five days with 20 technicians under 20 s.
import { loadavg } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import { runDraft } from '@regie/contract/planning-runs'
import { applyRun, createRun } from '../apps/server/src/planning/index.ts'
import { getBoard } from '../apps/server/src/planning/queries/board.ts'
import { findRun, readProposal } from '../apps/server/src/planning/store/runs.ts'
import { type Bench, type Company, facilities, fillCompany, MONDAY, startBench } from './company.ts'
import { keepResults, median, quantile } from './results.ts'

type Case = {
  name: string
  sites: ReturnType<typeof facilities>
  technicians: number
  minutes: number
  until: string
  /** What the search may take; the rest of the aim is for reading, checking and telling. */
  seconds: number
  times: number
}

const round = (value: number, digits = 2): number => Number(value.toFixed(digits))

async function planOnce({ program }: Bench, { owner }: Company, { until, seconds }: Case) {
  const { work } = program.services
  const start = performance.now()
  const draft = runDraft.parse({ from: MONDAY, until, seconds })
  const { id } = await work.act(owner, createRun, draft)
  for (;;) {
    const run = await work.read(owner, null, (tx) => findRun(tx, id))
    if (run && run.state !== 'queued' && run.state !== 'running') {
      const elapsed = (performance.now() - start) / 1000
      if (run.state !== 'proposed') throw new Error(`${run.state}: ${run.failure}`)
      return { id, elapsed, proposal: await work.read(owner, null, (tx) => readProposal(tx, id)) }
    }
    await setTimeout(20)
  }
}

/** How long a small board takes while nothing else happens, and while a run is under way. */
async function boardTimes(
  { program }: Bench,
  { owner }: Company,
  isOver: () => boolean,
): Promise<number[]> {
  const range = { from: `${MONDAY}T00:00:00+01:00`, until: `${MONDAY}T23:59:00+01:00` }
  const times: number[] = []
  while (!isOver()) {
    const start = performance.now()
    await program.services.work.read(owner, null, (tx) => getBoard(tx, range))
    times.push(performance.now() - start)
    await setTimeout(10)
  }
  return times
}

async function measure(bench: Bench, one: Case) {
  const company = await fillCompany(bench, one)
  const first = await planOnce(bench, company, one)
  const seconds = [first.elapsed]
  for (let n = 1; n < one.times; n++) seconds.push((await planOnce(bench, company, one)).elapsed)
  const quietUntil = performance.now() + 3000
  const quiet = await boardTimes(bench, company, () => performance.now() > quietUntil)
  let over = false
  const running = planOnce(bench, company, one).finally(() => {
    over = true
  })
  const busy = await boardTimes(bench, company, () => over)
  const last = await running
  const applying = performance.now()
  const { applied } = await bench.program.services.work.act(company.owner, applyRun, {
    runId: last.id,
    technicianIds: [],
    positionIds: [],
    skipOvertaken: false,
  })
  return {
    case: one.name,
    visits: one.sites.length,
    technicians: one.technicians,
    searchSeconds: one.seconds,
    medianSecondsToProposal: round(median(seconds)),
    slowestSecondsToProposal: round(Math.max(...seconds)),
    assigned: last.proposal?.assigned,
    unassigned: last.proposal?.unassigned.length,
    kilometres: last.proposal?.kilometres,
    applied,
    secondsToApply: round((performance.now() - applying) / 1000),
    boardMillisecondsQuiet: { p50: round(median(quiet)), p99: round(quantile(quiet, 0.99)) },
    boardMillisecondsDuringRun: { p50: round(median(busy)), p99: round(quantile(busy, 0.99)) },
  }
}

const all = facilities()
const cases: Case[] = [
  {
    name: '85 basins, 8 technicians, 1 day',
    sites: all.filter(({ kind }) => kind === 'Bassin de natation'),
    technicians: 8,
    minutes: 30,
    until: MONDAY,
    seconds: 1,
    times: 5,
  },
  {
    name: '547 facilities, 20 technicians, 5 days',
    sites: all,
    technicians: 20,
    minutes: 45,
    until: '2026-11-27',
    seconds: 12,
    times: 3,
  },
]

const bench = await startBench()
try {
  const results = []
  for (const one of cases) results.push(await measure(bench, one))
  keepResults('planning', {
    loadAverage: Number((loadavg()[0] ?? 0).toFixed(1)),
    aim: { medianSecondsToProposal: [2, 20] },
    results,
  })
} finally {
  await bench.stop()
}
