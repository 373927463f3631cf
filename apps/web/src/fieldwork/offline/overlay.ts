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

/** Who holds the phone, and how far its clock is ahead of the server's. */
type Holder = { readonly name: string; readonly aheadMs: number }

function entryOf({ command, aside }: QueuedCommand, holder: Holder): FieldEntry | null {
  const { id, assignmentId, deviceAt, what } = command
  if (assignmentId === null || NO_ENTRY.has(what.kind)) return null
  const at = new Date(Date.parse(deviceAt) - holder.aheadMs).toISOString()
  return {
    ...{ id, assignmentId, by: holder.name, mine: true, at, deviceAt, serverAt: at },
    standing: aside === null ? 'counted' : aside === 'sealed' ? 'to_decide' : 'aside',
    why: aside as FieldEntry['why'],
    what: what as EntryBody,
  }
}

const ANSWERS = { accept: 'accepted', decline: 'declined' } as const
const OPEN = new Set(['offered', 'accepted'])

/** Refused commands are for the repair screen; they change nothing here. */
export function overlay(
  stop: HeldStop,
  queued: readonly QueuedCommand[],
  holder: Holder,
): PhoneStop {
  const live = queued.filter(
    ({ assignmentId, state }) => assignmentId === stop.id && state !== 'refused',
  )
  const known = new Set(stop.entries.map(({ id }) => id))
  const added = live.flatMap((one) => {
    const entry = known.has(one.id) ? null : entryOf(one, holder)
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
