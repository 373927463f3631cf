// A start reads the phone's store while the page is still being put together: a cold disk is what it waits for longest.
import { readKeptSession } from '../../lib/kept-session.ts'
import { databaseName, PhoneDatabase, schemaVersion } from './database.ts'
import { type Held, readAll } from './held.ts'

export type EarlyStore = {
  readonly name: string
  readonly db: PhoneDatabase
  /** Null until it was read, and when it could not be. */
  held: Held | null
}

let early: EarlyStore | null = null

/** What the page began to read before any code was there: `field/begin.js`. */
type Begun = {
  readonly name: string
  readonly found: Promise<{ readonly version: number; readonly held: Held }>
}

const takeBegun = (name: string): Begun['found'] | null => {
  const { regieBegun } = globalThis as { regieBegun?: Begun }
  return regieBegun?.name === name ? regieBegun.found : null
}

/** Dexie counts in tenths. A store of a former version is not read as if it were of this one. */
const isCurrent = (version: number): boolean => version === schemaVersion * 10

async function readFirst({ name, db }: EarlyStore): Promise<Held> {
  const begun = await takeBegun(name)?.catch(() => null)
  return begun && isCurrent(begun.version) ? begun.held : await readAll(db)
}

/** Opens the store of whoever was signed in last, if anybody was. Over when it was read, or cannot be. */
export async function openEarly(): Promise<void> {
  const session = readKeptSession()
  if (!session) return
  const name = databaseName(session.organization.id, session.member.id)
  const store: EarlyStore = { name, db: new PhoneDatabase(name), held: null }
  early = store
  const keep = (held: Held) => {
    store.held = held
  }
  // Whoever takes the store reads it again, and tells what is wrong with it.
  await readFirst(store).then(keep, () => undefined)
}

/** The store of that name if it was opened early, once; one of another member is closed. */
export function takeEarly(name: string): EarlyStore | null {
  const taken = early
  early = null
  if (taken?.name === name) return taken
  taken?.db.close()
  return null
}
