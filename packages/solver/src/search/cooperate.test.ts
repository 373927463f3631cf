import { expect, test } from 'vitest'
import { check } from '../check/check.ts'
import { evaluate } from '../explain/evaluate.ts'
import { buildProblem } from '../problem/build.ts'
import type { Problem } from '../problem/problem.ts'
import { Random } from '../random/random.ts'
import { randomProblem } from '../testing/random-problem.ts'
import { cooperate, type Partner, playRound } from './cooperate.ts'
import { createSearch } from './session.ts'
import { splitPlan } from './territories.ts'

const build = (workOrders: number, technicians: number): Problem => {
  const built = buildProblem(
    randomProblem(7, { technicians, workOrders, days: 1, policy: 'Plain' }),
  )
  if ('faults' in built) throw new Error(JSON.stringify(built.faults))
  return built.problem
}

const partners = (problem: Problem, iterations: number): readonly Partner[] =>
  [1, 2].map((seed) => {
    const search = createSearch(problem, { seed, stop: { iterations } })
    return { play: async (round) => playRound(search, round) }
  })

for (const [name, visits, technicians] of [
  ['tell each other their best', 40, 8],
  ['share out the territory', 320, 60],
] as const) {
  test(`searches that ${name} find one plan that breaks no rule, the same each time`, async () => {
    const problem = build(visits, technicians)
    const solve = () => cooperate(problem, partners(problem, 2000), { seed: 5 })
    const { plan, cost, iterations } = await solve()
    expect(check(problem, plan)).toEqual([])
    expect(evaluate(problem, plan).cost.total).toBe(cost.total)
    expect(iterations).toBe(4000)
    const alone = createSearch(problem, { seed: 1, stop: { iterations: 20 } })
    while (!alone.step());
    expect(cost.total).toBeLessThanOrEqual(alone.result().cost.total)
    expect((await solve()).plan).toEqual(plan)
  })
}

test('a search within a territory leaves the rest of the plan as it is', () => {
  const problem = build(120, 30)
  const search = createSearch(problem, { stop: { iterations: 2000 } })
  while (search.progress.share < 0.2) search.step(64)
  const { plan } = search.result()
  const [own, other] = splitPlan(problem, plan, { parts: 2, random: new Random(1) })
  expect((own?.visits.length ?? 0) + (other?.visits.length ?? 0)).toBe(120)
  search.resume(plan, own)
  while (!search.step());
  const after = search.result().plan
  expect(check(problem, after)).toEqual([])
  const outside = new Set(other?.visits.map((visit) => problem.visits[visit]?.id))
  const kept = ({ assignments }: typeof plan) =>
    assignments
      .filter(({ visit }) => outside.has(visit))
      .sort((a, b) => a.visit.localeCompare(b.visit))
  expect(kept(after)).toEqual(kept(plan))
})
