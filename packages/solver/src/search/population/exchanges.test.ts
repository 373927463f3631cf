import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Random } from '../../random/random.ts'
import { randomModel } from '../../testing/random-model.ts'
import { Exchanges } from './exchanges.ts'
import { PenalisedTours, Penalties } from './penalised-tours.ts'
import type { UniformModel } from './uniform-model.ts'

type Plan = readonly (readonly number[])[]

/** The cost of a plan from nothing but the model. */
const recompute = (model: UniformModel, plan: Plan, penalties: { load: number; warp: number }) => {
  const { visits, tours, width, arc, seconds, opens, closes, service, demand } = model
  let cost = 0
  plan.forEach((tour, r) => {
    if (tour.length === 0) return
    const nodes = [...tour, visits + tours + r]
    let [here, time, warp, load] = [visits, opens[visits + r] as number, 0, 0]
    for (const node of nodes) {
      const there = node < visits ? node : visits + 1
      cost += arc[here * width + there] as number
      time = Math.max(time + (seconds[here * width + there] as number), opens[node] as number)
      warp += Math.max(0, time - (closes[node] as number))
      time = Math.min(time, closes[node] as number) + (service[node] as number)
      load += demand[node] as number
      here = there
    }
    cost += warp * penalties.warp + Math.max(0, load - model.capacity) * penalties.load
  })
  return cost
}

const read = (tours: PenalisedTours): Plan =>
  Array.from({ length: tours.model.tours }, (_, r) => {
    const list: number[] = []
    const end = tours.end(r)
    for (let u = tours.next[tours.start(r)] as number; u !== end; u = tours.next[u] as number)
      list.push(u)
    return list
  })

const write = (tours: PenalisedTours, plan: Plan): void => {
  tours.clear()
  plan.forEach((list, r) => {
    tours.fill(r, Int32Array.from(list), 0, list.length)
  })
}

const scatter = (random: Random, model: UniformModel): Plan => {
  const plan: number[][] = Array.from({ length: model.tours }, () => [])
  const order = Int32Array.from({ length: model.visits }, (_, u) => u)
  random.shuffle(order, order.length)
  for (const u of order) plan[random.below(model.tours)]?.push(u)
  return plan
}

/** What a plan becomes when parts of tours go elsewhere. */
const replace = (plan: Plan, change: (list: readonly number[], r: number) => readonly number[]) =>
  plan.map(change)

const behind = (plan: Plan, run: readonly number[], tour: number, v: number): Plan => {
  const without = plan.map((list) => list.filter((u) => !run.includes(u)))
  return replace(without, (list, r) => {
    if (r !== tour) return list
    const at = list.indexOf(v) + 1
    return [...list.slice(0, at), ...run, ...list.slice(at)]
  })
}

/** All plans that `insert` may lead to. */
const insertions = (plan: Plan, visits: number, u: number, v: number): Plan[] => {
  const a = plan.findIndex((list) => list.includes(u))
  const b = v < visits ? plan.findIndex((list) => list.includes(v)) : v - visits
  const [own, other] = [plan[a] ?? [], plan[b] ?? []]
  const [i, j] = [own.indexOf(u), other.indexOf(v)]
  const x = own[i + 1]
  const found: Plan[] = []
  if (a !== b || j !== i - 1) {
    found.push(behind(plan, [u], b, v))
    if (x !== undefined && x !== v)
      found.push(behind(plan, [u, x], b, v), behind(plan, [x, u], b, v))
  }
  if (a !== b) {
    const tails = [own.slice(i + 1), other.slice(j + 1)]
    found.push(
      replace(plan, (list, r) => {
        if (r === a) return [...own.slice(0, i + 1), ...(tails[1] ?? [])]
        return r === b ? [...other.slice(0, j + 1), ...(tails[0] ?? [])] : list
      }),
    )
  } else if (v < visits && i + 1 < j) {
    const turned = own.slice(i + 1, j + 1).reverse()
    found.push(
      replace(plan, (list, r) =>
        r === a ? [...own.slice(0, i + 1), ...turned, ...own.slice(j + 1)] : list,
      ),
    )
  }
  return found
}

