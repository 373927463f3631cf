// A small smoke of the benchmark sets: one instance of each is solved for a moment, and its plan breaks no rule.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SETS } from '../bench/solver/sets.ts'
import { type SolveTask, solveTask } from './solve-task.ts'

const textOf = (path: string): string =>
  statSync(path).isDirectory()
    ? JSON.stringify(
        Object.fromEntries(
          readdirSync(path).map((name) => [name, readFileSync(join(path, name), 'utf8')]),
        ),
      )
    : readFileSync(path, 'utf8')

const task: Omit<SolveTask, 'format' | 'text'> = {
  objective: 'distance',
  seconds: 0,
  iterations: 60,
  threads: 1,
  clock: 'cpu',
  seed: 1,
  progress: false,
}

for (const [set, [first]] of SETS) {
  test(`an instance of ${set} is read, planned and checked`, { timeout: 60_000 }, () => {
    if (first === undefined) throw new Error('the set is empty')
    const { answer, faults } = solveTask({
      ...task,
      format: first.format,
      text: textOf(first.path),
    })
    expect(faults).toEqual([])
    expect(answer).toMatchObject({ feasible: true, unassigned: 0 })
    // A plan of 60 iterations is no record, and one far below the best known is a wrong cost.
    expect(Number(answer.cost)).toBeGreaterThan(0.97 * first.bestKnown)
  })
}
