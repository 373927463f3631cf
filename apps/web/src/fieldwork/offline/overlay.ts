// What the screen shows: what the server told, and over it what was done here and is not there yet.
import type { EntryBody, FieldEntry } from '@regie/contract/field-entries'
import { type FieldWork, foldWork } from '@regie/contract/field-log'
import type { FieldAssignment } from '@regie/contract/fieldwork'
import type { HeldStop, QueuedCommand } from './database.ts'

/** A stop as it stands for whoever holds the phone. */
export type PhoneStop = FieldAssignment & {
  readonly work: FieldWork
  readonly goneAt: string | null
  /** Ids of entries and answers that the server does not have yet. */
  readonly unsent: ReadonlySet<string>
}

const NO_ENTRY = new Set(['accept', 'decline', 'follow_up', 'absence', 'sign', 'invite'])

function entryOf({ command, aside }: QueuedCommand, by: string): FieldEntry | null {
  const { id, assignmentId, deviceAt, what } = command
  if (assignmentId === null || NO_ENTRY.has(what.kind)) return null
  return {
    ...{ id, assignmentId, by, mine: true, at: deviceAt, deviceAt, serverAt: deviceAt },
    standing: aside === null ? 'counted' : aside === 'sealed' ? 'to_decide' : 'aside',
    why: aside as FieldEntry['why'],
    what: what as EntryBody,
  }
}

const ANSWERS = { accept: 'accepted', decline: 'declined' } as const
const OPEN = new Set(['offered', 'accepted'])

/** Refused commands are for the repair screen; they change nothing here. */
export function overlay(stop: HeldStop, queued: readonly QueuedCommand[], by: string): PhoneStop {
  const live = queued.filter(
    ({ assignmentId, state }) => assignmentId === stop.id && state !== 'refused',
  )
  const known = new Set(stop.entries.map(({ id }) => id))
  const added = live.flatMap((one) => {
    const entry = known.has(one.id) ? null : entryOf(one, by)
    return entry ?? []
  })
  const entries = [...stop.entries, ...added]
  const work = foldWork(entries)
  const answer = live.findLast(({ command }) => command.what.kind in ANSWERS)?.command.what.kind
  const answered = OPEN.has(stop.state) && answer ? ANSWERS[answer as keyof typeof ANSWERS] : null
  return {
    ...stop,
    entries,
    work,
    state: work.state ?? answered ?? stop.state,
    unsent: new Set(live.filter(({ state }) => state === 'waiting').map(({ id }) => id)),
  }
}

/** What may change on a stop without the technician's doing, in short: another text is news. */
export const fingerprint = (stop: FieldAssignment): string => {
  const { startsAt, endsAt, instructions, products, contacts, coworkers, title } = stop
  const { site, positionName, state, entries, documents } = stop
  const others = entries.filter(({ mine }) => !mine).map(({ id, standing }) => id + standing)
  const isOffered = state === 'offered' || state === 'withdrawn' ? state : ''
  const all = [startsAt, endsAt, title, positionName, instructions, isOffered, others]
  return hash(JSON.stringify([all, products, contacts, coworkers, site, documents]))
}

/** FNV-1a: short and quick, for telling same from other. */
function hash(text: string): string {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++)
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0
  return value.toString(36)
}
