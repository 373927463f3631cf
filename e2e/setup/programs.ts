// Three programs for all browser tests: one for the company that tests make themselves, one with the demonstration,
// one as empty as a first start can be.
import { buildWeb, isWebBuilt } from '../../tools/build-web.ts'
import { runProgram } from './run-program.ts'

async function startPrograms(): Promise<() => Promise<void>> {
  if (!isWebBuilt()) await buildWeb()
  const started = await Promise.allSettled([
    // What the demonstration holds must never decide whether a test of something else passes.
    runProgram('company', { DEMO: 'off' }),
    runProgram('demo', { DEMO: 'on' }),
    runProgram('empty', { DEMO: 'off' }),
  ])
  const running = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  const stop = async (): Promise<void> => {
    await Promise.all(running.map((program) => program.stop()))
  }
  const failed = started.find((one) => one.status === 'rejected')
  const [company, demo, empty] = running
  if (failed || !company || !demo || !empty) {
    await stop()
    throw failed?.reason ?? new Error('a program did not start')
  }
  // The workers read these when they load the configuration.
  process.env.REGIE_ADDRESS = company.address
  process.env.REGIE_MAIL = company.mail
  process.env.REGIE_DEMO = demo.address
  process.env.REGIE_EMPTY = empty.address
  process.env.REGIE_DEMO_PASSWORD = /password: (\S+)/.exec(demo.said())?.[1] ?? ''
  return stop
}

// biome-ignore lint/style/noDefaultExport: Playwright asks for one
export default startPrograms
