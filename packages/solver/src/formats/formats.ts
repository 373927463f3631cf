import type { ProblemInput } from '../problem/input.ts'
import { readHhcrsp } from './hhcrsp.ts'
import type { Instance, ReadOptions } from './instance.ts'
import { readSolomon, SOLOMON_SCALE, solomonProblem } from './solomon.ts'
import { readTrsp } from './trsp.ts'
import { readVroom } from './vroom/read-vroom.ts'

const readSolomonFile = (text: string, options: ReadOptions): Instance => {
  const hierarchical = options.objective === 'hierarchical'
  const convention = hierarchical ? 'double' : 'trunc1'
  const scale = SOLOMON_SCALE[convention]
  return {
    input: solomonProblem(readSolomon(text), { convention, hierarchical }),
    timeScale: scale,
    ignored: [],
    cost: ({ points }) => (points.travel ?? 0) / scale,
  }
}

const readRegie = (text: string): Instance => ({
  input: JSON.parse(text) as ProblemInput,
  timeScale: 1,
  ignored: [],
  cost: ({ points }) => Object.values(points).reduce((sum, one) => sum + one, 0),
})

/** The formats that can be read, by name. */
export const FORMATS: ReadonlyMap<string, (text: string, options: ReadOptions) => Instance> =
  new Map([
    ['solomon', readSolomonFile],
    ['vroom', readVroom],
    ['trsp', readTrsp],
    ['hhcrsp', readHhcrsp],
    ['regie', readRegie],
  ])
