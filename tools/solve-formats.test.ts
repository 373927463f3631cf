// Every format solves a small instance through the command line, and the plan breaks no rule.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FORMATS, TEAM_FORMATS } from '@regie/solver'
import { expect, test } from 'vitest'

const data = join(import.meta.dirname, '../bench/data')

const written = (input: object): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'solve-')), 'input.json')
  writeFileSync(path, JSON.stringify(input))
  return path
}

const durations = [
  [0, 60, 90],
  [60, 0, 50],
  [90, 50, 0],
]

const SMALL = new Map<string, () => string>([
  ['solomon', () => join(data, 'vrptw/solomon/C101.txt')],
  ['trsp', () => join(data, 'trsp/C101.100_25-5-5-5.txt')],
  ['hhcrsp', () => join(data, 'hhcrsp/mankowska/InstanzCPLEX_HCSRP_10_1.json')],
  ['roadef2007', () => join(data, 'roadef2007/datasetA/data1')],
  [
    'vroom',
    () =>
      written({
        vehicles: [{ id: 1, start_index: 0, end_index: 0, time_window: [0, 9000] }],
        jobs: [
          { id: 1, location_index: 1, service: 300 },
          { id: 2, location_index: 2, service: 300 },
        ],
        matrices: { car: { durations } },
      }),
  ],
  [
    'regie',
    () =>
      written({
        locations: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
        travel: [{ durations }],
        technicians: [
          { id: 't', startLocation: 'a', shifts: [{ day: '1', start: 0, end: 30_000 }] },
        ],
        workOrders: [
          { id: 'v', location: 'b', serviceSeconds: 600 },
          { id: 'w', location: 'c', serviceSeconds: 600 },
        ],
      }),
  ],
])

for (const format of [...FORMATS.keys(), ...TEAM_FORMATS.keys()]) {
  test(`${format}: one JSON object, feasible, nothing left out`, { timeout: 120_000 }, () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        join(import.meta.dirname, 'solve.ts'),
        ...['--format', format, '--iterations', '300', '--seed', '1', SMALL.get(format)?.() ?? ''],
      ],
      { encoding: 'utf8' },
    )
    expect(stderr).toBe('')
    expect(status).toBe(0)
    const answer = JSON.parse(stdout)
    expect(answer.feasible).toBe(true)
    expect(format === 'vroom' ? answer.unassigned.length : answer.unassigned).toBe(0)
    for (const key of ['cost', 'vehicles', 'iterations', 'elapsedMs', 'cpuMs']) {
      expect(answer[key], key).toBeTypeOf('number')
    }
    expect(answer.routes.length).toBeGreaterThan(0)
  })
}
