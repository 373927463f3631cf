// One stream for all tabs of a browser: plain HTTP allows six connections to a host, and planners open many tabs.
// The tab that holds the lock reads the stream and tells the others; when it closes, the next one carries on.
import type { LiveEvent } from '@regie/contract/kernel'
import { type LiveHandlers, type LiveState, openLiveStream } from './live-stream.ts'

type Message =
  | { readonly kind: 'hello' }
  | { readonly kind: 'state'; readonly state: LiveState; readonly cursor: string | null }
  | { readonly kind: 'event'; readonly event: LiveEvent; readonly cursor: string | null }
  | { readonly kind: 'gap' }

/** `name` is the same for tabs that may share: one organisation, one member. */
export const openSharedLiveStream = (
  url: string,
  name: string,
  handlers: LiveHandlers,
): (() => void) => {
  // Locks exist in secure contexts only: on a plain LAN address each tab has its own stream.
  if (!navigator.locks || typeof BroadcastChannel === 'undefined') {
    return openLiveStream(url, handlers)
  }
  const channel = new BroadcastChannel(name)
  const stop = new AbortController()
  let cursor: string | null = null
  const tell = (message: Message) => {
    if (!stop.signal.aborted) channel.postMessage(message)
  }

  const follow = ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'hello') return
    if (data.kind === 'gap') return handlers.onGap()
    cursor = data.cursor ?? cursor
    if (data.kind === 'event') handlers.onEvent(data.event)
    else handlers.onState(data.state)
  }

  const lead = () =>
    new Promise<void>((done) => {
      let state: LiveState = 'connecting'
      channel.onmessage = ({ data }: MessageEvent<Message>) => {
        if (data.kind === 'hello') tell({ kind: 'state', state, cursor })
      }
      const close = openLiveStream(
        url,
        {
          onCursor: (at) => {
            cursor = at
          },
          onState: (next) => {
            state = next
            handlers.onState(next)
            tell({ kind: 'state', state, cursor })
          },
          onEvent: (event) => {
            handlers.onEvent(event)
            tell({ kind: 'event', event, cursor })
          },
          onGap: () => {
            handlers.onGap()
            tell({ kind: 'gap' })
          },
        },
        cursor,
      )
      stop.signal.addEventListener('abort', () => {
        close()
        done()
      })
    })

  channel.onmessage = follow
  tell({ kind: 'hello' })
  navigator.locks.request(name, { signal: stop.signal }, lead).catch(() => undefined)
  return () => {
    stop.abort()
    channel.close()
  }
}
