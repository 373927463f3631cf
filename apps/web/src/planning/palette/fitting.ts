// Which entries fit what is typed: every word of it somewhere in the name, in any order.
import { plain } from '@regie/contract/board-filters'
import type { PaletteEntry } from '../../ui/offered-entries.ts'

/** Nothing: not offered now. */
export type Maybe = PaletteEntry | null | false | undefined

export const fitting = (
  entries: readonly Maybe[],
  typed: string,
  most = Number.POSITIVE_INFINITY,
): PaletteEntry[] => {
  const words = plain(typed).split(/\s+/).filter(Boolean)
  const found: PaletteEntry[] = []
  for (const entry of entries) {
    if (found.length >= most) break
    if (!entry) continue
    const text = plain(`${entry.label} ${entry.detail ?? ''} ${entry.kind}`)
    if (words.every((word) => text.includes(word))) found.push(entry)
  }
  return found
}
