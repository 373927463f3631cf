// Solves an instance of teams of the day (`--format roadef2007 FOLDER`), in the thread that calls it.
import {
  buildTeamProblem,
  checkTeams,
  costOfTeams,
  createTeamSearch,
  TEAM_FORMATS,
  type TeamPlan,
  type TeamProblemInput,
} from '@regie/solver'
import type { SolveAnswer, SolveTask } from './solve-task.ts'

/** One route a technician: what the teams do that he or she is in, over all days. */
const routesOf = ({ teams }: TeamPlan): readonly object[] => {
  const routes = new Map<string, { id: string; start: number }[]>()
  for (const { technicians, jobs } of teams) {
    for (const id of technicians) routes.set(id, [...(routes.get(id) ?? []), ...jobs])
  }
  return [...routes].map(([technician, visits]) => ({ technician, visits }))
}

const failed = (faults: readonly string[]): SolveAnswer => ({
  answer: {},
  compared: Number.POSITIVE_INFINITY,
  faults,
})

const readInput = (task: SolveTask): TeamProblemInput | string => {
  try {
    return TEAM_FORMATS.get(task.format)?.(task.text) ?? 'unknown format'
  } catch (error) {
    return `${task.format}: ${error instanceof Error ? error.message : String(error)}`
  }
}

/** Searches until the stop of the task; `clock` in seconds. */
export function solveTeams(task: SolveTask, clock: () => number): SolveAnswer {
  const input = readInput(task)
  if (typeof input === 'string') return failed([input])
  const built = buildTeamProblem(input)
  if ('faults' in built)
    return failed(
      built.faults.map(({ path, expected, got }) => `${path}: expected ${expected}, got ${got}`),
    )
  const { seconds, iterations } = task
  const stop = iterations === undefined ? { seconds, clock } : { iterations, clock }
  const search = createTeamSearch(built.problem, { seed: task.seed, stop })
  while (!search.step()) {
    if (task.progress) process.stderr.write(`\rcost ${search.result().cost}   `)
  }
  if (task.progress) process.stderr.write('\n')
  const { plan, iterations: done } = search.result()
  const violations = checkTeams(built.problem, plan)
  for (const { message, visit } of violations) console.error(`${visit ?? ''}: ${message}`)
  const cost = costOfTeams(built.problem, plan)
  const routes = routesOf(plan)
  return {
    answer: {
      cost,
      vehicles: routes.length,
      unassigned: 0,
      iterations: done,
      routes,
      teams: plan.teams,
      givenAway: plan.givenAway,
      feasible: violations.length === 0,
    },
    compared: cost,
    faults: [],
  }
}
