import { expect, test } from 'vitest'
import { buildProblem } from '../../problem/build.ts'
import { Random } from '../../random/random.ts'
import { compileCompatibility } from '../../rules/compatibility.ts'
import { compileKernel } from '../../solution/kernel.ts'
import { randomProblem } from '../../testing/random-problem.ts'
import { Sequences } from './sequences.ts'

/** @param alike all technicians are like the first */
const kernelOf = (seed: number, alike = false) => {
  const features = { technicians: 4, workOrders: 24, days: 1, policy: 'Plain' }
  const input = randomProblem(seed, features)
  const technicians = input.technicians.map((one, k) =>
    alike ? { ...input.technicians[0], id: `t${k}`, shifts: one.shifts } : one,
  )
  const built = buildProblem({ ...input, technicians })
  if ('faults' in built) throw new Error(JSON.stringify(built.faults))
  return compileKernel(built.problem, compileCompatibility(built.problem))
}

/** All that the sequences know of their tours. */
const read = (plan: Sequences) => ({
  total: plan.total,
  banked: [...plan.bank.subarray(0, plan.banked)].sort((a, b) => a - b),
  used: [...plan.used.subarray(0, plan.usedCount)].sort((a, b) => a - b),
  tours: plan.of.map(({ size, cost, load, nodes, ready, latest, arcs }) => ({
    cost,
    load: [...load],
    nodes: [...nodes.subarray(0, size + 2)],
    ready: [...ready.subarray(0, size + 2)],
    latest: [...latest.subarray(0, size + 2)],
    arcs: [...arcs.subarray(0, size + 1)],
  })),
  tourOf: [...plan.tourOf],
})

/** The same tours laid out from nothing. */
const anew = (plan: Sequences) => {
  const fresh = new Sequences(plan.kernel)
  fresh.load((tour) => {
    const { nodes, size } = plan.of[tour] as Sequences['of'][number]
    return nodes.slice(1, size + 1)
  })
  return read(fresh)
}

/** A random change: a visit put somewhere, a string taken out, or two tails exchanged. */
const change = (plan: Sequences, random: Random): void => {
  const { kernel } = plan
  const tour = random.below(kernel.shifts)
  const { size } = plan.of[tour] as Sequences['of'][number]
  const draw = random.real()
  if (draw < 0.6 && plan.banked > 0) {
    const visit = plan.bank[--plan.banked] as number
    const rank = 1 + random.below(size + 1)
    const before = (plan.of[tour] as Sequences['of'][number]).places
    const [a = 0, b = 0] = [before[rank - 1], before[rank]]
    const here = kernel.location[visit] as number
    const detour = plan.prices.way(tour, a, here) + plan.prices.way(tour, here, b)
    plan.insert(visit, tour, rank, size === 0 ? detour : detour - plan.prices.way(tour, a, b))
  } else if (draw < 0.85 && size > 0) {
    const first = 1 + random.below(size)
    const last = first + random.below(size - first + 1)
    const { nodes } = plan.of[tour] as Sequences['of'][number]
    for (let k = first; k <= last; k++) plan.bank[plan.banked++] = nodes[k] as number
    plan.cut(tour, first, last)
    plan.mend(tour, first - 1, first)
  }
}

test('what sequences know after any changes is what their tours say, and is restored', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const random = new Random(seed)
    const plan = new Sequences(kernelOf(seed))
    for (let round = 0; round < 60; round++) {
      const before = read(plan)
      plan.begin()
      for (let k = 0; k < 6; k++) change(plan, random)
      if (random.real() < 0.4) {
        plan.rollback()
        expect(read(plan)).toEqual(before)
      } else {
        plan.commit()
        expect(read(plan)).toEqual(anew(plan))
      }
    }
  }
})

test('tails that are exchanged leave both tours as laid out anew', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const random = new Random(seed)
    const plan = new Sequences(kernelOf(seed, true))
    plan.load((tour) => (tour < 2 ? Array.from({ length: 12 }, (_, k) => 2 * k + tour) : []))
    const before = read(plan)
    plan.begin()
    plan.exchangeTails(0, random.below(13), 1, 1 + random.below(12))
    expect(read(plan)).toEqual(anew(plan))
    plan.rollback()
    expect(read(plan)).toEqual(before)
  }
})
