import { expect, test } from 'vitest'
import type { ProblemInput } from './index.ts'
import { buildProblem, check, evaluate, explain, solve, suggest, verdict } from './index.ts'

const HOUR = 3600

const pools: ProblemInput = {
  locations: [
    { id: 'workshop', latitude: 48.86, longitude: 2.35 },
    { id: 'pool-1', latitude: 48.87, longitude: 2.36 },
    { id: 'pool-2', latitude: 48.85, longitude: 2.33 },
  ],
  technicians: ['ana', 'bob'].map((id) => ({
    id,
    startLocation: 'workshop',
    endLocation: 'workshop',
    skills: [{ id: 'filters', level: id === 'ana' ? 2 : 1 }],
    certifications: [{ id: 'B2V', validUntil: id === 'ana' ? 40 * HOUR : 9 * HOUR }],
    shifts: [{ day: '2025-03-17', week: '2025-W12', start: 8 * HOUR, end: 17 * HOUR }],
  })),
  workOrders: [
    {
      id: 'w1',
      location: 'pool-1',
      serviceSeconds: HOUR,
      skills: [{ id: 'filters', level: 2 }],
      windows: [{ start: 9 * HOUR, end: 12 * HOUR }],
    },
    { id: 'w2', location: 'pool-2', serviceSeconds: HOUR, certifications: ['B2V'] },
    { id: 'w3', location: 'pool-2', serviceSeconds: HOUR, positions: [{}, {}] },
  ],
}

const built = buildProblem(pools)
if (!('problem' in built)) throw new Error(JSON.stringify(built.faults))
const { problem } = built

test('a small day is planned in full and breaks no rule', () => {
  const { plan, summary } = solve(problem)
  expect(check(problem, plan)).toEqual([])
  expect(evaluate(problem, plan).refusals).toEqual([])
  expect(summary.unassigned).toEqual([])
})

test('a refusal names the rule and its numbers', () => {
  const placement = { visit: 'w2', technician: 'bob', start: 10 * HOUR }
  const { allowed, refusals } = verdict(problem, { assignments: [] }, placement)
  expect(allowed).toBe(false)
  expect(refusals).toContainEqual({
    rule: 'certifications',
    visit: 'w2',
    technician: 'bob',
    missing: ['B2V'],
    expiredOn: 9 * HOUR,
  })
})

test('the best slots of a visit are allowed ones', () => {
  const { plan } = solve(problem)
  for (const slot of suggest(problem, plan, 'w1', { count: 5 })) {
    const placement = { visit: 'w1', technician: slot.technician, start: slot.start }
    expect(verdict(problem, plan, placement).refusals).toEqual([])
  }
})

test('an explanation gives the reasons of every technician', () => {
  const { technicians } = explain(problem, { assignments: [] }, 'w1')
  expect(technicians.map((one) => one.technician).sort()).toEqual(['ana', 'bob'])
  expect(technicians.find((one) => one.technician === 'bob')?.refusals[0]?.rule).toBe('skills')
})

test('every fault of an input is told at once', () => {
  const bad = {
    ...pools,
    technicians: [{ id: '', shifts: [{ day: 'd', start: 5, end: Number.NaN }] }],
  }
  const built = buildProblem(bad)
  const faults = 'faults' in built ? built.faults : []
  expect(faults.map(({ path }) => path)).toEqual([
    'technicians[0].id',
    'technicians[0].shifts[0].end',
  ])
})
