// Which column tells what: guessed from the headers, then from the values.
import { createHash } from 'node:crypto'
import type { ImportColumn, Mapping } from '@regie/contract/integrations'
import type { Table } from './csv/read-table.ts'
import type { Field, Intake } from './intake.ts'
import { fold } from './reading.ts'

const EXACT = 100
const WITHIN = 60
const CONTENT = 25

/** How well a header fits a field: a whole word of it counts, the closer in length the better. */
function headerScore(header: string, { label, synonyms }: Field): number {
  const words = fold(header)
  const known = [label.fr, label.en, ...synonyms].map(fold)
  if (known.includes(words)) return EXACT
  const within = known
    .filter((word) => word.length > 2 && ` ${words} `.includes(` ${word} `))
    .map((word) => WITHIN - Math.min(30, words.length - word.length))
  return Math.max(0, ...within)
}

function contentScore({ samples }: ImportColumn, { looksLike }: Field): number {
  if (!looksLike || samples.length === 0) return 0
  return samples.every(looksLike) ? CONTENT : 0
}

type Candidate = { field: string; column: number; score: number }

/** The most likely mapping: each column and each field once, the surest pairs first. */
export function guessMapping({ fields, complete }: Intake, table: Table): Mapping {
  return complete(Object.fromEntries(pairs(fields, table)), table)
}

/** How sure the headers make a kind: the sum over its pairs. */
export const likeness = ({ fields }: Intake, table: Table): number =>
  candidates(fields, table)
    .filter(chosen())
    .reduce((sum, { score }) => sum + score, 0)

const pairs = (fields: readonly Field[], table: Table): [string, number[]][] =>
  candidates(fields, table)
    .filter(chosen())
    .map(({ field, column }) => [field, [column]])

function candidates(fields: readonly Field[], table: Table): Candidate[] {
  return table.columns
    .flatMap((column) =>
      fields.map((field) => ({
        field: field.key,
        column: column.index,
        score: headerScore(column.header, field) || contentScore(column, field),
      })),
    )
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.column - b.column)
}

function chosen(): (candidate: Candidate) => boolean {
  const fields = new Set<string>()
  const columns = new Set<number>()
  return ({ field, column }) => {
    if (fields.has(field) || columns.has(column)) return false
    fields.add(field)
    columns.add(column)
    return true
  }
}

/** Files with the same headers in the same order are of one make: their mapping is remembered. */
export const signatureOf = ({ columns, hasHeader }: Table): string =>
  createHash('sha256')
    .update(JSON.stringify(hasHeader ? columns.map(({ header }) => fold(header)) : columns.length))
    .digest('base64url')

/** Keeps of a mapping what this file and kind have. */
export function fitMapping(mapping: Mapping, { fields }: Intake, table: Table): Mapping {
  const columns = new Set(table.columns.map(({ index }) => index))
  const fitted: Record<string, number[]> = {}
  for (const { key, many } of fields) {
    const indexes = [...new Set(mapping[key] ?? [])].filter((index) => columns.has(index))
    if (indexes.length) fitted[key] = many ? indexes : indexes.slice(0, 1)
  }
  return fitted
}
