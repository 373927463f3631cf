// OpenAPI 3.1 from the contract itself, and a browsable reference at /api/docs.

import { errors } from '@regie/contract/errors'
import type { AnyEndpoint } from '@regie/contract/kernel'
import apiReference from '@scalar/fastify-api-reference'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Route } from './bind.ts'
import { problemSchema } from './problems.ts'

type Json = Record<string, unknown>

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    reused: 'inline',
  }) as Json
  return json
}

/** The OpenAPI 3.1 document of these routes. Deterministic: the same routes give the same text. */
export function openApi(routes: readonly Route[], version: string): Json {
  const paths: Record<string, Json> = {}
  for (const route of [...routes].sort((a, b) => key(a.endpoint).localeCompare(key(b.endpoint)))) {
    const { endpoint } = route
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(route) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Régie',
      version,
      description: 'Plans and runs field work. Errors are RFC 9457 problem details.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { Problem: schemaOf(problemSchema, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'regie.session' } },
    },
    'x-errors': errors,
  }
}

const key = (endpoint: AnyEndpoint): string => `${endpoint.path} ${endpoint.method}`

function operation(route: Route): Json {
  const { endpoint, kind } = route
  const everybody = kind === 'open' && !route.signedIn
  const { method, path, summary, tag, params, query, body, returns, status } = endpoint
  return {
    operationId: `${method.toLowerCase()}${path.replace(/^\/api/, '').replace(/[/:-]+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    summary,
    tags: [tag],
    security: everybody ? [] : [{ session: [] }],
    parameters: [
      ...parametersOf(params, 'path'),
      ...parametersOf(query, 'query'),
      ...(kind === 'act' ? [IDEMPOTENCY_KEY] : []),
    ],
    ...(body
      ? {
          requestBody: {
            required: true,
            content: bodyOf(schemaOf(body, 'input')),
          },
        }
      : {}),
    responses: {
      [status]:
        status === 204
          ? { description: 'Done' }
          : {
              description: 'Done',
              content: answerOf(schemaOf(returns, 'output')),
            },
      default: {
        description: 'Refused',
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    },
  }
}

/** Files are sent as they are, everything else as JSON. */
const bodyOf = (schema: Json): Json =>
  schema.format === 'binary'
    ? { 'text/csv': { schema }, 'application/octet-stream': { schema } }
    : { 'application/json': { schema } }

const answerOf = (schema: Json): Json =>
  schema.format === 'binary'
    ? { 'application/octet-stream': { schema } }
    : { 'application/json': { schema } }

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Made by the caller, 8–200 characters. The same key and body get the same answer again; another body 422; while the first runs 409.',
  schema: { type: 'string', minLength: 8, maxLength: 200 },
}

function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query'): Json[] {
  if (!schema) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }))
}

/** The reference starts itself by an inline script, which only its own pages may run. */
const DOCS_POLICY =
  "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"

export async function mountDocs(app: FastifyInstance, routes: readonly Route[]): Promise<void> {
  const content = openApi(routes, '0.1.0')
  app.get('/api/openapi.json', async () => content)
  await app.register(async (docs) => {
    docs.addHook('onSend', async (_request, reply) => {
      reply.header('content-security-policy', DOCS_POLICY)
    })
    docs.get('/api/docs/errors', async (_request, reply) =>
      reply.type('text/html; charset=utf-8').send(errorsPage()),
    )
    await docs.register(apiReference, {
      routePrefix: '/api/docs',
      configuration: { content, withDefaultFonts: false, telemetry: false },
    })
  })
}

/** Where the `type` of every problem document leads: the whole catalogue on one page. */
function errorsPage(): string {
  const rows = Object.entries(errors).map(
    ([code, { status, fr, en, remedy }]) =>
      `<tr id="${code}"><td><code>${code}</code><td>${status}<td lang="en">${en}<br><small>${remedy.en}</small><td lang="fr">${fr}<br><small>${remedy.fr}</small>`,
  )
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Régie: errors</title>
<style>body{font:16px/1.5 system-ui;margin:2rem auto;max-width:70rem;padding:0 1rem;color-scheme:light dark}td,th{text-align:left;vertical-align:top;padding:.5rem;border-top:1px solid #8886}tr:target{background:#fd06}</style>
<h1>Errors</h1><table><tr><th>code<th>status<th>English<th>français${rows.join('')}</table></html>`
}
