import { expect, test } from 'vitest'
import { buildProblem } from '../problem/build.ts'
import type { ProblemInput } from '../problem/input.ts'
import { createSearch } from '../search/session.ts'
import { randomProblem } from '../testing/random-problem.ts'
import { suggest } from './best-slots.ts'
import { verdict } from './verdict.ts'
import { explain } from './why-unassigned.ts'

const HOUR = 3600

const build = (input: ProblemInput) => {
  const built = buildProblem(input)
  if ('faults' in built) throw new Error(JSON.stringify(built.faults))
  return built.problem
}

const day = (
  changes: Partial<ProblemInput['technicians'][number]>,
  order: Partial<ProblemInput['workOrders'][number]>,
) =>
  build({
    locations: [{ id: 'home' }, { id: 'site' }],
    travel: [
      {
        durations: [
          [0, 1800],
          [1800, 0],
        ],
      },
    ],
    technicians: [
      {
        id: 'ana',
        startLocation: 'home',
        endLocation: 'home',
        shifts: [{ id: 'mon', day: '1', start: 8 * HOUR, end: 12 * HOUR }],
        ...changes,
      },
    ],
    workOrders: [{ id: 'w', location: 'site', serviceSeconds: HOUR, ...order }],
  })

test('twenty minutes of overtime are found to the second', () => {
  const problem = day({}, { windows: [{ start: 10 * HOUR + 3000, end: 11 * HOUR }] })
  const { relaxations } = explain(problem, { assignments: [] }, 'w')
  expect(relaxations).toContainEqual(
    expect.objectContaining({ kind: 'overtime', shift: 'mon', seconds: 1200 }),
  )
})

test('a window that closes too early is opened just as long as needed', () => {
  const problem = day({}, { windows: [{ start: 7 * HOUR, end: 8 * HOUR }] })
  const { relaxations } = explain(problem, { assignments: [] }, 'w')
  expect(relaxations).toContainEqual(
    expect.objectContaining({ kind: 'window', side: 'closes', at: 8 * HOUR + 1800, seconds: 1800 }),
  )
})

test('the one skill that is missing is named', () => {
  const problem = day({}, { skills: [{ id: 'rigging', level: 2 }] })
  const { relaxations } = explain(problem, { assignments: [] }, 'w')
  expect(relaxations).toContainEqual(
    expect.objectContaining({ kind: 'skill', technician: 'ana', skill: 'rigging', level: 2 }),
  )
})

test('every unassigned visit has a true reason at every technician, or a slot', () => {
  for (let seed = 1; seed <= 5; seed++) {
    const problem = build(
      randomProblem(seed, { technicians: 3, workOrders: 30, days: 1, crews: true }),
    )
    const search = createSearch(problem, { stop: { iterations: 200 } })
    while (!search.step());
    const { plan, summary } = search.result()
    for (const id of summary.unassigned) {
      const { technicians, relaxations } = explain(problem, plan, id)
      for (const { slot, refusals } of technicians)
        expect(slot !== undefined || refusals.length > 0).toBe(true)
      for (const { slot } of relaxations) expect(slot.end).toBeGreaterThan(slot.start)
    }
  }
})

test('what is suggested is allowed', () => {
  const problem = build(randomProblem(7, { technicians: 4, workOrders: 25, days: 2, extras: true }))
  const search = createSearch(problem, { stop: { iterations: 200 } })
  while (!search.step());
  const { plan } = search.result()
  for (const { id } of problem.visits) {
    const others = { ...plan, assignments: plan.assignments.filter(({ visit }) => visit !== id) }
    for (const { technician, start } of suggest(problem, plan, id)) {
      expect(verdict(problem, others, { visit: id, technician, start }).refusals).toEqual([])
    }
  }
})
