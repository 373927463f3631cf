// The one way a screen speaks to the server: an endpoint of the contract and its input.
import type { AnyEndpoint, InputOf, ReturnOf } from '@regie/contract/kernel'
import { makeId } from './id.ts'
import { currentLanguage } from './language.tsx'
import { ProblemError, problemOf } from './problem.ts'

type Empty = Record<never, never>

/** The endpoint's input, where a part whose every field may be left out may itself be left out. */
export type CallInput<E> = {
  [K in keyof InputOf<E> as Empty extends InputOf<E>[K] ? never : K]: InputOf<E>[K]
} & {
  [K in keyof InputOf<E> as Empty extends InputOf<E>[K] ? K : never]?: InputOf<E>[K]
}

/** `input` may be omitted where nothing in it is required. */
export type InputArgs<E, Rest extends unknown[] = []> =
  Empty extends CallInput<E>
    ? [input?: CallInput<E>, ...rest: Rest]
    : [input: CallInput<E>, ...rest: Rest]

export type CallOptions = {
  /** Key of the human action; give the same one when repeating it. A new one is made otherwise. */
  readonly key?: string
  readonly signal?: AbortSignal
}

type Parts = {
  readonly params?: Readonly<Record<string, unknown>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
}

const queryText = (query: Parts['query'] = {}): string => {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') search.append(name, String(one))
    }
  }
  const text = search.toString()
  return text ? `?${text}` : ''
}

/** The address of an endpoint, also for links that download: `/api/sites/:siteId` with its values in. */
export const addressOf = <E extends AnyEndpoint>(endpoint: E, ...[input]: InputArgs<E>): string => {
  const { params = {}, query } = (input ?? {}) as Parts
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined || value === '') throw new Error(`${endpoint.path}: ${name} is missing`)
    return encodeURIComponent(String(value))
  })
  return path + queryText(query)
}

const bodyOf = (body: unknown): { body?: BodyInit; headers: Record<string, string> } => {
  if (body === undefined) return { headers: {} }
  if (body instanceof FormData || body instanceof Blob) return { body, headers: {} }
  // The bytes of a file go as they are.
  if (body instanceof Uint8Array) {
    return {
      body: body as Uint8Array<ArrayBuffer>,
      headers: { 'content-type': 'application/octet-stream' },
    }
  }
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
}

const answerOf = async <E extends AnyEndpoint>(
  response: Response,
  { unfold }: E,
): Promise<ReturnOf<E>> => {
  if (response.status === 204) return undefined as ReturnOf<E>
  try {
    const told = await response.json()
    return (unfold ? unfold(told) : told) as ReturnOf<E>
  } catch {
    throw new ProblemError('unreadable', response.status)
  }
}

/** Calls the endpoint once. Throws `ProblemError` for every refusal and for silence. */
export const call = async <E extends AnyEndpoint>(
  endpoint: E,
  ...[input, options = {}]: InputArgs<E, [options?: CallOptions]>
): Promise<ReturnOf<E>> => {
  const { body, headers } = bodyOf((input as Parts | undefined)?.body)
  const unsafe = endpoint.method !== 'GET'
  let response: Response
  try {
    response = await fetch(addressOf(endpoint, ...([input] as InputArgs<E>)), {
      method: endpoint.method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json, application/problem+json',
        'accept-language': currentLanguage(),
        ...headers,
        ...(unsafe ? { 'idempotency-key': options.key ?? makeId() } : {}),
      },
      ...(body === undefined ? {} : { body }),
      ...(options.signal ? { signal: options.signal } : {}),
    })
  } catch (error) {
    if (options.signal?.aborted) throw error
    throw new ProblemError('unreachable', 0)
  }
  if (!response.ok) throw await problemOf(response)
  return answerOf(response, endpoint)
}
