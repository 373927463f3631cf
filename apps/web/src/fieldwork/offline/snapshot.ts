// Keeping what the server tells: whole or as what differs, in one transaction with what it makes superfluous.
import type { Snapshot } from '@regie/contract/fieldwork'
import type { Id } from '@regie/contract/kernel'
import type { HeldStop, PhoneDatabase } from './database.ts'

const KEPT_MS = 2 * 86_400_000

export async function keepSnapshot(
  db: PhoneDatabase,
  snapshot: Snapshot,
  isWhole: boolean,
): Promise<void> {
  const { cursor, serverAt, absenceRequests, assignments, history } = snapshot
  const tables = [db.stops, db.history, db.commands, db.meta, db.looks, db.books]
  await db.transaction('rw', tables, async () => {
    const before = await db.commands.toArray()
    // What was delivered before this snapshot was asked for is in it.
    await db.commands.bulkDelete(before.filter(isSettled).map(({ id }) => id))
    const gone = isWhole ? await missing(db, assignments) : snapshot.goneIds
    await letGo(db, gone, serverAt)
    await db.stops.bulkPut(assignments.map((one) => ({ ...one, goneAt: null })))
    if (isWhole) await db.history.clear()
    await db.history.bulkPut([...history])
    // Older servers send no list.
    if (snapshot.parts) await db.books.put({ key: 'parts', parts: snapshot.parts })
    await db.meta.put({ key: 'snapshot', cursor, serverAt, absenceRequests })
  })
}

const isSettled = ({ state }: { state: string }): boolean => state === 'delivered'

const missing = async (db: PhoneDatabase, held: readonly { id: Id }[]): Promise<Id[]> => {
  const there = new Set(held.map(({ id }) => id))
  return (await db.stops.toCollection().primaryKeys()).filter((id) => !there.has(id))
}

/** A stop that was taken away stays in sight a while if something was done on it; the rest goes. */
async function letGo(db: PhoneDatabase, ids: readonly Id[], serverAt: string): Promise<void> {
  const now = Date.parse(serverAt)
  for (const id of ids) {
    const stop: HeldStop | undefined = await db.stops.get(id)
    if (!stop) {
      await db.history.delete(id)
      continue
    }
    const hasWork =
      stop.entries.some(({ mine }) => mine) ||
      (await db.commands.where('assignmentId').equals(id).count()) > 0
    const isRecent = Date.parse(stop.endsAt) > now - KEPT_MS
    if (hasWork && isRecent) await db.stops.update(id, { goneAt: stop.goneAt ?? serverAt })
    else await db.stops.delete(id)
    if (!hasWork) await db.looks.delete(id)
  }
}
