// Bad input to the command line: every fault on stderr, exit code 2, nothing on stdout; odd but good input is planned.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const solve = (text: string, ...args: string[]) => {
  const path = join(mkdtempSync(join(tmpdir(), 'solve-')), 'input')
  writeFileSync(path, text)
  return spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'solve.ts'), path, '--iterations', '50', ...args],
    { encoding: 'utf8' },
  )
}

const good = {
  locations: [{ id: 'a' }, { id: 'b' }],
  travel: [
    {
      durations: [
        [0, 60],
        [60, 0],
      ],
    },
  ],
  technicians: [{ id: 't', shifts: [{ day: '1', start: 0, end: 36_000 }] }],
  workOrders: [
    { id: 'v', location: 'a', serviceSeconds: 600 },
    { id: 'w', location: 'b', serviceSeconds: 600 },
  ],
}
const regie = (changes: object) => solve(JSON.stringify({ ...good, ...changes }))

/** All faults of one file, told at once. */
const FAULTY = {
  travel: [{ durations: [[0, 60, 1], [60]] }],
  technicians: [
    { id: 't', shifts: [{ day: '1', start: 9, end: 5 }] },
    { id: 't', startLocation: 'x', shifts: [{ day: '1', start: 0, end: 1 }] },
  ],
  workOrders: [
    { id: 'v', location: 'nowhere', serviceSeconds: null },
    { id: 'w', location: 'a' },
    { id: 'x', serviceSeconds: -1, windows: [{ start: 9, end: 5 }], allowed: ['zoe'] },
  ],
  dependencies: [
    { before: 'v', after: 'w' },
    { before: 'w', after: 'v' },
    { before: 'w', after: 'gone' },
  ],
}

test('every fault of a problem is told at once: 2, stderr, and no word on stdout', () => {
  const { status, stdout, stderr } = regie(FAULTY)
  expect([status, stdout]).toEqual([2, ''])
  for (const path of [
    'travel[0].durations',
    'technicians[0].shifts[0].end',
    'technicians[1].id',
    'technicians[1].startLocation',
    'workOrders[0].location',
    'workOrders[0].serviceSeconds',
    'workOrders[1].serviceSeconds',
    'workOrders[2].serviceSeconds',
    'workOrders[2].windows[0].end',
    'workOrders[2].allowed[0]',
    'dependencies[2].after',
    'dependencies: expected an order without a circle',
  ]) {
    expect(stderr).toContain(path)
  }
})

const solomon = readFileSync(
  join(import.meta.dirname, '../bench/data/vrptw/solomon/C101.txt'),
  'utf8',
)
const trsp = readFileSync(
  join(import.meta.dirname, '../bench/data/trsp/C101.100_25-5-5-5.txt'),
  'utf8',
)

test.each([
  ['solomon', solomon.replace(/^ *1 +45/m, '1 NaN'), /line 11, x: expected a number, got NaN/],
  ['solomon', solomon.replace(/^( *1 +45 +68 +10 +)912/m, '$1 99912'), /due 967 is before/],
  ['solomon', solomon.replace(/^ *2 +45/m, ' 1 45'), /an id used once/],
  ['trsp', trsp.replace(/\[/, '[x,'), /numbers ≥ 0 in the lists/],
  [
    'hhcrsp',
    '{"patients":[{"id":"p"}],"caregivers":[],"central_offices":[],"distances":[["a"]]}',
    /patients\[0\]\.time_window[\s\S]*distances\[0\]/,
  ],
  [
    'vroom',
    '{"vehicles":[{"id":1,"time_window":[5,1]}],"jobs":[{"id":1,"location_index":3}]}',
    /vehicles\[0\]\.time_window\.end[\s\S]*jobs\[0\]\.location/,
  ],
  ['regie', '{"locations": NaN}', /NaN|JSON/],
  ['roadef2007', '{}', /./],
])('a faulty file of %s is told, not half read', (format, text, message) => {
  const { status, stdout, stderr } = solve(text, '--format', format)
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(message)
  expect(stderr).not.toMatch(/^ +at /m)
})

const answerOf = (run: ReturnType<typeof regie>) => {
  expect(run.status).toBe(0)
  return JSON.parse(run.stdout)
}

test('no technician and no visit are problems like any other', () => {
  expect(answerOf(regie({ technicians: [] }))).toMatchObject({
    unassigned: 2,
    vehicles: 0,
    feasible: true,
  })
  expect(answerOf(regie({ workOrders: [] }))).toMatchObject({
    unassigned: 0,
    routes: [],
    feasible: true,
  })
})

test('more seats than technicians stay empty, all of them', () => {
  const crew = { id: 'v', location: 'a', serviceSeconds: 600, positions: [{}, {}] }
  expect(answerOf(regie({ workOrders: [crew] }))).toMatchObject({ unassigned: 2, feasible: true })
})

test('a locked assignment that breaks a rule is kept, and reported', () => {
  const locked = { technician: 't', start: 100_000 }
  const run = regie({ workOrders: [{ id: 'v', location: 'a', serviceSeconds: 600, locked }] })
  const answer = answerOf(run)
  expect(answer.feasible).toBe(false)
  expect(answer.routes[0].visits).toEqual([{ id: 'v', start: 100_000 }])
  expect(run.stderr).toContain('v:')
})

test('a way that does not exist is not taken', () => {
  const durations = [
    [0, null],
    [60, 0],
  ]
  const answer = answerOf(regie({ travel: [{ durations }] }))
  expect(answer.feasible).toBe(true)
  expect(answer.routes[0].visits.map(({ id }: { id: string }) => id)).toEqual(['w', 'v'])
})

test('more visits than one table of travel holds are planned in parts', {
  timeout: 120_000,
}, () => {
  const count = 5200
  const input = {
    locations: Array.from({ length: count }, (_, k) => ({
      id: `s${k}`,
      latitude: 48 + (k % 73) / 100,
      longitude: 2 + (k % 71) / 100,
    })),
    technicians: Array.from({ length: 300 }, (_, k) => ({
      id: `t${k}`,
      startLocation: `s${k * 17}`,
      shifts: [{ day: '1', start: 0, end: 36_000 }],
    })),
    workOrders: Array.from({ length: count }, (_, k) => ({
      id: `w${k}`,
      location: `s${k}`,
      serviceSeconds: 600,
    })),
    policy: 'Plain',
  }
  const path = join(mkdtempSync(join(tmpdir(), 'solve-')), 'input')
  writeFileSync(path, JSON.stringify(input))
  const run = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'solve.ts'), path, '--seconds', '1'],
    { encoding: 'utf8', maxBuffer: 2 ** 26 },
  )
  const answer = answerOf(run)
  expect(answer.feasible).toBe(true)
  expect(answer.unassigned).toBeLessThan(count)
})
