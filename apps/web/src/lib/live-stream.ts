// One stream of events from the server. Read by fetch and not by EventSource: it must send Last-Event-ID after
// its own reconnections, tell 401 from a cut, and notice a line that died without a word.
import type { LiveEvent } from '@regie/contract/kernel'

export type LiveState = 'connecting' | 'open' | 'lost' | 'signed-out'

export type LiveHandlers = {
  readonly onEvent: (event: LiveEvent) => void
  /** Where the stream stands: what to give as `after` to carry on from here. */
  readonly onCursor?: (cursor: string) => void
  readonly onState: (state: LiveState) => void
  /** The server could not replay everything since our last event: whatever is shown may be stale. */
  readonly onGap: () => void
}

type Frame = { readonly event: string; readonly id: string | null; readonly data: string }

const SILENCE_MS = 45_000
const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 15_000
const REMEMBERED = 2_000

const fieldOf = (line: string): readonly [string, string] => {
  const colon = line.indexOf(':')
  if (colon < 0) return [line, '']
  return [line.slice(0, colon), line.slice(colon + 1).replace(/^ /, '')]
}

/** Cuts a text/event-stream into frames; keeps what is not complete for the next chunk. */
export const makeFrameReader = () => {
  let rest = ''
  return (chunk: string): Frame[] => {
    const parts = (rest + chunk).replaceAll('\r\n', '\n').split('\n\n')
    rest = parts.pop() ?? ''
    return parts.flatMap((part) => {
      const fields = part.split('\n').map(fieldOf)
      const data = fields.filter(([name]) => name === 'data').map(([, value]) => value)
      const event = fields.find(([name]) => name === 'event')?.[1] ?? 'message'
      const id = fields.find(([name]) => name === 'id')?.[1] ?? null
      return data.length > 0 || event !== 'message' ? [{ event, id, data: data.join('\n') }] : []
    })
  }
}

/** Ends early when the stream is closed, or when the browser says that the network is back. */
const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      globalThis.removeEventListener?.('online', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal.addEventListener('abort', end)
    globalThis.addEventListener?.('online', end)
  })

const parse = (data: string): LiveEvent | null => {
  try {
    return JSON.parse(data) as LiveEvent
  } catch {
    return null
  }
}

/** True once for each event: catching up may bring one twice, replayed and live. */
export const makeNovelty = (): ((event: Pick<LiveEvent, 'id'>) => boolean) => {
  const heard = new Set<string>()
  return ({ id }) => {
    if (heard.has(id)) return false
    heard.add(id)
    if (heard.size > REMEMBERED) heard.delete(heard.values().next().value ?? '')
    return true
  }
}

/** Opens the stream (`after` a cursor) and keeps it open until the returned function is called. */
export const openLiveStream = (
  url: string,
  handlers: LiveHandlers,
  after: string | null = null,
): (() => void) => {
  const stop = new AbortController()
  let lastId = after
  let failures = 0
  const take = (frame: Frame) => {
    if (frame.id) {
      lastId = frame.id
      handlers.onCursor?.(frame.id)
    }
    if (frame.event === 'gap') return handlers.onGap()
    const event = frame.data ? parse(frame.data) : null
    if (event?.name) handlers.onEvent(event)
  }

  const readOnce = async (): Promise<'again' | 'signed-out'> => {
    const line = new AbortController()
    const hangUp = () => line.abort()
    stop.signal.addEventListener('abort', hangUp)
    // A line that lived through a change of network may be dead without a word.
    globalThis.addEventListener?.('online', hangUp)
    let watchdog = setTimeout(hangUp, SILENCE_MS)
    try {
      const response = await fetch(url, {
        headers: { accept: 'text/event-stream', ...(lastId ? { 'last-event-id': lastId } : {}) },
        credentials: 'same-origin',
        cache: 'no-store',
        signal: line.signal,
      })
      if (response.status === 401) return 'signed-out'
      if (!response.ok || !response.body) return 'again'
      failures = 0
      handlers.onState('open')
      const read = makeFrameReader()
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        clearTimeout(watchdog)
        watchdog = setTimeout(hangUp, SILENCE_MS)
        for (const frame of read(part.value)) take(frame)
      }
      return 'again'
    } catch {
      return 'again'
    } finally {
      clearTimeout(watchdog)
      stop.signal.removeEventListener('abort', hangUp)
      globalThis.removeEventListener?.('online', hangUp)
    }
  }

  const run = async () => {
    handlers.onState('connecting')
    while (!stop.signal.aborted) {
      const end = await readOnce()
      if (stop.signal.aborted) return
      if (end === 'signed-out') return handlers.onState('signed-out')
      handlers.onState('lost')
      failures += 1
      await pause(Math.min(FIRST_WAIT_MS * 2 ** (failures - 1), LONGEST_WAIT_MS), stop.signal)
    }
  }
  void run()
  return () => stop.abort()
}
