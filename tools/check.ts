// `npm run check`: everything that can be told without running the program; a few seconds.
import { runSteps } from './steps/run-steps.ts'
import { staticSteps } from './steps/static-steps.ts'

const { passed, failed } = await runSteps(staticSteps)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