/** All plans that `exchange` may lead to. */
const swaps = (plan: Plan, u: number, v: number): Plan[] => {
  const a = plan.findIndex((list) => list.includes(u))
  const b = plan.findIndex((list) => list.includes(v))
  const [own, other] = [plan[a] ?? [], plan[b] ?? []]
  const [i, j] = [own.indexOf(u), other.indexOf(v)]
  const [x, y] = [own[i + 1], other[j + 1]]
  if (a === b && Math.abs(i - j) === 1) return []
  const exchange = (first: readonly number[], second: readonly number[]): Plan =>
    replace(plan, (list) =>
      list.flatMap((w) => {
        if (w === first[0]) return second
        if (w === second[0]) return first
        return first.includes(w) || second.includes(w) ? [] : [w]
      }),
    )
  const found: Plan[] = u < v ? [exchange([u], [v])] : []
  if (x === undefined || (a === b && i + 2 === j)) return found
  found.push(exchange([u, x], [v]))
  if (u < v && y !== undefined && !(a === b && j + 2 === i)) found.push(exchange([u, x], [v, y]))
  return found
}

test('a move is made when, and only when, the recomputed plan costs less', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), fc.boolean(), (seed, symmetric) => {
      const random = new Random(seed)
      const model = randomModel(random, { visits: 10, tours: 3, symmetric })
      const penalties = new Penalties(random.below(40), random.below(5))
      const tours = new PenalisedTours(model, penalties)
      const exchanges = new Exchanges(tours)
      write(tours, scatter(random, model))
      for (let k = 0; k < 60; k++) {
        const before = read(tours)
        const cost = recompute(model, before, penalties)
        const u = random.below(model.visits)
        const v = random.below(model.visits + model.tours)
        const swap = v < model.visits && random.real() < 0.5
        if (u === v) continue
        const options = swap ? swaps(before, u, v) : insertions(before, model.visits, u, v)
        const into = before.findIndex(([first]) => first === v)
        if (!swap && into >= 0)
          options.push(...insertions(before, model.visits, u, model.visits + into))
        const better = options.filter((plan) => recompute(model, plan, penalties) < cost)
        const near = Int32Array.of(v)
        const moved = swap ? exchanges.exchange(u, near, 0, -1) : exchanges.insert(u, near, 0, -1)
        expect(moved === 0).toBe(better.length > 0)
        if (moved === 0) expect(better).toContainEqual(read(tours))
        else expect(read(tours)).toEqual(before)
      }
    }),
    { numRuns: 150 },
  )
})

test('what the tours keep equals a recomputation after any number of moves', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), (seed) => {
      const random = new Random(seed)
      const model = randomModel(random, { visits: 14, tours: 4, symmetric: true })
      const penalties = new Penalties(7, 2)
      const tours = new PenalisedTours(model, penalties)
      const exchanges = new Exchanges(tours)
      write(tours, scatter(random, model))
      for (let k = 0; k < 40; k++) {
        const [u, v] = [random.below(model.visits), random.below(model.visits)]
        if (u !== v) exchanges.insert(u, Int32Array.of(v), 0, -1)
        if (u !== v) exchanges.exchange(u, Int32Array.of(v), 0, -1)
      }
      const { arcs, load, warp } = tours.cost()
      const kept = arcs + load * penalties.load + warp * penalties.warp
      expect(kept).toBe(recompute(model, read(tours), penalties))
      const fresh = new PenalisedTours(model, penalties)
      write(fresh, read(tours))
      for (const books of ['ready', 'warpTo', 'loadTo', 'latest', 'warpFrom', 'rank'] as const) {
        expect(tours[books]).toEqual(fresh[books])
      }
    }),
    { numRuns: 100 },
  )
})
