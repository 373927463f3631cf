// The HTTP surface: mounts the modules' routes, guards them, answers problems, serves the web app.
import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
  fastify,
  LogController,
} from 'fastify'
import type { Actor } from '../actor.ts'
import type { Config } from '../config.ts'
import { fail } from '../errors.ts'
import type { LiveHub } from '../live.ts'
import type { Metrics } from '../metrics.ts'
import type { Module } from '../module.ts'
import type { Services } from '../services.ts'
import { fingerprint, type Work } from '../work.ts'
import type { Download, Input, Route } from './bind.ts'
import { compressAnswers } from './compress.ts'
import { mountDocs } from './docs.ts'
import { mountHealth } from './health.ts'
import { mountLive } from './live-route.ts'
import { refuseForeignWrites } from './origin.ts'
import { answerProblem, languageOf, parse } from './problems.ts'
import { mountWebApp } from './web-app.ts'

/** Who asks, or undefined when nobody is signed in. */
export type Authenticate = (request: FastifyRequest) => Promise<Actor | undefined>

export type HttpOptions = {
  readonly services: Services
  readonly live: LiveHub
  readonly metrics: Metrics
  readonly routes: readonly Route[]
  readonly mounts: readonly NonNullable<Module['mount']>[]
  readonly authenticate: Authenticate
  readonly ready: () => Promise<Record<string, boolean>>
  readonly webDirectory: string
}

const MEGABYTE = 1_048_576
/** How long requests in flight may take once the program is told to stop. */
const LAST_ANSWERS_MS = 20_000

export async function createHttp(options: HttpOptions): Promise<FastifyInstance> {
  const { config, log } = options.services
  const app = fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: (request) => pickRequestId(request.headers['x-request-id']) ?? randomUUID(),
    trustProxy: config.trustProxy,
    bodyLimit: 10 * MEGABYTE,
    routerOptions: { ignoreTrailingSlash: true },
    forceCloseConnections: 'idle',
  })
  app.setErrorHandler((error, request, reply) => answerProblem(error, request, reply))
  // Files travel as they are; JSON is fastify's own.
  app.addContentTypeParser(
    ['text/csv', 'application/octet-stream'],
    { parseAs: 'buffer' },
    async (_request: FastifyRequest, body: Buffer) => body,
  )
  // What providers of SMS call us with.
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_request: FastifyRequest, body: string) => Object.fromEntries(new URLSearchParams(body)),
  )
  await app.register(cookie)
  await app.register(helmet, securityHeaders(config))
  if (config.rateLimitPerMinute > 0)
    await app.register(rateLimit, {
      max: config.rateLimitPerMinute,
      timeWindow: 60_000,
      allowList: (request) => !request.url.startsWith('/api/'),
    })
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    refuseForeignWrites(request, config)
  })
  app.addHook('onResponse', async (request, reply) => {
    options.metrics.request(
      request.method,
      request.routeOptions.url ?? 'none',
      reply.statusCode,
      reply.elapsedTime / 1000,
    )
    request.log.debug(
      {
        method: request.method,
        url: request.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    )
  })
  closeInGoodOrder(app)
  compressAnswers(app)
  mountHealth(app, options)
  mountLive(app, options)
  for (const route of options.routes) mount(app, route, options)
  for (const mountOwn of options.mounts)
    await app.register(async (part) => await mountOwn(part, options))
  await mountDocs(app, options.routes)
  await mountWebApp(app, options.webDirectory)
  return app
}

/** Connections that answer while we stop are not kept for another request; those that never end are cut. */
function closeInGoodOrder(app: FastifyInstance): void {
  let closing = false
  app.addHook('preClose', async () => {
    closing = true
    setTimeout(() => app.server.closeAllConnections(), LAST_ANSWERS_MS).unref()
  })
  app.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close')
  })
}

const pickRequestId = (header: string | string[] | undefined): string | undefined =>
  typeof header === 'string' && /^[\w.-]{1,80}$/.test(header) ? header : undefined

