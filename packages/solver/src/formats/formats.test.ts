import { expect, test } from 'vitest'
import { check } from '../check/check.ts'
import { buildProblem } from '../problem/build.ts'
import { createSearch } from '../search/session.ts'
import { FORMATS } from './formats.ts'

const solve = (format: string, text: string) => {
  const instance = FORMATS.get(format)?.(text, {})
  const built = instance && buildProblem(instance.input)
  if (!(instance && built && 'problem' in built)) throw new Error(JSON.stringify(built))
  const search = createSearch(built.problem, { stop: { iterations: 300 } })
  while (!search.step());
  const result = search.result()
  expect(check(built.problem, result.plan)).toEqual([])
  const points = Object.fromEntries(
    result.cost.shares.map((share) => [share.objective, share.points]),
  )
  return { instance, result, cost: instance.cost({ summary: result.summary, points }) }
}

test('Solomon: arcs are cut to one decimal and customers keep their numbers', () => {
  const text = [
    'T',
    '',
    'VEHICLE',
    'NUMBER CAPACITY',
    '2 10',
    '',
    'CUSTOMER',
    'CUST XCOORD',
    '0 0 0 0 0 100 0',
    '1 1 1 4 0 90 1',
    '2 2 2 4 0 90 1',
  ].join('\n')
  const { cost, result } = solve('solomon', text)
  expect(cost).toBeCloseTo(1.4 + 1.4 + 2.8, 6)
  expect(result.plan.assignments.map(({ visit }) => visit).sort()).toEqual(['1', '2'])
})

test('TRSP: a technician without the tool calls at the depot first', () => {
  const rows = [
    '1 1 1 1',
    'ID X Y',
    '0 0 0 0 100 0 [] [] []',
    '1 0 5 0 100 0 [0] [] [0]',
    '2 0 9 0 100 10 [0] [0] [0]',
  ]
  const { cost, result } = solve('trsp', rows.join('\n'))
  expect(result.plan.renewals?.length).toBe(1)
  expect(cost).toBeCloseTo(5 + 9 + 10 + 4, 3)
})

test('HHCRSP: two carers meet, and the cost is a third of distance and lateness', () => {
  const text = JSON.stringify({
    patients: [
      {
        id: 'p',
        time_window: [10, 20],
        required_caregivers: [
          { service: 's', duration: 5 },
          { service: 'r', duration: 5 },
        ],
        synchronization: { type: 'simultaneous' },
      },
    ],
    caregivers: [
      { id: 'a', abilities: ['s'] },
      { id: 'b', abilities: ['r'] },
    ],
    central_offices: [{ id: 'd' }],
    distances: [
      [0, 30],
      [30, 0],
    ],
  })
  const { cost, result } = solve('hhcrsp', text)
  expect(new Set(result.plan.assignments.map(({ start }) => start)).size).toBe(1)
  expect(cost).toBeCloseTo((120 + 20 + 10) / 3, 6)
})
