// The live stream on screen: events refresh the reads that name them, and screens may listen themselves.
import type { AnyEndpoint, LiveEvent } from '@regie/contract/kernel'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useEffectEvent,
  useMemo,
  useState,
} from 'react'
import { openSharedLiveStream } from './live-sharing.ts'
import { type LiveState, makeNovelty } from './live-stream.ts'
import { readKey } from './server-state.tsx'
import { useSession } from './session.tsx'
import { readSession } from './session-endpoint.ts'

const refreshes = new Map<string, Set<AnyEndpoint>>()

/** In a module's api.ts: `refreshOn(['client_added', 'client_changed'], [listClients, readClient])`. */
export const refreshOn = (
  eventNames: readonly string[],
  endpoints: readonly AnyEndpoint[],
): void => {
  for (const name of eventNames) {
    const known = refreshes.get(name) ?? new Set()
    for (const endpoint of endpoints) known.add(endpoint)
    refreshes.set(name, known)
  }
}

const outdates = new Map<string, Set<AnyEndpoint>>()

/** For reads that their screen patches by itself: those it does not show just now are read again when it does. */
export const outdateOn = (
  eventNames: readonly string[],
  endpoints: readonly AnyEndpoint[],
): void => {
  for (const name of eventNames) {
    const known = outdates.get(name) ?? new Set()
    for (const endpoint of endpoints) known.add(endpoint)
    outdates.set(name, known)
  }
}

const outdate = (client: QueryClient, { name }: Pick<LiveEvent, 'name'>): void => {
  for (const endpoint of outdates.get(name) ?? [])
    void client.invalidateQueries({
      queryKey: readKey(endpoint),
      type: 'inactive',
      refetchType: 'none',
    })
}

const COALESCE_MS = 25

/** Fifty events in one blink make each read refresh once; a hidden tab waits until it is looked at. */
const makeRefresher = (client: QueryClient) => {
  const waiting = new Set<AnyEndpoint>()
  let timer: ReturnType<typeof setTimeout> | null = null
  const flush = () => {
    timer = null
    if (document.hidden) return
    for (const endpoint of waiting) {
      void client.invalidateQueries({ queryKey: readKey(endpoint) })
    }
    waiting.clear()
  }
  const refresh = (event: Pick<LiveEvent, 'name'>) => {
    const endpoints = refreshes.get(event.name)
    if (!endpoints) return
    for (const endpoint of endpoints) waiting.add(endpoint)
    if (timer === null) timer = setTimeout(flush, COALESCE_MS)
  }
  return { refresh, flush }
}

type Listener = { readonly names: readonly string[]; readonly hear: (event: LiveEvent) => void }
type Value = { readonly state: LiveState; readonly listeners: Set<Listener> }

const Context = createContext<Value>({ state: 'connecting', listeners: new Set() })

const URL = '/api/live'
const [SESSION] = readKey(readSession)

/** What was read before the stream stood may have changed unheard in between. */
const refreshOlder = (client: QueryClient, than: number) => {
  void client.invalidateQueries({
    predicate: ({ queryKey, state }) =>
      queryKey[0] !== SESSION && state.dataUpdatedAt > 0 && state.dataUpdatedAt < than,
  })
}

/** Holds the one stream; inside a SessionGate. */
export const LiveProvider = ({ children }: { children: ReactNode }) => {
  const client = useQueryClient()
  const { member, organization } = useSession()
  const [state, setState] = useState<LiveState>('connecting')
  const [listeners] = useState(() => new Set<Listener>())
  const name = `regie.live.${organization.id}.${member.id}`
  useEffect(() => {
    const { refresh, flush } = makeRefresher(client)
    document.addEventListener('visibilitychange', flush)
    const isNews = makeNovelty()
    let hasStood = false
    const close = openSharedLiveStream(URL, name, {
      onState: (next) => {
        setState(next)
        if (next === 'open' && !hasStood) refreshOlder(client, Date.now())
        hasStood ||= next === 'open'
        // The session's own read finds out whether this is so, and opens the sign-in page.
        if (next === 'signed-out') void client.invalidateQueries({ queryKey: [SESSION] })
      },
      onGap: () => void client.invalidateQueries(),
      onEvent: (event) => {
        if (!isNews(event)) return
        refresh(event)
        outdate(client, event)
        for (const listener of listeners) {
          if (listener.names.includes(event.name)) listener.hear(event)
        }
      },
    })
    return () => {
      document.removeEventListener('visibilitychange', flush)
      close()
    }
  }, [client, listeners, name])
  const value = useMemo(() => ({ state, listeners }), [state, listeners])
  return <Context.Provider value={value}>{children}</Context.Provider>
}

/** Hears events by name while the component is on screen: `useLive(['assignment_moved'], (event) => …)`. */
export const useLive = (names: readonly string[], handler: (event: LiveEvent) => void): void => {
  const { listeners } = useContext(Context)
  const hear = useEffectEvent(handler)
  const key = names.join(' ')
  useEffect(() => {
    const listener: Listener = { names: key.split(' '), hear: (event) => hear(event) }
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }, [key, listeners])
}

export const useLiveState = (): LiveState => useContext(Context).state
