// Which version of the engine measured a run: a hash of the code that the search of its set runs through.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'

const SOURCE = path.join(import.meta.dirname, '../../packages/solver/src')

/** Where the code of a set begins, and the files and folders of other searches, which it never runs through. */
interface Part {
  readonly begins: readonly string[]
  readonly without: readonly string[]
}

const TOURS = ['problem/build.ts', 'search/session.ts', 'search/cooperate.ts']
const PLAIN: Part = {
  begins: [...TOURS, 'formats/solomon.ts'],
  without: ['search/laps.ts'],
}
const rich = (...formats: readonly string[]): Part => ({
  begins: [...TOURS, ...formats],
  without: ['search/plain/', 'search/population/'],
})

const partOf = (set: string): Part => {
  if (set.startsWith('roadef')) {
    return {
      begins: ['teams/team-search.ts', 'problem/team-problem.ts', 'formats/roadef2007.ts'],
      without: [],
    }
  }
  if (set.startsWith('solomon') || set.startsWith('homberger')) return PLAIN
  if (set.startsWith('trsp')) return rich('formats/trsp.ts')
  if (set.startsWith('hhcrsp')) return rich('formats/hhcrsp.ts')
  return { begins: [...TOURS, 'parts/solve-in-parts.ts', 'explain/best-slots.ts'], without: [] }
}

const IMPORT = /^(?:import|export) (?!type )[^;]*?from '(\.[^']+)'/gms

/** Adds a file and all that it imports, types aside. */
const collect = (file: string, without: readonly string[], found: Map<string, string>): void => {
  if (found.has(file) || without.some((one) => file.startsWith(one))) return
  const text = readFileSync(path.join(SOURCE, file), 'utf8')
  found.set(file, text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$|\s+/gm, ''))
  for (const [, to = ''] of text.matchAll(IMPORT))
    collect(path.join(path.dirname(file), to), without, found)
}

/** Changes when code changes that a search of this set may run through; comments do not count. */
export const fingerprintOf = (set: string): string => {
  const { begins, without } = partOf(set)
  const found = new Map<string, string>()
  for (const file of begins) collect(file, without, found)
  const code = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map((one) => one.join('\n'))
  return createHash('sha256').update(code.join('\n')).digest('hex').slice(0, 12)
}
