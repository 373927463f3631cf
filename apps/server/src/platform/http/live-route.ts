// `GET /api/live`: server-sent events of the reader's organisation, with catch-up from Last-Event-ID.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Actor } from '../actor.ts'
import { fail } from '../errors.ts'
import type { LiveHub } from '../live.ts'

type Needs = {
  readonly authenticate: (request: FastifyRequest) => Promise<Actor | undefined>
  readonly live: LiveHub
}

const HEARTBEAT_MS = 20_000
/** A reader this far behind is dropped; it reconnects and catches up. */
const MAX_BUFFERED_BYTES = 1_048_576

export function mountLive(app: FastifyInstance, { authenticate, live }: Needs): void {
  app.get<{ Querystring: { lastEventId?: string } }>('/api/live', async (request, reply) => {
    const actor = await authenticate(request)
    if (!actor) throw fail('not_signed_in')
    const header = request.headers['last-event-id']
    reply.hijack()
    const stream = reply.raw
    stream.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      connection: 'keep-alive',
      'x-accel-buffering': 'no',
    })
    stream.write('retry: 1000\n\n')
    const reader = {
      actor,
      write: (frame: string) => {
        stream.write(frame)
        return stream.writableLength < MAX_BUFFERED_BYTES
      },
      drop: () => stream.destroy(),
    }
    // Whoever was signed out meanwhile is shown the door; a database that does not answer is no reason to.
    const heartbeat = setInterval(async () => {
      const present = await authenticate(request).catch(() => actor)
      if (present) stream.write(': still here\n\n')
      else stream.destroy()
    }, HEARTBEAT_MS)
    let close: (() => void) | undefined
    let gone = false
    stream.on('close', () => {
      gone = true
      clearInterval(heartbeat)
      close?.()
    })
    try {
      close = await live.open(
        reader,
        (typeof header === 'string' ? header : undefined) ?? request.query.lastEventId,
      )
      if (gone) close()
    } catch (error) {
      request.log.warn({ err: error }, 'live stream could not open')
      stream.destroy()
    }
  })
}
