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

test('a folder of the ROADEF challenge is planned by teams of the day', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'solve-'))
  writeFileSync(
    join(folder, 'instance'),
    'name domains level techs interv abandon\ntoy 1 2 2 2 0\n',
  )
  writeFileSync(join(folder, 'tech_list'), 'tech d1 dispo\n1 1 [ 1 ]\n2 2 [ ]\n')
  const jobs = '1 60 [ ] 1 100 1 1\n2 90 [ 1 ] 2 100 2 1\n'
  writeFileSync(join(folder, 'interv_list'), `number time preds prio cost d1_1 d1_2\n${jobs}`)
  const { status, stdout } = run(folder, '--format', 'roadef2007', '--iterations', '50')
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    cost: 28 * 60 + 14 * 210 + 210,
    feasible: true,
    unassigned: 0,
    teams: [{ day: 1, technicians: ['2'] }, { day: 2 }],
  })
})
