// Every refusal leaves as RFC 9457 problem details from the one catalogue.
import { errors, type Fault, type Problem, sentence } from '@regie/contract/errors'
import { faultSentence } from '@regie/contract/fault-sentence'
import type { Language } from '@regie/contract/roles'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { databaseFault } from '../db/database.ts'
import { fail, invalid, Refusal } from '../errors.ts'

const UNREACHABLE = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND'])
/** What is never echoed. */
const SECRET = /password|token|secret/i
const SHUTTING_DOWN = /^(57P0[123]|08)/

export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const refusal = toRefusal(error, request)
  if (refusal.status >= 500) request.log.error({ err: error }, 'request failed')
  if (refusal.code === 'service_unavailable') reply.header('retry-after', '2')
  reply
    .status(refusal.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problemOf(refusal, request)))
}

/** What the reader asked for, French when nothing fits. */
export const languageOf = (request: FastifyRequest): Language =>
  /^en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'fr'

/** The problem document of a refusal, in the reader's language. */
function problemOf({ code, details, faults }: Refusal, request: FastifyRequest): Problem {
  const language = languageOf(request)
  return {
    ...details,
    type: `/api/docs/errors#${code}`,
    title: sentence(code, language, details),
    status: errors[code].status,
    code,
    detail: sentence(code, language, details),
    remedy: errors[code].remedy[language].replace('{seconds}', String(details.seconds ?? '')),
    instance: request.url,
    requestId: request.id,
    ...(faults ? { faults } : {}),
  }
}

function toRefusal(error: unknown, request: FastifyRequest): Refusal {
  if (error instanceof Refusal) return error
  const { code, statusCode } = error as { code?: string; statusCode?: number }
  const state = databaseFault(error)?.state ?? code ?? ''
  if (SHUTTING_DOWN.test(state) || UNREACHABLE.has(state) || isConnectionLoss(error))
    return fail('service_unavailable')
  if (statusCode === 413) return tooLarge(request)
  if (statusCode === 429) return fail('too_many_requests', { seconds: 60 })
  if (statusCode && statusCode < 500)
    return fail('malformed_request', { reason: (error as Error).message })
  return fail('internal')
}

const tooLarge = (request: FastifyRequest): Refusal => {
  const megabytes = (bytes: number) => `${Math.ceil(bytes / 104_857.6) / 10} Mo / MB`
  const size = Number(request.headers['content-length'])
  return fail('too_large', {
    size: size ? megabytes(size) : '?',
    limit: megabytes(request.routeOptions.bodyLimit),
  })
}

const isConnectionLoss = (error: unknown): boolean =>
  error instanceof Error &&
  /connection (terminated|timeout)|timeout exceeded when trying to connect|not queryable|Client has encountered a connection error/i.test(
    error.message,
  )

/** Parses with every fault told: where, what was expected, what came. */
export function parse<T>(
  schema: z.ZodType<T> | undefined,
  value: unknown,
  { place, language }: { place: string; language: Language },
): T {
  if (!schema) return undefined as T
  const parsed = schema.safeParse(value, { error: (issue) => faultSentence(issue, language) })
  if (parsed.success) return parsed.data
  throw invalid(faultsOf(parsed.error, value, place))
}

export function faultsOf(error: z.ZodError, value: unknown, place: string): Fault[] {
  return error.issues.map((issue) => ({
    path: [place, ...issue.path]
      .filter((part) => part !== '')
      .map(String)
      .join('.'),
    expected: issue.message,
    got: SECRET.test(String(issue.path.at(-1))) ? '…' : show(at(value, issue.path)),
  }))
}

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inside, key) => (inside as Record<PropertyKey, unknown> | undefined)?.[key],
    value,
  )

const show = (value: unknown): string =>
  value === undefined ? 'nothing' : (JSON.stringify(value) ?? String(value)).slice(0, 200)

/** The schema of a problem document, for the API reference. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    remedy: z.string(),
    instance: z.string(),
    requestId: z.string(),
    faults: z
      .array(z.object({ path: z.string(), expected: z.string(), got: z.string() }))
      .optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details' })
