// node bench/solver/run.ts SET SECONDS [--seeds 1,2,3] [--every 1] [--out FILE]: gaps to the best known, by instance and mean.
import { appendFileSync, readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { buildProblem, check, createSearch, FORMATS } from '@regie/solver'
import { type Case, SETS } from './sets.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: 'string', default: '1' },
    every: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    out: { type: 'string' },
  },
})
const [set = '', seconds = '1'] = positionals
const cases = SETS.get(set)
if (cases === undefined) {
  console.error(`expected a set: ${[...SETS.keys()].join(', ')}`)
  process.exit(2)
}

/** CPU seconds of this process: other work on the machine does not count. */
const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

interface Run {
  readonly gap: number
  readonly cost: number
  readonly iterations: number
}

function measure({ format, path, bestKnown }: Case, seed: number): Run {
  const instance = FORMATS.get(format)?.(readFileSync(path, 'utf8'), {})
  if (instance === undefined) throw new Error(`no format ${format}`)
  const built = buildProblem(instance.input)
  if ('faults' in built) throw new Error(JSON.stringify(built.faults.slice(0, 3)))
  const search = createSearch(built.problem, {
    seed,
    stop: { seconds: Number(seconds), clock: cpuSeconds },
  })
  while (!search.step(1024));
  const { plan, cost, summary, iterations } = search.result()
  const points = Object.fromEntries(cost.shares.map((share) => [share.objective, share.points]))
  const value = instance.cost({ summary, points })
  const sound = check(built.problem, plan).length === 0 && summary.unassigned.length === 0
  return {
    gap: sound ? (100 * (value - bestKnown)) / bestKnown : Number.NaN,
    cost: value,
    iterations,
  }
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
const seeds = values.seeds.split(',').map(Number)
const rows: string[] = []
const gaps: number[] = []
const wanted = cases.filter(
  ({ name }, k) =>
    k % Number(values.every) === 0 && (values.only === '' || values.only.split(',').includes(name)),
)
for (const one of wanted) {
  const runs = seeds.map((seed) => measure(one, seed))
  const gap = median(runs.map((run) => run.gap))
  gaps.push(gap)
  const best = Math.min(...runs.map(({ cost }) => cost))
  rows.push(
    `| ${one.name} | ${one.bestKnown} | ${best.toFixed(2)} | ${gap.toFixed(3)} | ${median(runs.map(({ iterations }) => iterations))} |`,
  )
  console.error(rows.at(-1))
}
const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
const text = [
  `## ${set}, ${seconds} CPU s, seeds ${values.seeds}: mean gap ${mean.toFixed(3)} % over ${gaps.length} instances`,
  '',
  `${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}, one thread.`,
  '',
  '| instance | best known | best of the seeds | gap of the median seed, % | iterations |',
  '| --- | ---: | ---: | ---: | ---: |',
  ...rows,
  '',
].join('\n')
console.log(text.split('\n')[0])
if (values.out !== undefined) appendFileSync(values.out, `${text}\n`)
