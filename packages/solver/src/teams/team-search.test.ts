import { expect, test } from 'vitest'
import { checkTeams, costOfTeams } from '../check/check-teams.ts'
import type { TeamProblemInput } from '../problem/team-problem.ts'
import { buildTeamProblem } from '../problem/team-problem.ts'
import { Random } from '../random/random.ts'
import { createTeamSearch } from './team-search.ts'

const build = (input: TeamProblemInput) => {
  const built = buildTeamProblem(input)
  if ('faults' in built) throw new Error(JSON.stringify(built.faults))
  return built.problem
}

const randomInput = (seed: number, budget: number): TeamProblemInput => {
  const random = new Random(seed)
  const technicians = Array.from({ length: 6 }, (_, k) => ({
    id: `t${k}`,
    levels: k === 0 ? [3, 3] : [random.below(4), random.below(4)],
    daysOff: random.real() < 0.4 ? [1 + random.below(3)] : [],
  }))
  const able = (domain: number, level: number): number =>
    technicians.filter(({ levels }) => (levels[domain] ?? 0) >= level).length
  const jobs = Array.from({ length: 25 }, (_, k) => ({
    id: `j${k}`,
    duration: [15, 30, 60, 120][random.below(4)] ?? 15,
    priority: 1 + random.below(4),
    price: 100,
    after: k > 0 && random.real() < 0.3 ? [`j${random.below(k)}`] : [],
    needs: [0, 1].map((domain) =>
      [1, 2, 3].map((level) => Math.min(able(domain, level), Math.max(0, random.below(5) - 2))),
    ),
  }))
  return { dayLength: 120, weights: [28, 14, 4, 1], budget, technicians, jobs }
}

const search = (input: TeamProblemInput, seed: number, iterations = 400) => {
  const problem = build(input)
  const found = createTeamSearch(problem, { seed, stop: { iterations } })
  while (!found.step());
  return { problem, ...found.result() }
}

for (const budget of [0, 500, 1200]) {
  test(`plans of teams break no rule and cost what the search says: budget ${budget}`, () => {
    for (let seed = 1; seed <= 12; seed++) {
      const { problem, plan, cost } = search(randomInput(seed, budget), seed)
      expect(checkTeams(problem, plan), `seed ${seed}`).toEqual([])
      expect(costOfTeams(problem, plan), `seed ${seed}`).toBe(cost)
    }
  })
}

test('the same seed and iterations give the same plan', () => {
  const input = randomInput(3, 300)
  expect(search(input, 7).plan).toEqual(search(input, 7).plan)
})

test('who stays in one team does the jobs one after the other, who is off does none', () => {
  const job = { duration: 60, priority: 1, needs: [[1, 1]] }
  const { plan, cost } = search(
    {
      dayLength: 120,
      weights: [28, 14, 4, 1],
      technicians: [
        { id: 'ana', levels: [2] },
        { id: 'bo', levels: [2], daysOff: [1] },
      ],
      jobs: ['a', 'b', 'c', 'd'].map((id) => ({ ...job, id })),
    },
    1,
  )
  expect(cost).toBe(29 * 180)
  expect(plan.teams.filter(({ day }) => day === 1).map((team) => team.technicians)).toEqual([
    ['ana'],
  ])
})

test('the checker tells every kind of mistake', () => {
  const problem = build({
    dayLength: 120,
    weights: [2, 1],
    technicians: [{ id: 'ana', levels: [1], daysOff: [2] }],
    jobs: [
      { id: 'a', duration: 60, priority: 1, needs: [[1]] },
      { id: 'b', duration: 60, priority: 1, needs: [[1]], after: ['a'], price: 5 },
      { id: 'c', duration: 60, priority: 1, needs: [[1]] },
    ],
  })
  const plan = {
    teams: [
      {
        day: 1,
        technicians: ['ana'],
        jobs: [
          { id: 'b', start: 30 },
          { id: 'a', start: 80 },
        ],
      },
      { day: 1, technicians: ['ana', 'eve'], jobs: [] },
      { day: 2, technicians: [], jobs: [{ id: 'c', start: 200 }] },
      { day: 2, technicians: ['ana'], jobs: [{ id: 'z', start: 120 }] },
    ],
    givenAway: ['b'],
  }
  const rules = checkTeams(problem, plan).map(({ rule }) => rule)
  for (const rule of ['teams', 'budget', 'absences', 'travel', 'shifts', 'skills', 'dependencies'])
    expect(rules).toContain(rule)
  const nothing = checkTeams(problem, { teams: [], givenAway: [] })
  expect(nothing.map(({ rule }) => rule)).toEqual(['unassigned', 'unassigned', 'unassigned'])
})

test('every fault of a team problem is told at once', () => {
  const built = buildTeamProblem({
    dayLength: 120,
    weights: [1, 1],
    technicians: [{ id: 'ana', levels: [1] }],
    jobs: [
      { id: 'a', duration: 130, priority: 3, needs: [[2]], after: ['q'] },
      { id: 'a', duration: Number.NaN, priority: 1, needs: [[1]] },
    ],
  })
  const faults = 'faults' in built ? built.faults.map(({ path }) => path) : []
  expect(faults).toEqual([
    'jobs[0].duration',
    'jobs[0].priority',
    'jobs[1].id',
    'jobs[1].duration',
    'jobs[0].after[0]',
    'jobs[0].needs[0][0]',
  ])
  const circle = buildTeamProblem({
    dayLength: 120,
    weights: [1, 1],
    technicians: [],
    jobs: [
      { id: 'a', duration: 1, priority: 1, needs: [], after: ['b'] },
      { id: 'b', duration: 1, priority: 1, needs: [], after: ['a'] },
    ],
  })
  expect('faults' in circle && circle.faults[0]?.got).toBe('"a, b"')
})
