import { expect, test } from 'vitest'
import { Random } from '../../random/random.ts'
import { chooseTours } from './choose-tours.ts'
import type { Choice } from './lagrangian-bound.ts'
import { TourPool } from './tour-pool.ts'

/** Random tours of six visits by three kinds of shift, the last of which there are two. */
const choiceOf = (seed: number): Choice => {
  const random = new Random(seed)
  const pool = new TourPool(6, 100)
  for (let k = 0; k < 24; k++) {
    const order = Int32Array.from({ length: 6 }, (_, visit) => visit)
    random.shuffle(order, 6)
    const size = 1 + random.below(4)
    pool.add(random.below(3), order, size, 10 + random.below(20) * size)
  }
  return { tours: pool.tours, prices: Float64Array.of(30, 30, 60, 60, 500, 500), counts: [1, 1, 2] }
}

const costOf = ({ prices }: Choice, chosen: Choice['tours']): number => {
  const made = new Set(chosen.flatMap(({ visits }) => [...visits]))
  const left = Array.from(prices).filter((_, visit) => !made.has(visit))
  return [...chosen.map(({ cost }) => cost), ...left].reduce((a, b) => a + b, 0)
}

/** Every choice there is. */
const cheapest = (choice: Choice): number => {
  const free = Array.from(choice.counts)
  const made = new Set<number>()
  const chosen: Choice['tours'][number][] = []
  const best = (from: number): number => {
    let least = costOf(choice, chosen)
    for (let k = from; k < choice.tours.length; k++) {
      const tour = choice.tours[k]
      if (!tour || free[tour.kind] === 0 || tour.visits.some((visit) => made.has(visit))) continue
      free[tour.kind] = (free[tour.kind] ?? 0) - 1
      for (const visit of tour.visits) made.add(visit)
      chosen.push(tour)
      least = Math.min(least, best(k + 1))
      chosen.pop()
      for (const visit of tour.visits) made.delete(visit)
      free[tour.kind] = (free[tour.kind] ?? 0) + 1
    }
    return least
  }
  return best(0)
}

test('the cheapest choice of tours is found, and none where none is cheaper', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const choice = choiceOf(seed)
    const least = cheapest(choice)
    const found = chooseTours(choice, least + 50)
    expect(found && costOf(choice, found), `seed ${seed}`).toBe(least)
    expect(chooseTours(choice, least)).toBeUndefined()
    const visits = found?.flatMap((tour) => [...tour.visits]) ?? []
    expect(new Set(visits).size).toBe(visits.length)
  }
})

test('a pool keeps each set of visits once, in its cheapest order, and forgets the oldest', () => {
  const pool = new TourPool(40, 20)
  pool.add(0, Int32Array.of(1, 2, 3), 3, 9)
  pool.add(0, Int32Array.of(3, 1, 2), 3, 7)
  pool.add(0, Int32Array.of(2, 1, 3), 3, 8)
  pool.add(1, Int32Array.of(2, 1, 3), 3, 8)
  expect(pool.tours.map(({ kind, cost, visits }) => [kind, cost, ...visits])).toEqual([
    [0, 7, 3, 1, 2],
    [1, 8, 2, 1, 3],
  ])
  for (let k = 0; k < 39; k++) pool.add(0, Int32Array.of(k, k + 1), 2, k)
  expect(pool.tours.length).toBeLessThanOrEqual(20)
  expect(pool.tours.at(-1)?.cost).toBe(38)
})
