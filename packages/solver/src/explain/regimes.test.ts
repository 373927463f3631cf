import { expect, test } from 'vitest'
import { buildProblem } from '../problem/build.ts'
import type { Regime } from './regimes.ts'
import { allUnder, refusalsUnder, verdictUnder } from './regimes.ts'

const HOUR = 3600
const DAY = 24 * HOUR
const show: Regime = {
  ...{ daySeconds: 12 * HOUR, insteadOfDaySeconds: 10 * HOUR, weekSeconds: 48 * HOUR },
  ...{ spanSeconds: 15 * HOUR, restSeconds: 9 * HOUR, weeklyRestSeconds: 35 * HOUR },
  ...{ nightSeconds: Number.POSITIVE_INFINITY, nightsOf: () => [] },
}

/** Two days from six to midnight; visits from nine, five hours each, and a short one. */
const company = (limits = { workSecondsPerDay: 10 * HOUR }) => {
  const built = buildProblem({
    ...{ version: 1, locations: [{ id: 'hall' }], travel: [{ durations: [[0]] }] },
    technicians: [
      {
        ...{ id: 'ana', limits },
        shifts: [1, 2].map((day) => ({
          ...{
            day: String(day),
            week: '1',
            start: day * DAY + 6 * HOUR,
            end: day * DAY + 24 * HOUR,
          },
        })),
      },
    ],
    workOrders: [
      { id: 'set-up', serviceSeconds: 5.5 * HOUR },
      { id: 'concert', serviceSeconds: 5.5 * HOUR },
      { id: 'pool', serviceSeconds: 0.5 * HOUR },
      { id: 'early', serviceSeconds: 2 * HOUR },
    ].map((one) => ({ ...one, windows: [{ start: 0, end: 9 * DAY }] })),
    policy: {
      version: 1,
      extends: 'Plain',
      rules: { span: { on: true }, dailyRest: { on: true } },
    },
  })
  if ('faults' in built) throw new Error(JSON.stringify(built.faults))
  return built.problem
}
const at = (hour: number, day = 1) => day * DAY + hour * HOUR
const on = (visit: string, start: number) => ({ visit, technician: 'ana', start })
const regimeOf = (visit: string) => (['set-up', 'concert'].includes(visit) ? show : undefined)

test.each([
  ['a long day of shows is their agreement’s', [on('set-up', at(9))], on('concert', at(15)), []],
  [
    'a visit under the policy on that day brings the day of the policy',
    [on('set-up', at(9)), on('pool', at(14.5))],
    on('concert', at(15)),
    ['work-per-day'],
  ],
  [
    'and so does the show put beside it, told of the last visit of the day',
    [on('concert', at(15)), on('pool', at(21))],
    on('set-up', at(9)),
    ['work-per-day'],
  ],
  [
    'on another day it does not',
    [on('set-up', at(9)), on('pool', at(12, 2))],
    on('concert', at(15)),
    [],
  ],
  [
    'but the rest between the two days is the longer one',
    [on('concert', at(18)), on('early', at(10, 2))],
    on('set-up', at(9)),
    ['daily-rest'],
  ],
] as const)('%s', (_, standing, placement, rules) => {
  const plan = { assignments: standing }
  const { refusals } = verdictUnder(company(), plan, placement, regimeOf)
  expect(refusals.map(({ rule }) => rule)).toEqual(rules)
  const whole = { assignments: [...standing, placement] }
  const told = refusalsUnder(company(), whole, regimeOf).map(({ rule }) => rule)
  expect([...new Set(told)]).toEqual(rules)
})

test('without any regime the verdict is that of the policy, and a limit of one’s own never gives way', () => {
  const plan = { assignments: [on('set-up', at(9))] }
  const ask = (problem: ReturnType<typeof company>, of: typeof regimeOf) =>
    verdictUnder(problem, plan, on('concert', at(15)), of).refusals
  expect(ask(company(), () => undefined)).toMatchObject([
    { rule: 'work-per-day', limit: 10 * HOUR },
  ])
  expect(ask(company({ workSecondsPerDay: 9 * HOUR }), regimeOf)).toMatchObject([
    { rule: 'work-per-day', limit: 9 * HOUR },
  ])
  expect(allUnder(company(), show).technicians[0]?.limits.workSecondsPerDay).toBe(12 * HOUR)
})

test('hours at night count where the regime limits them, by its own night', () => {
  const careful: Regime = {
    ...{ ...show, nightSeconds: HOUR },
    nightsOf: (day) => [{ start: at(21, Number(day)), end: at(30, Number(day)) }],
  }
  const { refusals } = verdictUnder(
    company(),
    { assignments: [] },
    on('concert', at(18)),
    () => careful,
  )
  expect(refusals).toMatchObject([{ rule: 'night-work', value: 2.5 * HOUR, limit: HOUR }])
})
