import type { ProblemInput } from '../problem/input.ts'

/** A Solomon file: a fleet, and customers with the depot first. */
export interface SolomonInstance {
  readonly name: string
  readonly vehicles: number
  readonly capacity: number
  /** id, x, y, demand, ready, due, service. */
  readonly rows: readonly (readonly number[])[]
}

/** How distances are measured; `trunc1` cuts each arc to one decimal (DIMACS). */
export type SolomonConvention = 'trunc1' | 'double'

/** Units of the problem per unit of the file. */
export const SOLOMON_SCALE: Readonly<Record<SolomonConvention, number>> = {
  trunc1: 10,
  double: 10_000,
}

const COLUMNS = ['id', 'x', 'y', 'demand', 'ready', 'due', 'service']

/** Every fault of a customer's line. */
const rowFaults = (line: number, row: readonly number[], known: Set<number>): readonly string[] => {
  if (row.length !== 7) return [`line ${line}: expected 7 numbers, got ${row.length}`]
  const [id = 0, , , , ready = 0, due = 0] = row
  const faults = row.flatMap((value, k) => {
    const wanted = k === 1 || k === 2 ? 'a number' : 'a number ≥ 0'
    const good = Number.isFinite(value) && (k === 1 || k === 2 || value >= 0)
    return good ? [] : [`line ${line}, ${COLUMNS[k]}: expected ${wanted}, got ${value}`]
  })
  if (due < ready) faults.push(`line ${line}: due ${due} is before ready ${ready}`)
  if (known.has(id)) faults.push(`line ${line}: expected an id used once, got ${id}`)
  known.add(id)
  return faults
}

/**
 * Reads the text of Solomon 1987 and of Gehring & Homberger 1999.
 *
 * @throws Error with one fault a line
 */
export const readSolomon = (text: string): SolomonInstance => {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  const name = lines[0] ?? ''
  const head = lines.findIndex((line) => /^CUST/i.test(line) && /\bX|XCOORD/i.test(line))
  const begin = head < 0 ? lines.findIndex((line) => /^CUSTOMER/i.test(line)) : head
  const numbers = (line: string): readonly number[] => line.split(/\s+/).map(Number)
  const fleet = lines
    .slice(0, Math.max(0, begin))
    .filter((line) => /^[-\d.]/.test(line))
    .map(numbers)[0]
  const faults: string[] = []
  const [vehicles = Number.NaN, capacity = Number.NaN] = fleet ?? []
  if (fleet?.length !== 2 || !(Number.isInteger(vehicles) && vehicles >= 0 && capacity >= 0))
    faults.push(`expected a line with vehicles and capacity, got ${fleet?.join(' ') ?? 'nothing'}`)
  if (begin < 0) faults.push('expected a line CUSTOMER')
  const known = new Set<number>()
  const rows = lines.flatMap((line, k): (readonly number[])[] => {
    if (begin < 0 || k <= begin || line === '' || /^CUST/i.test(line)) return []
    const row = numbers(line)
    faults.push(...rowFaults(k + 1, row, known))
    return [row]
  })
  if (begin >= 0 && rows.length === 0) faults.push('expected a depot, got no line after CUSTOMER')
  if (faults.length > 0) throw new Error(faults.join('\n'))
  return { name, vehicles, capacity, rows }
}

/** Length of an arc in units of the problem. */
const arc = (a: readonly number[], b: readonly number[], convention: SolomonConvention): number => {
  const far = Math.hypot((a[1] ?? 0) - (b[1] ?? 0), (a[2] ?? 0) - (b[2] ?? 0))
  const scale = SOLOMON_SCALE[convention]
  return convention === 'trunc1' ? Math.floor(far * 10 + 1e-9) : Math.ceil(far * scale - 1e-6)
}

/** The instance as a problem: customer numbers are the ids of the visits. */
export const solomonProblem = (
  instance: SolomonInstance,
  options: { readonly convention: SolomonConvention; readonly hierarchical?: boolean },
): ProblemInput => {
  const { rows, vehicles, capacity } = instance
  const scale = SOLOMON_SCALE[options.convention]
  const [depot = []] = rows
  const durations = rows.map((a) => rows.map((b) => arc(a, b, options.convention)))
  const days = [{ day: '1', start: (depot[4] ?? 0) * scale, end: (depot[5] ?? 0) * scale }]
  return {
    locations: rows.map((row) => ({ id: String(row[0]) })),
    travel: [{ durations }],
    technicians: Array.from({ length: vehicles }, (_, k) => ({
      id: `v${k + 1}`,
      startLocation: String(depot[0]),
      endLocation: String(depot[0]),
      shifts: days,
      capacity: [capacity],
    })),
    workOrders: rows.slice(1).map((row) => ({
      id: String(row[0]),
      location: String(row[0]),
      windows: [{ start: (row[4] ?? 0) * scale, end: (row[5] ?? 0) * scale }],
      serviceSeconds: (row[6] ?? 0) * scale,
      demand: [row[3] ?? 0],
      unassignedPrice: 1e6,
    })),
    policy: {
      version: 1,
      extends: 'Plain',
      ...(options.hierarchical && {
        objectives: { shifts: { level: 1, weight: 1, perShift: 1000 } },
      }),
    },
  }
}
