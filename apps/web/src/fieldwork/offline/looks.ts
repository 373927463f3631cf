// What the technician has seen of each stop, in short, so that what changed since then can be named.
import type { FieldAssignment } from '@regie/contract/fieldwork'
import type { Look } from './database.ts'

/** What may change on a stop without the technician's doing. */
const aspects = [
  'hours',
  'mission',
  'instructions',
  'products',
  'place',
  'people',
  'documents',
  'assets',
  'notes',
] as const
export type Aspect = (typeof aspects)[number]

type Parts = Readonly<Record<Aspect, string>>

function partsOf(stop: FieldAssignment): Parts {
  const { startsAt, endsAt, title, positionName, instructions, products, site } = stop
  const { contacts, client, coworkers, documents, assets, entries } = stop
  // Of colleagues and the office; one's own is no news.
  const told = entries.filter(({ mine }) => !mine).map(({ id, standing }) => id + standing)
  const of = (...what: readonly unknown[]) => hash(JSON.stringify(what))
  return {
    hours: of(startsAt, endsAt),
    mission: of(title, positionName),
    instructions: of(instructions),
    products: of(products),
    place: of(site),
    people: of(contacts, client, coworkers),
    documents: of(documents),
    assets: of(assets),
    notes: of(told),
  }
}

/** As it is now. */
export const lookAt = (stop: FieldAssignment): Look => {
  const { id, startsAt, endsAt } = stop
  const parts = partsOf(stop)
  return { id, seen: hash(Object.values(parts).join()), parts, startsAt, endsAt }
}

/** What is another than when it was looked at; none for a stop that never was. */
export function changedSince(look: Look | undefined, stop: FieldAssignment): readonly Aspect[] {
  if (!look?.parts) return []
  const now = partsOf(stop)
  const before = look.parts
  return aspects.filter((aspect) => before[aspect] !== undefined && before[aspect] !== now[aspect])
}

/** FNV-1a: short and quick, for telling same from other. */
function hash(text: string): string {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++)
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0
  return value.toString(36)
}
