import { expect, test } from 'vitest'
import { buildProblem } from './build.ts'
import type { ProblemInput } from './input.ts'

const good: ProblemInput = {
  locations: [{ id: 'a' }, { id: 'b' }],
  travel: [
    {
      durations: [
        [0, 60],
        [60, 0],
      ],
    },
  ],
  technicians: [{ id: 't', shifts: [{ day: '1', start: 0, end: 3600 }] }],
  workOrders: [
    { id: 'w', location: 'a', serviceSeconds: 600 },
    { id: 'x', location: 'b', serviceSeconds: 600 },
  ],
}

const faultsOf = (changes: object): readonly string[] => {
  const built = buildProblem({ ...good, ...changes } as ProblemInput)
  return 'faults' in built ? built.faults.map(({ path }) => path) : []
}

const bad: readonly (readonly [string, object, string])[] = [
  [
    'a duration that is no number',
    { workOrders: [{ id: 'w', serviceSeconds: Number.NaN }] },
    'workOrders[0].serviceSeconds',
  ],
  [
    'a negative duration',
    { workOrders: [{ id: 'w', serviceSeconds: -5 }] },
    'workOrders[0].serviceSeconds',
  ],
  ['a missing duration', { workOrders: [{ id: 'w' }] }, 'workOrders[0].serviceSeconds'],
  [
    'a window that ends before it starts',
    { workOrders: [{ id: 'w', serviceSeconds: 1, windows: [{ start: 9, end: 5 }] }] },
    'workOrders[0].windows[0].end',
  ],
  ['a table of the wrong size', { travel: [{ durations: [[0, 1]] }] }, 'travel[0].durations'],
  [
    'a table with a hole',
    {
      travel: [
        {
          durations: [
            [0, 1],
            [-1, 0],
          ],
        },
      ],
    },
    'travel[0].durations[1][0]',
  ],
  [
    'an unknown location',
    { workOrders: [{ id: 'w', location: 'nowhere', serviceSeconds: 1 }] },
    'workOrders[0].location',
  ],
  [
    'an unknown technician',
    { workOrders: [{ id: 'w', serviceSeconds: 1, allowed: ['zoe'] }] },
    'workOrders[0].allowed[0]',
  ],
  [
    'an id used twice',
    {
      workOrders: [
        { id: 'w', serviceSeconds: 1 },
        { id: 'w', serviceSeconds: 1 },
      ],
    },
    'workOrders[1].id',
  ],
  [
    'a circle of work orders',
    {
      dependencies: [
        { before: 'w', after: 'x' },
        { before: 'x', after: 'w' },
      ],
    },
    'dependencies',
  ],
  [
    'shifts that overlap',
    {
      technicians: [
        {
          id: 't',
          shifts: [
            { day: '1', start: 0, end: 50 },
            { day: '1', start: 40, end: 90 },
          ],
        },
      ],
    },
    'technicians[0].shifts',
  ],
  ['an unknown policy', { policy: 'Fastest' }, 'policy'],
  [
    'an unknown rule of a policy',
    { policy: { version: 1, rules: { luck: { on: true } } } },
    'policy.rules.luck',
  ],
  [
    'a policy without a number',
    { policy: { version: 1, objectives: { travel: { weight: Number.NaN } } } },
    'policy.objectives.travel.weight',
  ],
  ['a text in place of a list', { technicians: 'ana' }, 'technicians'],
]

test('an unknown work order in a dependency makes no circle', () => {
  expect(faultsOf({ dependencies: [{ before: 'w', after: 'nobody' }] })).toEqual([
    'dependencies[0].after',
  ])
})

test('a good input has no fault', () => {
  expect(faultsOf({})).toEqual([])
})

for (const [what, changes, path] of bad) {
  test(`${what} is told with its path`, () => {
    expect(faultsOf(changes)).toContain(path)
  })
}

test('what is no object at all is told, not thrown', () => {
  for (const input of [null, 'x', 7, []]) {
    expect('faults' in buildProblem(input as unknown as ProblemInput)).toBe(true)
  }
})
