import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { countPlaywright, countVitest } from './count-tests.ts'

const folder = mkdtempSync(join(tmpdir(), 'regie-counts-'))
afterAll(() => rmSync(folder, { recursive: true }))

function written(report: unknown): string {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(report))
  return file
}

type File = { status: string; assertions: string[] }
const vitest = (passed: number, failed: number, skipped: number, files: File[] = []): string =>
  written({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: skipped,
    numTodoTests: 0,
    testResults: files.map(({ status, assertions }, index) => ({
      name: `file-${index}.test.ts`,
      status,
      assertionResults: assertions.map((one) => ({ status: one })),
    })),
  })

const playwright = (expected: number, unexpected: number, flaky = 0, skipped = 0): string =>
  written({ stats: { expected, unexpected, flaky, skipped }, errors: [] })

test.each([
  ['all passed', () => vitest(3, 0, 0), 0, 3, 0],
  ['one failed', () => vitest(2, 1, 0, [{ status: 'failed', assertions: ['failed'] }]), 1, 2, 1],
  [
    'a file that could not be loaded',
    () => vitest(2, 0, 0, [{ status: 'failed', assertions: [] }]),
    1,
    2,
    1,
  ],
  ['an error outside of any test', () => vitest(2, 0, 0), 1, 2, 1],
  ['nothing run', () => vitest(0, 0, 0), 0, 0, 1],
  ['all skipped', () => vitest(0, 0, 4), 0, 0, 1],
])('counts Vitest: %s', (_, file, exitCode, passed, failed) => {
  expect(countVitest(file(), exitCode)).toMatchObject({ passed, failed })
})

test.each([
  ['all passed', () => playwright(3, 0), 0, 3, 0],
  ['one failed', () => playwright(2, 1), 1, 2, 1],
  ['one only when tried again', () => playwright(2, 0, 1), 0, 3, 0],
  ['the program did not start', () => playwright(0, 0), 1, 0, 1],
  ['no test found', () => playwright(0, 0), 0, 0, 1],
])('counts Playwright: %s', (_, file, exitCode, passed, failed) => {
  expect(countPlaywright(file(), exitCode)).toMatchObject({ passed, failed })
})

test('a run without a report has failed', () => {
  for (const count of [countVitest, countPlaywright])
    expect(count(join(folder, 'none.json'), 0)).toMatchObject({ passed: 0, failed: 1 })
})

test('tells what was skipped', () => {
  expect(countVitest(vitest(3, 0, 2), 0).notes).toEqual(['3 passed', '2 skipped'])
})
