// The phone on screen: what it keeps, as it changes, and the one way to do something.
import { liveQuery } from 'dexie'
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useEffectEvent,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react'
import { useLive } from '../../lib/live.tsx'
import { useCached } from '../../lib/server-state.tsx'
import { useSession } from '../../lib/session.tsx'
import { readSession } from '../../lib/session-endpoint.ts'
import { databaseName, type HeldStop, type Meta, PhoneDatabase } from './database.ts'
import { type Engine, makeEngine, type SyncState } from './engine.ts'
import { type Held, readAll } from './held.ts'
import { type Aspect, changedSince, lookAt } from './looks.ts'
import { phoneNews } from './news.ts'
import { takeEarly } from './open-early.ts'
import { enqueue, type Intent } from './outbox.ts'
import { overlay, type PhoneStop } from './overlay.ts'
import { askToPersist } from './storage.ts'

type Phone = {
  readonly db: PhoneDatabase
  readonly engine: Engine
  readonly held: Held | null
  /** Why the phone's store does not open, if it does not. */
  readonly fault: unknown
}

const Context = createContext<Phone | null>(null)

/** Opens the member's store and keeps it in step with the server while it stands. */
export const PhoneProvider = ({ children }: { children: ReactNode }) => {
  const { organization, member } = useSession()
  const name = databaseName(organization.id, member.id)
  return (
    <Store key={name} name={name}>
      {children}
    </Store>
  )
}

/** There with the first drawing, and what was read early with it: a frame with nothing in it would be one frame later. */
const Store = ({ name, children }: { name: string; children: ReactNode }) => {
  const { refresh } = useCached()
  const [{ db, engine, early }] = useState(() => {
    const taken = takeEarly(name)
    const db = taken?.db ?? new PhoneDatabase(name)
    const engine = makeEngine(db, { onSignedOut: () => refresh(readSession) })
    return { db, engine, early: taken?.held ?? null }
  })
  const [held, setHeld] = useState(early)
  const [fault, setFault] = useState<unknown>(null)
  useEffect(() => {
    engine.start()
    const watch = liveQuery(() => readAll(db)).subscribe({ next: setHeld, error: setFault })
    void askToPersist()
    return () => {
      watch.unsubscribe()
      engine.stop()
      // Whoever mounts again opens it again.
      db.close({ disableAutoOpen: false })
    }
  }, [db, engine])
  useLive(phoneNews, engine.wake)
  const value = useMemo(() => ({ db, engine, held, fault }), [db, engine, held, fault])
  return <Context.Provider value={value}>{children}</Context.Provider>
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

/** How far this phone's clock is ahead of the server's, as far as is known. */
export const useClockAhead = (): number => usePhone().held?.meta?.aheadMs ?? 0

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
    const holder = { name: user.name, aheadMs: held.meta?.aheadMs ?? 0 }
    const stops = held.stops.toSorted(byStart).map((stop) => overlay(stop, held.commands, holder))
    const looks = new Map(held.looks.map((look) => [look.id, look]))
    const changed = held.stops.filter((stop) => changedSince(looks.get(stop.id), stop).length > 0)
    const isFilled = held.meta !== null || held.stops.length > 0
    return {
      stops: isFilled ? stops : null,
      news: new Set(changed.map(({ id }) => id)),
      meta: held.meta,
    }
  }, [held, user.name])
}

/** What changed between the last look and this one, and the hours it had then. */
export type Changes = {
  readonly what: readonly Aspect[]
  readonly before: { readonly startsAt: string; readonly endsAt: string } | null
}

/**
 * Remembers that this stop was looked at as it is now, and says what changed since the look before, for as long as it
 * stays open. One that was never seen is not news but new.
 */
export const useLookedAt = (stop: PhoneStop | undefined): Changes => {
  const { db, held } = usePhone()
  const raw = held?.stops.find(({ id }) => id === stop?.id)
  const [found, setFound] = useState<Changes>(none)
  const seen = raw && lookAt(raw).seen
  const look = useEffectEvent(() => {
    if (!raw) return
    const before = held?.looks.find(({ id }) => id === raw.id)
    if (before?.seen === seen) return
    const fresh = changedSince(before, raw)
    setFound(({ what, before: hours }) => ({
      what: [...new Set([...what, ...fresh])],
      before: hours ?? (before?.startsAt && before.endsAt ? (before as Hours) : null),
    }))
    void db.looks.put(lookAt(raw)).catch(() => undefined)
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the stop is looked at once
  useEffect(() => look(), [raw?.id, seen])
  return found
}

type Hours = NonNullable<Changes['before']>
const none: Changes = { what: [], before: null }
