// The search in a process of its own: the event loop of the server never waits for it, and never falls with it.
import { once } from 'node:events'
import { setImmediate } from 'node:timers/promises'
import {
  check,
  createSearch,
  evaluate,
  explain,
  mergePlans,
  type Plan,
  type Problem,
  partition,
  type Refusal,
  type Result,
  type Search,
} from '@regie/solver'
import { fillGaps } from './fill-gaps.ts'
import type {
  SearchMessage,
  SearchOutcome,
  SearchTask,
  ThreadTask,
  Unplaced,
} from './search-messages.ts'
import { searchTogether } from './search-team.ts'
import { giveWay, inputOf, readProblem, secondsLeft } from './thread-problem.ts'

const REPORT_MS = 400
/**
 * Every seat that stays empty is explained, whatever the search took. Only where thousands stay empty does
 * this end it, with so much a seat; the others are explained when somebody opens them.
 */
const EXPLAIN_AT_LEAST_MS = 30_000
const EXPLAIN_EACH_MS = 50
const NEAREST = 3
/** Small enough for a search to settle in seconds, big enough to hold a few dozen tours. */
const VISITS_PER_PART = 500
/** What filling the gaps that borders left may take. */
const FILL_MS = 10_000

const say = (message: SearchMessage): void => void process.send?.(message)

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
    // A moment to hear that whoever asked is gone.
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
  const known = new Map<string, Refusal[]>()
  return visits.map((visit) => {
    const kind = kindOf(problem, visit)
    const alike = known.get(kind)
    if (alike) return { visit, refusals: alike.map((refusal) => ({ ...refusal, visit })) }
    if (performance.now() > until) return { visit, refusals: [] }
    const refusals: Refusal[] = explain(problem, plan, visit, { relaxations: false })
      .technicians.slice(0, NEAREST)
      .flatMap((one) => one.refusals)
    known.set(kind, refusals)
    return { visit, refusals }
  })
}

/** Seats that ask for the same at the same place and time stay empty for the same reasons: they are asked once. */
const kindOf = (problem: Problem, id: string): string => {
  const visit = problem.visits[problem.visitIndex.get(id) ?? -1]
  if (!visit) return id
  const { location, windows, serviceSeconds, skills, certifications, resources } = visit
  const { workOrder, allowed, priority } = visit
  const crew = problem.workOrders[workOrder]?.visits.length === 1 ? null : workOrder
  return JSON.stringify([
    ...[location, windows, serviceSeconds, skills, certifications, resources, crew, priority],
    allowed ? [...allowed] : null,
  ])
}

/** What a plan is worth, with every empty seat explained; it must break no rule that was not broken before. */
function outcomeOf(
  problem: Problem,
  found: Pick<SearchOutcome, 'plan' | 'cost' | 'summary' | 'iterations'>,
  { initial, isPart = false }: Pick<SearchTask, 'initial' | 'isPart'>,
): SearchOutcome {
  const [violation] = breaks(problem, found.plan)
  if (violation) throw new Error(`the plan did not pass its check: ${violation.message}`)
  const before = evaluate(problem, initial)
  const empty = isPart ? [] : found.summary.unassigned
  const limitMs = Math.max(EXPLAIN_AT_LEAST_MS, empty.length * EXPLAIN_EACH_MS)
  return {
    ...found,
    metresBefore: before.summary.metres,
    costBefore: before.cost,
    unplaced: unplaced(problem, found.plan, empty, limitMs),
  }
}

const breaks = (problem: Problem, plan: Plan) =>
  check(problem, plan).filter(({ locked }) => !locked)

async function searchAlone(problem: Problem, task: SearchTask): Promise<Result> {
  const seconds = secondsLeft(task)
  const clock = () => performance.now() / 1000
  const { initial, seed } = task
  const search = createSearch(problem, { initial, seed, stop: { seconds, clock } })
  await run(search, seconds)
  return search.result()
}

async function searchAll(task: SearchTask): Promise<void> {
  const problem = readProblem(task)
  const initial = startingPlan(problem, task.initial)
  const { plan, cost, summary, iterations } =
    (task.threads ?? 1) > 1
      ? await searchTogether(problem, { ...task, initial }, (progress) =>
          say({ kind: 'progress', progress }),
        )
      : await searchAlone(problem, { ...task, initial })
  const outcome = outcomeOf(problem, { plan, cost, summary, iterations }, task)
  say({ kind: 'outcome', outcome })
}

function split({ initial, turned, ...given }: Extract<ThreadTask, { kind: 'split' }>): void {
  const problem = readProblem(given)
  const start = startingPlan(problem, initial)
  const parts = partition(inputOf(given), problem, {
    visitsPerPart: VISITS_PER_PART,
    initial: start,
    turned,
  })
  say({ kind: 'parts', parts })
}

/** The plans together; a round that came out worse than the one before is not taken. */
function merge({
  plans,
  fallback,
  initial,
  isLast,
  ...given
}: Extract<ThreadTask, { kind: 'merge' }>): void {
  const problem = readProblem(given)
  const judged = [mergePlans(plans), ...(fallback ? [fallback] : [])].map((plan) => {
    const { cost } = evaluate(problem, plan)
    return { plan, total: cost.total, broken: breaks(problem, plan).length }
  })
  const [best] = judged.sort((a, b) => a.broken - b.broken || a.total - b.total)
  if (!best) throw new Error('there is no plan to put together')
  const plan = fillGaps(problem, best.plan, FILL_MS)
  const { cost, summary } = evaluate(problem, plan)
  const outcome = outcomeOf(
    problem,
    { plan, cost, summary, iterations: 0 },
    { initial, isPart: !isLast },
  )
  say({ kind: 'outcome', outcome })
}

async function main(): Promise<void> {
  giveWay()
  const [task] = (await once(process, 'message')) as [ThreadTask]
  if (task.kind === 'split') split(task)
  else if (task.kind === 'merge') merge(task)
  else await searchAll(task)
}

// Whoever waited does so no more.
process.on('disconnect', () => process.exit())
main().catch((error: unknown) => say({ kind: 'failure', message: (error as Error).message }))
