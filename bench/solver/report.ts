// The report in bench/results/solver.md and its chart, written from the runs kept so far and from nothing else.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { median } from '../results.ts'
import { AIMS, type Aim } from './aims.ts'
import { chart } from './chart.ts'
import { type Ledger, type Run, readAll } from './ledger.ts'
import { SETS } from './sets.ts'

const results = path.join(import.meta.dirname, '../results')

/** A set at one budget: the median gap of the seeds by instance, and their mean. */
export interface Standing {
  readonly instances: readonly {
    readonly name: string
    readonly runs: readonly Run[]
    /** NaN when the median seed found no plan that is whole. */
    readonly gap: number
  }[]
  /** Mean over the instances that have a gap. */
  readonly mean: number
  readonly seeds: readonly number[]
}

const grouped = (runs: readonly Run[]): ReadonlyMap<string, readonly Run[]> =>
  Map.groupBy(runs, ({ instance }) => instance)

export const standingOf = ({ runs }: Ledger, only?: ReadonlySet<string>): Standing => {
  const instances = [...grouped(runs)]
    .filter(([name]) => only?.has(name) ?? true)
    .map(([name, own]) => {
      const gap = median(own.map((run) => run.gap ?? Number.POSITIVE_INFINITY))
      return { name, runs: own, gap: Number.isFinite(gap) ? gap : Number.NaN }
    })
  const gaps = instances.map(({ gap }) => gap).filter((gap) => !Number.isNaN(gap))
  return {
    instances,
    mean: gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length,
    seeds: [...new Set(runs.map(({ seed }) => seed))].sort((a, b) => a - b),
  }
}

const ledgerOf = (ledgers: readonly Ledger[], set: string, seconds: number): Ledger | undefined =>
  ledgers.find((one) => one.set === set && one.seconds === seconds && one.clock === 'cpu')

/** A sample is also measured when its whole set is. */
const standingOfAim = (ledgers: readonly Ledger[], { set, seconds }: Aim): Standing | undefined => {
  const own = ledgerOf(ledgers, set, seconds)
  const whole = ledgerOf(ledgers, set.replace(/-sample$/, ''), seconds)
  if (own === undefined && whole === undefined) return undefined
  const wanted = new Set((SETS.get(set) ?? []).map(({ name }) => name))
  const measured = (ledger: Ledger | undefined): number =>
    new Set(ledger?.runs.filter(({ instance }) => wanted.has(instance)).map((run) => run.instance))
      .size
  const chosen = measured(own) >= measured(whole) ? own : whole
  if (chosen === undefined || measured(chosen) === 0) return undefined
  return standingOf(chosen, wanted)
}

const percent = (gap: number): string => (Number.isNaN(gap) ? '–' : `${gap.toFixed(3)} %`)

const verdictOf = (good: boolean, complete: boolean): string =>
  `${good ? 'reached' : 'not reached'}${complete ? '' : ' on this sample'}`

const aimRow = (ledgers: readonly Ledger[], aim: Aim): string => {
  const standing = standingOfAim(ledgers, aim)
  const rivals = aim.rivals.map(
    ({ name, gap, remark }) => `${gap} % (${name}${remark ? `, ${remark}` : ''})`,
  )
  const whole = SETS.get(aim.set)?.length ?? 0
  if (!standing)
    return `| ${aim.title} | ${aim.aim} % | ${rivals.join('; ') || 'published values'} | not measured | |`
  const { mean, instances, seeds } = standing
  const failed = instances.filter(({ gap }) => Number.isNaN(gap)).length
  const how = [
    `${instances.length} of ${whole} instances`,
    `seeds ${seeds.join(', ')}`,
    ...(failed > 0 ? [`${failed} without a whole plan, not in the mean`] : []),
    verdictOf(mean <= aim.aim && failed === 0, instances.length === whole),
  ]
  return `| ${aim.title} | ${aim.aim} % | ${rivals.join('; ') || 'published values'} | **${percent(mean)}** | ${how.join('; ')} |`
}

const spread = (values: readonly number[]): string => {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  return least === most ? String(least) : `${least} to ${most}`
}

const unit = ({ clock, threads }: Ledger): string =>
  clock === 'cpu'
    ? 'CPU s, one thread'
    : `s of the wall clock, ${threads === 1 ? 'one thread' : `${threads} threads`}`

