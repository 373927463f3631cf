// `npm test`: every check of the house, browser tests included. The last line is the sum.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { countPlaywright, countVitest } from './steps/count-tests.ts'
import { runSteps } from './steps/run-steps.ts'
import { staticSteps } from './steps/static-steps.ts'
import type { Step } from './steps/step.ts'

const reports = mkdtempSync(join(tmpdir(), 'regie-reports-'))
const vitestReport = join(reports, 'vitest.json')
const playwrightReport = join(reports, 'playwright.json')

const chromium: Step = { name: 'browser at hand', command: ['node', 'tools/chromium.ts'] }
const build: Step = { name: 'web build', command: ['node', 'tools/build-web.ts'] }
const tests: Step = {
  name: 'unit and integration tests',
  command: ['vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile=${vitestReport}`],
  count: (exitCode) => countVitest(vitestReport, exitCode),
}
// A test of the walls reads the whole house as well, and tells the same faults.
const others = staticSteps.filter(({ name }) => name !== 'walls')
// Alone at the end: what a browser shows in time must not depend on what else is running.
const browserTests: Step = {
  name: 'browser tests',
  command: ['playwright', 'test', '--config=e2e/playwright.config.ts', '--reporter=list,json'],
  // It forces colours on its workers, and Node warns when both are said.
  environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport, NO_COLOR: undefined },
  after: [chromium, build, tests, ...others].map((step) => step.name),
  count: (exitCode) => countPlaywright(playwrightReport, exitCode),
}

const begun = performance.now()
const { passed, failed } = await runSteps([chromium, tests, build, ...others, browserTests])
rmSync(reports, { recursive: true, force: true })
console.log(`\n${((performance.now() - begun) / 1_000).toFixed(0)} s in all`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
