// `npm run format`: writes every file as the formatter and the safe lint fixes want it.
import { runSteps } from './steps/run-steps.ts'

const { failed } = await runSteps([
  { name: 'format and lint', command: ['biome', 'check', '--colors=off', '--write', '.'] },
])
process.exitCode = failed > 0 ? 1 : 0
