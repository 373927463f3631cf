import fc from 'fast-check'
import { expect, test } from 'vitest'
import { check } from '../../check/check.ts'
import { evaluate } from '../../explain/evaluate.ts'
import { solomonProblem } from '../../formats/solomon.ts'
import { buildProblem } from '../../problem/build.ts'
import type { Problem } from '../../problem/problem.ts'
import { Random } from '../../random/random.ts'
import { compileCompatibility } from '../../rules/compatibility.ts'
import { compileKernel } from '../../solution/kernel.ts'
import type { Plan } from '../../solution/plan.ts'
import { randomModel } from '../../testing/random-model.ts'
import { PlainSearch } from '../plain/plain-search.ts'
import { createSearch } from '../session.ts'
import { GeneticSearch } from './genetic-search.ts'
import { individualOf, isFeasible } from './individual.ts'
import { nearVisits } from './near-visits.ts'
import { PenalisedTours, Penalties } from './penalised-tours.ts'
import { Population } from './population.ts'
import { PopulationSearch } from './population-search.ts'
import { RouteExchange } from './route-exchange.ts'
import { uniformModel } from './uniform-model.ts'

/** A random instance in Solomon's shape, with the depot in the middle. */
const instance = (seed: number, visits: number, vehicles: number, hierarchical = false) => {
  const random = new Random(seed)
  const rows = Array.from({ length: visits + 1 }, (_, k) => {
    const opens = random.below(600)
    const [x, y] = [random.below(100), random.below(100)]
    return k === 0
      ? [0, 50, 50, 0, 0, 1000, 0]
      : [k, x, y, 1 + random.below(20), opens, opens + 30 + random.below(200), 10]
  })
  const input = solomonProblem(
    { name: 'random', vehicles, capacity: 60, rows },
    { convention: hierarchical ? 'double' : 'trunc1', hierarchical },
  )
  const built = buildProblem(input)
  if ('faults' in built) throw new Error(JSON.stringify(built.faults))
  return built.problem
}

/** So many generations of a population, after a few ruins. */
const breed = (
  problem: Problem,
  options: { seed: number; initial?: Plan },
  generations: number,
) => {
  const kernel = compileKernel(problem, compileCompatibility(problem))
  const model = uniformModel(kernel)
  if (model === undefined) throw new Error('the technicians differ')
  const own = { ...options, stop: { iterations: 2 * generations } }
  const search = new PopulationSearch(kernel, model, own, (inner) => new PlainSearch(kernel, inner))
  for (let k = 0; k < 2 * generations; k++) {
    search.cool(k / (2 * generations))
    search.iterate()
  }
  return search
}

test('plans of a population break no rule and cost what the search says', () => {
  for (let seed = 1; seed <= 6; seed++) {
    const problem = instance(seed, 30, 15, seed > 4)
    const search = breed(problem, { seed }, 80)
    const plan = search.plan()
    const { cost, refusals } = evaluate(problem, plan)
    expect(check(problem, plan), `seed ${seed}`).toEqual([])
    expect(refusals, `seed ${seed}`).toEqual([])
    expect(search.assigned).toBe(30)
    expect(cost.total / search.best, `seed ${seed}`).toBeCloseTo(1, 9)
  }
})

test('the same seed and iterations give the same plan, however it is stepped', () => {
  const problem = instance(3, 8, 8)
  const run = (step: number) => {
    const search = createSearch(problem, { seed: 5, stop: { iterations: 3000 * 8 } })
    while (!search.step(step));
    return search.result()
  }
  expect(run(7).plan).toEqual(run(333).plan)
  expect(run(7).iterations).toBe(run(333).iterations)
  const larger = instance(3, 30, 15)
  expect(breed(larger, { seed: 4 }, 60).plan()).toEqual(breed(larger, { seed: 4 }, 60).plan())
})

test('a plan given to start from is never made worse', () => {
  const problem = instance(7, 30, 15)
  const long = createSearch(problem, { seed: 1, stop: { iterations: 3000 } })
  while (!long.step());
  const { plan, cost } = long.result()
  const again = breed(problem, { seed: 2, initial: plan }, 30)
  expect(evaluate(problem, again.plan()).cost.total).toBeLessThanOrEqual(cost.total)
})

test('with too few technicians some visits stay unassigned, and no rule is broken', () => {
  const problem = instance(2, 30, 2)
  const search = breed(problem, { seed: 1 }, 100)
  expect(check(problem, search.plan())).toEqual([])
  expect(search.assigned).toBeLessThan(30)
})

test('a child of two parents has every visit once, and whole tours of a parent are known', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), (seed) => {
      const random = new Random(seed)
      const model = randomModel(random, { visits: 20, tours: 6, symmetric: true })
      const tours = new PenalisedTours(model, new Penalties(5, 1))
      const exchange = new RouteExchange(tours, nearVisits(model, 10), random)
      const parent = () => {
        const order = Int32Array.from({ length: 20 }, (_, u) => u)
        random.shuffle(order, 20)
        tours.clear()
        for (let r = 0; r < 5; r++) tours.fill(r, order, 4 * r, 4 * r + 4)
        return individualOf(tours)
      }
      const [a, b] = [parent(), parent()]
      exchange.cross(a, b)
      const child = individualOf(tours)
      expect([...child.order].sort((x, y) => x - y)).toEqual(
        Array.from({ length: 20 }, (_, u) => u),
      )
      for (let r = 0; r < model.tours; r++) {
        if (tours.size[r] === 0 || (tours.changedAt[r] as number) > 0) continue
        const first = tours.next[tours.start(r)] as number
        expect(a.before[first]).toBe(-1)
        for (let u = first; u < 20; u = tours.next[u] as number) {
          expect(child.after[u]).toBe(a.after[u])
        }
      }
    }),
    { numRuns: 100 },
  )
})

test('a population keeps its cheapest plan and no more than it may', () => {
  const random = new Random(4)
  const model = randomModel(random, { visits: 20, tours: 6, symmetric: true })
  const tours = new PenalisedTours(model, new Penalties(5, 1))
  const options = { survivors: 5, offspring: 8, elite: 2, close: 2 }
  const population = new Population(options, tours.penalties)
  const order = Int32Array.from({ length: 20 }, (_, u) => u)
  for (let k = 0; k < 100; k++) {
    random.shuffle(order, 20)
    tours.clear()
    for (let r = 0; r < 5; r++) tours.fill(r, order, 4 * r, 4 * r + 4)
    population.add(individualOf(tours))
    expect(population.size).toBeLessThanOrEqual(2 * 13)
  }
})

test('generations find feasible plans, and the best is kept when a fresh population begins', () => {
  const problem = randomModel(new Random(9), { visits: 12, tours: 12, symmetric: true })
  const genetic = new GeneticSearch(problem, new Random(1), 500)
  let best = Number.POSITIVE_INFINITY
  for (let k = 0; k < 6000; k++) {
    genetic.breed()
    const { best: found } = genetic
    if (found === undefined) continue
    expect(isFeasible(found)).toBe(true)
    expect(found.arcs).toBeLessThanOrEqual(best)
    best = found.arcs
  }
  expect(best).toBeLessThan(Number.POSITIVE_INFINITY)
})
