// What the machine room asks: alive, ready, figures.
import type { FastifyInstance } from 'fastify'
import type { Metrics } from '../metrics.ts'

type Needs = {
  readonly ready: () => Promise<Record<string, boolean>>
  readonly metrics: Metrics
}

export function mountHealth(app: FastifyInstance, { ready, metrics }: Needs): void {
  app.get('/health/live', async () => ({ status: 'alive' }))
  app.get('/health/ready', async (_request, reply) => {
    const parts = await ready()
    const ok = Object.values(parts).every(Boolean)
    return await reply.status(ok ? 200 : 503).send({ status: ok ? 'ready' : 'not ready', parts })
  })
  app.get(
    '/metrics',
    async (_request, reply) =>
      await reply.header('content-type', metrics.contentType).send(await metrics.text()),
  )
}
