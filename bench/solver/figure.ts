// node bench/solver/figure.ts NAME: one figure that is no gap, measured in a process of its own, as JSON on stdout.
import {
  buildProblem,
  check,
  createSearch,
  type Problem,
  type ProblemInput,
  solveInParts,
  suggest,
} from '@regie/solver'
import { median, quantile } from '../results.ts'
import { company, paris } from './problems.ts'

const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

const MEGABYTE = 2 ** 20
/** Kilobytes on Linux and macOS alike, as libuv tells it. */
const peakMegabytes = (): number => Math.round((process.resourceUsage().maxRSS * 1024) / MEGABYTE)

function build(input: ProblemInput): Problem {
  const built = buildProblem(input)
  if ('faults' in built) throw new Error(JSON.stringify(built.faults.slice(0, 3)))
  return built.problem
}

function search(problem: Problem, seconds: number, seed: number) {
  const found = createSearch(problem, { seed, stop: { seconds, clock: cpuSeconds } })
  while (!found.step(256));
  const { plan, cost, summary, iterations } = found.result()
  return {
    total: cost.total,
    unassigned: summary.unassigned.length,
    sound: check(problem, plan).length === 0,
    iterations,
  }
}

function inParts(input: ProblemInput, problem: Problem, seconds: number) {
  const options = { seconds, clock: cpuSeconds }
  const { plan, cost, summary, iterations, parts } = solveInParts(input, problem, options)
  return {
    parts,
    total: cost.total,
    unassigned: summary.unassigned.length,
    sound: check(problem, plan).length === 0,
    iterations,
  }
}

/** The cold start a user meets: the first search of a process. */
function firstPlan(): object {
  const input = company(1000, 100)
  const begun = cpuSeconds()
  const problem = build(input)
  const built = cpuSeconds()
  const found = createSearch(problem, { stop: { iterations: 1 } })
  const done = cpuSeconds()
  const { plan } = found.result()
  return {
    visits: 1000,
    technicians: 100,
    assigned: found.progress.assigned,
    sound: check(problem, plan).length === 0,
    buildSeconds: Number((built - begun).toFixed(3)),
    firstPlanSeconds: Number((done - built).toFixed(3)),
    totalSeconds: Number((done - begun).toFixed(3)),
    wallLimitSeconds: 0.5,
  }
}

function memory(visits: number, technicians: number, seconds: number): object {
  const begun = cpuSeconds()
  const input = company(visits, technicians)
  const problem = build(input)
  const buildSeconds = Number((cpuSeconds() - begun).toFixed(2))
  const found = visits > 5000 ? inParts(input, problem, seconds) : search(problem, seconds, 1)
  return { visits, technicians, seconds, buildSeconds, ...found, peakMegabytes: peakMegabytes() }
}

/** 200 technicians with ten visits each; one more asks for its best slots. */
function bestSlots(): object {
  const problem = build(company(2001, 200))
  const planned = createSearch(problem, { stop: { iterations: 2000 } })
  while (!planned.step(256));
  const { assignments } = planned.result().plan
  const times: number[] = []
  for (let k = 0; k < 60; k++) {
    const visit = assignments[(k * 31) % assignments.length]?.visit ?? 'w0'
    const plan = { assignments: assignments.filter((one) => one.visit !== visit) }
    const begun = performance.now()
    suggest(problem, plan, visit, { count: 5 })
    times.push(performance.now() - begun)
  }
  const told = (value: number): number => Number(value.toFixed(1))
  return {
    technicians: 200,
    visits: assignments.length,
    firstMs: told(times[0] ?? Number.NaN),
    medianMs: told(median(times)),
    p95Ms: told(quantile(times, 0.95)),
    aimMs: 20,
  }
}

function parisTwice(): object {
  const problem = build(paris())
  const short = [1, 2, 3].map((seed) => search(problem, 5, seed))
  const long = [1].map((seed) => search(problem, 120, seed))
  const soon = median(short.map(({ total }) => total))
  const late = median(long.map(({ total }) => total))
  return {
    sites: 547,
    technicians: 20,
    days: 5,
    after5s: short,
    after120s: long,
    apartPercent: Number(((100 * (soon - late)) / late).toFixed(2)),
    aimPercent: 1,
  }
}

/** What can be measured, by name. */
export const FIGURES: ReadonlyMap<string, () => object> = new Map([
  ['first-plan-1000', firstPlan],
  ['memory-1000', () => memory(1000, 100, 10)],
  ['memory-50000', () => memory(50_000, 2500, 60)],
  ['best-slots', bestSlots],
  ['paris', parisTwice],
])

if (import.meta.main) {
  const figure = FIGURES.get(process.argv[2] ?? '')
  if (figure === undefined) throw new Error(`expected one of ${[...FIGURES.keys()].join(', ')}`)
  console.log(JSON.stringify(figure()))
}
