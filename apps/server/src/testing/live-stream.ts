// A live stream as a browser holds it: events as they come, and the id to come back with.
import type { LiveEvent } from '@regie/contract/kernel'
import type { Client } from './people.ts'

export type OpenStream = {
  readonly events: LiveEvent[]
  /** What the browser would send as `Last-Event-ID`. */
  readonly lastId: string
  readonly ended: boolean
  close(): void
}

/** Opens `GET /api/live`; resolves when the first frame has come. */
export async function openStream(
  { address }: { readonly address: string },
  client: Pick<Client, 'cookie'>,
  lastEventId?: string,
): Promise<OpenStream> {
  const abort = new AbortController()
  const response = await fetch(`${address}/api/live`, {
    signal: abort.signal,
    headers: {
      cookie: client.cookie(),
      ...(lastEventId ? { 'last-event-id': lastEventId } : {}),
    },
  })
  if (response.status !== 200 || !response.body) throw new Error(`live stream: ${response.status}`)
  const stream = { events: [] as LiveEvent[], lastId: '', ended: false, close: () => abort.abort() }
  const frames = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const read = async () => {
    try {
      for (;;) {
        const { value, done } = await frames.read()
        if (done) break
        text += value
        const parts = text.split('\n\n')
        text = parts.pop() ?? ''
        for (const part of parts) take(stream, part)
      }
    } catch {
      // aborted, or cut off
    }
    stream.ended = true
  }
  void read()
  return stream
}

function take(stream: { events: LiveEvent[]; lastId: string }, frame: string): void {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(frame)?.[1]
  stream.lastId = field('id') ?? stream.lastId
  const data = JSON.parse(field('data') ?? '{}') as LiveEvent
  if (data.name) stream.events.push(data)
}
