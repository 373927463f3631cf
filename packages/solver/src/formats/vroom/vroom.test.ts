import { expect, test } from 'vitest'
import { check } from '../../check/check.ts'
import { evaluate } from '../../explain/evaluate.ts'
import { buildProblem } from '../../problem/build.ts'
import { createSearch } from '../../search/session.ts'
import { readVroom } from './read-vroom.ts'

const durations = [
  [0, 100, 200, 300],
  [100, 0, 100, 200],
  [200, 100, 0, 100],
  [300, 200, 100, 0],
]

interface Step {
  readonly type: string
  readonly id?: number
  readonly arrival: number
}
interface Route {
  readonly vehicle: number
  readonly steps: readonly Step[]
}

function solve(file: object, iterations = 400) {
  const instance = readVroom(JSON.stringify(file))
  const built = buildProblem(instance.input)
  if ('faults' in built) {
    throw new Error(built.faults.map(({ path }) => instance.pathIn?.(path)).join('; '))
  }
  const { problem } = built
  const { initial } = instance
  const search = createSearch(problem, { stop: { iterations }, ...(initial && { initial }) })
  while (!search.step());
  const found = search.result()
  const plan = instance.mend?.(found.plan) ?? found.plan
  expect(check(problem, plan)).toEqual([])
  const answer = instance.answer?.(problem, evaluate(problem, plan)) as {
    summary: Record<string, number>
    unassigned: { id: number; type: string }[]
    routes: Route[]
  }
  return { instance, problem, answer }
}

const vehicle = { id: 1, start_index: 0, end_index: 0, time_window: [0, 10_000] }

test('the answer has its shape, and unknown fields are told', () => {
  const { instance, answer } = solve({
    vehicles: [{ ...vehicle, wings: 2 }],
    jobs: [
      { id: 7, location_index: 1, service: 60, time_windows: [[150, 200]], description: 'Pool' },
      { id: 8, location_index: 1, skills: [9] },
    ],
    matrices: { car: { durations } },
    geometry: true,
  })
  expect(instance.ignored).toEqual(['geometry: unknown field', 'vehicles[0].wings: unknown field'])
  expect(answer).toMatchObject({
    code: 0,
    unassigned: [{ id: 8, type: 'job', location_index: 1 }],
    summary: { cost: 200, routes: 1, unassigned: 1, service: 60, duration: 200 },
    routes: [
      {
        vehicle: 1,
        steps: [
          { type: 'start', location_index: 0 },
          { type: 'job', id: 7, description: 'Pool', arrival: 150, service: 60 },
          { type: 'end', location_index: 0 },
        ],
      },
    ],
  })
})

test('a shipment is picked up and delivered by one vehicle, in that order, or not at all', () => {
  const { answer } = solve({
    vehicles: [
      { ...vehicle, capacity: [4, 9] },
      { ...vehicle, id: 2, capacity: [4, 9] },
    ],
    shipments: [
      {
        amount: [1, 2],
        pickup: { id: 1, location_index: 3, service: 10 },
        delivery: { id: 1, location_index: 1, service: 10 },
      },
      {
        amount: [1, 2],
        pickup: { id: 2, location_index: 2 },
        delivery: { id: 2, location_index: 1, time_windows: [[0, 50]] },
      },
      {
        amount: [5, 1],
        pickup: { id: 3, location_index: 2 },
        delivery: { id: 3, location_index: 1 },
      },
    ],
    matrices: { car: { durations } },
  })
  const steps = answer.routes.flatMap((route) => route.steps.filter(({ id }) => id !== undefined))
  expect(steps.map(({ type, id }) => `${type} ${id}`)).toEqual(['pickup 1', 'delivery 1'])
  expect(answer.unassigned.map(({ id, type }) => `${type} ${id}`).toSorted()).toEqual([
    'delivery 2',
    'delivery 3',
    'pickup 2',
    'pickup 3',
  ])
})

