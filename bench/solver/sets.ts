// The instance sets under bench/data, with their best-known costs.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const data = fileURLToPath(new URL('../data/', import.meta.url))

/** One instance to solve. */
export interface Case {
  readonly name: string
  readonly format: string
  readonly path: string
  readonly bestKnown: number
}

const column = (
  file: string,
  name: string,
  key: (cells: readonly string[]) => string,
): ReadonlyMap<string, number> => {
  const [head = '', ...lines] = readFileSync(data + file, 'utf8')
    .trim()
    .split(/\r?\n/)
  const at = head.split(',').indexOf(name)
  return new Map(
    lines.map((line) => {
      const cells = line.split(',')
      return [key(cells).toLowerCase(), Number(cells[at])]
    }),
  )
}

const folder = (
  format: string,
  path: string,
  known: ReadonlyMap<string, number>,
): readonly Case[] =>
  readdirSync(data + path)
    .sort()
    .flatMap((file) => {
      const name = file.replace(/\.[a-z]+$/, '')
      const bestKnown = known.get(name.toLowerCase()) ?? known.get(file.toLowerCase())
      return bestKnown === undefined
        ? []
        : [{ name, format, path: `${data}${path}/${file}`, bestKnown }]
    })

const first = (cells: readonly string[]): string => cells[0] ?? ''
const second = (cells: readonly string[]): string => cells[1] ?? ''
const distances = column('vrptw/bks_distance_trunc1.csv', 'distance', first)
const care = column('hhcrsp/best-known.csv', 'total_cost', second)

/** The twelve of Homberger's 200 customers that rivals were measured on; those in `bench/data` count. */
const SAMPLE_200 = [
  'c1_2_1',
  'c1_2_9',
  'c2_2_5',
  'r1_2_3',
  'r1_2_8',
  'r2_2_1',
  'r2_2_4',
  'r2_2_9',
  'rc1_2_2',
  'rc1_2_7',
  'rc2_2_1',
  'rc2_2_6',
]

/** Instances that are folders, in the folder of set A. */
const teams = (): readonly Case[] =>
  [...column('roadef2007/best-known.csv', 'best_known_cost', first)].map(([name, bestKnown]) => ({
    name,
    format: 'roadef2007',
    path: `${data}roadef2007/${name.replace(/^a\//, 'datasetA/')}`,
    bestKnown,
  }))

/** The sets by name. */
export const SETS: ReadonlyMap<string, readonly Case[]> = new Map([
  ['solomon', folder('solomon', 'vrptw/solomon', distances)],
  ['homberger-200', folder('solomon', 'vrptw/homberger_200', distances)],
  [
    'homberger-200-sample',
    folder('solomon', 'vrptw/homberger_200', distances).filter(({ name }) =>
      SAMPLE_200.includes(name),
    ),
  ],
  ['homberger-1000', folder('solomon', 'vrptw/homberger_1000', distances)],
  ['trsp', folder('trsp', 'trsp', column('trsp/best-known.csv', 'best_known_working_time', first))],
  ['hhcrsp-mankowska', folder('hhcrsp', 'hhcrsp/mankowska', care)],
  ['hhcrsp-italian', folder('hhcrsp', 'hhcrsp/italian', care)],
  ['roadef2007', teams()],
])