const details = (ledger: Ledger): readonly string[] => {
  const { instances, mean, seeds } = standingOf(ledger)
  const { runs } = ledger
  const engines = [...new Set(runs.map(({ engine }) => engine))]
  return [
    `## ${ledger.set}, ${ledger.seconds} ${unit(ledger)}: mean gap ${percent(mean)}`,
    '',
    `${[...new Set(runs.map(({ machine }) => machine))].join('; ')}. Seeds ${seeds.join(', ')}; load ${spread(runs.map(({ load }) => load))}; ${spread(runs.map(({ jobs }) => jobs))} at once; engine ${engines.join(', ')}${engines.length > 1 ? ' (several versions: measure again)' : ''}; ${runs
      .map(({ at }) => at.slice(0, 10))
      .sort()
      .at(-1)}.`,
    '',
    '| instance | best known | best of the seeds | gap of the median seed, % | gap by seed, % | vehicles | iterations | CPU s |',
    '| --- | ---: | ---: | ---: | --- | ---: | ---: | ---: |',
    ...instances.map(({ name, runs: own, gap }) => {
      const whole = own.filter((run) => run.gap !== null)
      const best = whole.reduce<Run | undefined>(
        (a, b) => (a && a.cost <= b.cost ? a : b),
        undefined,
      )
      const cells = [
        name,
        own[0]?.bestKnown,
        best?.cost ?? 'none whole',
        Number.isNaN(gap) ? '–' : gap.toFixed(3),
        own.map((run) => run.gap?.toFixed(3) ?? `${run.unassigned} left out`).join(', '),
        best?.vehicles ?? '–',
        median(own.map(({ iterations }) => iterations)),
        (median(own.map(({ cpuMs }) => cpuMs)) / 1000).toFixed(1),
      ]
      return `| ${cells.join(' | ')} |`
    }),
    '',
  ]
}

type Figures = Readonly<Record<string, unknown>>

const figureRow = (name: string, figures: Figures | undefined): string => {
  const told: Readonly<Record<string, (own: Figures) => string>> = {
    'first-plan-1000': (own) =>
      `| First plan for 1,000 visits, 100 technicians | 0.5 s | ${own.totalSeconds} CPU s, of which ${own.buildSeconds} to read the problem; ${own.assigned} planned |`,
    'memory-1000': (own) =>
      `| Memory for 1,000 visits, 100 technicians, ${own.seconds} s of search | 300 MB | ${own.peakMegabytes} MB, the whole process at its peak |`,
    'memory-50000': (own) =>
      `| 50,000 visits, ${own.technicians} technicians, ${own.seconds} s | accepted | ${own.peakMegabytes} MB at the peak, ${own.buildSeconds} s to read; ${own.unassigned} unassigned; ${own.sound ? 'no rule broken' : 'RULES BROKEN'} |`,
    'best-slots': (own) =>
      `| Best slots of one visit, 200 technicians, ${own.visits} visits | 20 ms | median ${own.medianMs} ms, 95 % under ${own.p95Ms} ms, the first ${own.firstMs} ms |`,
    paris: (own) =>
      `| Paris, 547 sites, 5 days, 20 technicians: 5 s against 120 s | within 1 % | ${own.apartPercent} % apart (median of three seeds against one of 120 s; load ${own.load}); ${Number(own.apartPercent) <= 1 ? 'reached' : 'not reached'} |`,
  }
  return figures === undefined ? `| ${name} | | not measured |` : (told[name]?.(figures) ?? '')
}

const threadRows = (ledgers: readonly Ledger[]): readonly string[] =>
  ledgers
    .filter(({ clock }) => clock === 'wall')
    .map(
      (ledger) =>
        `| Homberger 1000, ${ledger.seconds} s of the wall clock, ${ledger.threads} thread${ledger.threads > 1 ? 's' : ''} | two beat one | ${percent(standingOf(ledger).mean)} over ${standingOf(ledger).instances.length} instances |`,
    )

/** Writes the table and the chart from what has been measured so far. */
export function writeReport(): void {
  const { ledgers, figures } = readAll()
  const names = ['first-plan-1000', 'memory-1000', 'memory-50000', 'best-slots', 'paris']
  const text = [
    '# Figures of the scheduling engine',
    '',
    'Written by `npm run bench:solver` from the runs in `bench/results/solver/`; do not edit. Each run is one call of the command line (`npm run -s solve`) in a process of its own, cold. One thread, CPU seconds unless told otherwise. Gap: to the best known cost, in the convention of `bench/data/README.md`; of each instance the median of its seeds, then the mean over the instances. Where not all instances of a set were run, they are every so manyth in the order of their names, as the tables below tell. Rivals are quoted from `bench/data/README.md`, not measured here.',
    '',
    '![Mean gap to the best known by set, ours and the rivals](solver.svg)',
    '',
    '## Against the aims',
    '',
    '| set, budget | aim | rivals, as quoted | ours | on |',
    '| --- | --- | --- | --- | --- |',
    ...AIMS.map((aim) => aimRow(ledgers, aim)),
    '',
    'Gehring & Homberger, 200 customers: rivals were measured on twelve instances, of which the seven with numbers 1 to 5 are in `bench/data`.',
    '',
    '| what | aim | measured |',
    '| --- | --- | --- |',
    ...names.map((name) => figureRow(name, figures.get(name))),
    ...threadRows(ledgers),
    '',
    'What was tried, kept and dropped stands in `docs/decisions/`, with its figures.',
    '',
    ...ledgers.flatMap(details),
  ].join('\n')
  writeFileSync(path.join(results, 'solver.md'), `${text.trimEnd()}\n`)
  const rows = AIMS.map((aim) => ({ aim, ours: standingOfAim(ledgers, aim)?.mean }))
  writeFileSync(path.join(results, 'solver.svg'), chart(rows))
}
