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
import { type LiveState, openLiveStream } from './live-stream.ts'
import { readKey } from './server-state.tsx'

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

const COALESCE_MS = 25

/** Fifty events in one blink make each read refresh once. */
export const makeRefresher = (client: QueryClient) => {
  const waiting = new Set<AnyEndpoint>()
  let timer: ReturnType<typeof setTimeout> | null = null
  const flush = () => {
    timer = null
    for (const endpoint of waiting) {
      void client.invalidateQueries({ queryKey: readKey(endpoint) })
    }
    waiting.clear()
  }
  return (event: Pick<LiveEvent, 'name'>) => {
    const endpoints = refreshes.get(event.name)
    if (!endpoints) return
    for (const endpoint of endpoints) waiting.add(endpoint)
    if (timer === null) timer = setTimeout(flush, COALESCE_MS)
  }
}

type Listener = { readonly names: readonly string[]; readonly hear: (event: LiveEvent) => void }
type Value = { readonly state: LiveState; readonly listeners: Set<Listener> }

const Context = createContext<Value>({ state: 'connecting', listeners: new Set() })

/** Holds the one stream; only where somebody is signed in. */
export const LiveProvider = ({
  children,
  url = '/api/live',
}: {
  children: ReactNode
  url?: string
}) => {
  const client = useQueryClient()
  const [state, setState] = useState<LiveState>('connecting')
  const [listeners] = useState(() => new Set<Listener>())
  useEffect(() => {
    const refresh = makeRefresher(client)
    return openLiveStream(url, {
      onState: setState,
      onGap: () => void client.invalidateQueries(),
      onEvent: (event) => {
        refresh(event)
        for (const listener of listeners) {
          if (listener.names.includes(event.name)) listener.hear(event)
        }
      },
    })
  }, [client, listeners, url])
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
