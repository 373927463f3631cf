// Keeping what the server tells: whole or as what differs, in one transaction with what it makes superfluous.
import { clockAhead } from '@regie/contract/field-log'
import type { Snapshot } from '@regie/contract/fieldwork'
import type { Id } from '@regie/contract/kernel'
import type { HeldStop, PhoneDatabase, QueuedCommand } from './database.ts'

/** The week begins with yesterday: what ended longer ago may be missing for its age alone. */
const AGED_MS = 86_400_000

export async function keepSnapshot(
  db: PhoneDatabase,
  snapshot: Snapshot,
  isWhole: boolean,
): Promise<void> {
  const { cursor, serverAt, absenceRequests, availability, assignments, history } = snapshot
  const aheadMs = clockAhead(new Date().toISOString(), serverAt)
  const tables = [db.stops, db.history, db.commands, db.meta, db.looks, db.books, db.sheets]
  await db.transaction('rw', tables, async () => {
    const before = await db.commands.toArray()
    // What was delivered before this snapshot was asked for is in it.
    await db.commands.bulkDelete(before.filter(isSettled).map(({ id }) => id))
    const gone = isWhole ? await missing(db, assignments) : snapshot.goneIds
    await letGo(db, gone, serverAt)
    await clearAway(db, serverAt)
    await db.stops.bulkPut(assignments.map((one) => ({ ...one, goneAt: null })))
    if (isWhole) await db.history.clear()
    await db.history.bulkPut([...history])
    if (isWhole) await db.sheets.clear()
    // Older servers know no call sheets.
    await db.sheets.bulkPut([...(snapshot.callSheets ?? [])])
    // Older servers send no list.
    if (snapshot.parts) await db.books.put({ key: 'parts', parts: snapshot.parts })
    await db.meta.put({
      key: 'snapshot',
      ...{ cursor, serverAt, absenceRequests, availability, aheadMs },
    })
  })
}

/** What the office decides about stays until its author has read so. */
const isSettled = ({ state, aside }: QueuedCommand): boolean =>
  state === 'delivered' && aside === null

const missing = async (db: PhoneDatabase, held: readonly { id: Id }[]): Promise<Id[]> => {
  const there = new Set(held.map(({ id }) => id))
  return (await db.stops.toCollection().primaryKeys()).filter((id) => !there.has(id))
}

const isAged = ({ endsAt }: HeldStop, serverAt: string): boolean =>
  Date.parse(endsAt) < Date.parse(serverAt) - AGED_MS

const hasQueued = async (db: PhoneDatabase, id: Id): Promise<boolean> =>
  (await db.commands.where('assignmentId').equals(id).count()) > 0

const drop = async (db: PhoneDatabase, id: Id): Promise<void> => {
  await db.stops.delete(id)
  await db.looks.delete(id)
}

/** A stop that was taken away stays in sight a while if something was done on it; the rest goes. */
async function letGo(db: PhoneDatabase, ids: readonly Id[], serverAt: string): Promise<void> {
  for (const id of ids) {
    const stop: HeldStop | undefined = await db.stops.get(id)
    if (!stop) {
      await db.history.delete(id)
      await db.sheets.delete(id)
      continue
    }
    const isTold = stop.entries.some(({ mine }) => mine) && !isAged(stop, serverAt)
    if (isTold || (await hasQueued(db, id)))
      await db.stops.update(id, { goneAt: stop.goneAt ?? serverAt })
    else await drop(db, id)
  }
}

/** No later snapshot names what was taken away long ago. */
async function clearAway(db: PhoneDatabase, serverAt: string): Promise<void> {
  for (const stop of await db.stops.toArray())
    if (stop.goneAt !== null && isAged(stop, serverAt) && !(await hasQueued(db, stop.id)))
      await drop(db, stop.id)
}
