import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const run = (...args: string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, 'solve.ts'), ...args], {
    encoding: 'utf8',
  })

const file = (text: string): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'solve-')), 'input')
  writeFileSync(path, text)
  return path
}

const day = {
  locations: [{ id: 'a' }],
  travel: [{ durations: [[0]] }],
  technicians: [{ id: 't', shifts: [{ day: '1', start: 0, end: 9000 }] }],
  workOrders: [{ id: 'w', location: 'a', serviceSeconds: 600 }],
}

test('a file is solved into one JSON object, and nothing else is printed', () => {
  const { status, stdout } = run(file(JSON.stringify(day)), '--iterations', '100')
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    unassigned: 0,
    feasible: true,
    vehicles: 1,
    routes: [{ technician: 't', visits: [{ id: 'w', start: 0 }] }],
  })
})

test('bad input ends with exit code 2 and every fault', () => {
  const bad = { ...day, workOrders: [{ id: 'w', location: 'z', serviceSeconds: -1 }] }
  const { status, stdout, stderr } = run(file(JSON.stringify(bad)))
  expect(status).toBe(2)
  expect(stdout).toBe('')
  expect(stderr).toContain('workOrders[0].location')
  expect(stderr).toContain('workOrders[0].serviceSeconds')
})

test('text that is no file of the format, and options that are none, end with exit code 2', {
  timeout: 60_000,
}, () => {
  expect(run(file('hello'), '--format', 'solomon').status).toBe(2)
  expect(run(file('{}'), '--format', 'abacus', '--seconds', 'soon').stderr).toContain('--seconds')
  expect(run().status).toBe(2)
  expect(run(file('{}'), '--wings').status).toBe(2)
})
