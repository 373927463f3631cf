// OpenAPI 3.1 from the contract itself.
import { errors } from '@regie/contract/errors'
import type { AnyEndpoint } from '@regie/contract/kernel'
import type { z } from 'zod'
import type { Route } from './bind.ts'
import { problemSchema } from './problems.ts'
import { contractNames, type Json, type Shapes, shapesOf } from './shapes.ts'

/** The OpenAPI 3.1 document of these routes. Deterministic: the same routes give the same text. */
export async function openApi(routes: readonly Route[], version: string): Promise<Json> {
  const inOrder = [...routes].sort((a, b) => key(a.endpoint).localeCompare(key(b.endpoint)))
  const endpoints = inOrder.map(({ endpoint }) => endpoint)
  const sent = endpoints.flatMap(({ params, query, body }) =>
    [params, query, body].filter((shape) => shape !== undefined),
  )
  const answered = [problemSchema, ...endpoints.map(({ returns }) => returns)]
  const shapes = shapesOf(sent, answered, await contractNames())
  const paths: Record<string, Json> = {}
  for (const route of inOrder) {
    const { method, path } = route.endpoint
    const address = path.replace(/:(\w+)/g, '{$1}')
    paths[address] = { ...paths[address], [method.toLowerCase()]: operation(route, shapes) }
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
      schemas: shapes.named,
      parameters: { IdempotencyKey: IDEMPOTENCY_KEY },
      responses: { Refused: REFUSED },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'regie.session' } },
    },
    'x-errors': errors,
  }
}

const key = (endpoint: AnyEndpoint): string => `${endpoint.path} ${endpoint.method}`

function operation(route: Route, shapes: Shapes): Json {
  const { endpoint, kind } = route
  const everybody = kind === 'open' && !route.signedIn
  const { method, path, summary, tag, params, query, body, returns, status } = endpoint
  return {
    operationId: `${method.toLowerCase()}${path.replace(/^\/api/, '').replace(/[/:-]+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    summary,
    tags: [tag],
    security: everybody ? [] : [{ session: [] }],
    parameters: [
      ...parametersOf(params, 'path', shapes),
      ...parametersOf(query, 'query', shapes),
      ...(kind === 'act' ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
    ],
    ...(body
      ? {
          requestBody: {
            required: true,
            content: bodyOf(shapes.sent(body)),
          },
        }
      : {}),
    responses: {
      [status]:
        status === 204
          ? { description: 'Done' }
          : {
              description: 'Done',
              content: answerOf(shapes.answered(returns)),
            },
      default: { $ref: '#/components/responses/Refused' },
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

const REFUSED = {
  description: 'Refused',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

function parametersOf(
  schema: z.ZodType | undefined,
  place: 'path' | 'query',
  shapes: Shapes,
): Json[] {
  if (!schema) return []
  const { $ref, ...own } = shapes.sent(schema)
  const named = typeof $ref === 'string' ? shapes.named[$ref.replace(/.*\//, '')] : undefined
  const { properties = {}, required = [] } = { ...named, ...own } as {
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
