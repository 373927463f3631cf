// Search as people mean it: every word, in any order, anywhere in the text, accents and case ignored.
import { searchedNumber } from '@regie/contract/phone'
import { type Sql, sql } from './sql.ts'

const MAX_WORDS = 8

/**
 * True where `text` (folded already: a generated column) has every word of `search`; always true without one.
 * Each word is folded once, not once a row. `%` and `_` are letters like others.
 */
export function hasWords(text: Sql<unknown>, search: string | undefined): Sql<unknown> {
  const words = (search ?? '').split(/\s+/).filter(Boolean).slice(0, MAX_WORDS)
  if (words.length === 0) return sql`true`
  const each = words.map((word) => sql`strpos(${text}, (select platform.fold(${word}))) > 0`)
  const all = sql`(${sql.join(each, sql` and `)})`
  // Numbers are kept with their country and without blanks.
  const number = searchedNumber(search ?? '')
  return number ? sql`(${all} or strpos(${text}, ${number}) > 0)` : all
}
