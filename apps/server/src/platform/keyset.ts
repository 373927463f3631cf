// Keyset pagination: a cursor is the sort values of the last row, so pages cost the same however deep.
import type { Page } from '@regie/contract/kernel'
import { invalid } from './errors.ts'

/** The values a cursor carries, or null on the first page. Refuses a cursor that was tampered with. */
export function readCursor<const K extends readonly string[]>(
  cursor: string | undefined,
  keys: K,
): Record<K[number], string> | null {
  if (cursor === undefined) return null
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (
      Array.isArray(values) &&
      values.length === keys.length &&
      values.every((value) => typeof value === 'string')
    )
      return Object.fromEntries(keys.map((key, index) => [key, values[index]])) as Record<
        K[number],
        string
      >
  } catch {
    // told below
  }
  throw invalid([
    { path: 'query.cursor', expected: 'a cursor from a previous page', got: cursor.slice(0, 80) },
  ])
}

/** One page from `limit + 1` rows: the surplus row only says that there is more. */
export function toPage<T>(
  items: readonly T[],
  limit: number,
  total: number,
  cursorOf: (item: T) => readonly string[],
): Page<T> {
  const shown = items.slice(0, limit)
  const last = shown.at(-1)
  const more = items.length > limit && last !== undefined
  return {
    items: shown,
    nextCursor: more ? Buffer.from(JSON.stringify(cursorOf(last))).toString('base64url') : null,
    total,
  }
}