function securityHeaders(config: Config) {
  const secure = config.publicUrl?.startsWith('https:') ?? false
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...tileOrigin(config)],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        fontSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    crossOriginEmbedderPolicy: false,
  } as const
}

/** Pictures of the map come from where the administrator says, from nowhere else. */
const tileOrigin = ({ map: { tilesUrl } }: Config): string[] =>
  tilesUrl ? [new URL(tilesUrl.replace('{s}', '*').replace(/[{}]/g, '')).origin] : []

function mount(app: FastifyInstance, route: Route, options: HttpOptions): void {
  const { endpoint } = route
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    handler: async (request, reply) => {
      reply.header('cache-control', 'no-store')
      const everybody = route.kind === 'open' && !route.signedIn
      const actor = everybody ? undefined : await signedIn(request, options)
      const language = languageOf(request)
      const input: Input<unknown, unknown, unknown> = {
        params: parse(endpoint.params, request.params, { place: 'params', language }),
        query: parse(endpoint.query, request.query, { place: 'query', language }),
        body: parse(endpoint.body, request.body, { place: '', language }),
      }
      const result =
        route.kind === 'open'
          ? await route.run(input, { request, reply, services: options.services, actor })
          : route.kind === 'read'
            ? await options.services.work.read(actor as Actor, route.permission, (tx) =>
                route.run(tx, input),
              )
            : await actOn(route, actor as Actor, input, request, options.services.work)
      if (reply.sent) return reply
      if (route.kind === 'read' && route.file) return await sendFile(reply, result as Download)
      const exact = route.kind === 'read' && route.exact
      return await answer(
        reply.status(endpoint.status),
        exact ? undefined : endpoint.returns,
        result,
      )
    },
  })
}

async function signedIn(request: FastifyRequest, { authenticate }: HttpOptions): Promise<Actor> {
  const actor = await authenticate(request)
  if (!actor) throw fail('not_signed_in')
  return actor
}

async function actOn(
  route: Extract<Route, { kind: 'act' }>,
  actor: Actor,
  input: Input<unknown, unknown, unknown>,
  request: FastifyRequest,
  work: Work,
): Promise<unknown> {
  const key = request.headers['idempotency-key']
  if (key !== undefined && (typeof key !== 'string' || !/^[\w.:-]{8,200}$/.test(key)))
    throw fail('malformed_request', {
      reason: 'Idempotency-Key: expected 8 to 200 letters, digits or -_.:',
    })
  const attempt = key
    ? {
        key,
        fingerprint: fingerprint(request.method, request.url, request.body),
        status: route.endpoint.status,
      }
    : undefined
  return await work.act(actor, route.command, route.take(input), {
    id: request.id,
    ...(attempt ? { attempt } : {}),
  })
}

/** What leaves is what the contract says: other fields are dropped, missing ones are our fault. No schema: as it is; a text is JSON already. */
async function answer(
  reply: import('fastify').FastifyReply,
  schema: import('zod').ZodType | undefined,
  result: unknown,
): Promise<unknown> {
  if (reply.statusCode === 204) return await reply.send()
  return await reply
    .header('content-type', 'application/json; charset=utf-8')
    .send(schema ? JSON.stringify(schema.parse(result)) : asJson(result))
}

/** Nothing in a file is ever shown as a page of ours. */
async function sendFile(
  reply: import('fastify').FastifyReply,
  { name, type, content }: Download,
): Promise<unknown> {
  const ascii = name.normalize('NFD').replace(/[^\w. -]/g, '')
  return await reply
    .header('content-type', type)
    .header('x-content-type-options', 'nosniff')
    .header(
      'content-disposition',
      `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    )
    .send(Buffer.from(content))
}

const asJson = (result: unknown): string | Buffer =>
  Buffer.isBuffer(result) ? result : JSON.stringify(result)
