/** Recomputes a plan of teams from its problem alone. */
import type { TeamJob, TeamProblem } from '../problem/team-problem.ts'
import type { Violation } from './violation.ts'

/** A plan as the checker takes it: structurally that of `teams/`, which it must not know. */
export interface CheckedTeamPlan {
  readonly teams: readonly {
    readonly day: number
    readonly technicians: readonly string[]
    readonly jobs: readonly { readonly id: string; readonly start: number }[]
  }[]
  readonly givenAway: readonly string[]
}

type Tell = (rule: string, message: string, visit?: string) => void

const checkMembers = (problem: TeamProblem, plan: CheckedTeamPlan, tell: Tell): void => {
  const seen = new Set<string>()
  for (const { day, technicians } of plan.teams) {
    for (const id of technicians) {
      const technician = problem.technicians.find((one) => one.id === id)
      if (technician === undefined) tell('teams', `${id} is nobody`)
      else if (technician.daysOff.has(day - 1)) tell('absences', `${id} is off on day ${day}`)
      if (seen.has(`${day} ${id}`)) tell('teams', `${id} is in two teams on day ${day}`)
      seen.add(`${day} ${id}`)
    }
  }
}

const checkSkills = (
  problem: TeamProblem,
  job: TeamJob,
  technicians: readonly string[],
  tell: Tell,
): void => {
  const members = problem.technicians.filter(({ id }) => technicians.includes(id))
  job.needs.forEach((row, domain) => {
    row.forEach((count, below) => {
      const held = members.filter(({ levels }) => (levels[domain] ?? 0) > below).length
      if (held < count)
        tell(
          'skills',
          `${held} of ${count} with level ${below + 1} in domain ${domain + 1}`,
          job.id,
        )
    })
  })
}

const checkTours = (
  problem: TeamProblem,
  plan: CheckedTeamPlan,
  jobs: ReadonlyMap<string, TeamJob>,
  tell: Tell,
): void => {
  for (const { day, technicians, jobs: stops } of plan.teams) {
    let free = (day - 1) * problem.dayLength
    for (const { id, start } of [...stops].sort((a, b) => a.start - b.start)) {
      const job = jobs.get(id)
      if (job === undefined) continue
      if (start < free) tell('travel', `begins at ${start}, its team is free at ${free}`, id)
      free = start + job.duration
      if (free > day * problem.dayLength) tell('shifts', `ends at ${free}, after day ${day}`, id)
      checkSkills(problem, job, technicians, tell)
    }
  }
}

const checkOrder = (
  problem: TeamProblem,
  starts: ReadonlyMap<string, number>,
  away: ReadonlySet<string>,
  tell: Tell,
): void => {
  for (const { id, before } of problem.jobs) {
    for (const rank of before) {
      const first = problem.jobs[rank] as TeamJob
      const [ended, start] = [starts.get(first.id), starts.get(id)]
      if (start === undefined) continue
      if (away.has(first.id)) tell('dependencies', `${first.id} before it is given away`, id)
      else if (ended === undefined || ended + first.duration > start)
        tell('dependencies', `begins at ${start}, before ${first.id} has ended`, id)
    }
  }
}

/**
 * Checks a plan of teams.
 *
 * @returns every violation; none = the plan keeps all rules and does or gives away every job
 */
export const checkTeams = (problem: TeamProblem, plan: CheckedTeamPlan): readonly Violation[] => {
  const found: Violation[] = []
  const tell: Tell = (rule, message, visit) =>
    found.push({ rule, message, ...(visit !== undefined && { visit }) })
  const jobs = new Map(problem.jobs.map((job) => [job.id, job]))
  const starts = new Map<string, number>()
  const away = new Set(plan.givenAway)
  for (const { id, start } of plan.teams.flatMap((team) => team.jobs)) {
    if (!jobs.has(id)) tell('teams', `${id} is no job`)
    if (starts.has(id) || away.has(id)) tell('teams', 'the job is done twice', id)
    starts.set(id, start)
  }
  for (const { id } of problem.jobs)
    if (!(starts.has(id) || away.has(id))) tell('unassigned', 'the job is not planned', id)
  const spent = problem.jobs.reduce((sum, { id, price }) => sum + (away.has(id) ? price : 0), 0)
  if (spent > problem.budget) tell('budget', `${spent} is spent, the budget is ${problem.budget}`)
  checkMembers(problem, plan, tell)
  checkTours(problem, plan, jobs, tell)
  checkOrder(problem, starts, away, tell)
  return found
}

/** The cost of a plan: the weighted latest ends of the priorities and of everything. */
export const costOfTeams = (problem: TeamProblem, plan: CheckedTeamPlan): number => {
  const jobs = new Map(problem.jobs.map((job) => [job.id, job]))
  const last = problem.weights.length - 1
  const ends = problem.weights.map(() => 0)
  for (const { id, start } of plan.teams.flatMap((team) => team.jobs)) {
    const { priority = 0, duration = 0 } = jobs.get(id) ?? {}
    for (const k of new Set([priority, last]))
      ends[k] = Math.max(ends[k] as number, start + duration)
  }
  return ends.reduce((sum, end, k) => sum + end * (problem.weights[k] as number), 0)
}
