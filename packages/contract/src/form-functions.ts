// What expressions may call. What is not known stays not known: a number from a missing one is missing itself.

/** What a name may stand for; null: not known (yet). */
export type Value = number | string | boolean | null | readonly unknown[]
export type Scope = (name: string) => Value

type Callable = {
  readonly least: number
  readonly most: number
  readonly run: (args: readonly Value[]) => Value
}
/** A number, or not known when it is none: a division by zero, a logarithm of nothing. */
export const real = (value: number): Value => (Number.isFinite(value) ? value : null)
/** Whether it is a number that is known. */
export const known = (value: Value | undefined): value is number => typeof value === 'number'
const number = (least: number, most: number, run: (...args: number[]) => number): Callable => ({
  least,
  most,
  run: (args) => (args.every(known) ? real(run(...args)) : null),
})
/** A cell of a row that people named, never what objects inherit. */
const own = (row: unknown, name: string): unknown =>
  typeof row === 'object' && row !== null && Object.hasOwn(row, name)
    ? (row as Record<string, unknown>)[name]
    : null
const column = (rows: Value | undefined, name: Value | undefined): number[] =>
  Array.isArray(rows)
    ? rows.map((row) => own(row, String(name))).filter((cell) => typeof cell === 'number')
    : []

const functions: Readonly<Record<string, Callable>> = {
  abs: number(1, 1, Math.abs),
  min: number(1, 20, Math.min),
  max: number(1, 20, Math.max),
  floor: number(1, 1, Math.floor),
  ceil: number(1, 1, Math.ceil),
  sqrt: number(1, 1, Math.sqrt),
  log10: number(1, 1, Math.log10),
  ln: number(1, 1, Math.log),
  exp: number(1, 1, Math.exp),
  round: number(1, 2, (value, digits = 0) => {
    const scale = 10 ** Math.min(9, Math.max(0, Math.trunc(digits)))
    return Math.round(value * scale) / scale
  }),
  /** Whether something was answered. */
  known: { least: 1, most: 1, run: ([value]) => value !== null && value !== '' },
  /** The first of the values that is known. */
  either: { least: 1, most: 10, run: (args) => args.find((value) => value !== null) ?? null },
  /** Whether a choice of several holds this one. */
  has: {
    least: 2,
    most: 2,
    run: ([list, value]) => (Array.isArray(list) ? list.includes(value) : list === value),
  },
  /** Rows of a table. */
  count: { least: 1, most: 1, run: ([rows]) => (Array.isArray(rows) ? rows.length : 0) },
  /** The sum of a column of a table: `sum(parts, 'hours')`. */
  sum: {
    least: 2,
    most: 2,
    run: ([rows, name]) => column(rows, name).reduce((total, cell) => total + cell, 0),
  },
}

/** A function of the language by its name. */
export const functionNamed = (name: string): Callable | undefined =>
  Object.hasOwn(functions, name) ? functions[name] : undefined

export const functionNames: readonly string[] = Object.keys(functions)
