import { expect, test } from 'vitest'
import { check } from '../check/check.ts'
import { buildProblem } from '../problem/build.ts'
import type { ProblemInput } from '../problem/input.ts'
import type { Problem } from '../problem/problem.ts'
import { createSearch } from '../search/session.ts'
import { randomProblem } from '../testing/random-problem.ts'
import { partition } from './partition.ts'
import { solveInParts } from './solve-in-parts.ts'

const HOUR = 3600
const DAY = 24 * HOUR

const clock = (): number => performance.now() / 1000

const build = (input: ProblemInput): Problem => {
  const built = buildProblem(input)
  if ('faults' in built) throw new Error(JSON.stringify(built.faults.slice(0, 3)))
  return built.problem
}

/** A town of two quarters with a technician every few visits. */
const town = (visits: number, technicians: number, days: number): ProblemInput => ({
  locations: [
    ...Array.from({ length: visits }, (_, k) => ({
      id: `s${k}`,
      latitude: 48.8 + ((k * 37) % 100) / 1000,
      longitude: (k % 2 === 0 ? 2.2 : 2.5) + ((k * 53) % 100) / 1000,
    })),
    ...Array.from({ length: technicians }, (_, k) => ({
      id: `h${k}`,
      latitude: 48.8 + ((k * 11) % 100) / 1000,
      longitude: k % 2 === 0 ? 2.25 : 2.55,
    })),
  ],
  technicians: Array.from({ length: technicians }, (_, k) => ({
    id: `t${k}`,
    startLocation: `h${k}`,
    endLocation: `h${k}`,
    skills: k % 3 === 0 ? [{ id: 'gas' }] : [],
    shifts: Array.from({ length: days }, (_, day) => ({
      day: String(day),
      week: '1',
      start: day * DAY + 8 * HOUR,
      end: day * DAY + 17 * HOUR,
    })),
  })),
  workOrders: Array.from({ length: visits }, (_, k) => ({
    id: `w${k}`,
    location: `s${k}`,
    serviceSeconds: HOUR / 2,
    skills: k % 10 === 0 ? [{ id: 'gas' }] : [],
    ...(k % 7 === 0 && { series: `series ${k % 21}` }),
    ...(k % 25 === 0 && { positions: [{}, {}] }),
    ...(k % 11 === 0 && {
      windows: [{ start: (k % days) * DAY, end: (k % days) * DAY + 14 * HOUR }],
    }),
  })),
  dependencies: Array.from({ length: Math.floor(visits / 20) }, (_, k) => ({
    before: `w${20 * k + 1}`,
    after: `w${20 * k + 3}`,
  })),
})

test('every visit and every shift lies in one part, and bound work stays together', () => {
  const input = town(400, 24, 3)
  const problem = build(input)
  const parts = partition(input, problem, { visitsPerPart: 80 })
  expect(parts.length).toBeGreaterThan(3)
  const orders = parts.flatMap((part) => part.input.workOrders.map(({ id }) => id))
  expect(orders.toSorted()).toEqual(input.workOrders.map(({ id }) => id).toSorted())
  const shifts = parts.flatMap((part) =>
    part.input.technicians.flatMap((one) => one.shifts.map(({ id }) => id)),
  )
  expect(shifts.toSorted()).toEqual([...problem.shiftIndex.keys()].toSorted())
  const partOf = new Map(parts.flatMap((part, k) => part.input.workOrders.map(({ id }) => [id, k])))
  for (const { before, after } of input.dependencies ?? []) {
    expect(partOf.get(before)).toBe(partOf.get(after))
  }
  for (const part of parts) expect('problem' in buildProblem(part.input)).toBe(true)
})

test('a skill that few have pulls its work to them', () => {
  const input = town(200, 12, 1)
  const gas = new Set(input.technicians.filter(({ skills }) => skills?.length).map(({ id }) => id))
  for (const part of partition(input, build(input), { visitsPerPart: 60 })) {
    const asked = part.input.workOrders.some(({ skills }) => skills?.length)
    if (asked) expect(part.input.technicians.some(({ id }) => gas.has(id))).toBe(true)
  }
})

test('plans of parts break no rule together, and the second round makes them no worse', () => {
  for (const [visits, technicians, days] of [
    [300, 18, 1],
    [300, 4, 5],
  ] as const) {
    const input = town(visits, technicians, days)
    const problem = build(input)
    const { plan, summary, parts } = solveInParts(input, problem, {
      seconds: 0.6,
      clock,
      visitsPerPart: 90,
    })
    expect(parts).toBeGreaterThan(2)
    expect(check(problem, plan)).toEqual([])
    expect(summary.assigned).toBeGreaterThan(0)
  }
})

test('random problems with every rule: parts together pass the check of the whole', () => {
  for (let seed = 1; seed <= 15; seed++) {
    const input = randomProblem(seed, {
      technicians: 6,
      workOrders: 30,
      days: 2,
      crews: true,
      extras: true,
    })
    const problem = build(input)
    const { plan } = solveInParts(input, problem, {
      seconds: 0.1,
      clock,
      visitsPerPart: 5,
    })
    expect(
      check(problem, plan).filter(({ locked }) => !locked),
      `seed ${seed}`,
    ).toEqual([])
  }
})

test('a running plan stays in the parts of its technicians, and a limit of changes is shared out', () => {
  const input = town(120, 8, 1)
  const problem = build(input)
  const search = createSearch(problem, { stop: { iterations: 200 } })
  while (!search.step());
  const { plan } = search.result()
  const told = new Map(plan.assignments.map((one) => [one.visit, one]))
  const promised: ProblemInput = {
    ...input,
    policy: { version: 1, rules: { changes: { on: true, maxChanges: 6 } } },
    workOrders: input.workOrders.map((order) => {
      const own = told.get(order.id)
      return own
        ? { ...order, published: { technician: own.technician, start: own.start, confirmed: true } }
        : order
    }),
  }
  const whole = build(promised)
  const parts = partition(promised, whole, { visitsPerPart: 40, initial: plan })
  expect(parts.reduce((sum, part) => sum + part.initial.assignments.length, 0)).toBe(
    plan.assignments.length,
  )
  const found = solveInParts(promised, whole, {
    seconds: 0.4,
    clock,
    initial: plan,
    visitsPerPart: 40,
  })
  expect(check(whole, found.plan)).toEqual([])
  expect(found.summary.changed.length).toBeLessThanOrEqual(6)
})
