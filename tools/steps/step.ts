// One step of the checks: a program with a name, an outcome that is counted, and what must be done before it.
import { spawn } from 'node:child_process'
import { delimiter, dirname, join, resolve } from 'node:path'

export const root: string = resolve(import.meta.dirname, '../..')

export type Outcome = { readonly passed: number; readonly failed: number; readonly notes: string[] }

export type Step = {
  readonly name: string
  /** A program of node_modules/.bin, or `node`, and its arguments. */
  readonly command: readonly [string, ...string[]]
  /** Names of steps that must have ended, well or not. */
  readonly after?: readonly string[]
  readonly environment?: Readonly<Record<string, string | undefined>>
  /** Reads the tests' own counts; a step without it counts as one. */
  readonly count?: (exitCode: number) => Outcome
}

export type StepResult = Outcome & {
  readonly name: string
  readonly seconds: number
  readonly output: string
}

const running = new Set<ReturnType<typeof spawn>>()

/** Passes a stop on to the programs that run, so that none outlives us. */
export function stopSteps(): void {
  for (const child of running) child.kill('SIGTERM')
}

const asOne = (exitCode: number): Outcome =>
  exitCode === 0 ? { passed: 1, failed: 0, notes: [] } : { passed: 0, failed: 1, notes: [] }

/** Runs the step's program to its end, keeping what it says. */
export function runStep(step: Step): Promise<StepResult> {
  const begun = performance.now()
  const [name, ...args] = step.command
  const file = name === 'node' ? process.execPath : join(root, 'node_modules/.bin', name)
  const path = [dirname(process.execPath), join(root, 'node_modules/.bin'), process.env.PATH]
  const child = spawn(file, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NO_COLOR: '1',
      PATH: path.join(delimiter),
      ...step.environment,
    },
  })
  running.add(child)
  const said: Buffer[] = []
  child.stdout.on('data', (part: Buffer) => said.push(part))
  child.stderr.on('data', (part: Buffer) => said.push(part))
  return new Promise((done) => {
    let ended = false
    const end = (exitCode: number, why = ''): void => {
      if (ended) return
      ended = true
      running.delete(child)
      const output = Buffer.concat(said).toString('utf8') + why
      const seconds = (performance.now() - begun) / 1_000
      done({ name: step.name, seconds, output, ...(step.count ?? asOne)(exitCode) })
    }
    child.on('error', (error) => end(127, `${file} could not be run: ${error.message}`))
    child.on('close', (code, signal) => end(code ?? 1, signal ? `ended by ${signal}` : ''))
  })
}