test('many shipments on few vehicles: no half is made', () => {
  const far = Array.from({ length: 12 }, (_, i) =>
    Array.from({ length: 12 }, (_, j) => Math.abs(i - j) * 60),
  )
  const { answer } = solve(
    {
      vehicles: [
        { ...vehicle, time_window: [0, 1500] },
        { ...vehicle, id: 2, time_window: [0, 1500] },
      ],
      shipments: Array.from({ length: 10 }, (_, k) => ({
        pickup: { id: k, location_index: 1 + k, service: 30 },
        delivery: { id: k, location_index: 11 - k, service: 30 },
        priority: k,
      })),
      matrices: { car: { durations: far } },
    },
    1500,
  )
  const made = answer.routes.flatMap(({ steps, vehicle: by }) =>
    steps.flatMap(({ type, id }) => (id === undefined ? [] : [`${by} ${id} ${type}`])),
  )
  const halves = (type: string): readonly string[] =>
    made.filter((one) => one.endsWith(type)).map((one) => one.replace(` ${type}`, ''))
  expect(halves('pickup').length).toBeGreaterThan(0)
  expect(halves('pickup').toSorted()).toEqual(halves('delivery').toSorted())
})

test('speed, breaks, limits, fixed costs and own matrices of costs count', () => {
  const { answer, problem } = solve({
    vehicles: [
      {
        ...vehicle,
        speed_factor: 2,
        max_tasks: 1,
        costs: { fixed: 1000 },
        breaks: [{ id: 4, service: 300, time_windows: [[200, 400]] }],
      },
      { ...vehicle, id: 2, profile: 'bike', max_travel_time: 500 },
    ],
    jobs: [
      { id: 1, location_index: 2, service: 100 },
      { id: 2, location_index: 1, service: 100 },
      { id: 3, location_index: 3, service: 10 },
    ],
    matrices: { car: { durations }, bike: { durations } },
  })
  expect(problem.travels.map(({ profile }) => profile)).toEqual(['car × 2', 'bike'])
  const one = answer.routes.find((route) => route.vehicle === 1)
  expect(one?.steps.map(({ type }) => type).toSorted()).toEqual(['break', 'end', 'job', 'start'])
  const pause = one?.steps.find(({ type }) => type === 'break')
  expect(pause?.arrival).toBeGreaterThanOrEqual(200)
  expect(pause?.arrival).toBeLessThanOrEqual(400)
  const end = one?.steps.at(-1)
  expect(end?.type).toBe('end')
  expect(end?.arrival).toBeGreaterThanOrEqual((pause?.arrival ?? 0) + 300)
  const costs = durations.map((row) => row.map((value) => value / 10))
  const priced = solve({
    vehicles: [vehicle],
    jobs: [{ id: 1, location_index: 3 }],
    matrices: { car: { durations, costs } },
  })
  expect(priced.answer.summary.cost).toBe(60)
})

test('service by type of vehicle, places by coordinates, and the order of steps to start from', () => {
  const { answer, instance } = solve({
    vehicles: [
      {
        id: 1,
        type: 'van',
        start: [2.35, 48.85],
        time_window: [0, 20_000],
        steps: [{ type: 'start' }, { type: 'job', id: 2 }, { type: 'job', id: 1 }, { type: 'end' }],
      },
    ],
    jobs: [
      { id: 1, location: [2.36, 48.86], service: 900, service_per_type: { van: 600 } },
      { id: 2, location: [2.37, 48.87], service: 900 },
    ],
  })
  expect(instance.initial?.assignments.map(({ visit }) => visit)).toEqual(['2', '1'])
  expect(answer.summary).toMatchObject({ unassigned: 0, service: 1500 })
})

test('every fault of a file is told in the words of the file', () => {
  expect(() => readVroom('{"vehicles": 3, "jobs": [{"id": "x"}]}')).toThrow(
    /vehicles: expected a list[\s\S]*jobs\[0\]\.id/,
  )
  const instance = readVroom(
    JSON.stringify({
      vehicles: [{ ...vehicle, time_window: [9, 3] }],
      jobs: [
        { id: 1, location_index: 9, service: -4 },
        { id: 2, location_index: 1, time_windows: [[5]] },
      ],
      shipments: [{ pickup: { id: 1 }, delivery: { id: 1, location_index: 1, service: 'soon' } }],
      matrices: { car: { durations } },
    }),
  )
  const built = buildProblem(instance.input)
  const paths = 'faults' in built ? built.faults.map(({ path }) => instance.pathIn?.(path)) : []
  expect(paths).toEqual(
    expect.arrayContaining([
      'vehicles[0].time_window.end',
      'jobs[0].location',
      'jobs[0].service',
      'jobs[1].time_windows[0].end',
      'shipments[0].pickup.location',
      'shipments[0].delivery.service',
    ]),
  )
})
