/** What is wrong with an input: where, what was expected, what came. */
export interface Fault {
  /** For example `technicians[3].shifts[0].end`. */
  readonly path: string
  readonly expected: string
  readonly got: string
}

/** The range of a number that is read. */
export interface NumberRange {
  readonly min?: number
  readonly max?: number
  readonly integer?: boolean
}

const show = (value: unknown): string => {
  if (value === undefined) return 'nothing'
  if (typeof value === 'number' || value === null) return String(value)
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (typeof value === 'object') return 'an object'
  const text = typeof value === 'string' ? `"${value}"` : String(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

const describe = (range: NumberRange): string => {
  const kind = range.integer === false ? 'a number' : 'an integer'
  if (range.min !== undefined && range.max !== undefined) {
    return `${kind} from ${range.min} to ${range.max}`
  }
  return range.min === undefined ? kind : `${kind} ≥ ${range.min}`
}

/** The largest time that is accepted, so that sums stay exact in every table. */
export const MAX_TIME = 1e12

/**
 * Reads untrusted values: a bad one becomes a fault and a harmless stand-in, so that reading
 * goes on and every fault is told at once.
 */
export class Inspector {
  readonly faults: Fault[] = []
  private readonly limit: number

  constructor(limit = 1000) {
    this.limit = limit
  }

  fault(path: string, expected: string, got: unknown): void {
    if (this.faults.length < this.limit) this.faults.push({ path, expected, got: show(got) })
  }

  number(path: string, value: unknown, range: NumberRange = {}): number {
    const { min = -MAX_TIME, max = MAX_TIME, integer = true } = range
    const good =
      typeof value === 'number' &&
      Number.isFinite(value) &&
      value >= min &&
      value <= max &&
      (!integer || Number.isInteger(value))
    if (good) return value
    this.fault(path, describe(range), value)
    return Math.max(0, Math.min(min, MAX_TIME))
  }

  numberOr(path: string, value: unknown, range: NumberRange, absent: number): number {
    return value === undefined ? absent : this.number(path, value, range)
  }

  text(path: string, value: unknown): string {
    if (typeof value === 'string' && value !== '') return value
    this.fault(path, 'a text that is not empty', value)
    return ''
  }

  flag(path: string, value: unknown, absent: boolean): boolean {
    if (value === undefined) return absent
    if (typeof value !== 'boolean') this.fault(path, 'true or false', value)
    return value === true
  }

  record(path: string, value: unknown): Readonly<Record<string, unknown>> {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as Readonly<Record<string, unknown>>
    }
    this.fault(path, 'an object', value)
    return {}
  }

  recordOr(path: string, value: unknown): Readonly<Record<string, unknown>> {
    return value === undefined ? {} : this.record(path, value)
  }

  /** The items of a list, each with its path; nothing when absent. */
  list(path: string, value: unknown): readonly (readonly [string, unknown])[] {
    if (value === undefined) return []
    if (!Array.isArray(value)) {
      this.fault(path, 'a list', value)
      return []
    }
    return value.map((item, rank) => [`${path}[${rank}]`, item] as const)
  }

  /** The rank behind an id. */
  reference(
    path: string,
    value: unknown,
    index: ReadonlyMap<string, number>,
    what: string,
  ): number {
    const rank = typeof value === 'string' ? index.get(value) : undefined
    if (rank !== undefined) return rank
    this.fault(path, `the id of a ${what}`, value)
    return 0
  }

  /** Enters an id, told as a fault when it is taken. */
  enter(path: string, id: string, index: Map<string, number>): void {
    if (index.has(id)) this.fault(path, 'an id used once', id)
    else index.set(id, index.size)
  }

  /** `start` and `end` of a span. */
  interval(path: string, value: unknown): { readonly start: number; readonly end: number } {
    const span = this.record(path, value)
    const known = this.faults.length
    const start = this.number(`${path}.start`, span.start)
    const end = this.number(`${path}.end`, span.end)
    const read = this.faults.length === known
    if (read && end < start)
      this.fault(`${path}.end`, `a time at or after the start (${start})`, end)
    return { start, end }
  }
}
