// Runs steps side by side, tells each as it ends, and goes on after a fault so that all faults are told.
import { type Outcome, runStep, type Step, type StepResult, stopSteps } from './step.ts'

/** Two at once: what is quick fills the core that a slow one leaves idle. */
const sideBySide = 2

const shownSeconds = (seconds: number): string => `${seconds.toFixed(1).padStart(6)} s`

function tell(result: StepResult): void {
  const mark = result.failed > 0 ? '✗' : '✓'
  const notes = result.notes.map((note) => ` (${note})`).join('')
  console.log(`${mark} ${shownSeconds(result.seconds)}  ${result.name}${notes}`)
  if (result.failed > 0) console.log(result.output.trimEnd().replaceAll(/^/gm, '    '))
}

/** Runs them all, in order as far as `after` lets, and returns the sum. */
export async function runSteps(steps: readonly Step[]): Promise<Outcome> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      stopSteps()
      process.exit(1)
    })
  const waiting = [...steps]
  const ended = new Set<string>()
  const sum = { passed: 0, failed: 0, notes: [] as string[] }

  const isReady = (step: Step): boolean => (step.after ?? []).every((name) => ended.has(name))
  async function worker(): Promise<void> {
    for (;;) {
      const index = waiting.findIndex(isReady)
      if (index < 0) return
      const [step] = waiting.splice(index, 1)
      if (step === undefined) return
      const result = await runStep(step)
      ended.add(step.name)
      tell(result)
      sum.passed += result.passed
      sum.failed += result.failed
      sum.notes.push(...result.notes)
    }
  }
  // A worker leaves when nothing is ready; a round begins again when the others' ends made more ready.
  while (waiting.length > 0) {
    const before = waiting.length
    await Promise.all(Array.from({ length: sideBySide }, worker))
    if (waiting.length === before)
      throw new Error(`steps wait for each other: ${waiting.map((step) => step.name).join(', ')}`)
  }
  return sum
}
