// The runs measured so far: one JSON a set and budget under bench/results/solver, written after every run.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import path from 'node:path'
import { fingerprintOf } from './fingerprint.ts'

const folder = path.join(import.meta.dirname, '../results/solver')

/** One run of the command line on one instance. */
export interface Run {
  readonly instance: string
  readonly seed: number
  readonly bestKnown: number
  readonly cost: number
  /** % above the best known; null when the plan is not feasible or leaves work out. */
  readonly gap: number | null
  readonly vehicles: number
  readonly unassigned: number
  readonly feasible: boolean
  readonly iterations: number
  readonly cpuMs: number
  readonly elapsedMs: number
  /** Fingerprint of the code that a search of this set runs through. */
  readonly engine: string
  readonly machine: string
  /** Load average of a minute when the run began; runs of this program at once. */
  readonly load: number
  readonly jobs: number
  readonly at: string
}

/** What is measured: a set, a budget in seconds, threads (CPU seconds with one, else wall). */
export interface Key {
  readonly set: string
  readonly seconds: number
  readonly threads: number
  readonly clock: 'cpu' | 'wall'
}

/** All runs of one key. */
export interface Ledger extends Key {
  readonly runs: readonly Run[]
}

/** The machine in one line. */
export const machineLine = (): string => {
  const model = cpus()[0]?.model.trim() || 'unknown processor'
  return `${model}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}-${process.arch}, Node ${process.version}`
}

export const loadNow = (): number => Number((loadavg()[0] ?? 0).toFixed(1))

const fileOf = ({ set, seconds, threads, clock }: Key): string =>
  path.join(folder, `${set}-${seconds}s${clock === 'wall' ? `-wall-${threads}t` : ''}.json`)

export function readLedger(key: Key): Ledger {
  const file = fileOf(key)
  if (!existsSync(file)) return { ...key, runs: [] }
  return JSON.parse(readFileSync(file, 'utf8')) as Ledger
}

/** Puts a run in its place; an older one of the same instance and seed goes. */
export function keepRun(key: Key, run: Run): void {
  const others = readLedger(key).runs.filter(
    ({ instance, seed }) => instance !== run.instance || seed !== run.seed,
  )
  const runs = [...others, run].sort((a, b) =>
    a.instance === b.instance ? a.seed - b.seed : a.instance < b.instance ? -1 : 1,
  )
  writeJson(fileOf(key), { ...key, runs })
}

/** Keeps a figure that is no gap, for example memory. */
export const keepFigure = (name: string, figures: Readonly<Record<string, unknown>>): void =>
  writeJson(path.join(folder, `${name}.json`), {
    figure: name,
    machine: machineLine(),
    load: loadNow(),
    at: new Date().toISOString(),
    engine: fingerprintOf(name),
    ...figures,
  })

const writeJson = (file: string, content: object): void => {
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${file}.tmp`, `${JSON.stringify(content, null, 1)}\n`)
  renameSync(`${file}.tmp`, file)
}

/** Everything measured so far. */
export function readAll(): {
  readonly ledgers: readonly Ledger[]
  readonly figures: ReadonlyMap<string, Readonly<Record<string, unknown>>>
} {
  const files = existsSync(folder)
    ? readdirSync(folder).filter((name) => name.endsWith('.json'))
    : []
  const all = files
    .sort()
    .map(
      (name) =>
        JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Record<string, unknown>,
    )
  return {
    ledgers: all.filter((one) => 'runs' in one) as unknown as Ledger[],
    figures: new Map(all.flatMap((one) => ('figure' in one ? [[String(one.figure), one]] : []))),
  }
}
