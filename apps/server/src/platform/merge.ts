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
function mergeRow<D>(
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
const nameKey = (name: string): string =>
  name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()

/** What a row is recognised by: its identifier in another system, else its name. */
export type Identity = { readonly externalId: string | null; readonly name: string }

/** Why a line cannot be matched; `first` is the index of the earlier line it clashes with. */
export type MergeRefusal =
  /** Several rows have this name: only an identifier can tell which is meant. */
  | { readonly reason: 'ambiguous' }
  /** An earlier line means the same row and says otherwise. */
  | { readonly reason: 'differs'; readonly first: number }
  /** An earlier line means the same row, and once is enough. */
  | { readonly reason: 'repeated'; readonly first: number }
  /** The row is there already, under another parent. */
  | { readonly reason: 'elsewhere'; readonly where: string }

/** A row found by its name keeps its own spelling and its identifier. */
export const keepIdentity = (wanted: Identity, before: Identity | undefined): Identity =>
  wanted.externalId === null && before
    ? { externalId: before.externalId, name: before.name }
    : { externalId: wanted.externalId, name: wanted.name }

export const externalIdsOf = (nouns: readonly (Identity | undefined)[]): string[] => [
  ...new Set(nouns.flatMap((noun) => noun?.externalId ?? [])),
]
/** Names of those that have no identifier. */
export const namesOf = (nouns: readonly Identity[]): string[] => [
  ...new Set(nouns.filter(({ externalId }) => externalId === null).map(({ name }) => name)),
]

/** Rows of one noun while a file is matched: those that are there, and those earlier lines meant. */
export class MergeShelf<D extends Identity> {
  readonly #byExternalId = new Map<string, Stored<D>>()
  readonly #byName = new Map<string, Stored<D>[]>()
  readonly #parentOf: (draft: D) => string
  readonly #seen = new Map<string, { merged: Merged<D>; first: number; wanted: string }>()

  /** `parentOf`: names count within a parent only, and a row does not change its parent. */
  constructor(rows: readonly Stored<D>[], parentOf: (draft: D) => string = () => '') {
    this.#parentOf = parentOf
    for (const row of rows) {
      if (row.draft.externalId !== null) this.#byExternalId.set(row.draft.externalId, row)
      const key = namedKey(parentOf(row.draft), row.draft.name)
      this.#byName.set(key, [...(this.#byName.get(key) ?? []), row])
    }
  }

  /** The row a line means: that of an earlier line, one that is there, or a new one. */
  settle(
    { parent = '', index, newId }: { parent?: string; index: number; newId: () => Id },
    wanted: Identity,
    complete: (before: D | undefined) => D,
  ): Merged<D> | MergeRefusal {
    const key = keyOf(parent, wanted)
    const text = JSON.stringify([parent, wanted])
    const seen = this.#seen.get(key)
    if (seen) return seen.wanted === text ? seen.merged : { reason: 'differs', first: seen.first }
    const before = this.#find(parent, wanted)
    if (before === 'ambiguous') return { reason: 'ambiguous' }
    if (before && this.#parentOf(before.draft) !== parent)
      return { reason: 'elsewhere', where: before.draft.name }
    const merged = mergeRow(before, newId, complete)
    this.#seen.set(key, { merged, first: index, wanted: text })
    return merged
  }

  /** The refusal of a row that an earlier line than `index` meant already. */
  repeated(parent: string, wanted: Identity, index: number): MergeRefusal | undefined {
    const first = this.#seen.get(keyOf(parent, wanted))?.first ?? index
    return first < index ? { reason: 'repeated', first } : undefined
  }

  get merged(): Merged<D>[] {
    return [...this.#seen.values()].map(({ merged }) => merged)
  }

  #find(parent: string, { externalId, name }: Identity): Stored<D> | undefined | 'ambiguous' {
    if (externalId !== null) return this.#byExternalId.get(externalId)
    const [one, ...more] = this.#byName.get(namedKey(parent, name)) ?? []
    return more.length ? 'ambiguous' : one
  }
}

const namedKey = (parent: string, name: string): string => `${parent}\n${nameKey(name)}`

const keyOf = (parent: string, { externalId, name }: Identity): string =>
  externalId === null ? `~${namedKey(parent, name)}` : `#${externalId}`
