// What differs between two call sheets of one person. Pure.

import type { SheetChange, SheetContent, SheetLineOf, SheetPart } from './call-sheet-content.ts'
import { type Reader, sheetSentence } from './call-sheet-text.ts'
import { canonical } from './canonical.ts'

/** In the order in which a sheet is read. */
export const sheetParts: readonly SheetPart[] = [
  'duties',
  'transport',
  'meals',
  'lodging',
  'places',
  'contacts',
  'safety',
  'notes',
  'documents',
]

export const emptySheet: SheetContent = {
  duties: [],
  places: [],
  contacts: [],
  meals: [],
  lodging: [],
  transport: [],
  safety: [],
  notes: [],
  documents: [],
}

type Keyed = { readonly key: string }

/** Lines by their keys: what came, what is another, what went. */
export function sheetChanges(
  before: SheetContent,
  after: SheetContent,
  reader: Reader,
): SheetChange[] {
  return sheetParts.flatMap((part) => {
    const say = (line: Keyed | undefined) =>
      line ? sheetSentence(part, line as SheetLineOf<typeof part>, reader) : ''
    const was = new Map((before[part] as Keyed[]).map((line) => [line.key, line]))
    const now = new Map((after[part] as Keyed[]).map((line) => [line.key, line]))
    const change = (key: string, kind: SheetChange['kind']): SheetChange => ({
      ...{ part, key, kind, was: say(was.get(key)), now: say(now.get(key)) },
    })
    const present = [...now].flatMap(([key, line]) => {
      const old = was.get(key)
      if (!old) return [change(key, 'added')]
      return canonical(old) === canonical(line) ? [] : [change(key, 'changed')]
    })
    const gone = [...was.keys()].filter((key) => !now.has(key))
    return [...present, ...gone.map((key) => change(key, 'removed'))]
  })
}

/** Whether two sheets say the same, whatever the order of their lines. */
export const isSameSheet = (a: SheetContent, b: SheetContent): boolean =>
  sheetParts.every((part) => fingerprint(a[part]) === fingerprint(b[part]))

const fingerprint = (lines: readonly Keyed[]): string =>
  canonical(lines.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)))
