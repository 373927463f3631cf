import { expect, test } from 'vitest'
import { check } from '../check/check.ts'
import { evaluate } from '../explain/evaluate.ts'
import { buildProblem } from '../problem/build.ts'
import type { ProblemInput } from '../problem/input.ts'
import type { RandomFeatures } from '../testing/random-problem.ts'
import { randomProblem } from '../testing/random-problem.ts'
import { createSearch } from './session.ts'

const build = (input: ProblemInput) => {
  const built = buildProblem(input)
  if ('faults' in built) throw new Error(JSON.stringify(built.faults))
  return built.problem
}

const LATE: ProblemInput['policy'] = {
  version: 1,
  extends: 'Plain',
  objectives: { lateness: { perSecond: 1, perSecondOfLargest: 3 } },
}

const cases: readonly (readonly [string, RandomFeatures])[] = [
  ['tours on the plain kernel', { technicians: 4, workOrders: 25, days: 1, policy: 'Plain' }],
  ['tours under the labour rules', { technicians: 4, workOrders: 30, days: 3 }],
  ['an even load', { technicians: 4, workOrders: 25, days: 2, policy: 'Balanced' }],
  ['the earliest starts', { technicians: 3, workOrders: 20, days: 1, policy: 'Earliest' }],
  ['crews and an order between them', { technicians: 5, workOrders: 20, days: 2, crews: true }],
  ['everything at once', { technicians: 5, workOrders: 24, days: 2, crews: true, extras: true }],
  [
    'crews, links and due times on the plain rules',
    { technicians: 6, workOrders: 24, days: 2, crews: true, due: true, policy: LATE },
  ],
  [
    'tools and parts, paid by the hour',
    { technicians: 5, workOrders: 24, days: 2, carried: true, policy: 'Plain' },
  ],
  [
    'hourly cost on the plain rules',
    { technicians: 4, workOrders: 20, days: 1, extras: true, policy: 'Plain' },
  ],
]

for (const [name, features] of cases) {
  test(`plans break no rule and cost what the search says: ${name}`, () => {
    for (let seed = 1; seed <= 8; seed++) {
      const problem = build(randomProblem(seed, features))
      const search = createSearch(problem, { seed, stop: { iterations: 300 } })
      while (!search.step());
      const { plan, cost } = search.result()
      expect(check(problem, plan), `seed ${seed}`).toEqual([])
      expect(evaluate(problem, plan).refusals, `seed ${seed}`).toEqual([])
      expect(cost.total / search.progress.cost, `seed ${seed}`).toBeCloseTo(1, 6)
    }
  })
}

test('the same seed and iterations give the same plan, another seed another search', () => {
  const problem = build(randomProblem(3, { technicians: 4, workOrders: 25, days: 2 }))
  const plan = (seed: number) => {
    const search = createSearch(problem, { seed, stop: { iterations: 500 } })
    while (!search.step(77));
    return search.result().plan
  }
  expect(plan(5)).toEqual(plan(5))
})

test('a search without visits, or without technicians, ends at once', () => {
  const empty = build({
    locations: [],
    travel: [{ durations: [] }],
    technicians: [],
    workOrders: [],
  })
  expect(createSearch(empty).done).toBe(true)
})

test('a locked assignment is kept even when it breaks a rule, and the checker tells', () => {
  const input = randomProblem(2, { technicians: 3, workOrders: 12, days: 1 })
  const [first, ...rest] = input.workOrders
  if (first === undefined) throw new Error('no work order')
  const locked = { ...first, positions: [{ locked: { technician: 't0', start: 3 * 3600 } }] }
  const problem = build({ ...input, workOrders: [locked, ...rest] })
  const search = createSearch(problem, { stop: { iterations: 300 } })
  while (!search.step());
  const { plan } = search.result()
  expect(plan.assignments).toContainEqual({ visit: 'w0', technician: 't0', start: 3 * 3600 })
  const found = check(problem, plan)
  expect(found.length).toBeGreaterThan(0)
  expect(found.every(({ visit }) => visit === 'w0')).toBe(true)
})

test('a stability budget keeps all but so many confirmed assignments; offers may change', () => {
  const input = randomProblem(4, { technicians: 4, workOrders: 20, days: 1 })
  const search = createSearch(build(input), { stop: { iterations: 300 } })
  while (!search.step());
  const { plan } = search.result()
  const told = new Map(plan.assignments.map((one) => [one.visit, one]))
  const rules = { changes: { on: true, maxChanges: 2 } }
  const problem = build({
    ...input,
    policy: { version: 1, rules },
    workOrders: input.workOrders.map((order, k) => {
      const one = told.get(order.id)
      return one
        ? {
            ...order,
            positions: [
              {
                ...order.positions?.[0],
                published: {
                  technician: one.technician,
                  start: one.start,
                  confirmed: k % 2 === 0,
                },
              },
            ],
          }
        : order
    }),
  })
  const again = createSearch(problem, { initial: plan, seed: 9, stop: { iterations: 500 } })
  while (!again.step());
  const result = again.result()
  expect(check(problem, result.plan)).toEqual([])
  const isConfirmed = (id: string) =>
    problem.visits[problem.visitIndex.get(id) ?? -1]?.published?.confirmed
  expect(result.summary.changed.filter(isConfirmed).length).toBeLessThanOrEqual(2)
})
