// The outbox: what a technician did, in the order of the taps, until the server has it. A command that is refused
// stops only those that need it.
import type { CommandBody, FieldCommand } from '@regie/contract/field-entries'
import type { Receipt } from '@regie/contract/fieldwork'
import type { Id } from '@regie/contract/kernel'
import { makeId } from '../../lib/id.ts'
import type { PhoneDatabase, QueuedCommand, QueuedPhoto, Refused } from './database.ts'
import { isFull } from './storage.ts'

let lastTap = 0

/** No two taps of a phone share a millisecond, so that their order is never in doubt. */
const tapTime = (): number => {
  lastTap = Math.max(Date.now(), lastTap + 1)
  return lastTap
}

/** Whatever this one speaks of must have arrived before: the step it corrects. */
const needs = (what: CommandBody, queued: ReadonlySet<Id>): Id[] =>
  what.kind === 'correction' && queued.has(what.entryId) ? [what.entryId] : []

export type Intent = {
  readonly assignmentId: Id | null
  readonly what: CommandBody
  readonly baseVersion?: number
  /** A picture that goes with it: both are kept, or neither. */
  readonly picture?: { readonly photo: QueuedPhoto; readonly blob: Blob }
}

/** Keeps what was done; resolves once it is on the disk. Rejects when the disk is full, and then nothing was kept. */
export async function enqueue(db: PhoneDatabase, intent: Intent): Promise<Id> {
  const { assignmentId, what, baseVersion, picture } = intent
  const now = tapTime()
  const deviceAt = new Date(now).toISOString()
  const id = makeId(now)
  const command: FieldCommand = {
    ...{ id, deviceAt, assignmentId, what },
    ...(baseVersion === undefined ? {} : { baseVersion }),
  }
  const keep = () =>
    db.transaction('rw', db.commands, db.photos, db.blobs, async () => {
      const queued = new Set(await db.commands.toCollection().primaryKeys())
      const fresh = { state: 'waiting', problem: null, aside: null } as const
      await db.commands.add({ ...fresh, id, assignmentId, command, after: needs(what, queued) })
      if (!picture) return
      await db.photos.add(picture.photo)
      await db.blobs.add({ id: picture.photo.id, blob: picture.blob })
    })
  try {
    await keep()
  } catch (error) {
    // What was merely taken along makes room for what was done.
    if (!isFull(error) || (await db.files.count()) === 0) throw error
    await db.files.clear()
    await keep()
  }
  return id
}

const BATCH = 50

/** The next commands that may go, oldest first: none that needs one which is refused. */
export async function nextBatch(db: PhoneDatabase, size = BATCH): Promise<QueuedCommand[]> {
  const all = await db.commands.orderBy('id').toArray()
  const refused = new Set(all.filter(({ state }) => state === 'refused').map(({ id }) => id))
  const free: QueuedCommand[] = []
  for (const one of all) {
    if (one.state !== 'waiting') continue
    if (one.after.some((id) => refused.has(id))) refused.add(one.id)
    else free.push(one)
  }
  return free.slice(0, size)
}

/** What became of each. Kept until a snapshot shows it, so that nothing on screen jumps back and forth. */
export async function noteReceipts(db: PhoneDatabase, receipts: readonly Receipt[]): Promise<void> {
  await db.transaction('rw', db.commands, async () => {
    for (const { id, outcome, problem, why } of receipts)
      await db.commands.update(id, {
        state: outcome === 'refused' ? 'refused' : 'delivered',
        problem: (problem as Refused | null) ?? null,
        aside: why,
      })
  })
}

/** Sends it once more as it is. */
export const retry = async (db: PhoneDatabase, id: Id): Promise<void> => {
  await db.commands.update(id, { state: 'waiting', problem: null })
}

/** Sends it with another content, as a new command: the server may have kept the former one. */
export async function replace(db: PhoneDatabase, id: Id, what: CommandBody): Promise<void> {
  await db.transaction('rw', db.commands, async () => {
    const old = await db.commands.get(id)
    if (!old) return
    const fresh = makeId(tapTime())
    await db.commands.delete(id)
    await db.commands.add({
      ...old,
      id: fresh,
      command: { ...old.command, id: fresh, what },
      state: 'waiting',
      problem: null,
    })
    await db.commands.toCollection().modify((other) => {
      if (other.after.includes(id))
        Object.assign(other, { after: other.after.map((one) => (one === id ? fresh : one)) })
    })
  })
}

/** Whose bytes go with this command; none while another one speaks of the same picture. */
function bytesOf(what: CommandBody, all: readonly QueuedCommand[]): Id | null {
  if (what.kind === 'file') return what.fileId
  if (what.kind !== 'photo') return null
  const { photoId } = what
  const sharing = all.filter(
    ({ command: { what: other } }) => other.kind === 'photo' && other.photoId === photoId,
  )
  return sharing.length > 1 ? null : photoId
}

/** Throws it away, with what needs it and its picture; whoever decides has been asked before. */
export async function discard(db: PhoneDatabase, id: Id): Promise<void> {
  await db.transaction('rw', db.commands, db.photos, db.blobs, async () => {
    const gone = new Set([id])
    const all = await db.commands.orderBy('id').toArray()
    for (const one of all) if (one.after.some((need) => gone.has(need))) gone.add(one.id)
    for (const { id: each, command } of all) {
      const fileId = gone.has(each) ? bytesOf(command.what, all) : null
      if (fileId === null) continue
      await db.photos.delete(fileId)
      await db.blobs.delete(fileId)
    }
    await db.commands.bulkDelete([...gone])
  })
}
