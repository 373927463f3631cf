// A file's bytes as a table: header, lines with their numbers as an editor counts them, columns with samples.
import type { FileEncoding, ImportColumn, Separator } from '@regie/contract/integrations'
import { parse } from 'csv-parse/sync'
import { fail } from '../../platform/errors.ts'
import { decodeFile } from './encoding.ts'
import { declaredSeparator, detectSeparator } from './separator.ts'

export type TableRow = { readonly line: number; readonly cells: readonly string[] }

export type Table = {
  readonly encoding: FileEncoding
  readonly separator: Separator
  readonly hasHeader: boolean
  readonly columns: readonly ImportColumn[]
  readonly rows: readonly TableRow[]
}

export type ReadOptions = {
  readonly encoding?: FileEncoding | undefined
  readonly separator?: Separator | undefined
  readonly hasHeader?: boolean | undefined
}

/** One import is one transaction: more lines would hold it open for too long. */
export const MAX_LINES = 20_000
const MAX_COLUMNS = 300
const SAMPLES = 4

/** Refuses `unreadable_file` when there is no table in it, `too_large` above `MAX_LINES`. */
export function readTable(bytes: Uint8Array, options: ReadOptions = {}): Table {
  const { encoding, text: whole } = decodeFile(bytes, options.encoding)
  const declared = declaredSeparator(whole)
  const skipped = declared ? 1 : 0
  const text = declared ? whole.slice(whole.indexOf('\n') + 1) : whole
  const separator = options.separator ?? declared ?? detectSeparator(text)
  const records = readRecords(text, separator, skipped).filter(({ cells }) => cells.some(Boolean))
  const start = titleLines(records)
  const first = records[start]
  if (!first) throw fail('unreadable_file', { reason: 'vide / empty' })
  const hasHeader = options.hasHeader ?? looksLikeHeader(first.cells)
  const rows = records.slice(hasHeader ? start + 1 : start)
  if (rows.length > MAX_LINES)
    throw fail('too_large', {
      size: `${rows.length} lignes / lines`,
      limit: `${MAX_LINES} lignes / lines`,
    })
  return {
    encoding,
    separator,
    hasHeader,
    rows,
    columns: describeColumns(hasHeader ? first.cells : [], rows),
  }
}

function readRecords(text: string, separator: Separator, skipped: number): TableRow[] {
  type Parsed = { record: string[]; info: { lines: number } }
  try {
    const parsed = parse(text, {
      delimiter: separator,
      record_delimiter: '\n',
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }) as unknown as Parsed[]
    return parsed.map(({ record, info }) => ({
      // csv-parse counts up to the end of a record; a person looks where it begins.
      line: skipped + info.lines - record.reduce((sum, cell) => sum + newlines(cell), 0),
      cells: record.map(tidy),
    }))
  } catch (error) {
    const { code, lines } = error as { code?: string; lines?: number }
    if (code === 'CSV_QUOTE_NOT_CLOSED') {
      const line = skipped + lineOfOpenQuote(text, lines ?? 1)
      throw fail('unreadable_file', {
        reason: `guillemet jamais refermé, ligne ${line} / quote never closed, line ${line}`,
      })
    }
    throw fail('unreadable_file', { reason: (error as Error).message })
  }
}

const newlines = (cell: string): number => cell.split('\n').length - 1

/** Spreadsheets leave no-break spaces around values. */
const tidy = (cell: string): string => cell.replace(/^[\s\u00A0]+|[\s\u00A0]+$/g, '')

function lineOfOpenQuote(text: string, fallback: number): number {
  let line = 1
  let opened: number | undefined
  for (const letter of text) {
    if (letter === '"') opened = opened === undefined ? line : undefined
    else if (letter === '\n') line++
  }
  return opened ?? fallback
}

/** Exports often begin with a title: lines far narrower than those below are not the header. */
function titleLines(records: readonly TableRow[]): number {
  const filled = records.slice(0, 30).map(({ cells }) => cells.filter(Boolean).length)
  const widest = Math.max(0, ...filled)
  const start = filled.findIndex((count) => count >= Math.max(widest / 2, 1))
  return widest < 3 ? 0 : Math.max(start, 0)
}

/** Headers are words: no numbers, no addresses of mail, no cell left empty among few. */
function looksLikeHeader(cells: readonly string[]): boolean {
  const filled = cells.filter(Boolean)
  return !filled.some((cell) => /^[+-]?\d+([.,]\d+)?$/.test(cell) || /\S@\S+\.\S/.test(cell))
}

/** As spreadsheets count: A, B, … Z, AA, AB. */
const letters = (index: number): string =>
  (index >= 26 ? letters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))

function describeColumns(header: readonly string[], rows: readonly TableRow[]): ImportColumn[] {
  const width = Math.max(header.length, ...rows.slice(0, 1_000).map(({ cells }) => cells.length))
  if (width > MAX_COLUMNS)
    throw fail('unreadable_file', { reason: `${width} colonnes / columns (max. ${MAX_COLUMNS})` })
  const used = Array.from({ length: width }, (_, index) => {
    const samples: string[] = []
    let filled = 0
    for (const { cells } of rows) {
      const cell = cells[index]
      if (!cell) continue
      filled++
      if (samples.length < SAMPLES && !samples.includes(cell)) samples.push(cell.slice(0, 120))
    }
    const name = header[index]?.replaceAll('\n', ' ')
    return {
      index,
      header: name || `Col. ${letters(index)}`,
      named: Boolean(name),
      samples,
      filled,
    }
  })
  return used
    .filter(({ named, filled }) => named || filled > 0)
    .map(({ named: _, ...column }) => column)
}
