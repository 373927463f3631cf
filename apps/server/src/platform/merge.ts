// Bringing many rows at once: each is matched with what is there, compared, and made or changed only if it differs.
import { isDeepStrictEqual } from 'node:util'
import type { Id } from '@regie/contract/kernel'
import { fail } from './errors.ts'

/** What becomes of one row: made, changed, or found as it is. */
export type Outcome = 'create' | 'update' | 'keep'

/** A row as it stands, or as it shall stand; `version` is that before the change, 0 for a new one. */
export type Stored<D> = { readonly id: Id; readonly version: number; readonly draft: D }

export type Merged<D> = Stored<D> & { readonly outcome: Outcome; readonly before: D | undefined }

/** Compares what is there with what shall be. */
export function mergeRow<D>(
  before: Stored<D> | undefined,
  newId: () => Id,
  complete: (before: D | undefined) => D,
): Merged<D> {
  const draft = complete(before?.draft)
  if (!before) return { id: newId(), version: 0, draft, outcome: 'create', before: undefined }
  const outcome = isDeepStrictEqual(before.draft, draft) ? 'keep' : 'update'
  return { id: before.id, version: before.version, draft, outcome, before: before.draft }
}

/** Writes what is new and what changed; refuses when somebody changed one of the rows in the meantime. */
export async function saveMerged<D>(
  rows: readonly Merged<D>[],
  insert: (rows: readonly Merged<D>[]) => Promise<void>,
  save: (rows: readonly Merged<D>[]) => Promise<number>,
): Promise<void> {
  const created = rows.filter(({ outcome }) => outcome === 'create')
  const updated = rows.filter(({ outcome }) => outcome === 'update')
  if (created.length) await insert(created)
  if (updated.length && (await save(updated)) < updated.length)
    throw fail('conflict', { reason: 'rows changed during the import' })
}

/** How many were made, changed and found as they are. */
export const tallyOf = (
  rows: Iterable<{ readonly outcome: Outcome }>,
): { created: number; updated: number; unchanged: number } => {
  const tally = { created: 0, updated: 0, unchanged: 0 }
  for (const { outcome } of rows)
    tally[outcome === 'create' ? 'created' : outcome === 'update' ? 'updated' : 'unchanged']++
  return tally
}

/** Names are matched without accents, case and doubled spaces. */
export const nameKey = (name: string): string =>
  name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()
