// `npm run bench:solver -- [--sets a,b] [--seconds N] [--seeds 1,2,3] [--jobs 1] [--only names] [--every N] [--keep]
// [--report]`: measures the engine through its command line, resumes where it stopped, and writes the report. What
// another version of the engine measured is measured anew, unless `--keep`; `--report` only writes.
import { execFile } from 'node:child_process'
import path from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { AIMS } from './aims.ts'
import { FIGURES } from './figure.ts'
import { fingerprintOf } from './fingerprint.ts'
import { type Key, keepFigure, keepRun, loadNow, machineLine, readLedger } from './ledger.ts'
import { writeReport } from './report.ts'
import { type Case, SETS } from './sets.ts'

const execute = promisify(execFile)
const here = import.meta.dirname
const machine = machineLine()

const { values } = parseArgs({
  options: {
    sets: { type: 'string', default: 'all' },
    seconds: { type: 'string' },
    seeds: { type: 'string', default: '1,2,3' },
    jobs: { type: 'string', default: '1' },
    only: { type: 'string' },
    every: { type: 'string', default: '1' },
    keep: { type: 'boolean', default: false },
    report: { type: 'boolean', default: false },
  },
})

/** What the command line prints. */
interface Answer {
  readonly cost: number
  readonly vehicles: number
  readonly unassigned: number
  readonly feasible: boolean
  readonly iterations: number
  readonly cpuMs: number
  readonly elapsedMs: number
}

interface Errand {
  readonly key: Key
  readonly one: Case
  readonly seed: number
}

const THREADS = 'threads'
/** The sets that show whether two threads beat one at equal wall time. */
const THREADED: readonly Key[] = [1, 2].map((threads) => ({
  set: 'homberger-1000',
  seconds: 30,
  threads,
  clock: 'wall',
}))

const keysOf = (name: string): readonly Key[] => {
  if (name === THREADS) {
    return THREADED.map((key) => ({ ...key, seconds: Number(values.seconds ?? key.seconds) }))
  }
  const budgets = values.seconds?.split(',').map(Number) ?? [
    ...new Set(AIMS.filter(({ set }) => set === name).map(({ seconds }) => seconds)),
  ]
  const usual = budgets.length === 0 ? [10] : budgets
  return usual.map((seconds) => ({ set: name, seconds, threads: 1, clock: 'cpu' as const }))
}

const errandsOf = (key: Key): readonly Errand[] => {
  const only = values.only?.toLowerCase().split(',')
  const engine = fingerprintOf(key.set)
  const done = new Set(
    readLedger(key)
      .runs.filter((run) => values.keep || run.engine === engine)
      .map(({ instance, seed }) => `${instance}#${seed}`),
  )
  return (SETS.get(key.set) ?? [])
    .filter(
      ({ name }, k) =>
        k % Number(values.every) === 0 && (only?.includes(name.toLowerCase()) ?? true),
    )
    .flatMap((one) => values.seeds.split(',').map((seed) => ({ key, one, seed: Number(seed) })))
    .filter(({ one, seed }) => !done.has(`${one.name}#${seed}`))
}

async function measure({ key, one, seed }: Errand): Promise<void> {
  const load = loadNow()
  const { stdout } = await execute(
    process.execPath,
    [
      path.join(here, '../../tools/solve.ts'),
      ...['--format', one.format, '--seconds', String(key.seconds), '--seed', String(seed)],
      ...['--threads', String(key.threads), '--clock', key.clock, one.path],
    ],
    { maxBuffer: 2 ** 26 },
  )
  const { routes: _, ...answer } = JSON.parse(stdout) as Answer & { readonly routes: unknown }
  const whole = answer.feasible && answer.unassigned === 0
  const gap = whole ? (100 * (answer.cost - one.bestKnown)) / one.bestKnown : null
  keepRun(key, {
    instance: one.name,
    seed,
    bestKnown: one.bestKnown,
    cost: answer.cost,
    gap: gap === null ? null : Number(gap.toFixed(4)),
    vehicles: answer.vehicles,
    unassigned: answer.unassigned,
    feasible: answer.feasible,
    iterations: answer.iterations,
    cpuMs: answer.cpuMs,
    elapsedMs: answer.elapsedMs,
    engine: fingerprintOf(key.set),
    machine,
    load,
    jobs: Number(values.jobs),
    at: new Date().toISOString(),
  })
  console.error(
    `${key.set} ${key.seconds} s  ${one.name}  seed ${seed}  ${answer.cost}  ${gap?.toFixed(3) ?? 'not feasible'} %`,
  )
}

async function measureFigure(name: string): Promise<void> {
  const { stdout } = await execute(process.execPath, [path.join(here, 'figure.ts'), name])
  keepFigure(name, JSON.parse(stdout))
  console.error(`${name}: ${stdout.trim()}`)
}

const names =
  values.sets === 'all'
    ? [...new Set(AIMS.map(({ set }) => set)), THREADS, ...FIGURES.keys()].filter(
        (name) => SETS.has(name) || FIGURES.has(name) || name === THREADS,
      )
    : values.sets.split(',')
const unknown = names.filter((name) => !(SETS.has(name) || FIGURES.has(name) || name === THREADS))
if (unknown.length > 0) {
  const known = [...SETS.keys(), THREADS, ...FIGURES.keys()].join(', ')
  console.error(`unknown: ${unknown.join(', ')}; expected some of ${known}`)
  process.exit(2)
}
if (!values.report) {
  const errands = names.flatMap(keysOf).flatMap(errandsOf)
  console.error(`${errands.length} runs to do`)
  const work = async (): Promise<void> => {
    for (let next = errands.shift(); next; next = errands.shift()) await measure(next)
  }
  await Promise.all(Array.from({ length: Number(values.jobs) }, work))
  for (const name of names.filter((one) => FIGURES.has(one))) await measureFigure(name)
}
writeReport()
