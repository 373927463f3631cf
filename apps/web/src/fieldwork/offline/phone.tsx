// The phone on screen: what it keeps, as it changes, and the one way to do something.
import { liveQuery } from 'dexie'
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react'
import { useLive } from '../../lib/live.tsx'
import { useCached } from '../../lib/server-state.tsx'
import { useSession } from '../../lib/session.tsx'
import { readSession } from '../../lib/session-endpoint.ts'
import {
  databaseName,
  type HeldStop,
  type Look,
  type Meta,
  PhoneDatabase,
  type QueuedCommand,
  type QueuedPhoto,
} from './database.ts'
import { type Engine, type SyncState, startEngine } from './engine.ts'
import { phoneNews } from './news.ts'
import { enqueue, type Intent } from './outbox.ts'
import { fingerprint, overlay, type PhoneStop } from './overlay.ts'
import { askToPersist } from './storage.ts'

/** Everything on the phone that a screen may show. */
export type Held = {
  /** Null before the first snapshot ever. */
  readonly meta: Meta | null
  readonly stops: readonly HeldStop[]
  readonly commands: readonly QueuedCommand[]
  readonly photos: readonly QueuedPhoto[]
  readonly looks: readonly Look[]
}

type Phone = {
  readonly db: PhoneDatabase
  readonly engine: Engine
  readonly held: Held | null
  /** Why the phone's store does not open, if it does not. */
  readonly fault: unknown
}

const Context = createContext<Phone | null>(null)

const readAll = async (db: PhoneDatabase): Promise<Held> =>
  await db.transaction('r', [db.meta, db.stops, db.commands, db.photos, db.looks], async () => ({
    meta: (await db.meta.get('snapshot')) ?? null,
    stops: await db.stops.toArray(),
    commands: await db.commands.orderBy('id').toArray(),
    photos: await db.photos.orderBy('id').toArray(),
    looks: await db.looks.toArray(),
  }))

/** Opens the member's store and keeps it in step with the server while it stands. */
export const PhoneProvider = ({ children }: { children: ReactNode }) => {
  const { organization, member } = useSession()
  const { refresh } = useCached()
  const name = databaseName(organization.id, member.id)
  const [open, setOpen] = useState<{ db: PhoneDatabase; engine: Engine } | null>(null)
  const [held, setHeld] = useState<Held | null>(null)
  const [fault, setFault] = useState<unknown>(null)
  useEffect(() => {
    const db = new PhoneDatabase(name)
    const engine = startEngine(db, { onSignedOut: () => refresh(readSession) })
    const watch = liveQuery(() => readAll(db)).subscribe({ next: setHeld, error: setFault })
    setOpen({ db, engine })
    void askToPersist()
    return () => {
      watch.unsubscribe()
      engine.stop()
      db.close()
    }
  }, [name, refresh])
  useLive(phoneNews, () => open?.engine.wake())
  const value = useMemo(() => open && { ...open, held, fault }, [open, held, fault])
  return value && <Context.Provider value={value}>{children}</Context.Provider>
}

const usePhone = (): Phone => {
  const phone = useContext(Context)
  if (!phone) throw new Error('usePhone stands outside a PhoneProvider')
  return phone
}

/** The queue, the pictures and the store itself, for the screen that looks after them. */
export const usePhoneStore = (): Phone => usePhone()

export const useSyncState = (): SyncState & { readonly wake: () => void } => {
  const { engine } = usePhone()
  const state = useSyncExternalStore(engine.subscribe, engine.state)
  return { ...state, wake: engine.wake }
}

/** Does what the technician did: kept on the phone at once, sent as soon as possible. */
export const useDo = (): ((intent: Intent) => Promise<string>) => {
  const { db, engine } = usePhone()
  return useMemo(
    () => async (intent: Intent) => {
      const id = await enqueue(db, intent)
      engine.wake()
      return id
    },
    [db, engine],
  )
}

const byStart = (a: HeldStop, b: HeldStop) =>
  Date.parse(a.startsAt) - Date.parse(b.startsAt) || (a.id < b.id ? -1 : 1)

export type Stops = {
  /** Null while the store opens, or before the first snapshot arrived. */
  readonly stops: readonly PhoneStop[] | null
  readonly news: ReadonlySet<string>
  readonly meta: Meta | null
}

/** The coming days as they stand, by time, and which of them changed since they were last looked at. */
export const useStops = (): Stops => {
  const { held } = usePhone()
  const { user } = useSession()
  return useMemo(() => {
    if (!held) return { stops: null, news: new Set<string>(), meta: null }
    const stops = held.stops
      .toSorted(byStart)
      .map((stop) => overlay(stop, held.commands, user.name))
    const seen = new Map(held.looks.map((look) => [look.id, look.seen]))
    const changed = held.stops.filter((stop) => {
      const before = seen.get(stop.id)
      return before !== undefined && before !== fingerprint(stop)
    })
    const isFilled = held.meta !== null || held.stops.length > 0
    return {
      stops: isFilled ? stops : null,
      news: new Set(changed.map(({ id }) => id)),
      meta: held.meta,
    }
  }, [held, user.name])
}

/** Remembers that this stop was looked at as it is now; those never seen are not news but new. */
export const useLookedAt = (stop: PhoneStop | undefined): void => {
  const { db, held } = usePhone()
  const raw = held?.stops.find(({ id }) => id === stop?.id)
  const seen = raw && fingerprint(raw)
  const id = raw?.id
  useEffect(() => {
    if (id === undefined || seen === undefined) return
    void db.looks.put({ id, seen }).catch(() => undefined)
  }, [db, id, seen])
}
