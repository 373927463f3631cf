import type { TeamProblemInput } from '../problem/team-problem.ts'

const NAMES = ['instance', 'tech_list', 'interv_list'] as const

/** The three files of a folder. */
type RoadefFiles = Readonly<Record<(typeof NAMES)[number], string>>

const readFiles = (text: string): RoadefFiles => {
  const files = JSON.parse(text) as Partial<RoadefFiles> | null
  for (const name of NAMES)
    if (typeof files?.[name] !== 'string') throw new Error(`expected a folder with a file ${name}`)
  return files as RoadefFiles
}

/** Weights of the challenge: latest end of priorities 1, 2, 3, and of everything. */
const WEIGHTS = [28, 14, 4, 1]

const linesOf = (text: string): readonly (readonly string[])[] =>
  text
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter(([first]) => first !== '')

/** The numbers between the brackets of a line, and the line without them. */
const splitBrackets = (
  file: string,
  line: readonly string[],
): { readonly inside: readonly string[]; readonly rest: readonly string[] } => {
  const [open, close] = [line.indexOf('['), line.indexOf(']')]
  if (open < 0 || close < open) throw new Error(`${file}: line ${line[0]}: expected [ … ]`)
  return {
    inside: line.slice(open + 1, close),
    rest: [...line.slice(0, open), ...line.slice(close + 1)],
  }
}

const numbersOf = (file: string, line: readonly string[], count: number): readonly number[] => {
  const numbers = line.map(Number)
  if (numbers.length !== count || numbers.some((value) => !Number.isFinite(value)))
    throw new Error(`${file}: line ${line[0]}: expected ${count} numbers, got ${line.join(' ')}`)
  return numbers
}

/**
 * Reads an instance of the ROADEF/EURO challenge 2007 (Dutot, Laugier & Bustos 2006): technicians
 * with levels in several domains, interventions with priorities and predecessors, days of 120
 * units, and a budget for giving interventions away.
 *
 * @param text one JSON object of the texts of the files of its folder, by name
 * @throws Error that says which file and line is wrong
 */
export const readRoadef2007 = (text: string): TeamProblemInput => {
  const files = readFiles(text)
  const [head] = linesOf(files.instance)
  const [domains = 0, levels = 0, crew = 0, count = 0, budget = 0] = numbersOf(
    'instance',
    (head ?? []).slice(1),
    5,
  )
  const technicians = linesOf(files.tech_list).map((line) => {
    const { inside, rest } = splitBrackets('tech_list', line)
    const [id, ...own] = numbersOf('tech_list', rest, domains + 1)
    return { id: String(id), levels: own, daysOff: inside.map(Number) }
  })
  const jobs = linesOf(files.interv_list).map((line) => {
    const { inside, rest } = splitBrackets('interv_list', line)
    const numbers = numbersOf('interv_list', rest, 4 + domains * levels)
    const [id, duration = 0, priority = 1, price = 0, ...needs] = numbers
    return {
      id: String(id),
      duration,
      priority,
      price,
      after: inside,
      needs: Array.from({ length: domains }, (_, d) => needs.slice(d * levels, (d + 1) * levels)),
    }
  })
  if (technicians.length !== crew)
    throw new Error(`tech_list: expected ${crew} technicians, got ${technicians.length}`)
  if (jobs.length !== count)
    throw new Error(`interv_list: expected ${count} interventions, got ${jobs.length}`)
  return { dayLength: 120, weights: WEIGHTS, budget, technicians, jobs }
}
