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

/**
 * Reads the text of Solomon 1987 and of Gehring & Homberger 1999.
 *
 * @throws Error that says which line is wrong
 */
export const readSolomon = (text: string): SolomonInstance => {
  const lines = text.split(/\r?\n/)
  const name = (lines[0] ?? '').trim()
  const numbers = lines
    .map((line, k) => [k + 1, line.trim()] as const)
    .filter(([, line]) => /^[-\d.\s]+$/.test(line) && line !== '')
    .map(([line, row]) => [line, row.split(/\s+/).map(Number)] as const)
  const [fleet, ...rows] = numbers
  if (fleet === undefined || fleet[1].length !== 2)
    throw new Error('expected a line with vehicles and capacity')
  for (const [line, row] of rows) {
    if (row.length !== 7) throw new Error(`line ${line}: expected 7 numbers, got ${row.length}`)
  }
  const [vehicles = 0, capacity = 0] = fleet[1]
  return { name, vehicles, capacity, rows: rows.map(([, row]) => row) }
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
      ...(options.hierarchical && { objectives: { shifts: { level: 1, weight: 1, perShift: 1 } } }),
    },
  }
}
