// One kind of file: its fields, and how lines become rows of the modules below. Lines collect their faults.
import type {
  Bilingual,
  ImportChoices,
  ImportColumn,
  ImportFault,
  ImportField,
  ImportKind,
  Mapping,
  Tallies,
} from '@regie/contract/integrations'
import type { Permission } from '../platform/actor.ts'
import type { Outcome } from '../platform/merge.ts'
import type { Tx } from '../platform/work.ts'
import type { Table, TableRow } from './csv/read-table.ts'
import type { Reader } from './reading.ts'

export type Field = ImportField & {
  /** Other words for it, folded; the labels count besides. */
  readonly synonyms: readonly string[]
  /** What stands between the values of several columns. */
  readonly join: string
  /** Recognises values when no header tells. */
  readonly looksLike?: (sample: string) => boolean
}

/** One line of the file under one mapping. */
export type Line = {
  readonly number: number
  /** The value as it stands in the file; '' when nothing is mapped or there. */
  text(field: string): string
  /** The value read; undefined when there is none, or when it does not fit (then told as a fault). */
  read<T>(field: string, reader: Reader<T>): T | undefined
  /** Header and value of each column of a field with many columns. */
  cells(field: string): { header: string; value: string }[]
  fault(field: string, expected: Bilingual, got?: string): void
  readonly faults: readonly ImportFault[]
  readonly shown: Readonly<Record<string, string>>
}

export type IntakePlan = {
  readonly outcomes: ReadonlyMap<Line, Outcome>
  readonly tallies: Tallies
  /** Ids of sites that have an address but no position, known once the plan is applied. */
  readonly withoutPosition: readonly { id: string; hasAddress: boolean }[]
  apply(): Promise<void>
}

export type Intake = {
  readonly kind: ImportKind
  readonly permission: Permission
  readonly fields: readonly Field[]
  /** The field that tells one line from another in this file, if any. */
  readonly identity: (mapping: Mapping) => string | null
  /** Finishes a guessed mapping by what this kind knows. */
  readonly complete: (mapping: Mapping, table: Table) => Mapping
  /** Reads and compares; faults are added to their lines. Writes nothing until `apply`. */
  readonly plan: (tx: Tx, lines: readonly Line[], choices: ImportChoices) => Promise<IntakePlan>
}

type Described = {
  key: string
  label: Bilingual
  group: Bilingual
  hint?: Bilingual
  synonyms?: readonly string[]
  required?: boolean
  many?: boolean
  join?: string
  looksLike?: (sample: string) => boolean
}

/** A field with what is most often so. */
export const field = ({ looksLike, ...described }: Described): Field => ({
  hint: { fr: '', en: '' },
  synonyms: [],
  required: false,
  many: false,
  join: ' ',
  ...described,
  ...(looksLike ? { looksLike } : {}),
})

const NOTHING: Bilingual = { fr: 'une valeur', en: 'a value' }

/** The lines of a table as one mapping has them; what is missing or ragged is told already. */
export function readLines(table: Table, fields: readonly Field[], mapping: Mapping): Line[] {
  const headers = new Map(table.columns.map(({ index, header }) => [index, header]))
  const width = 1 + Math.max(0, ...table.columns.map(({ index }) => index))
  return table.rows.map((row) => {
    const line = createLine(row, fields, mapping, headers)
    if (row.cells.length !== width && !onlyEmptyEnds(row, width))
      line.fault(
        '',
        { fr: `${width} colonnes`, en: `${width} columns` },
        `${row.cells.length} : ${row.cells.join(' | ').slice(0, 160)}`,
      )
    else
      for (const { key, required } of fields)
        if (required && mapping[key]?.length && !line.text(key)) line.fault(key, NOTHING)
    return line
  })
}

/** Spreadsheets drop or add empty cells at the end of a line; that is no fault unless values are lost. */
const onlyEmptyEnds = ({ cells }: TableRow, width: number): boolean =>
  cells.length > width && cells.slice(width).every((cell) => !cell)

function createLine(
  row: TableRow,
  fields: readonly Field[],
  mapping: Mapping,
  headers: ReadonlyMap<number, string>,
): Line {
  const faults: ImportFault[] = []
  const shown: Record<string, string> = {}
  const joins = new Map(fields.map(({ key, join }) => [key, join]))
  const cells = (key: string) =>
    (mapping[key] ?? []).map((index) => ({
      header: headers.get(index) ?? '',
      value: row.cells[index] ?? '',
    }))
  const text = (key: string) =>
    cells(key)
      .map(({ value }) => value)
      .filter(Boolean)
      .join(joins.get(key) ?? ' ')
  const fault: Line['fault'] = (key, expected, got = text(key)) => {
    const column = cells(key)
      .map(({ header }) => header)
      .join(' + ')
    faults.push({ line: row.line, column, field: key, expected, got: got.slice(0, 200) })
  }
  return {
    number: row.line,
    faults,
    shown,
    cells,
    text,
    fault,
    read(key, reader) {
      const cell = text(key)
      if (!cell) return undefined
      const reading = reader(cell)
      shown[key] = reading.ok ? show(reading.value, cell) : cell
      if (reading.ok) return reading.value
      fault(key, reading.expected)
      return undefined
    },
  }
}

const show = (value: unknown, cell: string): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : cell

/** Required fields that no column feeds: told once for the whole file. */
export const unmapped = (
  fields: readonly Field[],
  mapping: Mapping,
  columns: readonly ImportColumn[],
): ImportFault[] =>
  fields
    .filter(({ key, required }) => required && !mapping[key]?.length)
    .map(({ key, label }) => ({
      line: 1,
      column: '',
      field: key,
      expected: {
        fr: `une colonne pour « ${label.fr} »`,
        en: `a column for “${label.en}”`,
      },
      got: columns
        .map(({ header }) => header)
        .join(', ')
        .slice(0, 200),
    }))

/**
 * Lines that mean the same row as an earlier faulty one: planning never saw that one, so it could not tell.
 * Without this they would come to light only once the first is corrected.
 */
export function tellRepeats(lines: readonly Line[], key: string | null): void {
  if (!key) return
  const first = new Map<string, Line>()
  for (const line of lines) {
    const value = line.text(key)
    const before = first.get(value)
    if (!value) continue
    if (!before) first.set(value, line)
    else if (before.faults.length && !line.faults.some(({ field: one }) => one === key || !one))
      line.fault(key, {
        fr: `une seule fois ; déjà à la ligne ${before.number}`,
        en: `only once; already on line ${before.number}`,
      })
  }
}
