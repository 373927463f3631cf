// Solves one instance in the thread that calls it; budgets are CPU seconds when alone.
import {
  buildProblem,
  check,
  createSearch,
  evaluate,
  FORMATS,
  type Instance,
  type Problem,
  type Result,
  type Stop,
  solveInParts,
  TEAM_FORMATS,
} from '@regie/solver'
import { solveTeams } from './solve-teams.ts'

/** What to solve and for how long. */
export interface SolveTask {
  readonly format: string
  readonly text: string
  readonly objective: string
  readonly seconds: number
  readonly iterations?: number
  readonly threads: number
  /** What `seconds` counts. */
  readonly clock: 'cpu' | 'wall'
  readonly seed: number
  readonly out?: string
  readonly progress: boolean
}

/** The object to print, or the faults of the input; `compared` ranks the answers of several threads. */
export interface SolveAnswer {
  readonly answer: Readonly<Record<string, unknown>>
  readonly compared: number
  readonly faults: readonly string[]
}

const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

const failed = (faults: readonly string[]): SolveAnswer => ({
  answer: {},
  compared: Number.POSITIVE_INFINITY,
  faults,
})

const readInstance = (task: SolveTask): Instance | string => {
  try {
    return FORMATS.get(task.format)?.(task.text, { objective: task.objective }) ?? 'unknown format'
  } catch (error) {
    return `${task.format}: ${error instanceof Error ? error.message : String(error)}`
  }
}

const present = (instance: Instance, result: Found): Readonly<Record<string, unknown>> => {
  const points = Object.fromEntries(
    result.cost.shares.map(({ objective, points: own }) => [objective, own]),
  )
  const { summary } = result
  return {
    cost: Number(instance.cost({ summary, points }).toFixed(6)),
    vehicles: summary.shiftsUsed,
    unassigned: summary.unassigned.length,
    iterations: result.iterations,
    routes: summary.tours.map(({ technician, visits }) => ({
      technician,
      visits: visits.map(({ visit, start }) => ({ id: visit, start: start / instance.timeScale })),
    })),
  }
}

const timed = (solve: (task: SolveTask) => SolveAnswer, task: SolveTask): SolveAnswer => {
  const begun = performance.now()
  const cpuBegun = cpuSeconds()
  const { answer, ...rest } = solve(task)
  const elapsedMs = Math.round(performance.now() - begun)
  const cpuMs = Math.round((cpuSeconds() - cpuBegun) * 1000)
  return { ...rest, answer: { ...answer, elapsedMs, cpuMs } }
}

const clockOf = (task: SolveTask): (() => number) =>
  task.clock === 'cpu' ? cpuSeconds : (): number => performance.now() / 1000

/** Solves a task in this thread. */
export const solveTask = (task: SolveTask): SolveAnswer =>
  timed(TEAM_FORMATS.has(task.format) ? (one) => solveTeams(one, clockOf(one)) : solveTours, task)

/** Visits beyond which a problem is planned in parts: one search over all would crawl. */
const SEARCHED_WHOLE = 5000

/** What of a result is printed. */
export type Found = Pick<Result, 'plan' | 'cost' | 'summary' | 'iterations'>

const tell = (task: SolveTask, text: string): void => {
  if (task.progress) process.stderr.write(text)
}

/** A task read and built. */
export interface OpenedTask {
  readonly instance: Instance
  readonly problem: Problem
  readonly stop: Stop & { readonly clock: () => number }
  /** Too big for one search. */
  readonly inParts: boolean
}

/** Reads and builds a task, or says the faults of its input. */
export function openTask(task: SolveTask): OpenedTask | { readonly faults: readonly string[] } {
  const instance = readInstance(task)
  if (typeof instance === 'string') return { faults: instance.split('\n') }
  const built = buildProblem(instance.input)
  if ('faults' in built)
    return {
      faults: built.faults.map(
        ({ path, expected, got }) =>
          `${instance.pathIn?.(path) ?? path}: expected ${expected}, got ${got}`,
      ),
    }
  const { problem } = built
  const { iterations, seconds } = task
  const clock = clockOf(task)
  const stop = iterations === undefined ? { seconds, clock } : { iterations, clock }
  const inParts = problem.visits.length > SEARCHED_WHOLE && iterations === undefined
  return { instance, problem, stop, inParts }
}

function searchTours(task: SolveTask, { instance, problem, stop, inParts }: OpenedTask): Found {
  const { seed, seconds } = task
  if (inParts) {
    const onProgress = (done: number, parts: number): void =>
      tell(task, `\r${done} of ${parts} parts   `)
    return solveInParts(instance.input, problem, { seconds, clock: stop.clock, seed, onProgress })
  }
  const found = createSearch(problem, {
    seed,
    stop,
    ...(instance.initial && { initial: instance.initial }),
    onProgress: (progress) =>
      tell(task, `\r${progress.iterations} iterations, cost ${progress.cost.toFixed(2)}   `),
  })
  while (!found.step(256));
  tell(task, '\n')
  return found.result()
}

/** The plan without what the format does not allow to stand alone, and its figures. */
function mended(problem: Problem, { mend }: Instance, found: Found): Found {
  const plan = mend?.(found.plan) ?? found.plan
  if (plan.assignments.length === found.plan.assignments.length) return found
  const { summary, cost } = evaluate(problem, plan)
  return { ...found, plan, summary, cost }
}

function solveTours(task: SolveTask): SolveAnswer {
  const opened = openTask(task)
  if ('faults' in opened) return failed(opened.faults)
  for (const note of opened.instance.ignored) console.error(note)
  return presentAnswer(opened, searchTours(task, opened))
}

/** Work that needs more people than there are. */
function tellTooManySeats({ workOrders, visits, technicians }: Problem): void {
  for (const { id, visits: seats } of workOrders) {
    const needed = seats.filter((seat) => !visits[seat]?.optional).length
    if (needed > technicians.length)
      console.error(
        `${id}: stays unassigned, ${needed} seats for ${technicians.length} technicians`,
      )
  }
}

/** The object to print for what a search found. */
export function presentAnswer({ problem, instance }: OpenedTask, found: Found): SolveAnswer {
  const result = mended(problem, instance, found)
  tellTooManySeats(problem)
  const violations = check(problem, result.plan)
  for (const { message, visit } of violations) console.error(`${visit ?? ''}: ${message}`)
  const answer = {
    ...present(instance, result),
    feasible: violations.length === 0,
    ...instance.answer?.(problem, result),
  }
  return { answer, compared: result.cost.total, faults: [] }
}
