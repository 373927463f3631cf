// Reads how many tests passed and failed from the runners' own reports, never from their exit code alone.
import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Outcome } from './step.ts'

const vitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
})

const playwrightReport = z.object({
  stats: z.object({
    expected: z.int(),
    unexpected: z.int(),
    flaky: z.int(),
    skipped: z.int(),
  }),
  errors: z.array(z.object({ message: z.string().optional() })),
})

function read<T>(file: string, shape: z.ZodType<T>): T | undefined {
  if (!existsSync(file)) return undefined
  return shape.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data
}

const noReport: Outcome = { passed: 0, failed: 1, notes: ['wrote no report'] }

/** A run that found nothing to run, or failed beside its tests, must not look green. */
function judged(outcome: Outcome, exitCode: number): Outcome {
  if (outcome.passed + outcome.failed === 0)
    return { ...outcome, failed: 1, notes: [...outcome.notes, 'no test was run'] }
  if (exitCode !== 0 && outcome.failed === 0)
    return { ...outcome, failed: 1, notes: [...outcome.notes, `exit code ${exitCode}`] }
  return outcome
}

/** Counts Vitest's JSON report; a file that could not even be loaded is one failure. */
export function countVitest(file: string, exitCode: number): Outcome {
  const report = read(file, vitestReport)
  if (report === undefined) return noReport
  const broken = report.testResults.filter(
    (result) =>
      result.status === 'failed' &&
      !result.assertionResults.some((assertion) => assertion.status === 'failed'),
  )
  const skipped = report.numPendingTests + report.numTodoTests
  const passed = report.numPassedTests
  const failed = report.numFailedTests + broken.length
  const notes = [`${passed} passed`]
  if (failed > 0) notes.push(`${failed} failed`)
  if (skipped > 0) notes.push(`${skipped} skipped`)
  return judged({ passed, failed, notes }, exitCode)
}

/** Counts Playwright's JSON report; a test that passed only when tried again is told. */
export function countPlaywright(file: string, exitCode: number): Outcome {
  const report = read(file, playwrightReport)
  if (report === undefined) return noReport
  const { expected, unexpected, flaky, skipped } = report.stats
  const passed = expected + flaky
  const notes = [`${passed} passed`]
  if (unexpected > 0) notes.push(`${unexpected} failed`)
  if (flaky > 0) notes.push(`${flaky} only when tried again`)
  if (skipped > 0) notes.push(`${skipped} skipped`)
  return judged({ passed, failed: unexpected, notes }, exitCode)
}
