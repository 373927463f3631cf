// `npm run -s solve -- --format F FILE …`: one instance in, one JSON object out. See packages/solver/README.md.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { FORMATS, TEAM_FORMATS } from '@regie/solver'
import type { SolveTask } from './solve-task.ts'
import { solveTask } from './solve-task.ts'
import { solveTogether } from './solve-together.ts'

const faults: string[] = []

const readArguments = () =>
  parseArgs({
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'regie' },
      seconds: { type: 'string', default: '10' },
      iterations: { type: 'string' },
      threads: { type: 'string', default: '1' },
      seed: { type: 'string', default: '1' },
      objective: { type: 'string', default: 'distance' },
      clock: { type: 'string' },
      out: { type: 'string' },
    },
  })

/** The text of a file; a folder is read as one JSON object of the texts of its files, by name. */
const readInput = (file: string): string => {
  if (!statSync(file).isDirectory()) return readFileSync(file, 'utf8')
  const entries = readdirSync(file, { withFileTypes: true }).filter((entry) => entry.isFile())
  return JSON.stringify(
    Object.fromEntries(
      entries.map(({ name }) => [name, readFileSync(path.join(file, name), 'utf8')]),
    ),
  )
}

const CLOCKS = ['cpu', 'wall']
const OBJECTIVES = ['distance', 'hierarchical']

function readTask(): SolveTask {
  const { values, positionals } = readArguments()
  const number = (name: 'seconds' | 'threads' | 'seed' | 'iterations', least: number): number => {
    const value = Number(values[name])
    if (Number.isFinite(value) && value >= least) return value
    faults.push(`--${name}: expected a number ≥ ${least}, got ${values[name]}`)
    return least
  }
  const formats = [...FORMATS.keys(), ...TEAM_FORMATS.keys()]
  if (!formats.includes(values.format))
    faults.push(`--format: expected one of ${formats.join(', ')}, got ${values.format}`)
  const threads = number('threads', 1)
  const clock = values.clock ?? (threads === 1 ? 'cpu' : 'wall')
  if (!Number.isInteger(threads))
    faults.push(`--threads: expected an integer, got ${values.threads}`)
  if (!CLOCKS.includes(clock)) faults.push(`--clock: expected cpu or wall, got ${clock}`)
  if (clock === 'cpu' && threads > 1) faults.push('--clock: cpu needs --threads 1')
  if (!OBJECTIVES.includes(values.objective)) {
    faults.push(`--objective: expected ${OBJECTIVES.join(' or ')}, got ${values.objective}`)
  }
  if (positionals.length !== 1) faults.push(`expected one FILE, got ${positionals.length}`)
  let text = ''
  try {
    text = positionals.length === 1 ? readInput(positionals[0] ?? '') : ''
  } catch (error) {
    faults.push(error instanceof Error ? error.message : String(error))
  }
  return {
    format: values.format,
    text,
    objective: values.objective,
    seconds: number('seconds', 0),
    threads,
    clock: clock === 'cpu' ? 'cpu' : 'wall',
    seed: number('seed', 0),
    ...(values.iterations !== undefined && { iterations: number('iterations', 1) }),
    ...(values.out !== undefined && { out: values.out }),
    progress: process.stderr.isTTY === true,
  }
}

function giveUp(list: readonly string[]): never {
  for (const fault of list) console.error(fault)
  process.exit(2)
}

/** An option that does not exist is a fault like any other. */
function readTaskOrGiveUp(): SolveTask {
  try {
    return readTask()
  } catch (error) {
    giveUp([error instanceof Error ? error.message : String(error)])
  }
}

const task = readTaskOrGiveUp()
if (faults.length > 0) giveUp(faults)
const { answer, faults: found } = await (task.threads === 1 ? solveTask(task) : solveTogether(task))
if (found.length > 0) giveUp(found)
if (task.out !== undefined) writeFileSync(task.out, `${JSON.stringify(answer, null, 2)}\n`)
console.log(JSON.stringify(answer))
