// Everything on the phone that a screen may show, read at once.
import type { HeldStop, Look, Meta, PhoneDatabase, QueuedCommand, QueuedPhoto } from './database.ts'

export type Held = {
  /** Null before the first snapshot ever. */
  readonly meta: Meta | null
  readonly stops: readonly HeldStop[]
  readonly commands: readonly QueuedCommand[]
  readonly photos: readonly QueuedPhoto[]
  readonly looks: readonly Look[]
}

export const readAll = async (db: PhoneDatabase): Promise<Held> =>
  await db.transaction('r', [db.meta, db.stops, db.commands, db.photos, db.looks], async () => ({
    meta: (await db.meta.get('snapshot')) ?? null,
    stops: await db.stops.toArray(),
    commands: await db.commands.orderBy('id').toArray(),
    photos: await db.photos.orderBy('id').toArray(),
    looks: await db.looks.toArray(),
  }))
