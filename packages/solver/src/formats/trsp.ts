import type { ProblemInput } from '../problem/input.ts'
import type { Instance } from './instance.ts'

const SCALE = 10_000

interface Row {
  readonly id: number
  readonly x: number
  readonly y: number
  readonly opens: number
  readonly closes: number
  readonly service: number
  readonly skills: readonly number[]
  readonly tools: readonly number[]
  readonly parts: readonly number[]
}

const readRow = (line: string): Row | undefined => {
  const lists = [...line.matchAll(/\[([^\]]*)\]/g)].map(([, inside = '']) =>
    inside
      .split(',')
      .filter((text) => text.trim() !== '')
      .map(Number),
  )
  const numbers = line.replace(/\[.*$/, '').trim().split(/\s+/).map(Number)
  const [id, x, y, opens, closes, service] = numbers
  const [skills, tools, parts] = lists
  if (numbers.length !== 6 || lists.length !== 3 || numbers.some(Number.isNaN)) return undefined
  return {
    id: id ?? 0,
    x: x ?? 0,
    y: y ?? 0,
    opens: opens ?? 0,
    closes: closes ?? 0,
    service: service ?? 0,
    skills: skills ?? [],
    tools: tools ?? [],
    parts: parts ?? [],
  }
}

/** What is wrong with the numbers of a line. */
const rowFaults = (line: number, row: Row): readonly string[] => [
  ...(row.service < 0 ? [`line ${line}: expected a service ≥ 0, got ${row.service}`] : []),
  ...(row.closes < row.opens
    ? [`line ${line}: the window ends (${row.closes}) before it starts (${row.opens})`]
    : []),
  ...([row.skills, row.tools, row.parts].flat().some((value) => Number.isNaN(value) || value < 0)
    ? [`line ${line}: expected numbers ≥ 0 in the lists`]
    : []),
]

const stock = (counts: readonly number[]): Readonly<Record<string, number>> =>
  Object.fromEntries(counts.flatMap((count, k) => (count > 0 ? [[`p${k}`, count]] : [])))

const named = (letter: string, ranks: readonly number[]): readonly string[] =>
  ranks.map((k) => `${letter}${k}`)

const toProblem = (rows: readonly Row[], crew: number): ProblemInput => {
  const [depot, ...rest] = rows
  const technicians = rest.slice(0, crew)
  const requests = rest.slice(crew)
  // Rounded up, so that what is feasible here is feasible in double precision.
  const durations = rows.map((a) =>
    rows.map((b) => Math.ceil(Math.hypot(a.x - b.x, a.y - b.y) * SCALE - 1e-6)),
  )
  return {
    locations: rows.map((row) => ({ id: String(row.id) })),
    travel: [{ durations }],
    depot: { location: String(depot?.id ?? 0) },
    technicians: technicians.map((row) => ({
      id: String(row.id),
      startLocation: String(row.id),
      endLocation: String(row.id),
      skills: row.skills.map((k) => ({ id: `s${k}` })),
      tools: named('t', row.tools),
      parts: stock(row.parts),
      shifts: [{ day: '1', start: row.opens * SCALE, end: row.closes * SCALE }],
    })),
    workOrders: requests.map((row) => ({
      id: String(row.id),
      location: String(row.id),
      serviceSeconds: row.service * SCALE,
      windows: [{ start: row.opens * SCALE, end: row.closes * SCALE }],
      skills: row.skills.map((k) => ({ id: `s${k}` })),
      tools: named('t', row.tools),
      parts: stock(row.parts),
      unassignedPrice: 1000,
    })),
    policy: {
      version: 1,
      extends: 'Plain',
      objectives: { travel: { perMetre: 0 }, duration: { perSecond: 1 } },
    },
  }
}

/**
 * Reads a technician routing and scheduling instance (Pillac, Guéret & Medaglia 2013). The cost
 * is the total working time: sum of the durations of tours that leave as late as they can.
 *
 * @throws Error with one fault a line
 */
export const readTrsp = (text: string): Instance => {
  const lines = text.split(/\r?\n/)
  const faults: string[] = []
  const rows = lines.flatMap((line, k) => {
    // What has a list is a request or a technician.
    if (!/\[/.test(line) || /^[A-Za-z#]/.test(line.trim())) return []
    const row = readRow(line)
    if (row === undefined)
      faults.push(`line ${k + 1}: expected id, x, y, window, service and three lists`)
    else faults.push(...rowFaults(k + 1, row))
    return row ?? []
  })
  const counts = lines.find((line) => /^\d+(\s+\d+){3}\s*$/.test(line))
  const crew = Number(counts?.trim().split(/\s+/)[0] ?? Number.NaN)
  if (Number.isNaN(crew))
    faults.unshift('expected a line with the crew count and the numbers of skills, tools and parts')
  if (rows.length < crew + 2)
    faults.push(`expected a depot, ${crew} technicians and requests, got ${rows.length} lines`)
  if (faults.length > 0) throw new Error(faults.join('\n'))
  return {
    input: toProblem(rows, crew),
    timeScale: SCALE,
    ignored: [],
    cost: ({ points }) => (points.duration ?? 0) / SCALE,
  }
}
