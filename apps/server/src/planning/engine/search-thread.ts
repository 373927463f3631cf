// The search in a thread of its own: the event loop of the server never waits for it.
import { setImmediate } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import {
  buildProblem,
  check,
  createSearch,
  estimateTravel,
  evaluate,
  explain,
  type Plan,
  type Problem,
  type Refusal,
  type Search,
} from '@regie/solver'
import type { SearchMessage, SearchTask, Unplaced } from './search-messages.ts'

const REPORT_MS = 400
/**
 * Every seat that stays empty is explained, whatever the search took. Only where thousands stay empty does
 * this end it, with so much a seat; the others are explained when somebody opens them.
 */
const EXPLAIN_AT_LEAST_MS = 30_000
const EXPLAIN_EACH_MS = 50
const NEAREST = 3

const say = (message: SearchMessage): void => parentPort?.postMessage(message)

function readProblem({ input, estimate }: SearchTask): Problem {
  const points = input.locations.map(({ latitude = 0, longitude = 0 }) => ({ latitude, longitude }))
  const travel = estimate
    ? [
        estimateTravel(points, {
          detourFactor: estimate.detour,
          kilometresPerHour: estimate.speedKmh,
        }),
      ]
    : (input.travel ?? [])
  const built = buildProblem({ ...input, travel })
  if ('faults' in built)
    throw new Error(
      `the problem has faults: ${built.faults
        .slice(0, 5)
        .map(({ path, expected, got }) => `${path}: expected ${expected}, got ${got}`)
        .join('; ')}`,
    )
  return built.problem
}

/** The plan as it stands, less what breaks a rule by now and may be planned anew. */
function startingPlan(problem: Problem, initial: Plan): Plan {
  let plan = initial
  for (let round = 0; round < 20; round++) {
    const bad = new Set(
      check(problem, plan)
        .filter(({ locked }) => !locked)
        .flatMap(({ visit }) => visit ?? []),
    )
    const kept = plan.assignments.filter(({ visit }) => !bad.has(visit) || isLocked(problem, visit))
    if (kept.length === plan.assignments.length) return plan
    plan = { assignments: kept }
  }
  return plan
}

const isLocked = (problem: Problem, visit: string): boolean =>
  problem.visits[problem.visitIndex.get(visit) ?? -1]?.locked !== undefined

async function run(search: Search, seconds: number): Promise<void> {
  const deadline = performance.now() + seconds * 1000
  let reported = 0
  while (!search.step(50) && performance.now() < deadline) {
    if (performance.now() - reported < REPORT_MS) continue
    reported = performance.now()
    const { assigned, unassigned, elapsedSeconds } = search.progress
    const { metres } = search.result().summary
    const fraction = Math.min(1, elapsedSeconds / seconds)
    say({ kind: 'progress', progress: { assigned, unassigned, fraction, metres } })
    // A moment for the message that ends this thread.
    await setImmediate()
  }
}

/** Reasons of those who come nearest, for each seat that stays empty, as far as the time goes. */
function unplaced(
  problem: Problem,
  plan: Plan,
  visits: readonly string[],
  limitMs: number,
): Unplaced[] {
  const until = performance.now() + limitMs
  return visits.map((visit) => {
    if (performance.now() > until) return { visit, refusals: [] }
    const refusals: Refusal[] = explain(problem, plan, visit, { relaxations: false })
      .technicians.slice(0, NEAREST)
      .flatMap((one) => one.refusals)
    return { visit, refusals }
  })
}

async function main(task: SearchTask): Promise<void> {
  const problem = readProblem(task)
  // Starting up took its part of the time that was asked for.
  const seconds = Math.max(task.seconds / 2, (task.wantedAt - Date.now()) / 1000)
  const initial = startingPlan(problem, task.initial)
  const clock = () => performance.now() / 1000
  const search = createSearch(problem, {
    initial,
    seed: task.seed,
    stop: { seconds, clock },
  })
  await run(search, seconds)
  const { plan, cost, summary, iterations } = search.result()
  const [violation] = check(problem, plan).filter(({ locked }) => !locked)
  if (violation) throw new Error(`the plan did not pass its check: ${violation.message}`)
  const before = evaluate(problem, task.initial)
  const empty = summary.unassigned
  const limitMs = Math.max(EXPLAIN_AT_LEAST_MS, empty.length * EXPLAIN_EACH_MS)
  say({
    kind: 'outcome',
    outcome: {
      plan,
      cost,
      summary,
      iterations,
      metresBefore: before.summary.metres,
      costBefore: before.cost,
      unplaced: unplaced(problem, plan, empty, limitMs),
    },
  })
}

main(workerData as SearchTask).catch((error: unknown) =>
  say({ kind: 'failure', message: (error as Error).message }),
)
